/* Pictures of 28x28 signed numbers: blue above zero, orange below. All that show at once are parts
 * of one texture. */
#ifndef UI_TILES_H
#define UI_TILES_H

#include "ui/paint.h"

/** What is drawn in one frame: tiles_begin(), tiles_put() for each, tiles_upload(), tiles_show()
 * for each. */
typedef struct Tiles {
    Paint *out; /* borrowed */
    Uint32 shade[CANVAS_SHADES];
} Tiles;

/** Room for so many pictures, in columns and rows. False where there is no memory. */
bool tiles_begin(Tiles *tiles, Paint *out, int columns, int rows);

/** One picture; numbers of size `full` have the full colour, 0 is the colour of paper. */
void tiles_put(Tiles *tiles, int column, int row, const float *value, float full);

/** Ready to be shown. False where there is no memory. */
bool tiles_upload(Tiles *tiles);

/** Draw the picture that tiles_put() has there into a box of the window, with a hairline around. */
void tiles_show(Tiles *tiles, int column, int row, SDL_Rect box);

/** The scale under a picture: -full, the colours, +full. */
void tiles_scale_draw(Paint *out, float full, SDL_Rect box);

/** Where a wall of pictures has them. It scrolls by rows. */
typedef struct TilesPlaces {
    SDL_Rect box;
    int tiles, columns, rows; /* rows that show at once */
    int top;                  /* the first of them */
    int side_px, pitch_w, pitch_h;
    int caption_h; /* of the line under each; 0 where there are too many */
} TilesPlaces;

/** Place `tiles` pictures as large as they all fit; where that is too small, the wall scrolls.
 * Brings `top` into its range. */
void tiles_place(TilesPlaces *places, const Paint *paint, int tiles, int top, SDL_Rect box);

/** The picture's place, its caption, if any, under it. */
SDL_Rect tiles_box(const TilesPlaces *places, int tile);

/** The picture at (x, y), with its caption; -1 for none. */
int tiles_at(const TilesPlaces *places, int x, int y);

/** How far the wall is scrolled, at its right edge; nothing where all pictures show. */
void tiles_bar_draw(Paint *out, const TilesPlaces *places);

/** The side of a square in `room` px: whole pixels a cell, that is a multiple of 28, except where
 * more than a quarter of the room would be lost. */
int tiles_side(int room);

#endif
