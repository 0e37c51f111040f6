/* A wall of 28x28 pictures with captions. It scrolls by rows; one picture is marked. Of a long wall
 * only the tiles that show need be there. */
#ifndef UI_WALL_H
#define UI_WALL_H

#include "ui/paint.h"

/** Bytes of a caption, its final 0 included. */
enum { WALL_CAPTION_MAX = 40 };

/** How a picture stands out. */
typedef enum WallFrame {
    WALL_PLAIN,
    WALL_FRAMED, /* set apart */
    WALL_BAD,    /* something is wrong with it: the caption says so, too */
} WallFrame;

/** One picture. */
typedef struct WallTile {
    const Uint8 *level; /* 28x28, row by row; borrowed */
    char caption[WALL_CAPTION_MAX];
    WallFrame frame;
} WallTile;

/** The wall: which of its pictures there are, and how far it is scrolled. */
typedef struct Wall {
    const WallTile *tile; /* borrowed; those from `first` on that show */
    int first;            /* the number of tile[0] */
    int tiles;            /* on the whole wall */
    int columns;          /* 0 for as many as fit */
    bool captions;        /* there is room for them under the pictures */
    int marked;           /* -1 for none */
    int top;              /* the first row that is shown */
} Wall;

/** Where its parts are. */
typedef struct WallPlaces {
    SDL_Rect box;
    int columns, rows;      /* that are shown at once, at least one */
    int tiles_w;            /* of all columns */
    int pitch_w, pitch_h;   /* from one picture to the next */
    int side_px, caption_h; /* of a picture, and of the line under it */
    int bar_w;              /* of the bar at its right edge */
} WallPlaces;

/** Fill in the places, and bring `top` and `marked` into the range that there is. */
void wall_place(WallPlaces *places, Wall *wall, const Paint *paint, SDL_Rect box);

/** How many tiles show, and the number of the first of them. */
int wall_showing(const Wall *wall, const WallPlaces *places, int *first);

/** Where a picture stands that shows. */
SDL_Rect wall_tile_box(const Wall *wall, const WallPlaces *places, int tile);

/** The picture at (x, y); -1 for none. */
int wall_tile_at(const Wall *wall, const WallPlaces *places, int x, int y);

/** Mark a picture, the nearest there is, and scroll so that it shows. */
void wall_mark(Wall *wall, const WallPlaces *places, int tile);

/** Scroll by rows, as far as there are any. */
void wall_scroll(Wall *wall, const WallPlaces *places, int rows);

/** Whether (x, y) is on the bar that tells how far it is scrolled; not where everything shows. */
bool wall_bar_at(const Wall *wall, const WallPlaces *places, int x, int y);

/** Scroll so that the bar's thumb is at y, as it is dragged. */
void wall_drag_bar(Wall *wall, const WallPlaces *places, int y);

/** Arrows, Page Up and Down, Home and End move the mark. False for other keys. */
bool wall_key(Wall *wall, const WallPlaces *places, SDL_Keycode key);

/** Draw that bar. */
void wall_bar_draw(Paint *out, const Wall *wall, const WallPlaces *places);

/** Draw what shows of it: pictures, captions, frames, the mark, and a bar where not all of it
 * shows. Without memory for the pictures, the rest. */
void wall_draw(Paint *out, const Wall *wall, const WallPlaces *places);

#endif
