/* From colours and alpha to greys. */
#include "ink/tone.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    ALPHA_VARIES = 16, /* between the most and the least of a picture that is in part transparent */
    COLOUR_SPREAD = 24, /* standard deviation below which all ink is of one colour */
    SQUARINGS = 6,      /* of a matrix, until its largest eigenvalue is all that is left */
};

/* A picture of 4 bytes a pixel. */
typedef struct Rgba {
    const uint8_t *at;
    int width, height;
} Rgba;

/* The mean of a rectangle, colours weighted by alpha. */
static void mean_of(const Rgba *from, double x, double y, double w, double h, uint8_t to[4])
{
    double sum[4] = {0}, area = 0.0;
    int end_x = (int)fmin(ceil(x + w), from->width), end_y = (int)fmin(ceil(y + h), from->height);
    for (int row = (int)y; row < end_y; row++) {
        const uint8_t *at = from->at + 4 * ((size_t)row * (size_t)from->width + (size_t)x);
        double high = fmin(row + 1, y + h) - fmax(row, y);
        for (int col = (int)x; col < end_x; col++, at += 4) {
            double share = high * (fmin(col + 1, x + w) - fmax(col, x)), ink = share * at[3];
            area += share;
            sum[3] += ink;
            for (int c = 0; c < 3; c++) {
                sum[c] += ink * at[c];
            }
        }
    }
    for (int c = 0; c < 3; c++) {
        to[c] = (uint8_t)(sum[3] > 0.0 ? sum[c] / sum[3] + 0.5 : 0.0);
    }
    to[3] = (uint8_t)(area > 0.0 ? sum[3] / area + 0.5 : 0.0);
}

/* A copy no larger than TONE_MAX_SIDE, on the heap; NULL where memory is short. */
static uint8_t *reduced(const Rgba *from, Rgba *to)
{
    int longer = from->width > from->height ? from->width : from->height;
    double ratio = fmax(1.0, (double)longer / TONE_MAX_SIDE);
    *to = (Rgba){NULL, (int)fmax(1.0, from->width / ratio), (int)fmax(1.0, from->height / ratio)};
    size_t pixels = (size_t)to->width * (size_t)to->height;
    double w = (double)from->width / to->width, h = (double)from->height / to->height;
    uint8_t *made = malloc(4 * pixels);
    if (made != NULL && ratio == 1.0) {
        memcpy(made, from->at, 4 * pixels);
    } else if (made != NULL) {
        for (int i = 0; i < to->width * to->height; i++) {
            mean_of(from, i % to->width * w, i / to->width * h, w, h, made + 4 * (size_t)i);
        }
    }
    to->at = made;
    return made;
}

/* What alpha says. */
typedef struct Cover {
    bool varies, one_colour;
    double share;      /* of the picture that is covered */
    double mean_level; /* of what covers it */
} Cover;

static Cover cover_of(const Rgba *picture)
{
    double weight = 0.0, sum[3] = {0}, squares[3] = {0}, spread = 0.0;
    int least = UINT8_MAX, most = 0, pixels = picture->width * picture->height;
    for (int i = 0; i < pixels; i++) {
        const uint8_t *at = picture->at + 4 * (size_t)i;
        least = at[3] < least ? at[3] : least;
        most = at[3] > most ? at[3] : most;
        weight += at[3];
        for (int c = 0; c < 3; c++) {
            sum[c] += at[3] * at[c];
            squares[c] += at[3] * at[c] * at[c];
        }
    }
    Cover cover = {.varies = most - least >= ALPHA_VARIES, .share = weight / 255.0 / pixels};
    for (int c = 0; c < 3 && weight > 0.0; c++) {
        double mean = sum[c] / weight;
        cover.mean_level += mean / 3;
        spread = fmax(spread, squares[c] / weight - mean * mean);
    }
    cover.one_colour = spread < COLOUR_SPREAD * COLOUR_SPREAD;
    return cover;
}

/* Lay what is partly transparent on white or black: as the paper is where that is opaque, and
 * unlike the ink where the paper is not there. */
static void lay_on_ground(uint8_t *rgba, int pixels, const Cover *cover)
{
    bool light = cover->mean_level >= 128.0;
    int ground = (cover->share > 0.5) == light ? UINT8_MAX : 0;
    for (int i = 0; i < pixels; i++) {
        uint8_t *at = rgba + 4 * (size_t)i;
        for (int c = 0; c < 3; c++) {
            at[c] = (uint8_t)((at[c] * at[3] + ground * (UINT8_MAX - at[3]) + 127) / UINT8_MAX);
        }
    }
}

