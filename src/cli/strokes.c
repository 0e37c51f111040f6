/* Files of digits that people wrote with a pen: unpacked whole, counted, then read line by line. */
#include "cli/strokes.h"

#include <stdlib.h>
#include <string.h>

#include "train/unpack.h"

enum { DIGITS_OF_SIDE = 4 };

/* What is left of a line. `end` is its line feed. */
typedef struct Line {
    const char *at, *end;
} Line;

static int count(const char *text, size_t size, char wanted)
{
    int found = 0;
    for (size_t i = 0; i < size; i++) {
        found += text[i] == wanted;
    }
    return found;
}

/* Room for all there can be: a point has a comma, a stroke ends with a semicolon or a line. */
static bool make_room(PenDigits *pen, const char *text, size_t size)
{
    size_t lines = (size_t)count(text, size, '\n');
    size_t strokes = lines + (size_t)count(text, size, ';');
    size_t points = (size_t)count(text, size, ',');
    pen->digit = malloc((lines + 1) * sizeof *pen->digit);
    pen->stroke = malloc((strokes + 1) * sizeof *pen->stroke);
    pen->point = malloc((points + 1) * sizeof *pen->point);
    return pen->digit && pen->stroke && pen->point;
}

static bool take(Line *line, char wanted)
{
    if (line->at == line->end || *line->at != wanted) {
        return false;
    }
    line->at++;
    return true;
}

static bool take_number(Line *line, int16_t *number)
{
    const char *first = line->at;
    int value = 0;
    while (line->at < line->end && *line->at >= '0' && *line->at <= '9' &&
           line->at - first < DIGITS_OF_SIDE) {
        value = value * 10 + (*line->at++ - '0');
    }
    *number = (int16_t)value;
    return line->at > first && value <= STROKES_SIDE;
}

static const char *read_label(PenDigits *pen, Line *line)
{
    if (line->at == line->end || *line->at < '0' || *line->at > '9') {
        return "it does not begin with a digit from 0 to 9";
    }
    int label = *line->at++ - '0';
    pen->digit[pen->digits] = (PenDigit){.label = label, .first = pen->strokes};
    const char *source = line->at + 1;
    const char *blank = take(line, ' ') ? memchr(source, ' ', (size_t)(line->end - source)) : NULL;
    if (!blank || blank == source) {
        return "the label, the source and the strokes are not separated by single blanks";
    }
    line->at = blank + 1;
    return NULL;
}

/* Reads a line into the next digit. Returns what is wrong with it, or NULL. */
static const char *read_digit(PenDigits *pen, Line line)
{
    const char *wrong = read_label(pen, &line);
    if (wrong) {
        return wrong;
    }
    PenDigit *digit = &pen->digit[pen->digits];
    do {
        PenStroke *stroke = &pen->stroke[pen->strokes];
        *stroke = (PenStroke){.first = pen->points};
        do {
            PenPoint *point = &pen->point[pen->points];
            if (!take_number(&line, &point->x) || !take(&line, ',') ||
                !take_number(&line, &point->y)) {
                return "a point is not of the form x,y with both from 0 to 1000";
            }
            pen->points++;
            stroke->count++;
        } while (take(&line, ' '));
        pen->strokes++;
        digit->count++;
    } while (take(&line, ';'));
    if (line.at != line.end) {
        return "something follows a point that is neither a blank nor a semicolon";
    }
    pen->digits++;
    return NULL;
}

static bool read_lines(PenDigits *pen, const char *path, const char *text, size_t size, Err *err)
{
    const char *end = text + size;
    for (Line line = {text, NULL}; line.at < end; line.at = line.end + 1) {
        line.end = memchr(line.at, '\n', (size_t)(end - line.at));
        const char *wrong = read_digit(pen, line);
        if (wrong) {
            return err_set(err, "%s is damaged in line %d: %s.", path, pen->digits + 1, wrong);
        }
    }
    return pen->digits > 0 || err_set(err, "%s has no digits in it.", path);
}

bool strokes_load(PenDigits *pen, const char *path, Err *err)
{
    bool ok = false;
    uint8_t *data;
    size_t size;
    *pen = (PenDigits){0};
    if (!unpack_file(path, STROKES_MAX_BYTES, &data, &size, err)) {
        return false;
    }
    char *text = (char *)data;
    if (size > 0 && text[size - 1] != '\n') {
        text[size++] = '\n'; /* in place of the 0 after the contents */
    }
    if (!make_room(pen, text, size)) {
        err_set(err, "%s cannot be read: there is not enough memory.", path);
        goto done;
    }
    ok = read_lines(pen, path, text, size, err);
done:
    free(data);
    if (!ok) {
        strokes_free(pen);
    }
    return ok;
}

void strokes_free(PenDigits *pen)
{
    free(pen->digit);
    free(pen->stroke);
    free(pen->point);
    *pen = (PenDigits){0};
}
