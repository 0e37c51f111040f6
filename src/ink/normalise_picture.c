/* A grey picture made into the network's input. It is reduced to a handy size, made into ink on
 * paper, and then only resampled once, by area, so that an MNIST image stays as it is. */
#include "ink/normalise.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    HANDY_SIDE = 512,  /* larger pictures are reduced first, in pixels */
    FIT_SIDE = 20,     /* MNIST's digits fill 20x20 cells ... */
    CENTRE_CELL = 14,  /* ... moved by whole cells until their centre of mass lies in this one */
    CONTRAST_MIN = 16, /* levels; with less there is no ink, only an uneven grey */
    BOX_SHARE = 8,     /* ink below 1/8 of the strongest does not count for the box */
    NOISE_FACTOR = 6, /* ink is further from the paper's grey than half of the border, times this */
    GREYS = 256,
};

/* Levels row by row. */
typedef struct Picture {
    const uint8_t *level;
    int width, height;
} Picture;

/* Whole pixels x..end_x-1, y..end_y-1. */
typedef struct Box {
    int x, y, end_x, end_y;
} Box;

/* A grid of square cells laid over a picture, in its pixels. */
typedef struct Grid {
    double x, y, side;
} Grid;

/* The mean level of a rectangle of a picture; outside of it all is 0. */
static double mean_level(const Picture *picture, double x, double y, double width, double height)
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
static uint8_t *reduced(const Picture *picture, int *width, int *height)
{
    double ratio =
        fmax(1.0, (double)(picture->width > picture->height ? picture->width : picture->height) /
                      HANDY_SIDE);
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
static int border_greys(const Picture *picture, int count[GREYS])
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
static int grey_to_ink(uint8_t *level, const Picture *picture)
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

/* The box of the ink at or above a level; there is some. */
static Box ink_box(const Picture *ink, int least)
{
    Box box = {ink->width, ink->height, 0, 0};
    for (int y = 0; y < ink->height; y++) {
        for (int x = 0; x < ink->width; x++) {
            if (ink->level[y * ink->width + x] >= least) {
                box.x = x < box.x ? x : box.x;
                box.y = y < box.y ? y : box.y;
                box.end_x = x >= box.end_x ? x + 1 : box.end_x;
                box.end_y = y + 1;
            }
        }
    }
    return box;
}

/* Lay the sheet over a box so that its longer side is `side_cells` cells, in the middle; a box that
 * is not even leaves the smaller part before it, so that whole cells stay whole. */
static Grid grid_over(Box box, int side_cells)
{
    int width = box.end_x - box.x, height = box.end_y - box.y;
    double side = (double)(width > height ? width : height) / side_cells;
    double margin_x = floor((SHEET_SIDE - width / side) / 2);
    double margin_y = floor((SHEET_SIDE - height / side) / 2);
    return (Grid){box.x - margin_x * side, box.y - margin_y * side, side};
}

/* Resample onto the sheet; the strongest cell gets full ink. */
static void resample(Sheet *sheet, const Picture *ink, Grid grid)
{
    double mean[SHEET_CELLS], strongest = 0.0;
    for (int i = 0; i < SHEET_CELLS; i++) {
        mean[i] = mean_level(ink, grid.x + i % SHEET_SIDE * grid.side,
                             grid.y + i / SHEET_SIDE * grid.side, grid.side, grid.side);
        strongest = fmax(strongest, mean[i]);
    }
    for (int i = 0; i < SHEET_CELLS; i++) {
        sheet->cell[i] = strongest > 0.0 ? (uint8_t)lround(255.0 * mean[i] / strongest) : 0;
    }
}

/* Whole cells to move by, so that the centre of mass comes to its cell but no cell from low to
 * end-1 leaves the sheet. */
static int shift(float centre, int low, int end)
{
    int wanted = CENTRE_CELL - (int)floorf(centre);
    int least = -low, most = SHEET_SIDE - end;
    return wanted < least ? least : wanted > most ? most : wanted;
}

/* Move a grid laid over a box so that the centre of mass comes to the middle. */
static void centre_grid(Grid *grid, Box box, const Sheet *inked)
{
    Point centre = raster_centre(inked);
    int low_x = (int)lround((box.x - grid->x) / grid->side);
    int low_y = (int)lround((box.y - grid->y) / grid->side);
    int end_x = (int)ceil((box.end_x - grid->x) / grid->side - 1e-6);
    int end_y = (int)ceil((box.end_y - grid->y) / grid->side - 1e-6);
    grid->x -= shift(centre.x_cell, low_x, end_x) * grid->side;
    grid->y -= shift(centre.y_cell, low_y, end_y) * grid->side;
}

static void normalise_ink(const Picture *ink, int strongest, Preparation preparation, Sheet *input)
{
    if (preparation == PREPARATION_RAW) {
        resample(input, ink, grid_over((Box){0, 0, ink->width, ink->height}, SHEET_SIDE));
        return;
    }
    Box box = ink_box(ink, (strongest + BOX_SHARE - 1) / BOX_SHARE);
    Grid grid = grid_over(box, FIT_SIDE);
    resample(input, ink, grid);
    centre_grid(&grid, box, input);
    resample(input, ink, grid);
}

bool normalise_picture(const uint8_t *grey, int width, int height, Preparation preparation,
                       Sheet *input, Err *err)
{
    assert(width > 0 && height > 0);
    memset(input, 0, sizeof *input);
    Picture picture = {grey, width, height}, ink;
    uint8_t *level = reduced(&picture, &ink.width, &ink.height);
    if (level == NULL) {
        return err_set(err, "There is not enough memory for the picture; close other programs.");
    }
    ink.level = level;
    int strongest = grey_to_ink(level, &ink);
    if (strongest >= CONTRAST_MIN) {
        normalise_ink(&ink, strongest, preparation, input);
    }
    free(level);
    return true;
}
