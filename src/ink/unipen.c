/* UNIPEN: read line by line, first the components, then which of them are digits. */
#include "ink/unipen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "ink/grow.h"
#include "ink/traces.h"

enum { COLUMNS_MOST = 16, ALL_BEHIND = -1 };

/* A segment that is labelled as a digit. */
typedef struct UnipenSegment {
    int label;
    int first, last; /* components that it names; ALL_BEHIND where it names none */
    int behind;      /* components before it */
} UnipenSegment;

/* A text being read. */
typedef struct UnipenReader {
    const char *name;
    Traces traces; /* a stroke a component, without points where the pen is up */
    UnipenSegment *segment;
    int segments, room, line;
    int x, y;          /* columns of a line of coordinates */
    bool down, inside; /* the pen; among coordinates */
    Err *err;
} UnipenReader;

static bool refuse(const UnipenReader *reader, const char *reason)
{
    return err_set_code(reader->err, ERR_DAMAGED, "%s is damaged in line %d: %s.", reader->name,
                        reader->line, reason);
}

static const char *skip_blanks(const char *at, const char *end)
{
    while (at < end && isspace((unsigned char)*at)) {
        at++;
    }
    return at;
}

/* Whether the line has that keyword; `at` moves behind it. */
static bool take_word(const char **at, const char *end, const char *word)
{
    size_t length = strlen(word);
    if ((size_t)(end - *at) < length || strncmp(*at, word, length) != 0 ||
        (*at + length < end && !isspace((unsigned char)(*at)[length]))) {
        return false;
    }
    *at = skip_blanks(*at + length, end);
    return true;
}

/* ".COORD X Y T": which columns have which. */
static bool read_columns(UnipenReader *reader, const char *at, const char *end)
{
    reader->x = reader->y = -1;
    for (int column = 0; at < end; column++) {
        const char *word = at;
        while (at < end && !isspace((unsigned char)*at)) {
            at++;
        }
        bool single = at - word == 1;
        reader->x = single && *word == 'X' ? column : reader->x;
        reader->y = single && *word == 'Y' ? column : reader->y;
        at = skip_blanks(at, end);
    }
    return (reader->x >= 0 && reader->y >= 0) || refuse(reader, ".COORD has no X or no Y");
}

static bool read_point(UnipenReader *reader, const char *at, const char *end)
{
    double value[COLUMNS_MOST];
    int columns = 0;
    for (at = skip_blanks(at, end); at < end && columns < COLUMNS_MOST; at = skip_blanks(at, end)) {
        if (!traces_number(&at, end, &value[columns++])) {
            return refuse(reader, "it is neither a keyword nor coordinates");
        }
    }
    if (columns <= reader->x || columns <= reader->y) {
        return refuse(reader, "it has too few coordinates");
    }
    return !reader->down ||
           traces_add(&reader->traces, value[reader->x], value[reader->y], reader->err);
}

/* "0-2", "0:3-2:7" or "4": the components, without the points within them. */
static void read_components(const char *at, const char *end, UnipenSegment *segment)
{
    double first, last;
    segment->first = segment->last = ALL_BEHIND;
    if (!traces_number(&at, end, &first) || first < 0) {
        return;
    }
    last = first;
    while (at < end && !isspace((unsigned char)*at)) {
        bool point = *at++ == ':';
        double number;
        if (traces_number(&at, end, &number) && !point) {
            last = number;
        }
    }
    segment->first = (int)first;
    segment->last = (int)last;
}

/* ".SEGMENT CHARACTER 0-2 OK "7"": of other labels than a digit nothing is kept. */
static bool read_segment(UnipenReader *reader, const char *at, const char *end)
{
    const char *quote = memchr(at, '"', (size_t)(end - at));
    if (!quote || end - quote < 3 || !isdigit((unsigned char)quote[1]) || quote[2] != '"') {
        return true;
    }
    UnipenSegment *segment =
        grow_items(reader->segment, &reader->room, reader->segments + 1, sizeof *reader->segment);
    if (!segment) {
        return err_set_code(reader->err, ERR_NO_MEMORY,
                            "There is not enough memory for the strokes; close other programs.");
    }
    reader->segment = segment;
    segment += reader->segments++;
    *segment = (UnipenSegment){.label = quote[1] - '0', .behind = reader->traces.strokes};
    while (at < quote && !isspace((unsigned char)*at)) {
        at++; /* the kind of the segment */
    }
    read_components(skip_blanks(at, quote), quote, segment);
    return true;
}

