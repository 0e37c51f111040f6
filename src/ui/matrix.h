/* The confusion matrix as a table: a row for each digit and one for all, a column for each answer,
 * then the share that is right and, where there is room, how many there are. */
#ifndef UI_MATRIX_H
#define UI_MATRIX_H

#include "nn/confusion.h"
#include "ui/paint.h"

/** Its columns and cells. */
enum {
    MATRIX_RIGHT = NET_OUTPUTS, /* columns behind those of the answers */
    MATRIX_OF,
    MATRIX_COLUMNS,
    MATRIX_CELLS = CONFUSION_SIDE * MATRIX_COLUMNS, /* cell = row * MATRIX_COLUMNS + column */
};

/** Where its parts are. */
typedef struct MatrixPlaces {
    SDL_Rect box;
    int columns;       /* that there is room for */
    int head_w;        /* of the digits before the rows */
    int note_h, row_h; /* of the line over the table, and of every row */
} MatrixPlaces;

/** Place it in a box: as wide as it may be, with the column "of" where that has room. */
void matrix_place(MatrixPlaces *places, const Paint *paint, SDL_Rect box);

/** Where a cell is; empty for a column that there is no room for. */
SDL_Rect matrix_cell_box(const MatrixPlaces *places, int cell);

/** The cell at (x, y); -1 for none. */
int matrix_cell_at(const MatrixPlaces *places, int x, int y);

/** Arrows, Home and End move the mark. False for other keys. */
bool matrix_key(const MatrixPlaces *places, SDL_Keycode key, int *marked);

/** @param marked  a cell, -1 for none */
void matrix_draw(Paint *out, const Confusion *confusion, const MatrixPlaces *places, int marked);

#endif
