/* A grey picture made into the network's input. It is reduced to a handy size, made into ink on
 * paper, and then only resampled once. */
#include "ink/normalise.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/levels.h"

enum {
    CONTRAST_MIN = 16, /* levels; with less there is no ink, only an uneven grey */
    NOISE_FACTOR = 6, /* ink is further from the paper's grey than half of the border, times this */
    GREYS = 256,
};

/* The mean level of a rectangle of a picture; outside of it all is 0. */
static double mean_level(const Levels *picture, double x, double y, double width, double height)
{
    double sum = 0.0;
    int end_y = (int)fmin(ceil(y + height), picture->height);
    int end_x = (int)fmin(ceil(x + width), picture->width);
    for (int row = (int)fmax(floor(y), 0.0); row < end_y; row++) {
        const uint8_t *level = picture->level + (size_t)row * (size_t)picture->width;
        double row_sum = 0.0;
        for (int col = (int)fmax(floor(x), 0.0); col < end_x; col++) {
            row_sum += level[col] * (fmin(col + 1, x + width) - fmax(col, x));
        }
        sum += row_sum * (fmin(row + 1, y + height) - fmax(row, y));
    }
    return sum / (width * height);
}

/* A copy no larger than the handy size, on the heap; NULL where memory is short. */
static uint8_t *reduced(const Levels *picture, int *width, int *height)
{
    double ratio =
        fmax(1.0, (double)(picture->width > picture->height ? picture->width : picture->height) /
                      LEVELS_MAX_SIDE);
    *width = (int)fmax(1.0, picture->width / ratio);
    *height = (int)fmax(1.0, picture->height / ratio);
    uint8_t *level = malloc((size_t)*width * (size_t)*height);
    double pitch_x = (double)picture->width / *width, pitch_y = (double)picture->height / *height;
    for (int i = 0; level != NULL && i < *width * *height; i++) {
        level[i] = (uint8_t)lround(
            mean_level(picture, i % *width * pitch_x, i / *width * pitch_y, pitch_x, pitch_y));
    }
    return level;
}

/* How many pixels of the border have each grey; gives their number. */
static int border_greys(const Levels *picture, int count[GREYS])
{
    int total = 0;
    memset(count, 0, GREYS * sizeof *count);
    for (int y = 0; y < picture->height; y++) {
        bool edge = y == 0 || y == picture->height - 1;
        int step = edge || picture->width == 1 ? 1 : picture->width - 1;
        for (int x = 0; x < picture->width; x += step) {
            count[picture->level[y * picture->width + x]]++;
            total++;
        }
    }
    return total;
}

/* The grey of the paper: the median of the border. */
static int paper_grey(const int count[GREYS], int total)
{
    int grey = 0;
    for (int below = count[0]; below * 2 < total; below += count[grey]) {
        grey++;
    }
    return grey;
}

/* How far half of the border is from the grey of the paper at most. */
static int border_spread(const int count[GREYS], int total, int paper)
{
    int spread = 0;
    for (int near = count[paper]; near * 2 < total;) {
        spread++;
        near += paper - spread >= 0 ? count[paper - spread] : 0;
        near += paper + spread < GREYS ? count[paper + spread] : 0;
    }
    return spread;
}

/* Turn greys into ink, 0 for paper; gives the strongest. */
static int grey_to_ink(uint8_t *level, const Levels *picture)
{
    int count[GREYS], total = border_greys(picture, count);
    int paper = paper_grey(count, total);
    int noise = NOISE_FACTOR * border_spread(count, total, paper);
    int pixels = picture->width * picture->height, strongest = 0;
    int64_t sum = 0;
    for (int i = 0; i < pixels; i++) {
        sum += level[i] - paper;
    }
    int sign = sum < 0 ? -1 : 1;
    for (int i = 0; i < pixels; i++) {
        int ink = sign * (level[i] - paper);
        level[i] = ink > noise ? (uint8_t)ink : 0;
        strongest = level[i] > strongest ? level[i] : strongest;
    }
    return strongest;
}

bool normalise_picture(const uint8_t *grey, int width, int height, Preparation preparation,
                       Sheet *input, Err *err)
{
    assert(width > 0 && height > 0);
    memset(input, 0, sizeof *input);
    Levels picture = {grey, width, height}, ink;
    uint8_t *level = reduced(&picture, &ink.width, &ink.height);
    if (level == NULL) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory for the picture; close other programs.");
    }
    ink.level = level;
    int strongest = grey_to_ink(level, &ink);
    if (strongest >= CONTRAST_MIN) {
        levels_prepare(&ink, preparation, input);
    }
    free(level);
    return true;
}

void normalise_image(const Sheet *image, Preparation preparation, Sheet *input)
{
    if (preparation == PREPARATION_STRAIGHTENED) {
        Levels ink = {image->cell, SHEET_SIDE, SHEET_SIDE};
        levels_prepare(&ink, preparation, input);
    } else {
        *input = *image;
    }
}
