/* Ink as levels made into the network's input. */
#include "ink/levels.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "ink/slant.h"

enum {
    FIT_SIDE = 20,    /* MNIST's digits fill 20x20 cells ... */
    CENTRE_CELL = 14, /* ... moved by whole cells until their centre of mass lies in this one */
    BOX_SHARE = 8,    /* ink below 1/8 of the strongest does not count for the box */
};

/* From the top left corner to the bottom right one, in pixels of ink without its slant. */
typedef struct InkBox {
    double x, y, end_x, end_y;
} InkBox;

/* A grid of square cells laid over ink whose slant is removed, in its pixels. */
typedef struct Grid {
    double x, y, side;
    double slant; /* the middle of row y lies slant * (y + 0.5) further left than in the ink */
} Grid;

static int strongest_level(const Levels *ink)
{
    int strongest = 0;
    for (int i = 0; i < ink->width * ink->height; i++) {
        strongest = ink->level[i] > strongest ? ink->level[i] : strongest;
    }
    return strongest;
}

static InkSums sums_of(const Levels *ink)
{
    InkSums sums = {0};
    const uint8_t *above = NULL;
    for (int y = 0; y < ink->height; y++) {
        const uint8_t *level = ink->level + y * ink->width;
        slant_add_row(&sums, level, ink->width, y);
        slant_add_edges(&sums, above, level, ink->width);
        above = level;
    }
    slant_add_edges(&sums, above, NULL, ink->width);
    return sums;
}

static double row_shift(double slant, int row)
{
    return slant * (row + 0.5);
}

/* The box of the ink at or above a level; there is some. */
static InkBox ink_box(const Levels *ink, int least, double slant)
{
    InkBox box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int y = 0; y < ink->height; y++) {
        const uint8_t *level = ink->level + y * ink->width;
        int low = 0, end = ink->width;
        while (low < end && level[low] < least) {
            low++;
        }
        while (low < end && level[end - 1] < least) {
            end--;
        }
        if (low < end) {
            box.x = fmin(box.x, low - row_shift(slant, y));
            box.y = fmin(box.y, y);
            box.end_x = fmax(box.end_x, end - row_shift(slant, y));
            box.end_y = y + 1;
        }
    }
    return box;
}

/* Lay the sheet over a box so that its longer side is `side_cells` cells, in the middle; a box that
 * is not even leaves the smaller part before it, so that whole cells stay whole. */
static Grid grid_over(const InkBox *box, int side_cells, double slant)
{
    double width = box->end_x - box->x, height = box->end_y - box->y;
    double side = fmax(width, height) / side_cells;
    double margin_x = floor((SHEET_SIDE - width / side) / 2);
    double margin_y = floor((SHEET_SIDE - height / side) / 2);
    return (Grid){box->x - margin_x * side, box->y - margin_y * side, side, slant};
}

/* The ink of a row in each column of the grid; false where it has none. */
static bool row_ink(const Levels *ink, const Grid *grid, int row, double column[SHEET_SIDE])
{
    const uint8_t *level = ink->level + row * ink->width;
    int before[LEVELS_MAX_SIDE + 1]; /* the ink left of each pixel */
    before[0] = 0;
    for (int x = 0; x < ink->width; x++) {
        before[x + 1] = before[x] + level[x];
    }
    if (before[ink->width] == 0) {
        return false;
    }
    double start = grid->x + row_shift(grid->slant, row), left = 0.0;
    for (int i = 0; i <= SHEET_SIDE; i++) {
        double x = start + i * grid->side, right = 0.0;
        if (x >= ink->width) {
            right = before[ink->width];
        } else if (x > 0.0) {
            right = before[(int)x] + (x - (int)x) * level[(int)x];
        }
        if (i > 0) {
            column[i - 1] = right - left;
        }
        left = right;
    }
    return true;
}

