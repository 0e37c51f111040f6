/* Narrow things of two kinds weighed against each other, in a picture reduced. */
#include "ink/lean.h"

#include <math.h>

enum {
    SIDE_MOST = 256, /* pixels of the reduced picture's longer side, about */
    WIDTHS = 5,
    WINDOW_PX = 3,
    LEAST = 8, /* levels that do not count */
};

static const double WIDTH[WIDTHS] = {0.03, 0.05, 0.08, 0.13, 0.2}; /* of the longer side */
static const double ENOUGH = 0.15; /* levels, the mean of all pixels */
static const double PART = 0.025;  /* and this much of all that is narrow */
static const double LEVEL = 0.9;   /* of what there is in the next wider window is nearly all */
static const double FLAT = 0.65;   /* of it, where a shadow is wider than lines */
static const double ALL = 0.97;    /* of it is all that counts */
static const double MORE = 2.0;    /* times the other kind is decisive */

/* The picture by squares of pixels, each their mean. */
static bool reduce(const Field *grey, Field *small)
{
    int square = (field_longer(grey) + SIDE_MOST - 1) / SIDE_MOST;
    if (!field_make(small, (grey->width + square - 1) / square,
                    (grey->height + square - 1) / square)) {
        return false;
    }
    for (int i = 0; i < field_pixels(small); i++) {
        int left = i % small->width * square, top = i / small->width * square, sum = 0, count = 0;
        for (int y = top; y < top + square && y < grey->height; y++) {
            for (int x = left; x < left + square && x < grey->width; x++) {
                sum += grey->at[y * grey->width + x];
                count++;
            }
        }
        small->at[i] = (uint8_t)((sum + count / 2) / count);
    }
    return true;
}

/* How much a field is darker than when all is filled that is dark and narrower than a window. */
static bool weigh(const Field *grey, int window, int least, double *mean)
{
    Field filled;
    int w = window < grey->width ? window : grey->width;
    int h = window < grey->height ? window : grey->height;
    if (!field_copy(&filled, grey)) {
        return false;
    }
    bool ok = field_close(&filled, w, h, true);
    *mean = 0.0;
    for (int i = 0; ok && i < field_pixels(grey); i++) {
        *mean += fmax(0.0, filled.at[i] - grey->at[i] - least);
    }
    *mean /= field_pixels(grey);
    field_free(&filled);
    return ok;
}

/* Whether there is enough of a kind in windows of a width, and far more than of the other. */
static bool is_most(const double *of_kind, const double *of_other, int at, double enough)
{
    return of_kind[at] >= enough && of_kind[at] > MORE * of_other[at];
}

/* By the first width that is decisive. Light ink is still more than the dark in the next wider
 * windows: else it is the edge of dark lines, or grain. */
static Lean decide(const double dark[WIDTHS], const double light[WIDTHS])
{
    double most = fmax(dark[WIDTHS - 1], light[WIDTHS - 1]), enough = fmax(ENOUGH, PART * most);
    for (int i = 0; i < WIDTHS; i++) {
        if (is_most(dark, light, i, enough)) {
            return LEAN_DARK;
        }
        int next = i + 1 < WIDTHS ? i + 1 : i;
        if (is_most(light, dark, i, enough) && light[next] > dark[next]) {
            return LEAN_LIGHT;
        }
    }
    return LEAN_NONE;
}

/* The first width that nearly all ink is not wider than; 0 where it is not known. Where there is
 * much more ink in the widest windows, that is a shadow: the lines end where it grows least. */
static double width_of(const double *of_ink)
{
    int last = WIDTHS - 1, at = 0;
    if (of_ink[last - 1] < LEVEL * of_ink[last]) {
        double flattest = FLAT;
        last = 0;
        for (int i = 0; i + 1 < WIDTHS; i++) {
            if (of_ink[i] >= ENOUGH && of_ink[i] >= flattest * of_ink[i + 1]) {
                flattest = of_ink[i] / of_ink[i + 1];
                last = i;
            }
        }
    }
    while (of_ink[at] < ALL * of_ink[last]) {
        at++;
    }
    return last > 0 ? WIDTH[at] : 0.0;
}

bool lean_of(const Field *grey, double noise, Lean *lean, double *width)
{
    Field field[2] = {{0}};
    double mean[2][WIDTHS] = {{0}};
    int least = (int)(LEAST + 4.0 * noise);
    bool ok = reduce(grey, &field[0]) && field_copy(&field[1], &field[0]);
    for (int i = 0; ok && i < field_pixels(&field[1]); i++) {
        field[1].at[i] = (uint8_t)(UINT8_MAX - field[1].at[i]);
    }
    for (int i = 0; ok && i < 2 * WIDTHS; i++) {
        int window = (int)fmax(WINDOW_PX, ceil(WIDTH[i / 2] * field_longer(&field[0])));
        ok = weigh(&field[i % 2], window, least, &mean[i % 2][i / 2]);
    }
    *lean = decide(mean[0], mean[1]);
    int kind = *lean == LEAN_LIGHT;
    *width = *lean == LEAN_NONE ? 0.0 : width_of(mean[kind]) * field_longer(grey);
    field_free(&field[1]);
    field_free(&field[0]);
    return ok;
}
