/* What a number on the screen is: its name, its formula with the numbers put in, its unit. */
#ifndef UI_HINT_H
#define UI_HINT_H

#include "ui/paint.h"

/** Shown beside a place that is pointed at or has the keyboard. Empty title: nothing is shown. */
typedef struct Hint {
    char title[96];    /* "z of neuron 4 in layer 1" */
    char formula[320]; /* lines that end with a newline, the last may not */
    char unit[96];     /* "activation, 0 to 1; no probability"; "" for none */
} Hint;

/** Draw it near `about`, inside `window`, clear of `about`. */
void hint_draw(Paint *out, const Hint *hint, SDL_Rect about, SDL_Rect window);

#endif
