/* Dashes: for what is not there yet, and what leads from one thing to another. */
#ifndef UI_DASHES_H
#define UI_DASHES_H

#include "ui/paint.h"

/** From one place to another, right or down. */
void dashes_line(Paint *out, SDL_Point from, SDL_Point to, SDL_Color colour);

/** The edge of a box. */
void dashes_box(Paint *out, SDL_Rect box, SDL_Color colour);

#endif
