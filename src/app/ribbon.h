/* The ribbon of a run: what each output says of the drawing at every frame of the time line. The
 * view Learning has it at its bottom. */
#ifndef APP_RIBBON_H
#define APP_RIBBON_H

#include "app/app.h"
#include "ui/hint.h"

enum { RIBBON_ABOUT = 9000 }; /* its spot, for the view's explain() to pass on */

/** Compute what is stale, a part a frame: coarse first, then every moment. */
void ribbon_work(App *app);

/** As View.sleep_ms: 0 while something is stale, else -1. */
int ribbon_sleep_ms(const App *app);

/** Place it, with the buttons of the moment on show. 64 to 110 design pixels are high enough. */
void ribbon_update(App *app, SDL_Rect box);
void ribbon_draw(const App *app, SDL_Rect box);

/** A press or, where `dragged`, a move after one: its moment comes on show. False where the press
 * is not on it. */
bool ribbon_press(App *app, int x, int y, bool dragged);

/** What the place under the pointer is. */
void ribbon_explain(const App *app, SDL_Point at, Hint *hint);

#endif
