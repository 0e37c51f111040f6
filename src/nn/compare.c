/* Two images compared, neuron by neuron. */
#include "nn/compare.h"

#include <math.h>
#include <stdlib.h>

float compare_change(const CompareMove *move)
{
    return move->after - move->before;
}

float compare_effect(const CompareMove *move)
{
    return compare_change(move) * move->slope;
}

static int order(float a, float b)
{
    return (fabsf(a) < fabsf(b)) - (fabsf(a) > fabsf(b));
}

/* Never 0 for two neurons: the list is the same with every sort. */
static int by_change(const void *left, const void *right)
{
    const CompareMove *a = left, *b = right;
    int first = order(compare_change(a), compare_change(b));
    int then = a->layer != b->layer ? a->layer - b->layer : a->neuron - b->neuron;
    return first ? first : then;
}

static int by_effect_first(const void *left, const void *right)
{
    int first = order(compare_effect(left), compare_effect(right));
    return first ? first : by_change(left, right);
}

int compare_moves(const Net *net, const NetActs *before, const NetActs *after, int digit,
                  bool by_effect, CompareMove *moves)
{
    DreamGradient with, without;
    dream_gradient(net, before, digit, &without);
    dream_gradient(net, after, digit, &with);
    int count = 0, last = net->shape.layers - 1;
    for (int l = 0; l <= last; l++) {
        for (int i = 0; i < net->shape.size[l + 1]; i++) {
            float slope = l < last ? (with.hidden[l][i] + without.hidden[l][i]) / 2 : 0;
            moves[count++] =
                (CompareMove){l, i, before->activation[l][i], after->activation[l][i], slope};
        }
    }
    qsort(moves, (size_t)count, sizeof *moves, by_effect ? by_effect_first : by_change);
    return count;
}
