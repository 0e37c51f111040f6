/* The cost over a plane: heights, contour lines, shades, and the map. */
#include "base/relief.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

static const float LEAST_COST = 1e-9f;

/* How much darker a contour line is, and the thickness of half of it in pixels. */
static const float LINE_SHARE = 0.42f, LINE_HALF = 0.55f;

/* Costs from one contour line to the next: the first that makes few enough. */
static void choose_ratio(Relief *relief)
{
    static const double RATIO[] = {1.01, 1.02, 1.05, 1.1, 1.2, 1.41421356, 2.0, 4.0, 10.0, 100.0};
    enum { RATIOS = sizeof RATIO / sizeof RATIO[0], MOST = RELIEF_LINES - 3 };
    int i = 0;
    while (i < RATIOS - 1 && relief->highest - relief->lowest > MOST * (float)log(RATIO[i])) {
        i++;
    }
    relief->ratio = (float)log(RATIO[i]);
}

void relief_make(Relief *relief, const float *height, int side, int pitch, int step)
{
    relief->side = side;
    relief->lowest = HUGE_VALF;
    relief->highest = -HUGE_VALF;
    for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
            float log_cost = logf(fmaxf(height[(y * pitch + x) * step], LEAST_COST));
            relief->log_cost[y * side + x] = log_cost;
            relief->lowest = fminf(relief->lowest, log_cost);
            relief->highest = fmaxf(relief->highest, log_cost);
        }
    }
    choose_ratio(relief);
}

int relief_lines(const Relief *relief, float cost[RELIEF_LINES])
{
    int count = 0;
    for (int k = (int)ceilf(relief->lowest / relief->ratio);
         (float)k * relief->ratio <= relief->highest && count < RELIEF_LINES; k++) {
        cost[count++] = expf((float)k * relief->ratio);
    }
    return count;
}

float relief_share(const Relief *relief, int axis, double at)
{
    return (float)((at - relief->low[axis]) / (relief->high[axis] - relief->low[axis]));
}

float relief_level(const Relief *relief, float log_cost)
{
    float extent = fmaxf(relief->highest - relief->lowest, 1e-6f);
    return fminf(fmaxf((log_cost - relief->lowest) / extent, 0.0f), 1.0f);
}

/* The four points around a place along a side, and their weights: a cubic through the middle two
 * that leaves and arrives with the slopes around them. Source: Catmull and Rom (1974). */
typedef struct Taps {
    int at[4];
    float weight[4];
} Taps;

static Taps taps_at(float share, int side)
{
    Taps taps;
    float place = fminf(fmaxf(share, 0.0f), 1.0f) * (float)(side - 1);
    int first = number_min((int)place, side - 2);
    float t = place - (float)first, t2 = t * t, t3 = t2 * t;
    for (int i = 0; i < 4; i++) {
        taps.at[i] = number_clamp(first - 1 + i, 0, side - 1);
    }
    taps.weight[0] = -0.5f * t + t2 - 0.5f * t3;
    taps.weight[1] = 1.0f - 2.5f * t2 + 1.5f * t3;
    taps.weight[2] = 0.5f * t + 2.0f * t2 - 1.5f * t3;
    taps.weight[3] = -0.5f * t2 + 0.5f * t3;
    return taps;
}

static float tap(const float *value, const Taps *taps)
{
    return value[taps->at[0]] * taps->weight[0] + value[taps->at[1]] * taps->weight[1] +
           value[taps->at[2]] * taps->weight[2] + value[taps->at[3]] * taps->weight[3];
}

/* A line across the relief at v. */
static void fill_line(const Relief *relief, float v, float line[RELIEF_SIDE])
{
    Taps taps = taps_at(v, relief->side);
    for (int x = 0; x < relief->side; x++) {
        line[x] = 0.0f;
        for (int i = 0; i < 4; i++) {
            line[x] += taps.weight[i] * relief->log_cost[taps.at[i] * relief->side + x];
        }
    }
}

float relief_log_at(const Relief *relief, float u, float v)
{
    float line[RELIEF_SIDE];
    Taps taps = taps_at(u, relief->side);
    fill_line(relief, v, line);
    return tap(line, &taps);
}

double relief_cost_at(const Relief *relief, const double at[2])
{
    return exp((double)relief_log_at(relief, relief_share(relief, 0, at[0]),
                                     relief_share(relief, 1, at[1])));
}

/* Lines below the lowest height that bands may swing out to. */
enum { MARGIN = 2 };

float relief_first_line(const Relief *relief)
{
    return floorf(relief->lowest / relief->ratio) - MARGIN;
}

