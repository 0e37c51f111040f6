/* The large answer, which does not flicker while a digit is drawn. */
#ifndef SHELL_STEADY_H
#define SHELL_STEADY_H

#include "nn/answer.h"

/** How long an answer that no other follows is held back, in ms. */
enum { STEADY_MS = 100 };

/** The answer that shows, and one that may be about to. Zeroed at the start. */
typedef struct Steady {
    Answer shown, next;
    int held; /* updates that next has come with in a row; 0 where there is none to come */
} Steady;

/** Another answer has come while the pen is down: it shows where it is clear, the second time that
 * it comes, or where it looks as what shows. @param outputs  that it is of */
void steady_follow(Steady *steady, const Answer *answer, const float outputs[NET_OUTPUTS]);

/** The answer shows at once. */
void steady_settle(Steady *steady, const Answer *answer);

#endif
