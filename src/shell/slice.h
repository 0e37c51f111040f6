/* Long work on the UI thread, a part a frame, so that the window answers meanwhile. */
#ifndef SHELL_SLICE_H
#define SHELL_SLICE_H

#include <SDL.h>
#include <stdbool.h>

/** The part of one frame. */
typedef struct Slice {
    Uint64 end; /* as SDL_GetPerformanceCounter() counts */
} Slice;

/** Begin the part of a frame: 2 ms. */
Slice slice_begin(void);

/** Whether there is time left for one more step. */
bool slice_goes_on(const Slice *slice);

#endif