void relief_shades(const uint32_t colour[PALETTE_GROUND], uint32_t shade[RELIEF_SHADES])
{
    for (int i = 0; i < RELIEF_SHADES; i++) {
        float place = (float)i / (RELIEF_SHADES - 1) * (PALETTE_GROUND - 1);
        int first = number_min((int)place, PALETTE_GROUND - 2);
        shade[i] = 0xff000000u;
        for (int bits = 0; bits < 24; bits += 8) {
            uint8_t low = colour[first] >> bits & 255, high = colour[first + 1] >> bits & 255;
            shade[i] |= (uint32_t)palette_mix(low, high, place - (float)first) << bits;
        }
    }
}

bool relief_image_fit(ReliefImage *image, int w, int h, bool with_depth)
{
    if (image->w == w && image->h == h) {
        return image->pixel != NULL;
    }
    relief_image_free(image);
    size_t pixels = (size_t)number_max(w, 0) * (size_t)number_max(h, 0);
    image->pixel = pixels > 0 ? malloc(pixels * sizeof *image->pixel) : NULL;
    image->depth = pixels > 0 && with_depth ? malloc(pixels * sizeof *image->depth) : NULL;
    if (!image->pixel || (with_depth && !image->depth)) {
        relief_image_free(image);
        return false;
    }
    image->w = w;
    image->h = h;
    return true;
}

void relief_image_free(ReliefImage *image)
{
    free(image->pixel);
    free(image->depth);
    *image = (ReliefImage){0};
}

/* Pixels of a row at most. */
enum { MOST_W = 8192 };

/* Along a row: the contour lines below each pixel, as a number that grows by 1 from one to the
 * next. Between two points of the grid it is a cubic. */
static void fill_row(const Relief *relief, const float *line, int w, float first, float *band)
{
    float per_band = 1.0f / relief->ratio, step = (float)(relief->side - 1) / (float)w;
    int x = 0;
    for (int cell = 0; cell < relief->side - 1; cell++) {
        float a = line[number_max(cell - 1, 0)], b = line[cell], c = line[cell + 1],
              d = line[number_min(cell + 2, relief->side - 1)];
        float k1 = 0.5f * (c - a), k2 = a - 2.5f * b + 2.0f * c - 0.5f * d,
              k3 = 0.5f * (d - a) + 1.5f * (b - c);
        float end = cell == relief->side - 2 ? HUGE_VALF : 1.0f;
        for (float t; x < w && (t = ((float)x + 0.5f) * step - (float)cell) < end; x++) {
            band[x] = (((k3 * t + k2) * t + k1) * t + b) * per_band - first;
        }
    }
}

/* A pixel `band` lines up, where that was `left` and `above` in the pixels beside it. */
static uint32_t pixel_at(const uint32_t *shade, float band, float left, float above)
{
    int whole = (int)band;
    float away = band - (float)whole, across = band - left, down = band - above;
    away = away > 0.5f ? 1.0f - away : away;
    float slope = fabsf(across) + fabsf(down);
    if (away > slope * (LINE_HALF + 0.5f)) {
        return shade[whole];
    }
    slope = sqrtf(across * across + down * down);
    float cover = LINE_HALF + 0.5f - away / fmaxf(slope, 1e-6f);
    return cover <= 0.0f ? shade[whole]
                         : relief_dimmed(shade[whole], 1.0f - LINE_SHARE * fminf(cover, 1.0f));
}

void relief_map_rows(ReliefImage *image, const Relief *relief, const uint32_t shade[RELIEF_SHADES],
                     int from, int to)
{
    enum { BANDS = RELIEF_LINES + 2 * MARGIN };
    float line[RELIEF_SIDE], row[2][MOST_W];
    uint32_t of_band[BANDS];
    float first = relief_first_line(relief);
    int w = number_min(image->w, MOST_W);
    for (int i = 0; i < BANDS; i++) {
        float level = relief_level(relief, (first + (float)i + 0.5f) * relief->ratio);
        of_band[i] = shade[(int)(level * (RELIEF_SHADES - 1))];
    }
    for (int y = from - 1; y < to; y++) { /* the one before is known to compare with */
        float *band = row[y & 1], *above = row[~y & 1];
        uint32_t *pixel = image->pixel + (size_t)number_max(y, 0) * (size_t)image->w;
        fill_line(relief, 1.0f - ((float)y + 0.5f) / (float)image->h, line);
        fill_row(relief, line, w, first, band);
        for (int x = 0; x < w && y >= from; x++) {
            float here = fminf(fmaxf(band[x], 0.0f), BANDS - 1);
            pixel[x] = pixel_at(of_band, here, x > 0 ? band[x - 1] : here, above[x]);
        }
    }
}
