/* The outline of ink. */
#include "ink/contour.h"

#include <stdbool.h>

typedef struct ContourSpot {
    float x, y;
} ContourSpot;

/* Four cells that meet, clockwise from the upper left one. Side k is from corner k to the next. */
typedef struct Square {
    float level[4];
    ContourSpot middle[4]; /* of the cells */
} Square;

enum { CORNERS = 4 };

static float level_at(const uint8_t level[SHEET_CELLS], int x, int y)
{
    bool inside = x >= 0 && y >= 0 && x < SHEET_SIDE && y < SHEET_SIDE;
    return inside ? (float)level[y * SHEET_SIDE + x] : 0.0f;
}

static Square square_at(const uint8_t level[SHEET_CELLS], int x, int y)
{
    static const int DX[CORNERS] = {0, 1, 1, 0}, DY[CORNERS] = {0, 0, 1, 1};
    Square square;
    for (int k = 0; k < CORNERS; k++) {
        square.level[k] = level_at(level, x + DX[k], y + DY[k]);
        square.middle[k] = (ContourSpot){(float)(x + DX[k]) + 0.5f, (float)(y + DY[k]) + 0.5f};
    }
    return square;
}

/* Where the level is passed on a side that passes it. */
static ContourSpot passing(const Square *square, int side, float at)
{
    int next = (side + 1) % CORNERS;
    ContourSpot from = square->middle[side], to = square->middle[next];
    float share = (at - square->level[side]) / (square->level[next] - square->level[side]);
    return (ContourSpot){from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

static ContourPiece piece_between(const Square *square, int side, int other, float at)
{
    ContourSpot from = passing(square, side, at), to = passing(square, other, at);
    return (ContourPiece){from.x, from.y, to.x, to.y};
}

/* The pieces in one square: none, one, or where opposite corners are alike, two. */
static int add_square(const Square *square, float at, ContourPiece *piece)
{
    int side[CORNERS], passed = 0, pieces = 0;
    float sum = 0.0f;
    for (int k = 0; k < CORNERS; k++) {
        if ((square->level[k] > at) != (square->level[(k + 1) % CORNERS] > at)) {
            side[passed++] = k;
        }
        sum += square->level[k];
    }
    if (passed == 2) {
        piece[pieces++] = piece_between(square, side[0], side[1], at);
    }
    bool ink_in_middle = sum / CORNERS > at;
    for (int k = 0; passed == CORNERS && k < CORNERS; k++) {
        if ((square->level[k] > at) != ink_in_middle) { /* this corner is cut off */
            piece[pieces++] = piece_between(square, (k + CORNERS - 1) % CORNERS, k, at);
        }
    }
    return pieces;
}

int contour_of(const uint8_t level[SHEET_CELLS], float at, ContourPiece piece[CONTOUR_PIECES])
{
    int pieces = 0;
    for (int y = -1; y < SHEET_SIDE; y++) {
        for (int x = -1; x < SHEET_SIDE; x++) {
            Square square = square_at(level, x, y);
            pieces += add_square(&square, at, &piece[pieces]);
        }
    }
    return pieces;
}
