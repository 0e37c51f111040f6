/* The training strip: what is being done, curves, figures. Its buttons are widgets. */
#ifndef UI_STRIP_H
#define UI_STRIP_H

#include "ui/layout.h"
#include "ui/plot.h"

/** Figures of a run that it shows. */
enum { STRIP_FIGURES = 5 };

/** One line of the figures, name and value. */
typedef struct StripFigure {
    const char *name;
    char value[24]; /* "–" where there is none */
} StripFigure;

/** What the strip says; made anew with each frame. */
typedef struct Strip {
    char status[2][128];
    char speed[24]; /* beside its slider */
    float progress; /* 0..1 */
    bool time_line; /* a slider stands in the place of the progress */
    Plot cost, accuracy;
    StripFigure figure[STRIP_FIGURES];
} Strip;

/** Draw it in the boxes that `layout` has for it. Of a compact layout it is one plot, accuracy. */
void strip_draw(Paint *out, const Strip *strip, const Layout *layout);

#endif
