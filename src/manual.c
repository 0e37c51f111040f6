/* Prints the manual page, for the build: what the program is, and its keys from the table of
 * actions. */
#include <stdio.h>

#include "base/config.h"
#include "shell/action.h"

enum { KEYS = 80, KEY_TEXT = 24 };

/* Text of the page: roff takes a dash for a hyphen, and a backslash, or a point at the beginning of
 * a line, for its own. */
static void print_text(const char *text)
{
    printf("%s", *text == '.' || *text == '\'' ? "\\&" : "");
    for (; *text; text++) {
        if (*text == '\\') {
            printf("\\e");
        } else {
            printf(*text == '-' ? "\\%c" : "%c", *text);
        }
    }
}

static void print_keys(void)
{
    DialogRow row[KEYS];
    char keys[KEYS][KEY_TEXT];
    int rows = action_key_rows(row, KEYS, keys);
    printf(".SH KEYS\n");
    for (int i = 0; i < rows; i++) {
        printf(".TP\n.B ");
        print_text(row[i].key);
        printf("\n");
        print_text(row[i].text);
        printf("\n");
    }
}

int main(void)
{
    printf(".TH INKLING 1 \"\" \"Inkling %s\"\n", INKLING_VERSION);
    printf(".SH NAME\n"
           "inkling \\- draw a digit and watch a small neural network read it, and learn\n"
           ".SH SYNOPSIS\n"
           ".B inkling\n[\\fIOPTION\\fR]... [\\fIFILE\\fR]\n.br\n"
           ".B inkling\n\\fICOMMAND\\fR [\\fIOPTION\\fR]...\n"
           ".SH DESCRIPTION\n"
           "Without a command a window opens, with the network in\n.I FILE\n"
           "or the one of the last time. A picture in\n.I FILE\ngoes on the sheet. The commands "
           "train, measure and use networks without a\n"
           "window.\n.B inkling \\-\\-help\nlists them, and each has a\n.B \\-\\-help\n"
           "with its options.\n");
    print_keys();
    printf(".SH FILES\n"
           ".TP\n.I ~/.local/share/inkling/\n"
           "The session, the digits that you labelled, and MNIST once it was loaded. Where\n"
           ".B XDG_DATA_HOME\nis set, it takes the place of\n.IR ~/.local/share .\n"
           ".SH ENVIRONMENT\n"
           ".TP\n.B INKLING_DATA\nAnother folder of MNIST, or a CSV file or zip archive of it.\n"
           ".TP\n.B INKLING_MIRROR\nWhere MNIST is downloaded from.\n"
           ".TP\n.B INKLING_SOURCE\nA source tree of Inkling, whose networks, font and MNIST are "
           "used in place of\nthose in\n.I share/inkling\nbeside the folder of the program.\n");
    return ferror(stdout) || fflush(stdout) != 0;
}
