/* Digits that people wrote with a pen: read and written as lines, and made of drawings. */
#include "ink/digits.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ink/box.h"
#include "ink/grow.h"
#include "ink/visible.h"

enum { NUMBER_CHARS = 4, POINT_CHARS = 2 * NUMBER_CHARS + 2 /* the comma and what follows */ };

/* What is left of a line. `end` is behind its last character. */
typedef struct Line {
    const char *at, *end;
} Line;

void digits_free(Digits *digits)
{
    if (digits) {
        free(digits->digit);
        free(digits->stroke);
        free(digits->point);
        *digits = (Digits){0};
    }
}

/* Room for so many more of each. */
static bool make_room(Digits *digits, int more, int strokes, int points, Err *err)
{
    PenDigit *digit = grow_items(digits->digit, &digits->digit_room, digits->digits + more,
                                 sizeof *digits->digit);
    digits->digit = digit ? digit : digits->digit;
    PenStroke *stroke = grow_items(digits->stroke, &digits->stroke_room, digits->strokes + strokes,
                                   sizeof *digits->stroke);
    digits->stroke = stroke ? stroke : digits->stroke;
    PenPoint *point = grow_items(digits->point, &digits->point_room, digits->points + points,
                                 sizeof *digits->point);
    digits->point = point ? point : digits->point;
    return (digit && stroke && point) ||
           err_set_code(err, ERR_NO_MEMORY,
                        "There is not enough memory for the digits; close other programs.");
}

static int count(const char *text, size_t size, char wanted)
{
    int found = 0;
    for (size_t i = 0; i < size; i++) {
        found += text[i] == wanted;
    }
    return found;
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
           line->at - first < NUMBER_CHARS) {
        value = value * 10 + (*line->at++ - '0');
    }
    bool there = line->at > first;
    if (take(line, '.')) { /* rounded by the first decimal */
        value += line->at < line->end && *line->at >= '5' && *line->at <= '9';
        while (line->at < line->end && *line->at >= '0' && *line->at <= '9') {
            line->at++;
        }
    }
    *number = (int16_t)value;
    return there && value <= DIGITS_SIDE;
}

static const char *read_label(Digits *digits, Line *line)
{
    if (line->at < line->end && *line->at == '?') {
        return "its drawing has no label: write the digit in the place of the ?";
    }
    if (line->at == line->end || *line->at < '0' || *line->at > '9') {
        return "it does not begin with a digit from 0 to 9";
    }
    PenDigit *digit = &digits->digit[digits->digits];
    *digit = (PenDigit){.label = *line->at++ - '0', .first = digits->strokes};
    const char *source = line->at + 1;
    const char *blank = take(line, ' ') ? memchr(source, ' ', (size_t)(line->end - source)) : NULL;
    if (!blank || blank == source || memchr(source, 0, (size_t)(blank - source))) {
        return "the label, the source and the strokes are not separated by single blanks";
    }
    snprintf(digit->source, sizeof digit->source, "%.*s", (int)(blank - source), source);
    line->at = blank + 1;
    return NULL;
}

/* Reads a line into the next digit. Returns what is wrong with it, or NULL. */
static const char *read_digit(Digits *digits, Line line)
{
    const char *wrong = read_label(digits, &line);
    if (wrong) {
        return wrong;
    }
    PenDigit *digit = &digits->digit[digits->digits];
    do {
        PenStroke *stroke = &digits->stroke[digits->strokes];
        *stroke = (PenStroke){.first = digits->points};
        do {
            PenPoint *point = &digits->point[digits->points];
            if (!take_number(&line, &point->x) || !take(&line, ',') ||
                !take_number(&line, &point->y)) {
                return "a point is not of the form x,y with both from 0 to 1000";
            }
            digits->points++;
            stroke->count++;
        } while (take(&line, ' '));
        digits->strokes++;
        digit->count++;
    } while (take(&line, ';'));
    if (line.at != line.end) {
        return "something follows a point that is neither a blank nor a semicolon";
    }
    digits->digits++;
    return NULL;
}