/* Pen down or up: coordinates follow. */
static bool begin_component(UnipenReader *reader, bool down)
{
    reader->down = down;
    reader->inside = true;
    return traces_begin(&reader->traces, reader->err);
}

static bool read_line(UnipenReader *reader, const char *at, const char *end)
{
    at = skip_blanks(at, end);
    if (at == end || (*at != '.' && !reader->inside)) {
        return true; /* the text of a keyword, as a comment, goes on over lines */
    }
    if (*at != '.' || (end - at > 1 && isdigit((unsigned char)at[1]))) {
        return read_point(reader, at, end);
    }
    reader->inside = false;
    if (take_word(&at, end, ".PEN_DOWN")) {
        return begin_component(reader, true);
    }
    if (take_word(&at, end, ".PEN_UP")) {
        return begin_component(reader, false);
    }
    return take_word(&at, end, ".COORD")     ? read_columns(reader, at, end)
           : take_word(&at, end, ".SEGMENT") ? read_segment(reader, at, end)
                                             : true;
}

static bool read_lines(UnipenReader *reader, const char *text, size_t size)
{
    for (const char *line = text, *end = text + size; line < end;) {
        const char *feed = memchr(line, '\n', (size_t)(end - line));
        const char *behind = feed ? feed : end;
        reader->line++;
        if (!read_line(reader, line, behind)) {
            return false;
        }
        line = behind + (feed ? 1 : 0);
    }
    return true;
}

/* The components of segment i that are there; the first of them into `first`. */
static int components_of(const UnipenReader *reader, int i, int *first)
{
    const UnipenSegment *segment = &reader->segment[i];
    int last = segment->last;
    *first = segment->first;
    if (segment->first == ALL_BEHIND) {
        *first = segment->behind;
        last = (i + 1 < reader->segments ? segment[1].behind : reader->traces.strokes) - 1;
    }
    last = last < reader->traces.strokes ? last : reader->traces.strokes - 1;
    return last >= *first ? last - *first + 1 : 0;
}

/* The same components twice, as a character and as a word of one, are one digit. */
static bool add_digits(const UnipenReader *reader, Digits *digits)
{
    int strokes = reader->traces.strokes, before_first = -1, before_count = 0;
    int *stroke = malloc(((size_t)strokes + 1) * sizeof *stroke);
    bool ok = stroke || err_set_code(reader->err, ERR_NO_MEMORY,
                                     "There is not enough memory for the strokes.");
    for (int s = 0; ok && s < strokes; s++) {
        stroke[s] = s;
    }
    for (int i = 0; ok && i < reader->segments; i++) {
        int first, count = components_of(reader, i, &first);
        if (count > 0 && !(first == before_first && count == before_count)) {
            ok = traces_digit(&reader->traces, stroke + first, count, true,
                              reader->segment[i].label, "unipen", digits, reader->err);
        }
        before_first = first;
        before_count = count;
    }
    free(stroke);
    return ok;
}

bool unipen_parse(Digits *digits, const char *text, size_t size, const char *name, Err *err)
{
    UnipenReader reader = {.name = name, .x = 0, .y = 1, .err = err};
    int before = digits->digits;
    bool ok = read_lines(&reader, text, size) && add_digits(&reader, digits);
    if (ok && digits->digits == before) {
        ok =
            err_set_code(err, ERR_FOREIGN,
                         "%s has no digits in it: they are .SEGMENT lines with a label of \"0\" to "
                         "\"9\", and strokes.",
                         name);
    }
    traces_free(&reader.traces);
    free(reader.segment);
    return ok;
}
