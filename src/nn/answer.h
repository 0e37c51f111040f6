/* What the ten outputs say: a digit, a digit in doubt, or none. */
#ifndef NN_ANSWER_H
#define NN_ANSWER_H

#include "nn/net.h"

/** An output below this is no answer at all. */
static const float ANSWER_NONE_BELOW = 0.4f;

/** The strongest output below this is in doubt. */
static const float ANSWER_WEAK_BELOW = 0.92f;

/** So is one whose runner-up is above this share of it. */
static const float ANSWER_CLOSE_SHARE = 0.3f;

/** How far an answer is to be believed. */
typedef enum AnswerKind {
    ANSWER_SURE,
    ANSWER_DOUBT, /* the strongest output is weak, or the next one is close to it */
    ANSWER_NONE,  /* no output is strong enough: what the network sees is no digit it knows */
} AnswerKind;

/** What ten outputs say. */
typedef struct Answer {
    AnswerKind kind;
    int digit; /* of the strongest output */
    int other; /* of the next one */
} Answer;

/** The rule of doubt. Of equal outputs the lowest digit is the stronger. */
Answer answer_of(const float outputs[NET_OUTPUTS]);

/** "sure", "in doubt" or "no digit". */
const char *answer_name(AnswerKind kind);

#endif