/* Add how the colours of two pixels differ. */
static void add_difference(double sum[3][3], const uint8_t *a, const uint8_t *b)
{
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            sum[i][j] += (a[i] - b[i]) * (a[j] - b[j]);
        }
    }
}

static void differences(const Rgba *picture, double sum[3][3])
{
    int lag = picture->width > 64 && picture->height > 64 ? 2 : 1;
    for (int y = 0; y < picture->height; y++) {
        for (int x = 0; x < picture->width; x++) {
            const uint8_t *at = picture->at + 4 * ((size_t)y * (size_t)picture->width + (size_t)x);
            if (x + lag < picture->width) {
                add_difference(sum, at, at + 4 * lag);
            }
            if (y + lag < picture->height) {
                add_difference(sum, at, at + 4 * (size_t)lag * (size_t)picture->width);
            }
        }
    }
}

static void square(double matrix[3][3])
{
    double made[3][3] = {{0}}, trace = matrix[0][0] + matrix[1][1] + matrix[2][2];
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
            for (int k = 0; k < 3; k++) {
                made[i][j] += matrix[i][k] * matrix[k][j] / (trace * trace);
            }
        }
    }
    memcpy(matrix, made, sizeof made);
}

/* The direction of colours in which neighbours differ most, its absolute values adding up to 1;
 * false where none do. */
static bool find_axis(const Rgba *picture, double axis[3])
{
    double sum[3][3] = {{0}}, length = 0.0, total = 0.0;
    differences(picture, sum);
    if (sum[0][0] + sum[1][1] + sum[2][2] <= 0.0) {
        return false;
    }
    for (int i = 0; i < SQUARINGS; i++) {
        square(sum);
    }
    int best = sum[0][0] > sum[1][1] ? 0 : 1;
    best = sum[2][2] > sum[best][best] ? 2 : best;
    for (int c = 0; c < 3; c++) {
        length += fabs(sum[best][c]);
        total += sum[best][c];
    }
    for (int c = 0; c < 3; c++) {
        axis[c] = (total < 0.0 ? -sum[best][c] : sum[best][c]) / length;
    }
    return true;
}

static bool is_grey(const Rgba *picture)
{
    for (int i = 0; i < picture->width * picture->height; i++) {
        const uint8_t *at = picture->at + 4 * (size_t)i;
        if (at[0] != at[1] || at[1] != at[2]) {
            return false;
        }
    }
    return true;
}

static void lay_along_axis(const Rgba *picture, Field *grey)
{
    double axis[3] = {0.299, 0.587, 0.114}, least = 0.0;
    if (is_grey(picture) || !find_axis(picture, axis)) {
        for (int i = 0; i < field_pixels(grey); i++) {
            grey->at[i] = picture->at[4 * (size_t)i + 1];
        }
        return;
    }
    for (int c = 0; c < 3; c++) {
        least += fmin(axis[c], 0.0);
    }
    for (int i = 0; i < field_pixels(grey); i++) {
        const uint8_t *at = picture->at + 4 * (size_t)i;
        double level = axis[0] * at[0] + axis[1] * at[1] + axis[2] * at[2] - 255.0 * least;
        grey->at[i] = (uint8_t)fmin(fmax(level + 0.5, 0.0), 255.0);
    }
}

bool tone_of(const uint8_t *rgba, int width, int height, Field *grey)
{
    Rgba whole = {rgba, width, height}, picture;
    uint8_t *made = reduced(&whole, &picture);
    *grey = (Field){0};
    if (made == NULL || !field_make(grey, picture.width, picture.height)) {
        free(made);
        return false;
    }
    Cover cover = cover_of(&picture);
    if (cover.varies && cover.one_colour) {
        for (int i = 0; i < field_pixels(grey); i++) {
            grey->at[i] = (uint8_t)(UINT8_MAX - made[4 * (size_t)i + 3]);
        }
    } else {
        if (cover.varies) {
            lay_on_ground(made, field_pixels(grey), &cover);
        }
        lay_along_axis(&picture, grey);
    }
    free(made);
    return true;
}
