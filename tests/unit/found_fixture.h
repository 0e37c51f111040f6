/* Pictures for the tests of what is found in them. */
#ifndef TEST_FOUND_FIXTURE_H
#define TEST_FOUND_FIXTURE_H

#include "base/rng.h"
#include "ink/found.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A grey picture on the heap. */
typedef struct Grey {
    uint8_t *grey;
    int width, height;
} Grey;

static inline Grey paper(int width, int height, uint8_t grey)
{
    Grey picture = {malloc((size_t)width * (size_t)height), width, height};
    assert_non_null(picture.grey);
    memset(picture.grey, grey, (size_t)width * (size_t)height);
    return picture;
}

static inline void fill(Grey *picture, int x, int y, int width, int height, uint8_t grey)
{
    for (int row = y; row < y + height; row++) {
        memset(picture->grey + (size_t)row * (size_t)picture->width + x, grey, (size_t)width);
    }
}

/* A seven, `side` pixels high, its top left corner at (x, y). */
static inline void draw_seven(Grey *picture, int x, int y, int side, uint8_t grey)
{
    int width = side * 7 / 10, line = side / 10;
    fill(picture, x, y, width, line, grey);
    fill(picture, x + width - line, y, line, side, grey);
}

/* A straight line with a round pen: each pixel changes towards `grey` by how much is covered. */
static inline void draw_grey_line(Grey *picture, Point from, Point to, float pen, int grey)
{
    float dx = to.x_cell - from.x_cell, dy = to.y_cell - from.y_cell;
    float length_sq = fmaxf(dx * dx + dy * dy, 1e-6f);
    for (int i = 0; i < picture->width * picture->height; i++) {
        float x = (float)(i % picture->width) + 0.5f - from.x_cell;
        float y = (float)(i / picture->width) + 0.5f - from.y_cell;
        float along = fminf(fmaxf((x * dx + y * dy) / length_sq, 0), 1);
        float share = pen / 2 + 0.5f - hypotf(x - along * dx, y - along * dy);
        share = fminf(fminf(share, pen), 1);
        if (share > 0) {
            float level = (float)picture->grey[i];
            picture->grey[i] = (uint8_t)(level + share * ((float)grey - level) + 0.5f);
        }
    }
}

/* Lines from point to point of a figure 1 high, so many pixels high, its corner at (x, y). */
static inline void draw_figure(Grey *picture, const Point *point, int points, Point corner,
                               float side, float pen, int grey)
{
    for (int i = 1; i < points; i++) {
        Point from = {corner.x_cell + side * point[i - 1].x_cell,
                      corner.y_cell + side * point[i - 1].y_cell};
        Point to = {corner.x_cell + side * point[i].x_cell, corner.y_cell + side * point[i].y_cell};
        draw_grey_line(picture, from, to, pen, grey);
    }
}

/* A three, 1 high. */
enum { THREE_POINTS = 8 };
static const Point THREE[THREE_POINTS] = {{0, 0.13f},    {0.25f, 0},     {0.5f, 0.1f},
                                          {0.6f, 0.32f}, {0.25f, 0.48f}, {0.52f, 0.58f},
                                          {0.6f, 0.82f}, {0.3f, 1}};

/* Grain: normal, of a standard deviation. */
static inline void add_noise(Grey *picture, float deviation, uint64_t seed)
{
    Rng rng;
    rng_init(&rng, seed);
    for (int i = 0; i < picture->width * picture->height; i++) {
        float level = (float)picture->grey[i] + deviation * rng_normal(&rng) + 0.5f;
        picture->grey[i] = (uint8_t)fminf(fmaxf(level, 0), 255);
    }
}

/* What is found, on the heap; the picture stays. */
static inline Found *found_in(const uint8_t *rgba, int width, int height, Preparation preparation)
{
    Err err;
    Found *found = malloc(sizeof *found);
    assert_non_null(found);
    assert_true(found_in_picture(rgba, width, height, preparation, found, &err));
    return found;
}

/* The same for a grey picture, which is freed. */
static inline Found *found_in_grey(Grey *picture, Preparation preparation)
{
    size_t pixels = (size_t)picture->width * (size_t)picture->height;
    uint8_t *rgba = malloc(4 * pixels);
    assert_non_null(rgba);
    for (size_t i = 0; i < pixels; i++) {
        memset(rgba + 4 * i, picture->grey[i], 3);
        rgba[4 * i + 3] = 255;
    }
    Found *found = found_in(rgba, picture->width, picture->height, preparation);
    free(rgba);
    free(picture->grey);
    *picture = (Grey){0};
    return found;
}

/* The input of the one digit in a grey picture, which is freed; blank where there is none. */
static inline Sheet input_of_grey(Grey *picture, Preparation preparation)
{
    Found *found = found_in_grey(picture, preparation);
    Sheet input = {0};
    assert_true(found->count <= 1);
    if (found->count == 1) {
        input = found->digit[0].input;
    }
    free(found);
    return input;
}

#endif
