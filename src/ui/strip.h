/* The training strip: what is being done, curves, figures. Its buttons are widgets. */
#ifndef UI_STRIP_H
#define UI_STRIP_H

#include "ui/layout.h"
#include "ui/plot.h"

enum { STRIP_FIGURES = 5 };

typedef struct StripFigure {
    const char *name;
    char value[24]; /* "–" where there is none */
} StripFigure;

typedef struct Strip {
    char status[2][128];
    char speed[24]; /* beside its slider */
    float progress; /* 0..1 */
    bool time_line; /* a slider stands in the place of the progress */
    Plot cost, accuracy;
    StripFigure figure[STRIP_FIGURES];
} Strip;

void strip_draw(Paint *out, const Strip *strip, const Layout *layout);

#endif