/* Leave so many of each. */
static void cut(Digits *digits, const Digits *kept)
{
    digits->digits = kept->digits;
    digits->strokes = kept->strokes;
    digits->points = kept->points;
}

bool digits_add_line(Digits *digits, const char *line, size_t length, const char **wrong, Err *err)
{
    assert(length <= DIGITS_MAX_BYTES);
    Digits before = *digits;
    *wrong = NULL;
    /* All there can be: a point has a comma, a stroke ends with a semicolon or with the line. */
    if (!make_room(digits, 1, count(line, length, ';') + 1, count(line, length, ',') + 1, err)) {
        return false;
    }
    *wrong = read_digit(digits, (Line){line, line + length});
    if (*wrong) {
        cut(digits, &before);
    }
    return true;
}

/* A line without what other programs put at its end. */
static size_t trimmed(const char *line, size_t length)
{
    while (length > 0 && strchr(" \t\r", line[length - 1])) {
        length--;
    }
    return length;
}

bool digits_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err)
{
    Digits before = *digits;
    bool marked = size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0; /* as UTF-8 */
    int number = 0;
    for (const char *line = text + (marked ? 3 : 0), *end = text + size; line < end;) {
        const char *feed = memchr(line, '\n', (size_t)(end - line)), *wrong = NULL;
        size_t length = trimmed(line, (size_t)((feed ? feed : end) - line));
        bool ok = length == 0 || digits_add_line(digits, line, length, &wrong, err);
        number++;
        if (ok && wrong) {
            ok = err_set_code(err, ERR_DAMAGED, "%s is damaged in line %d: %s.", name, number,
                              wrong);
        }
        if (!ok) {
            cut(digits, &before);
            return false;
        }
        line = feed ? feed + 1 : end;
    }
    return true;
}

bool digits_add_strokes(Digits *digits, int label, const char *source, const PenPoint *point,
                        const int *count, int strokes, Err *err)
{
    int points = 0, drawn = 0;
    for (int s = 0; s < strokes; s++) {
        points += count[s];
        drawn += count[s] > 0;
    }
    assert(points > 0);
    if (!make_room(digits, 1, drawn, points, err)) {
        return false;
    }
    PenDigit *digit = &digits->digit[digits->digits++];
    *digit = (PenDigit){.label = label, .first = digits->strokes, .count = drawn};
    snprintf(digit->source, sizeof digit->source, "%s", source);
    for (int s = 0; s < strokes; s++) {
        if (count[s] > 0) {
            digits->stroke[digits->strokes++] = (PenStroke){digits->points, count[s]};
            memcpy(digits->point + digits->points, point, (size_t)count[s] * sizeof *point);
            digits->points += count[s];
        }
        point += count[s];
    }
    return true;
}

/* The points of digit i, which lie together. */
static const PenPoint *points_of(const Digits *digits, int i, int *points)
{
    assert(i >= 0 && i < digits->digits);
    const PenStroke *stroke = &digits->stroke[digits->digit[i].first];
    const PenStroke *last = stroke + digits->digit[i].count - 1;
    *points = last->first + last->count - stroke->first;
    return &digits->point[stroke->first];
}

bool digits_add_copy(Digits *digits, const Digits *from, int i, Err *err)
{
    int points;
    const PenPoint *point = points_of(from, i, &points);
    const PenDigit *digit = &from->digit[i];
    assert(digits != from);
    if (!make_room(digits, 1, digit->count, points, err)) {
        return false;
    }
    PenDigit *copy = &digits->digit[digits->digits++];
    *copy = *digit;
    copy->first = digits->strokes;
    for (int s = 0; s < digit->count; s++) {
        PenStroke stroke = from->stroke[digit->first + s];
        stroke.first += digits->points - from->stroke[digit->first].first;
        digits->stroke[digits->strokes + s] = stroke;
    }
    digits->strokes += digit->count;
    memcpy(digits->point + digits->points, point, (size_t)points * sizeof *point);
    digits->points += points;
    return true;
}

