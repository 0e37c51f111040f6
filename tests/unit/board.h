/* A surface to draw on where there is no window: SDL's software renderer and the window's paint.
 * Included after cmocka.h. */
#ifndef UNIT_BOARD_H
#define UNIT_BOARD_H

#include <SDL.h>
#include <SDL_ttf.h>

#include "ui/paint.h"

typedef struct Board {
    SDL_Surface *surface; /* ARGB8888 */
    SDL_Renderer *renderer;
    Paint paint;
} Board;

/** A new one, w_px x h_px pixels. SDL runs until board_free(). */
static inline void board_make(Board *board, int w_px, int h_px)
{
    Err err = {0};
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
    assert_int_equal(SDL_Init(SDL_INIT_VIDEO), 0);
    assert_int_equal(TTF_Init(), 0);
    board->surface = SDL_CreateRGBSurfaceWithFormat(0, w_px, h_px, 32, SDL_PIXELFORMAT_ARGB8888);
    assert_non_null(board->surface);
    board->renderer = SDL_CreateSoftwareRenderer(board->surface);
    assert_non_null(board->renderer);
    if (!paint_make(&board->paint, board->renderer, &err)) {
        fail_msg("%s", err.text);
    }
}

static inline void board_free(Board *board)
{
    paint_free(&board->paint);
    SDL_DestroyRenderer(board->renderer);
    SDL_FreeSurface(board->surface);
    TTF_Quit();
    SDL_Quit();
}

/** One pixel, 0xrrggbb. What was drawn is flushed to the surface first. */
static inline Uint32 board_pixel(const Board *board, int x, int y)
{
    assert_true(x >= 0 && x < board->surface->w && y >= 0 && y < board->surface->h);
    SDL_RenderFlush(board->renderer);
    const Uint8 *row = (const Uint8 *)board->surface->pixels + y * board->surface->pitch;
    return ((const Uint32 *)(const void *)row)[x] & 0xffffffu;
}

/** A colour as board_pixel() gives it. */
static inline Uint32 board_colour(SDL_Color colour)
{
    return (Uint32)colour.r << 16 | (Uint32)colour.g << 8 | (Uint32)colour.b;
}

#endif
