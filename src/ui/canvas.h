/* A picture drawn by the processor, pixel by pixel, for what SDL's renderer draws badly or slowly:
 * anti-aliased lines. */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include <SDL.h>
#include <stdbool.h>

/** Opaque pixels, row by row. A zeroed canvas is an empty one. */
typedef struct Canvas {
    Uint32 *pixel; /* ARGB8888 */
    int w, h;
    SDL_Texture *texture; /* made when it is shown; of the same size */
} Canvas;

/** Make it w x h pixels of one colour. False, and an empty canvas, where there is no memory. */
bool canvas_begin(Canvas *canvas, int w, int h, SDL_Color colour);
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

/** An anti-aliased disc. */
void canvas_disc(Canvas *canvas, float x, float y, float radius_px, SDL_Color colour);

/** Copy it to the window. */
void canvas_show(Canvas *canvas, SDL_Renderer *renderer, int x, int y);

#endif
