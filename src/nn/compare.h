/* Two images compared: which neurons moved from the one to the other, and what it did. */
#ifndef NN_COMPARE_H
#define NN_COMPARE_H

#include "nn/dream.h"

/** As many moves as the largest network has neurons. */
enum { COMPARE_MOST = NET_MAX_HIDDEN * NET_MAX_WIDTH + NET_OUTPUTS };

/** A neuron that moved. */
typedef struct CompareMove {
    int layer;           /* 0: the first hidden one; shape.layers - 1: the outputs */
    int neuron;          /* 0.. */
    float before, after; /* its activation */
    float slope; /* by how much z of the digit grows for 1 more of it: mean of dz/da with the
                    one image and with the other; 0 for outputs */
} CompareMove;

/** after - before */
float compare_change(const CompareMove *move);

/** change times slope: what the move did to z of the digit. Those of the last hidden layer sum up
 * to all that z has moved; those of the layers before are a first-order estimate. */
float compare_effect(const CompareMove *move);

/**
 * List all neurons behind the input, the greatest first.
 *
 * @param digit      the output whose z the effects are on
 * @param by_effect  sort by effect, without its sign; else, and where those are equal, by change
 * @param[out] moves one for each neuron, COMPARE_MOST at most
 *
 * @return how many
 */
int compare_moves(const Net *net, const NetActs *before, const NetActs *after, int digit,
                  bool by_effect, CompareMove *moves);

#endif
