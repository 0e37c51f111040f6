/* The training strip: folded, one line; open, the time line of the run with its cost on it, and
 * figures. Its buttons and its slider are widgets. */
#ifndef UI_STRIP_H
#define UI_STRIP_H

#include "ui/layout.h"
#include "ui/paint.h"

/** Figures of a run that it shows; points and ticks at most. */
enum { STRIP_FIGURES = 4, STRIP_POINTS = 768, STRIP_TICKS = 12 };

/** One line of the figures, name and value. */
typedef struct StripFigure {
    char name[32];
    char value[24]; /* "–" where there is none */
    bool old;       /* it is of other weights than those on show */
} StripFigure;

/** What a minibatch cost: shares of the time line's width and height, 0..1 and from below. */
typedef struct StripPoint {
    float at, cost, smooth;
} StripPoint;

/** A number on an axis, at a share of it. */
typedef struct StripTick {
    float at;
    char text[16];
} StripTick;

/** What the strip says; made anew with each frame. */
typedef struct Strip {
    char status[160];
    char speed[24]; /* beside its slider */
    char title[64]; /* over the time line */
    StripPoint point[STRIP_POINTS];
    int points;
    StripTick across[STRIP_TICKS], up[STRIP_TICKS];
    int ticks_across, ticks_up;
    float end; /* where the run is planned to end; above 1 beyond the line */
    StripFigure figure[STRIP_FIGURES];
} Strip;

/** Draw its cost on the time line in a box, the numbers of the axes left of it and under it. */
void strip_draw_cost(Paint *out, const Strip *strip, SDL_Rect box);

/** Draw it in the boxes that `layout` has for it. */
void strip_draw(Paint *out, const Strip *strip, const Layout *layout);

#endif
