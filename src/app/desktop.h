/* What the desktop says of its screens, and where a window goes on one. */
#ifndef APP_DESKTOP_H
#define APP_DESKTOP_H

#include <SDL.h>

/** How much larger than usual things are on this desktop, where SDL does not know of it: its X11
 * has pixels only. 1 where SDL does. The video of SDL must have started. */
float desktop_scale(void);

/** The part of a screen that a window may cover, in SDL's units. */
SDL_Rect desktop_usable(int display);

/** The scale of an X11 screen whose dots an inch nobody has set (then `dpi` is 0), or as it is set.
 */
float desktop_scale_of(float dpi, SDL_Rect usable);

/**
 * Where a window goes: whole, in the middle.
 *
 * @param scale  of the desktop
 * @param w, h   as it was the last time, at scale 1; 0 for the first time, when it is as large as
 *               the screen asks for
 */
SDL_Rect desktop_place(SDL_Rect usable, float scale, int w, int h);

#endif
