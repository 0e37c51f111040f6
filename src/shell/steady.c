/* The large answer, which does not flicker while a digit is drawn. */
#include "shell/steady.h"

#include <stdbool.h>

enum { HELD_LEAST = 2 };

/* An output leads so far that one point of the pen does not make it. */
static const float CLEAR_LEAD = 0.9f;

/* Whether two are drawn alike. */
static bool alike(const Answer *a, const Answer *b)
{
    return a->kind == b->kind && (a->kind == ANSWER_NONE || a->digit == b->digit) &&
           (a->kind != ANSWER_DOUBT || a->other == b->other);
}

void steady_follow(Steady *steady, const Answer *answer, const float outputs[NET_OUTPUTS])
{
    bool clear = answer->kind == ANSWER_SURE &&
                 outputs[answer->digit] - outputs[answer->other] >= CLEAR_LEAD;
    steady->held = steady->held > 0 && alike(&steady->next, answer) ? steady->held + 1 : 1;
    steady->next = *answer;
    if (clear || steady->held >= HELD_LEAST || alike(&steady->shown, answer)) {
        steady_settle(steady, answer);
    }
}

void steady_settle(Steady *steady, const Answer *answer)
{
    *steady = (Steady){.shown = *answer};
}
