/* Connected parts: labelled row by row, labels that meet are joined. */
#include "ink/parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { EDGE_PX = 3 }; /* so near to a frame is at the border */

/* An outline counted in sides of pixels is so much longer than a line of any direction. */
static const double STAIRS = 0.785;

/* The first of the pixels that are joined with this one. */
static int root_of(int *joined, int at)
{
    while (joined[at] != at) {
        joined[at] = joined[joined[at]];
        at = joined[at];
    }
    return at;
}

static void join(int *joined, int a, int b)
{
    a = root_of(joined, a);
    b = root_of(joined, b);
    if (a < b) {
        joined[b] = a;
    } else {
        joined[a] = b;
    }
}

/* Join each marked pixel with those before it that it touches; -1 where there is no mark. */
static void join_all(const Field *mark, int *joined)
{
    int width = mark->width;
    for (int y = 0, i = 0; y < mark->height; y++) {
        for (int x = 0; x < width; x++, i++) {
            joined[i] = mark->at[i] ? i : -1;
            if (!mark->at[i]) {
                continue;
            }
            if (x > 0 && mark->at[i - 1]) {
                join(joined, i, i - 1);
            }
            for (int dx = -1; y > 0 && dx <= 1; dx++) {
                if (x + dx >= 0 && x + dx < width && mark->at[i - width + dx]) {
                    join(joined, i, i - width + dx);
                }
            }
        }
    }
}

/* Number the parts in the order of their first pixels; gives how many there are. */
static int number_them(int *joined, int pixels)
{
    int parts = 0;
    for (int i = 0; i < pixels; i++) {
        if (joined[i] == i) {
            joined[i] = parts++;
        } else if (joined[i] >= 0) {
            /* What it is joined with lies before it, and has its number already. */
            joined[i] = joined[joined[i]];
        }
    }
    return parts;
}

static void add_pixel(InkPart *part, int x, int y, int ink)
{
    part->x = x < part->x ? x : part->x;
    part->y = y < part->y ? y : part->y;
    part->end_x = x >= part->end_x ? x + 1 : part->end_x;
    part->end_y = y >= part->end_y ? y + 1 : part->end_y;
    part->area++;
    part->ink += ink;
}

static int sides_of(const Field *mark, int x, int y)
{
    int i = y * mark->width + x;
    return (x == 0 || !mark->at[i - 1]) + (x + 1 == mark->width || !mark->at[i + 1]) +
           (y == 0 || !mark->at[i - mark->width]) +
           (y + 1 == mark->height || !mark->at[i + mark->width]);
}

bool parts_find(const Field *mark, const Field *ink, int edge, InkParts *parts)
{
    int pixels = field_pixels(mark);
    *parts = (InkParts){.width = mark->width, .height = mark->height, .edge = edge};
    parts->of = malloc((size_t)pixels * sizeof *parts->of);
    if (parts->of == NULL) {
        return false;
    }
    join_all(mark, parts->of);
    for (int i = 0; i < pixels; i++) {
        parts->of[i] = parts->of[i] >= 0 ? root_of(parts->of, i) : -1;
    }
    parts->parts = number_them(parts->of, pixels);
    parts->part = malloc(((size_t)parts->parts + 1) * sizeof *parts->part);
    if (parts->part == NULL) {
        parts_free(parts);
        return false;
    }
    for (int i = 0; i < parts->parts; i++) {
        parts->part[i] = (InkPart){mark->width, mark->height, 0, 0, 0, 0, 0};
    }
    for (int y = 0, i = 0; y < mark->height; y++) {
        for (int x = 0; x < mark->width; x++, i++) {
            if (parts->of[i] >= 0) {
                add_pixel(&parts->part[parts->of[i]], x, y, ink->at[i]);
                parts->part[parts->of[i]].outline += sides_of(mark, x, y);
            }
        }
    }
    return true;
}

void parts_free(InkParts *parts)
{
    if (parts != NULL) {
        free(parts->part);
        free(parts->of);
        *parts = (InkParts){0};
    }
}

/* The part that a pixel touches, or -1. Those that were added in this round do not count. */
static int touched(const InkParts *parts, int x, int y)
{
    static const int STEP[][2] = {{-1, 0},  {1, 0},  {0, -1}, {0, 1},
                                  {-1, -1}, {1, -1}, {-1, 1}, {1, 1}};
    for (size_t i = 0; i < sizeof STEP / sizeof *STEP; i++) {
        int to_x = x + STEP[i][0], to_y = y + STEP[i][1];
        if (to_x >= 0 && to_y >= 0 && to_x < parts->width && to_y < parts->height) {
            int part = parts->of[to_y * parts->width + to_x];
            if (part >= 0) {
                return part;
            }
        }
    }
    return -1;
}

void parts_grow(InkParts *parts, const Field *ink, int times)
{
    /* Those of this round are below -1 until it is over. */
    for (int round = 0; round < times; round++) {
        for (int y = 0, i = 0; y < parts->height; y++) {
            for (int x = 0; x < parts->width; x++, i++) {
                int part = parts->of[i] == -1 && ink->at[i] > 0 ? touched(parts, x, y) : -1;
                parts->of[i] = part >= 0 ? -2 - part : parts->of[i];
            }
        }
        for (int i = 0; i < parts->width * parts->height; i++) {
            parts->of[i] = parts->of[i] < -1 ? -2 - parts->of[i] : parts->of[i];
        }
    }
}

double part_line(const InkPart *part)
{
    return 2.0 * part->area / fmax(1.0, STAIRS * part->outline);
}

int part_longer(const InkPart *part)
{
    int width = part->end_x - part->x, height = part->end_y - part->y;
    return width > height ? width : height;
}

bool part_at_border(const InkParts *parts, const InkPart *part)
{
    int near = parts->edge > 0 ? parts->edge + EDGE_PX : 0;
    return part->x <= near || part->y <= near || part->end_x >= parts->width - near ||
           part->end_y >= parts->height - near;
}