/* Resample onto the sheet, which has some of the ink; the strongest cell gets full ink. */
static void resample(Sheet *sheet, const Levels *ink, const Grid *grid)
{
    double cell[SHEET_CELLS] = {0}, column[SHEET_SIDE], strongest = 0.0;
    for (int y = 0; y < ink->height; y++) {
        if (!row_ink(ink, grid, y, column)) {
            continue;
        }
        int row = (int)fmax((y - grid->y) / grid->side, 0.0);
        for (; row < SHEET_SIDE && grid->y + row * grid->side < y + 1; row++) {
            double top = grid->y + row * grid->side;
            double height = fmin(y + 1, top + grid->side) - fmax(y, top);
            for (int x = 0; x < SHEET_SIDE; x++) {
                cell[row * SHEET_SIDE + x] += height * column[x];
            }
        }
    }
    for (int i = 0; i < SHEET_CELLS; i++) {
        strongest = cell[i] > strongest ? cell[i] : strongest;
    }
    assert(strongest > 0.0);
    for (int i = 0; i < SHEET_CELLS; i++) {
        sheet->cell[i] = (uint8_t)(255.0 * cell[i] / strongest + 0.5);
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
static void centre_grid(Grid *grid, const InkBox *box, const Sheet *inked)
{
    Point centre = raster_centre(inked);
    int low_x = (int)lround((box->x - grid->x) / grid->side);
    int low_y = (int)lround((box->y - grid->y) / grid->side);
    int end_x = (int)ceil((box->end_x - grid->x) / grid->side - 1e-6);
    int end_y = (int)ceil((box->end_y - grid->y) / grid->side - 1e-6);
    grid->x -= shift(centre.x_cell, low_x, end_x) * grid->side;
    grid->y -= shift(centre.y_cell, low_y, end_y) * grid->side;
}

static void fit(Sheet *input, const Levels *ink, int least)
{
    InkBox box = ink_box(ink, least, 0.0);
    Grid grid = grid_over(&box, FIT_SIDE, 0.0);
    resample(input, ink, &grid);
    centre_grid(&grid, &box, input);
    resample(input, ink, &grid);
}

/* How far a grid moves, so that the centre of mass comes to the middle of its cell but nothing from
 * low to end leaves the sheet. All in pixels from the grid's corner. */
static double exact_shift(double centre, double low, double end, double side)
{
    double wanted = centre - (CENTRE_CELL + 0.5) * side;
    return fmin(fmax(wanted, end - SHEET_SIDE * side), low);
}

/* An image whose slant is removed is resampled anyway, so its centre of mass comes to where that of
 * a drawing does, and not just to the cell. */
static void straighten(Sheet *input, const Levels *ink, int least, Preparation preparation)
{
    InkSums sums = sums_of(ink);
    double slant = slant_of(&sums, preparation);
    InkBox box = ink_box(ink, least, slant);
    Grid grid = grid_over(&box, FIT_SIDE, slant);
    double y = sums.y / sums.weight + 0.5, x = sums.x / sums.weight + 0.5 - slant * y;
    grid.x += exact_shift(x - grid.x, box.x - grid.x, box.end_x - grid.x, grid.side);
    grid.y += exact_shift(y - grid.y, box.y - grid.y, box.end_y - grid.y, grid.side);
    resample(input, ink, &grid);
}

void levels_prepare(const Levels *ink, Preparation preparation, Sheet *input)
{
    assert(ink->width <= LEVELS_MAX_SIDE);
    memset(input, 0, sizeof *input);
    int strongest = strongest_level(ink), least = (strongest + BOX_SHARE - 1) / BOX_SHARE;
    if (strongest == 0) {
        return;
    }
    if (preparation == PREPARATION_RAW) {
        InkBox whole = {0, 0, ink->width, ink->height};
        Grid grid = grid_over(&whole, SHEET_SIDE, 0.0);
        resample(input, ink, &grid);
    } else if (preparation == PREPARATION_FITTED) {
        fit(input, ink, least);
    } else {
        straighten(input, ink, least, preparation);
    }
}
