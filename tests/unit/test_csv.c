/* Images as CSV: every form that people have is read, and what is none is named with its line. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train/csv.h"

enum { CELLS = 784, ROOM = 40000 };

/* How a file is spelled. */
typedef struct Spelling {
    const char *before, *parts, *line_end;
    const char *quote, *behind; /* around a value, and behind its number */
    int width;
    bool names;
    int label; /* 0 first, 1 last, -1 none */
} Spelling;

static int level_of(int image, int cell)
{
    return (image * 7 + cell * cell) % 256;
}

/* Image i has the label 9 - i. */
static size_t write_csv(char text[ROOM], const Spelling *as, int images)
{
    size_t used = (size_t)sprintf(text, "%s", as->before);
    for (int line = as->names ? -1 : 0; line < images; line++) {
        for (int column = as->label == 0 ? -1 : 0; column < CELLS + (as->label == 1); column++) {
            bool label = column < 0 || column == CELLS;
            const char *part = column == (as->label == 0 ? -1 : 0) ? "" : as->parts;
            used += (size_t)sprintf(text + used, "%s", part);
            if (line < 0) {
                used += (size_t)sprintf(text + used, "%s", label ? "Label" : "pixel");
            } else {
                int value = label ? 9 - line : level_of(line, column);
                used += (size_t)sprintf(text + used, "%s%0*d%s%s", as->quote, as->width, value,
                                        as->behind, as->quote);
            }
        }
        used += (size_t)sprintf(text + used, "%s", as->line_end);
    }
    return used;
}

static void check_reads(const char *text, size_t size, bool labelled, int images)
{
    CsvImages csv;
    Err err = {0};
    if (!csv_parse(&csv, text, size, "some.csv", &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(csv.images, images);
    assert_int_equal(csv.label != NULL, labelled);
    for (int i = 0; i < images; i++) {
        for (int k = 0; k < CELLS; k++) {
            assert_int_equal(csv.level[i * CELLS + k], level_of(i, k));
        }
        if (labelled) {
            assert_int_equal(csv.label[i], 9 - i);
        }
    }
    csv_free(&csv);
}

static void files_of_many_spellings_are_read(void **state)
{
    (void)state;
    static const Spelling AS[] = {{"", ",", "\n", "", "", 1, true, 0},
                                  {"", ",", "\n", "", "", 1, false, 0},
                                  {"\xef\xbb\xbf", ";", "\r\n", "", "", 1, true, 1},
                                  {"\n\n", "\t", "\n\n", "", "", 1, true, -1},
                                  {"", ",", "\n", "", ".0", 1, true, 0},
                                  {"", ", ", "\r", "\"", "", 1, false, -1},
                                  {"", ",", ",\n", "", "", 1, true, 0},
                                  {"", ",", "\n", "", "", 3, false, 0}};
    static char text[ROOM];
    for (size_t i = 0; i < sizeof AS / sizeof *AS; i++) {
        for (int images = 1; images <= 4; images++) {
            size_t size = write_csv(text, &AS[i], images);
            check_reads(text, size, AS[i].label >= 0, images);
            while (text[size - 1] == '\n' || text[size - 1] == '\r' || text[size - 1] == ',') {
                text[--size] = 0; /* the end of the last line may be missing */
            }
            check_reads(text, size, AS[i].label >= 0, images);
        }
    }
}

static void check_refused(const char *text, size_t size, ErrCode code, const char *says)
{
    CsvImages csv;
    Err err = {0};
    assert_false(csv_parse(&csv, text, size, "some.csv", &err));
    assert_null(csv.level);
    assert_int_equal(csv.images, 0);
    assert_int_equal(err.code, code);
    assert_ptr_equal(strstr(err.text, "some.csv"), err.text);
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

/* The second of two images begins with other bytes. */
static void check_changed(const char *with, const char *says)
{
    static const Spelling AS = {"", ",", "\n", "", "", 3, true, 0};
    static char text[ROOM];
    size_t size = write_csv(text, &AS, 2);
    char *second = strchr(strchr(text, '\n') + 1, '\n') + 1;
    memcpy(second, with, strlen(with));
    check_refused(text, size, ERR_DAMAGED, says);
}

static void wrong_lines_are_named(void **state)
{
    (void)state;
    check_changed("010", "line 3: its label is not 0 to 9");
    check_changed("009,256", "line 3: a value in it is no whole number");
    check_changed("009,999", "line 3: a value");
    check_changed("009,-01", "line 3: a value");
    check_changed("009,0.5", "line 3: a value");
    check_changed("009,abc", "line 3: a value");
    check_changed("009,,01", "line 3: a value");
    check_changed("009,001\n", "line 3: it has fewer values");
    check_changed("009,0,1,", "line 3: it has more values");
    check_changed("009 001 1", "line 3: a value");
    check_refused("", 0, ERR_DAMAGED, "line 1: it has 1 columns");
    check_refused("label,pixel0\n", 13, ERR_DAMAGED, "it has 2 columns");
    static const Spelling AS = {"", ",", "\n", "", "", 1, true, 0};
    static char text[ROOM];
    check_refused(text, write_csv(text, &AS, 0), ERR_FOREIGN, "no images");
}

static void a_file_cut_anywhere_is_refused_or_shorter(void **state)
{
    (void)state;
    static const Spelling AS = {"", ",", "\n", "", "", 1, true, 0};
    static char text[ROOM];
    size_t size = write_csv(text, &AS, 2);
    int opened = 0;
    for (size_t cut = 0; cut<size; cut += cut> size - 40 ? 1 : 17) {
        CsvImages csv;
        Err err = {0};
        char *part = calloc(cut + 1, 1); /* of its own, so that a read past the end is seen */
        assert_non_null(part);
        memcpy(part, text, cut);
        bool ok = csv_parse(&csv, part, cut, "some.csv", &err);
        assert_true(ok ? csv.images <= 2 : err.text[0] != 0);
        opened += ok;
        csv_free(&csv);
        free(part);
    }
    assert_true(opened > 0 && opened < 20);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_many_spellings_are_read),
        cmocka_unit_test(wrong_lines_are_named),
        cmocka_unit_test(a_file_cut_anywhere_is_refused_or_shorter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
