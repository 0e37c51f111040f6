/* What views draw with: the renderer, the theme, the scale, and shapes and text in them. */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "ui/canvas.h"
#include "ui/text.h"
#include "ui/theme.h"

/** Sizes of discs and rings that are kept. */
enum { PAINT_DISCS = 32 };

/** Text sizes of the design, in pixels at scale 1. */
enum {
    PAINT_BODY = 13,
    PAINT_LABEL = 12,
    PAINT_AXIS = 11,
    PAINT_DIGIT = 15,
    PAINT_INVITATION = 20
};

/** Where in its box a line of text stands. */
typedef enum PaintAlign { PAINT_LEFT, PAINT_CENTRE, PAINT_RIGHT } PaintAlign;

/** The pictures that are drawn by the processor. */
typedef enum PaintCanvas {
    PAINT_DIAGRAM,
    PAINT_COST,
    PAINT_WALL,
    PAINT_LEARNING_COST,
    PAINT_LEARNING_ACCURACY,
    PAINT_TILES,
    PAINT_SIGMOID,
    PAINT_WISHES,
    PAINT_GHOST,
    PAINT_CLOSEUP,
    PAINT_MAP,
    PAINT_GROUND,
    PAINT_CANVASES
} PaintCanvas;

/** The 28x28 pictures. */
typedef enum PaintPixels { PAINT_SHEET, PAINT_INPUT, PAINT_PIXELS } PaintPixels;

/** A disc or a ring that is kept; it takes its colour when it is drawn. */
typedef struct PaintDisc {
    SDL_Texture *texture; /* white, 2 * radius_px wide */
    int radius_px;
    int ring_px; /* width of the ring, 0 for a full disc */
} PaintDisc;

/** All of it belongs to the UI thread. Release it with paint_free(). */
typedef struct Paint {
    SDL_Renderer *renderer; /* borrowed until paint_free() */
    const Theme *theme;
    float scale; /* output pixels a design pixel */
    Text text;
    PaintDisc disc[PAINT_DISCS];
    int next_disc;
    Canvas canvas[PAINT_CANVASES];
    SDL_Texture *pixels[PAINT_PIXELS];
    FILE *svg; /* borrowed: where all is drawn as SVG; NULL for the renderer */
} Paint;

/** Open the fonts, in the dark theme at scale 1; the rest is made as it is drawn. Errors: no font,
 * no memory. */
bool paint_make(Paint *paint, SDL_Renderer *renderer, Err *err);

/** Release all textures, canvases and fonts; not the renderer. */
void paint_free(Paint *paint);

/** Forget all textures: the renderer has lost them. */
void paint_forget(Paint *paint);

/** Draw as SVG from now on, all but the first and last lines of it; with NULL by the renderer
 * again. */
void paint_record(Paint *paint, FILE *svg);

/** Take another scale; cached text is drawn anew. */
void paint_set_scale(Paint *paint, float scale);

/** Design pixels as output pixels, rounded; at least 1 for what is above 0. */
int paint_px(const Paint *paint, float design_px);

/** A box in one colour, mixed with what is there where the colour is see-through. */
void paint_fill(Paint *out, SDL_Rect box, SDL_Color colour);

/** A box with round corners, `radius` in design pixels, at most half of its shorter side. */
void paint_round(Paint *out, SDL_Rect box, float radius, SDL_Color colour);

/** A rounded box with a hairline around it. */
void paint_panel(Paint *out, SDL_Rect box, float radius, SDL_Color fill, SDL_Color line);

/** A round outline inside a box, `line` design pixels wide. */
void paint_round_outline(Paint *out, SDL_Rect box, float radius, float line, SDL_Color colour);

/** What a picture stands on: a hairline shows around it, outside the box. */
void paint_frame(Paint *out, SDL_Rect box);

/** A hairline around a box, outside it, `gap` design pixels away. */
void paint_outline(Paint *out, SDL_Rect box, float gap, SDL_Color colour);

/** A disc around (x, y), in output pixels. */
void paint_disc(Paint *out, int x, int y, int radius_px, SDL_Color colour);

/** A ring around (x, y), a design pixel wide, within the radius. */
void paint_ring(Paint *out, int x, int y, int radius_px, SDL_Color colour);

/** One line of text, in the middle of the height of `box`, cut with "..." where it is too long. */
void paint_text(Paint *out, SDL_Rect box, PaintAlign align, const char *string, int size,
                TextWeight weight, SDL_Color colour);

/** Text broken at spaces into lines as wide as `box`; returns the height it took. Draws nothing
 * where `measure`. */
int paint_lines(Paint *out, SDL_Rect box, const char *string, int size, SDL_Color colour,
                bool measure);

/** Width of a line of text in output pixels. */
int paint_text_width(Paint *out, const char *string, int size, TextWeight weight);

/** A triangle that points right, its tip at (x, y). */
void paint_pointer(Paint *out, int x, int y, SDL_Color colour);

/** 28x28 levels as cells between paper and ink. */
void paint_cells(Paint *out, PaintPixels which, const Uint8 *level, SDL_Rect box, SDL_Color paper,
                 SDL_Color ink);

#endif
