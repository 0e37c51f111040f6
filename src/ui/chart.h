/* The bar chart of the ten output activations, and the answer in large type. */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "nn/answer.h"
#include "ui/paint.h"

/** What the bars and the answer say. A zeroed chart rests. */
typedef struct Chart {
    float activation[NET_OUTPUTS]; /* 0..1; all 0 while the chart rests */
    float bar[NET_OUTPUTS];        /* how long they are: as much, or on the way to it */
    bool awake;                    /* there is an answer */
    Answer answer;
    bool several;    /* what is read looks like more than one digit */
    char second[16]; /* what the large network reads, where it was asked: "3 or 5"; else "" */
    float unclear;   /* how much the large answer lacks of its colour, 0..1 */
} Chart;

/** Show the outputs of a run. */
void chart_update(Chart *chart, const float outputs[NET_OUTPUTS]);

/** No drawing, no answer: the bars rest. */
void chart_rest(Chart *chart);

/** The middle of digit's row: the same in the chart and in the diagram's last column. */
int chart_row_y(SDL_Rect box, int digit);

/** Where the digit stands in the column of the ten digits. */
SDL_Rect chart_digit_box(const Paint *paint, SDL_Rect digits, int digit);

/** The ten digits, the strongest with an arrow where there is room for one; in an empty box
 * nothing, here and below. */
void chart_draw_digits(Paint *out, const Chart *chart, SDL_Rect digits);

/** Ten bars from 0 to 9; numbers right of them while it is awake. */
void chart_draw(Paint *out, const Chart *chart, SDL_Rect box);

/** The answer in large type, a digit or two in doubt or a question mark, and a line that says which
 * of these it is, or what the large network reads, or that one digit at a time is read. */
void chart_draw_answer(Paint *out, const Chart *chart, SDL_Rect box);

#endif
