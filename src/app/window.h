/* The window on the screen, and what draws into it. */
#ifndef APP_WINDOW_H
#define APP_WINDOW_H

#include <SDL.h>
#include <stdbool.h>

#include "app/app.h"
#include "base/err.h"
#include "ui/paint.h"

/** The window, and what draws into it; zeroed where it is not open. */
typedef struct Window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    Paint paint;
} Window;

/**
 * Make the window, which stays hidden, ready to be drawn. What there is to draw with is tried in
 * order; a driver that ends the program makes it begin anew without, see app/rescue.h.
 *
 * @param argv  of main()
 *
 * Errors: there is no display that somebody sees, or nothing that draws. Either way `w` is to be
 * closed.
 */
bool window_open(Window *w, char **argv, Err *err);

/** Show it as the last session left it, or the first time as the screen asks for: whole, and as
 * large as other things on the desktop. */
void window_show(const Window *w, App *app);

/** Tell state and settings how large the window is, where that has changed. */
void window_measure(const Window *w, App *app);

/** Draw the state. A hidden window is drawn when it is shown again: that is an event. */
void window_draw(const Window *w, const App *app);

/** Close it, and all of SDL. Accepts a zeroed one. */
void window_close(Window *w);

#endif
