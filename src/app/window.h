/* The window on the screen, and what draws into it. */
#ifndef APP_WINDOW_H
#define APP_WINDOW_H

#include <SDL.h>
#include <stdbool.h>

#include "app/app.h"
#include "base/err.h"
#include "ui/paint.h"

typedef struct Window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    Paint paint;
} Window;

/** Make the window, which stays hidden, ready to be drawn. Errors: there is no display, or nothing
 * that draws. Either way `w` is to be closed. */
bool window_open(Window *w, Err *err);

/** Show it as the last session left it. */
void window_show(const Window *w, const Settings *settings);

/** Tell the state how large the window is, where that has changed. */
void window_measure(const Window *w, App *app);

/** Draw the state. A hidden window is drawn when it is shown again: that is an event. */
void window_draw(const Window *w, const App *app);

/** Its size goes into the settings, as it is when it does not fill the screen. */
void window_keep_size(const Window *w, Settings *settings);

void window_close(Window *w);

#endif
