/* Long work on the UI thread, a part a frame. */
#include "shell/slice.h"

static const double PART_S = 2e-3;

Slice slice_begin(void)
{
    double ticks = PART_S * (double)SDL_GetPerformanceFrequency();
    return (Slice){SDL_GetPerformanceCounter() + (Uint64)ticks};
}

bool slice_goes_on(const Slice *slice)
{
    return SDL_GetPerformanceCounter() < slice->end;
}
