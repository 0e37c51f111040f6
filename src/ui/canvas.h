/* A picture drawn by the processor, pixel by pixel, for what SDL's renderer draws badly or slowly:
 * anti-aliased lines. */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <SDL.h>
#include <stdbool.h>
#include <stdio.h>

/** Opaque pixels, row by row. A zeroed canvas is an empty one. */
typedef struct Canvas {
    Uint32 *pixel; /* ARGB8888 */
    int w, h;
    SDL_Texture *texture; /* made when it is shown; of the same size */
    FILE *svg;            /* borrowed: where it is shown as SVG; NULL for the window */
    FILE *drawn;          /* what was drawn since canvas_begin(), as SVG in `text` */
    char *text;
    size_t bytes;
} Canvas;

/** Make it w x h pixels of one colour. False, and an empty canvas, where there is no memory. */
bool canvas_begin(Canvas *canvas, int w, int h, SDL_Color colour);

/** Show it as SVG from the next canvas_begin() on; with NULL in the window again. */
void canvas_record(Canvas *canvas, FILE *svg);

/** Release pixels and texture; it is an empty canvas again. */
void canvas_free(Canvas *canvas);

/** Forget the texture: the renderer has lost it. */
void canvas_forget(Canvas *canvas);

/**
 * An anti-aliased straight line. What lies outside the canvas is left out.
 *
 * @param width_px  thinner than a pixel makes it fainter
 * @param colour    its alpha counts
 */
void canvas_line(Canvas *canvas, float x0, float y0, float x1, float y1, float width_px,
                 SDL_Color colour);

/** A band from x0 to x1 that leaves and arrives level; at its ends it reaches from `top` to
 * `bottom`. */
void canvas_ribbon(Canvas *canvas, float x0, float x1, const float top[2], const float bottom[2],
                   SDL_Color colour);

/** An anti-aliased disc. */
void canvas_disc(Canvas *canvas, float x, float y, float radius_px, SDL_Color colour);

/** The side of a picture, in cells. */
enum { CANVAS_SIDE = 28 };

/** Levels that a pixel can have. */
enum { CANVAS_LEVELS = 256 };

/** Mix their colours, from paper to ink. */
void canvas_levels(SDL_Color paper, SDL_Color ink, Uint32 shade[CANVAS_LEVELS]);

/** A picture of 28x28 levels, a pixel each, its top left corner at (x, y). All of it lies on the
 * canvas. */
void canvas_picture(Canvas *canvas, int x, int y, const Uint8 *level,
                    const Uint32 shade[CANVAS_LEVELS]);

/** Colours of signed numbers, from the most negative to the most positive; the middle one is 0. */
enum { CANVAS_SHADES = 255 };

/** Mix them from three colours. */
void canvas_shades(SDL_Color negative, SDL_Color zero, SDL_Color positive,
                   Uint32 shade[CANVAS_SHADES]);

/** A picture of 28x28 signed numbers as canvas_picture(); those of size `full` and beyond have the
 * last colours. */
void canvas_signed(Canvas *canvas, int x, int y, const float *value, float full,
                   const Uint32 shade[CANVAS_SHADES]);

/** A box in one colour. What lies outside the canvas is left out. */
void canvas_fill(Canvas *canvas, SDL_Rect box, SDL_Color colour);

/** All of its pixels, ARGB8888 as it has them itself; what was drawn before is gone. */
void canvas_pixels(Canvas *canvas, const Uint32 *pixel);

/** Copy it to the window: of an SVG lines, ribbons, discs, boxes and whole pictures alone. */
void canvas_show(Canvas *canvas, SDL_Renderer *renderer, int x, int y);

/** Make it ready for canvas_show_part(). False where there is no memory. */
bool canvas_upload(Canvas *canvas, SDL_Renderer *renderer);

/** Copy a part of it to the window, larger or smaller, pixel by pixel. */
void canvas_show_part(Canvas *canvas, SDL_Renderer *renderer, SDL_Rect part, SDL_Rect box);

#endif