PenBox digits_box(const Digits *digits, int i)
{
    int points;
    const PenPoint *point = points_of(digits, i, &points);
    PenBox box = {*point, *point};
    for (; points > 0; points--, point++) {
        box.low.x = point->x < box.low.x ? point->x : box.low.x;
        box.low.y = point->y < box.low.y ? point->y : box.low.y;
        box.high.x = point->x > box.high.x ? point->x : box.high.x;
        box.high.y = point->y > box.high.y ? point->y : box.high.y;
    }
    return box;
}

char *digits_line(const Digits *digits, int i, size_t *length, Err *err)
{
    int points;
    points_of(digits, i, &points);
    const PenDigit *digit = &digits->digit[i];
    size_t room = sizeof "0  \n" + DIGITS_SOURCE + (size_t)points * POINT_CHARS;
    char *line = malloc(room);
    if (!line) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for the digits; close other programs.");
        return NULL;
    }
    char label = digit->label == DIGITS_UNKNOWN ? '?' : (char)('0' + digit->label);
    size_t at = (size_t)snprintf(line, room, "%c %s", label, digit->source);
    for (int s = 0; s < digit->count; s++) {
        const PenStroke *stroke = &digits->stroke[digit->first + s];
        for (int p = 0; p < stroke->count; p++) {
            const PenPoint *point = &digits->point[stroke->first + p];
            at += (size_t)snprintf(line + at, room - at, "%c%d,%d", p == 0 && s > 0 ? ';' : ' ',
                                   point->x, point->y);
        }
    }
    line[at++] = '\n';
    line[at] = 0;
    *length = at;
    return line;
}

static Box box_of(const Visible *visible)
{
    Box box = {visible->piece[0].from, visible->piece[0].from};
    for (int i = 0; i < visible->pieces; i++) {
        Box piece = box_around(visible->piece[i].from, visible->piece[i].to, 0.0f);
        box_include(&box, &piece);
    }
    return box;
}

/* Add a point to the last stroke; one that scaling made equal to the point before adds nothing. */
static void add_point(Digits *digits, Point at, Point low, float scale)
{
    PenStroke *stroke = &digits->stroke[digits->strokes - 1];
    PenPoint point = {(int16_t)lroundf((at.x_cell - low.x_cell) * scale),
                      (int16_t)lroundf((at.y_cell - low.y_cell) * scale)};
    const PenPoint *last = stroke->count > 0 ? &digits->point[digits->points - 1] : NULL;
    if (!last || last->x != point.x || last->y != point.y) {
        digits->point[digits->points++] = point;
        stroke->count++;
    }
}

static void add_pieces(Digits *digits, const Visible *visible)
{
    Box box = box_of(visible);
    float longer = fmaxf(box.high.x_cell - box.low.x_cell, box.high.y_cell - box.low.y_cell);
    float scale = longer > 0 ? DIGITS_SIDE / longer : 0;
    for (int i = 0; i < visible->pieces; i++) {
        const Piece *piece = &visible->piece[i];
        bool goes_on = i > 0 && piece[-1].to.x_cell == piece->from.x_cell &&
                       piece[-1].to.y_cell == piece->from.y_cell;
        if (!goes_on) {
            digits->stroke[digits->strokes++] = (PenStroke){.first = digits->points};
            add_point(digits, piece->from, box.low, scale);
        }
        add_point(digits, piece->to, box.low, scale);
    }
}

bool digits_add_drawing(Digits *digits, int label, const char *source, const Drawing *drawing,
                        Err *err)
{
    bool ok = false;
    Visible visible;
    assert(label >= DIGITS_UNKNOWN && label <= 9 && *source && !strpbrk(source, " \n"));
    if (!visible_make(&visible, drawing, err)) {
        return false;
    }
    if (visible.pieces == 0) {
        err_set(err, "There is nothing on the sheet: draw a digit first.");
        goto done;
    }
    if (!make_room(digits, 1, visible.pieces, 2 * visible.pieces, err)) {
        goto done;
    }
    PenDigit *digit = &digits->digit[digits->digits++];
    *digit = (PenDigit){.label = label, .first = digits->strokes};
    snprintf(digit->source, sizeof digit->source, "%s", source);
    add_pieces(digits, &visible);
    digit->count = digits->strokes - digit->first;
    ok = true;
done:
    visible_free(&visible);
    return ok;
}
