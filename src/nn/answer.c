/* What the ten outputs say. */
#include "nn/answer.h"

static AnswerKind kind_of(float best, float next)
{
    if (best < ANSWER_NONE_BELOW) {
        return ANSWER_NONE;
    }
    bool doubtful = best < ANSWER_WEAK_BELOW || next > ANSWER_CLOSE_SHARE * best;
    return doubtful ? ANSWER_DOUBT : ANSWER_SURE;
}

Answer answer_of(const float outputs[NET_OUTPUTS])
{
    int digit = net_answer(outputs), other = digit == 0 ? 1 : 0;
    for (int i = 0; i < NET_OUTPUTS; i++) {
        if (i != digit && outputs[i] > outputs[other]) {
            other = i;
        }
    }
    return (Answer){kind_of(outputs[digit], outputs[other]), digit, other};
}

const char *answer_name(AnswerKind kind)
{
    static const char *const NAME[] = {
        [ANSWER_SURE] = "sure", [ANSWER_DOUBT] = "in doubt", [ANSWER_NONE] = "no digit"};
    return NAME[kind];
}
