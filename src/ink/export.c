/* Pen digits as files for other programs: put together in memory, then saved whole. */
#include "ink/export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "ink/raster.h"

enum {
    IDX_IMAGES_HEADER = 16,
    IDX_LABELS_HEADER = 8,
    CSV_NAMES = sizeof "label\n" + SHEET_CELLS * (sizeof ",pixel783" - 1),
    CSV_LINE = sizeof "7\n" + SHEET_CELLS * (sizeof ",255" - 1),
};

/* A file's contents in the making, with room for all that will come. */
typedef struct Contents {
    uint8_t *at, *start;
} Contents;

static bool no_memory(Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for the digits; close other programs.");
}

static bool no_digits(Err *err)
{
    return err_set(err, "There are no digits to save.");
}

static bool make_text(Contents *text, const Digits *digits, size_t room, Err *err)
{
    *text = (Contents){0};
    if (digits->digits == 0) {
        return no_digits(err);
    }
    text->at = text->start = malloc(room);
    return text->start || no_memory(err);
}

static bool save_text(const Contents *text, const char *path, Err *err)
{
    return file_save(path, text->start, (size_t)(text->at - text->start), err);
}

static void put_big_endian(Contents *text, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        *text->at++ = (uint8_t)(number >> shift);
    }
}

static bool put_images(Contents *text, const Digits *digits, Err *err)
{
    const uint32_t header[] = {0x00000803, (uint32_t)digits->digits, SHEET_SIDE, SHEET_SIDE};
    for (int i = 0; i < 4; i++) {
        put_big_endian(text, header[i]);
    }
    for (int i = 0; i < digits->digits; i++) {
        Sheet sheet;
        if (!digits_input(digits, i, PREPARATION_FITTED, &sheet, err)) {
            return no_memory(err); /* of the digits, not of what one of them is drawn with */
        }
        memcpy(text->at, sheet.cell, SHEET_CELLS);
        text->at += SHEET_CELLS;
    }
    return true;
}

static void put_labels(Contents *text, const Digits *digits)
{
    put_big_endian(text, 0x00000801);
    put_big_endian(text, (uint32_t)digits->digits);
    for (int i = 0; i < digits->digits; i++) {
        *text->at++ = (uint8_t)digits->digit[i].label;
    }
}

bool export_idx(const Digits *digits, const char *prefix, Err *err)
{
    bool ok = false;
    Contents images, labels = {0};
    char images_path[PATH_TEXT_MAX], labels_path[PATH_TEXT_MAX];
    size_t count = (size_t)digits->digits;
    int length = snprintf(images_path, PATH_TEXT_MAX, "%s-images-idx3-ubyte", prefix);
    snprintf(labels_path, PATH_TEXT_MAX, "%s-labels-idx1-ubyte", prefix);
    if (length >= PATH_TEXT_MAX) {
        return err_set_code(err, ERR_VALUE, "%.80s... cannot be saved: the name is too long.",
                            prefix);
    }
    ok = make_text(&images, digits, IDX_IMAGES_HEADER + count * SHEET_CELLS, err) &&
         make_text(&labels, digits, IDX_LABELS_HEADER + count, err) &&
         put_images(&images, digits, err);
    if (ok) {
        put_labels(&labels, digits);
        ok = save_text(&images, images_path, err) && save_text(&labels, labels_path, err);
    }
    free(images.start);
    free(labels.start);
    return ok;
}

static void put_names(Contents *text)
{
    char *at = (char *)text->at, *end = at + CSV_NAMES;
    at += snprintf(at, (size_t)(end - at), "label");
    for (int cell = 0; cell < SHEET_CELLS; cell++) {
        at += snprintf(at, (size_t)(end - at), ",pixel%d", cell);
    }
    *at++ = '\n';
    text->at = (uint8_t *)at;
}

/* What snprintf() would take ten times as long for. */
static void put_level(Contents *text, uint8_t level)
{
    *text->at++ = ',';
    if (level >= 100) {
        *text->at++ = (uint8_t)('0' + level / 100);
    }
    if (level >= 10) {
        *text->at++ = (uint8_t)('0' + level / 10 % 10);
    }
    *text->at++ = (uint8_t)('0' + level % 10);
}

bool export_csv(const Digits *digits, const char *path, Err *err)
{
    bool ok = false;
    Contents text;
    if (!make_text(&text, digits, CSV_NAMES + (size_t)digits->digits * CSV_LINE, err)) {
        return false;
    }
    put_names(&text);
    for (int i = 0; i < digits->digits; i++) {
        Sheet sheet;
        if (!digits_input(digits, i, PREPARATION_FITTED, &sheet, err)) {
            no_memory(err);
            goto done;
        }
        *text.at++ = (uint8_t)('0' + digits->digit[i].label);
        for (int cell = 0; cell < SHEET_CELLS; cell++) {
            put_level(&text, sheet.cell[cell]);
        }
        *text.at++ = '\n';
    }
    ok = save_text(&text, path, err);
done:
    free(text.start);
    return ok;
}

bool export_strokes(const Digits *digits, const char *path, Err *err)
{
    bool ok = false;
    char *text = NULL;
    size_t size = 0;
    if (digits->digits == 0) {
        return no_digits(err);
    }
    for (int i = 0; i < digits->digits; i++) {
        size_t length;
        char *line = digits_line(digits, i, &length, err);
        char *longer = line ? realloc(text, size + length) : NULL;
        if (!longer) {
            free(line);
            no_memory(err);
            goto done;
        }
        text = longer;
        memcpy(text + size, line, length);
        size += length;
        free(line);
    }
    ok = file_save(path, text, size, err);
done:
    free(text);
    return ok;
}
