/* Images as CSV. There are tens of megabytes of it: the usual value is read in a few steps. */
#include "train/csv.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "nn/net.h"

enum {
    IMAGES_MOST = 1000000,
    LINE_LEAST = 2 * NET_INPUTS - 1, /* bytes of an image: a digit a value, and what parts them */
    LEVEL_MOST = 255,
    LEVEL_DIGITS = 3,
    NAME_ROOM = 16,
};

/* A file being read. */
typedef struct CsvReader {
    const char *name;
    const char *at, *end; /* what is left; a 0 stands at the end */
    int line;             /* that `at` stands in, from 1 */
    int columns;          /* 0 until they are counted */
    int label;            /* the column that has it; -1 for none */
    Err *err;
} CsvReader;

/* Names of the column of labels. */
static const char *const LABEL[] = {"label", "labels", "class", "digit", "target", "y"};

static bool refuse(const CsvReader *reader, const char *reason)
{
    return err_set_code(reader->err, ERR_DAMAGED, "%s is damaged in line %d: %s.", reader->name,
                        reader->line, reason);
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool parts(char c)
{
    return c == ',' || c == ';' || c == '\t';
}

static bool ends_line(char c)
{
    return c == '\n' || c == '\r';
}

/* Empty lines, too. */
static void skip_line_ends(CsvReader *reader)
{
    while (reader->at < reader->end && (ends_line(*reader->at) || *reader->at == ' ')) {
        reader->line += *reader->at == '\n';
        reader->at++;
    }
}

static const char *skip_marks(const char *at)
{
    while (*at == ' ' || *at == '"' || *at == '\'') {
        at++;
    }
    return at;
}

/* A value that is more than digits, or the last of its line; leaves what parts it from the next. */
static bool read_slowly(CsvReader *reader, int *value)
{
    const char *at = skip_marks(reader->at);
    const char *first = at;
    *value = 0;
    while (is_digit(*at) && *value <= LEVEL_MOST) {
        *value = *value * 10 + (*at++ - '0');
    }
    bool number = at > first;
    if (*at == '.') {
        at += 1 + strspn(at + 1, "0");
    }
    reader->at = skip_marks(at);
    bool whole = parts(*reader->at) || ends_line(*reader->at) || reader->at == reader->end;
    return number && whole && *value <= LEVEL_MOST;
}

/* A value, and what parts it from the next. */
static bool read_value(CsvReader *reader, int *value)
{
    const char *at = reader->at;
    int number = 0, digits = 0;
    while (digits < LEVEL_DIGITS && is_digit(at[digits])) {
        number = number * 10 + (at[digits++] - '0');
    }
    if (digits > 0 && number <= LEVEL_MOST && parts(at[digits])) {
        reader->at += digits + 1;
        *value = number;
        return true;
    }
    bool ok = read_slowly(reader, value);
    reader->at += parts(*reader->at);
    return ok;
}

/* Whether that column's name is one of the labels'. */
static bool names_label(const char *at)
{
    char name[NAME_ROOM] = "";
    at = skip_marks(at);
    for (int i = 0; i < NAME_ROOM - 1 && isalpha((unsigned char)at[i]); i++) {
        name[i] = (char)tolower((unsigned char)at[i]);
        name[i + 1] = 0;
    }
    for (size_t i = 0; i < sizeof LABEL / sizeof *LABEL; i++) {
        if (strcmp(name, LABEL[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The columns of the first line, which may be their names. */
static bool read_columns(CsvReader *reader)
{
    bool named = !is_digit(*skip_marks(reader->at));
    const char *first = reader->at, *last = first, *at = first;
    for (reader->columns = 1; at < reader->end && !ends_line(*at); at++) {
        if (parts(*at) && at + 1 < reader->end && !ends_line(at[1])) {
            reader->columns++;
            last = at + 1;
        }
    }
    if (reader->columns != NET_INPUTS && reader->columns != NET_INPUTS + 1) {
        char reason[96];
        snprintf(reason, sizeof reason,
                 "it has %d columns, where an image of 28x28 has 784, or 785 with its label",
                 reader->columns);
        return refuse(reader, reason);
    }
    reader->label = reader->columns == NET_INPUTS                       ? -1
                    : named && !names_label(first) && names_label(last) ? NET_INPUTS
                                                                        : 0;
    if (named) {
        reader->at = at;
        skip_line_ends(reader);
    }
    return true;
}

static bool read_image(CsvReader *reader, uint8_t *level, uint8_t *label)
{
    for (int i = 0; i < reader->columns; i++) {
        int value;
        if (reader->at == reader->end || ends_line(*reader->at)) {
            return refuse(reader, "it has fewer values than the first line");
        }
        if (!read_value(reader, &value)) {
            return refuse(reader, "a value in it is no whole number from 0 to 255");
        }
        if (i != reader->label) {
            *level++ = (uint8_t)value;
        } else if (value < NET_OUTPUTS) {
            *label = (uint8_t)value;
        } else {
            return refuse(reader, "its label is not 0 to 9");
        }
    }
    if (reader->at < reader->end && !ends_line(*reader->at)) {
        return refuse(reader, "it has more values than the first line, or something else behind a "
                              "value");
    }
    skip_line_ends(reader);
    return true;
}

/* Room for as many images as there can be in the file. */
static bool make_room(CsvImages *csv, const CsvReader *reader)
{
    size_t most = (size_t)(reader->end - reader->at) / LINE_LEAST + 1;
    most = most < IMAGES_MOST ? most : IMAGES_MOST;
    csv->level = sys_alloc_large(most * NET_INPUTS);
    csv->label = reader->label >= 0 ? malloc(most) : NULL;
    return (csv->level && (csv->label || reader->label < 0)) ||
           err_set_code(reader->err, ERR_NO_MEMORY,
                        "There is not enough memory for the images: close other programs.");
}

static bool read_images(CsvReader *reader, CsvImages *csv)
{
    uint8_t none;
    while (reader->at < reader->end) {
        if (csv->images == IMAGES_MOST) {
            return refuse(reader, "more than a million images make no sense here");
        }
        size_t i = (size_t)csv->images;
        if (!read_image(reader, csv->level + i * NET_INPUTS, csv->label ? csv->label + i : &none)) {
            return false;
        }
        csv->images++;
    }
    return csv->images > 0 ||
           err_set_code(reader->err, ERR_FOREIGN, "%s has no images in it.", reader->name);
}

bool csv_parse(CsvImages *csv, const char *text, size_t size, const char *name, Err *err)
{
    CsvReader reader = {.name = name, .at = text, .end = text + size, .line = 1, .err = err};
    *csv = (CsvImages){0};
    if (strncmp(text, "\xef\xbb\xbf", 3) == 0) {
        reader.at += 3;
    }
    skip_line_ends(&reader);
    bool ok = read_columns(&reader) && make_room(csv, &reader) && read_images(&reader, csv);
    if (!ok) {
        csv_free(csv);
    }
    return ok;
}

void csv_free(CsvImages *csv)
{
    free(csv->level);
    free(csv->label);
    *csv = (CsvImages){0};
}
