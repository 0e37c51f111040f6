/* Grids of bytes: made, smoothed, closed. All of it is linear in the pixels. */
#include "ink/field.h"

#include <stdlib.h>
#include <string.h>

enum { LEVELS = 256 };

bool field_make(Field *field, int width, int height)
{
    *field = (Field){calloc((size_t)width * (size_t)height, 1), width, height};
    if (field->at == NULL) {
        *field = (Field){0};
    }
    return field->at != NULL;
}

bool field_copy(Field *to, const Field *from)
{
    bool ok = field_make(to, from->width, from->height);
    if (ok) {
        memcpy(to->at, from->at, (size_t)field_pixels(from));
    }
    return ok;
}

void field_free(Field *field)
{
    if (field != NULL) {
        free(field->at);
        *field = (Field){0};
    }
}

int field_quantile(const Field *field, int least, double share)
{
    int count[LEVELS] = {0}, total = 0, level = 0;
    for (int i = 0; i < field_pixels(field); i++) {
        count[field->at[i]] += field->at[i] > least;
        total += field->at[i] > least;
    }
    for (int below = count[0]; level < LEVELS - 1 && below < share * total; below += count[level]) {
        level++;
    }
    return total > 0 ? level : 0;
}

/* A row or a column of a field. */
typedef struct FieldLine {
    uint8_t *at;
    int count, step;
} FieldLine;

static FieldLine line_of(const Field *field, bool column, int number)
{
    if (column) {
        return (FieldLine){field->at + number, field->height, field->width};
    }
    return (FieldLine){field->at + (size_t)number * (size_t)field->width, field->width, 1};
}

static void read_line(FieldLine line, uint8_t *to)
{
    for (int i = 0; i < line.count; i++) {
        to[i] = line.at[(size_t)i * (size_t)line.step];
    }
}

static void smooth_line(FieldLine line, uint8_t *work)
{
    read_line(line, work);
    for (int i = 0; i < line.count; i++) {
        int before = work[i > 0 ? i - 1 : 0];
        int after = work[i < line.count - 1 ? i + 1 : i];
        line.at[(size_t)i * (size_t)line.step] = (uint8_t)((before + 2 * work[i] + after + 2) / 4);
    }
}

bool field_smooth(Field *field, int times)
{
    uint8_t *work = malloc((size_t)field_longer(field));
    for (int i = 0; work != NULL && i < 2 * times; i++) {
        bool columns = i % 2 == 1;
        for (int n = 0; n < (columns ? field->width : field->height); n++) {
            smooth_line(line_of(field, columns, n), work);
        }
    }
    free(work);
    return work != NULL;
}

/* Where extremes are looked for along a line: queue[first..end-1] are places, their levels falling
 * (rising for least), so that the first one is the extreme. */
typedef struct Slide {
    int *queue;
    int first, end;
} Slide;

static void slide_in(Slide *slide, const uint8_t *level, int place, bool least)
{
    while (slide->end > slide->first) {
        uint8_t last = level[slide->queue[slide->end - 1]];
        if (least ? last < level[place] : last > level[place]) {
            break;
        }
        slide->end--;
    }
    slide->queue[slide->end++] = place;
}

/* The place of the extreme of what came in at or after `from`. */
static int slide_at(Slide *slide, int from)
{
    while (slide->queue[slide->first] < from) {
        slide->first++;
    }
    return slide->queue[slide->first];
}

/* From the greatest of each window that fits to, for each pixel, the least of its windows;
 * `greatest` is for the former. */
static void least_of_windows(FieldLine line, const uint8_t *greatest, int window, int *queue)
{
    Slide slide = {queue, 0, 0};
    int windows = line.count - window + 1, in = 0;
    for (int i = 0; i < line.count; i++) {
        for (; in <= i && in < windows; in++) {
            slide_in(&slide, greatest, in, true);
        }
        int at = slide_at(&slide, i - window + 1);
        line.at[(size_t)i * (size_t)line.step] = greatest[at];
    }
}

static void greatest_of_windows(FieldLine line, const uint8_t *level, int window, int *queue)
{
    Slide slide = {queue, 0, 0};
    for (int i = 0; i < line.count; i++) {
        slide_in(&slide, level, i, false);
        if (i >= window - 1) {
            line.at[(size_t)(i - window + 1) * (size_t)line.step] =
                level[slide_at(&slide, i - window + 1)];
        }
    }
}

/* Close by windows that lie inside. */
static bool close_inside(Field *field, int w, int h)
{
    int longer = field_longer(field);
    uint8_t *work = malloc((size_t)longer);
    int *queue = malloc((size_t)longer * sizeof *queue);
    for (int pass = 0; work != NULL && queue != NULL && pass < 4; pass++) {
        bool columns = pass % 2 == 1, least = pass >= 2;
        int window = columns ? h : w;
        for (int n = 0; n < (columns ? field->width : field->height); n++) {
            FieldLine line = line_of(field, columns, n);
            read_line(line, work);
            if (least) {
                least_of_windows(line, work, window, queue);
            } else {
                greatest_of_windows(line, work, window, queue);
            }
        }
    }
    free(queue);
    free(work);
    return work != NULL && queue != NULL;
}

/* Copy a field, or a part of it as large as the other, from one place to another. */
static void put(Field *to, int to_x, int to_y, const Field *from, int x, int y)
{
    int width = from->width < to->width ? from->width : to->width;
    int height = from->height < to->height ? from->height : to->height;
    for (int row = 0; row < height; row++) {
        memcpy(to->at + (size_t)(to_y + row) * (size_t)to->width + to_x,
               from->at + (size_t)(y + row) * (size_t)from->width + x, (size_t)width);
    }
}

bool field_close(Field *field, int w, int h, bool beyond)
{
    Field wide;
    if (!beyond) {
        return close_inside(field, w, h);
    }
    /* Beyond the field all is dark, so that it is the lightest of no window. */
    if (!field_make(&wide, field->width + 2 * w - 2, field->height + 2 * h - 2)) {
        return false;
    }
    put(&wide, w - 1, h - 1, field, 0, 0);
    bool ok = close_inside(&wide, w, h);
    put(field, 0, 0, &wide, w - 1, h - 1);
    field_free(&wide);
    return ok;
}
