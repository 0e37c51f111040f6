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

/** Its title as printf() has it, cut to what fits. */
void hint_title(Hint *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Its unit, likewise. */
void hint_unit(Hint *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Add to its formula, likewise. */
void hint_say(Hint *hint, const char *format, ...) __attribute__((format(printf, 2, 3)));

/** Bytes of a number, its final 0 included; at least WISH_TEXT. */
enum { HINT_NUMBER = 32 };

/** A number as text, for use as an argument; it lasts as long as the full expression. */
typedef struct HintNumber {
    char text[HINT_NUMBER];
} HintNumber;

/** A number with so many decimals; with a power of ten where they would say less than two digits of
 * it, or where it is huge: "0.1234", "1.2e-5". What is nearer to 0
 * than 1e-30 is 0: a sigmoid comes no nearer than 1e-38. 0 has no "-". */
HintNumber hint_number(double value, int decimals);

/** Likewise, with a sign before what is not negative. */
HintNumber hint_signed(double value, int decimals);

/** Exactly so many decimals, of a number that stands in a column; what rounds to 0 has no "-". */
HintNumber hint_fixed(double value, int decimals);

/** Likewise, with a sign before what is not negative. */
HintNumber hint_fixed_signed(double value, int decimals);

/** Two or three digits of it, as wish_print() has them. */
HintNumber hint_short(double value);

/** An activation with as many decimals as tell it from 1: "0.12", "0.99998". */
HintNumber hint_activation(double value);

/** Draw it near `about`, inside `window`, beside `clear`, which holds `about`. */
void hint_draw(Paint *out, const Hint *hint, SDL_Rect about, SDL_Rect clear, SDL_Rect window);

#endif
