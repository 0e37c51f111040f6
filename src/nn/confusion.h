/* How often which digit was taken for which. */
#ifndef NN_CONFUSION_H
#define NN_CONFUSION_H

#include "nn/net.h"

/** The rows and columns of the matrix. */
enum {
    CONFUSION_ALL = NET_OUTPUTS, /* in the place of a digit: all of them together */
    CONFUSION_SIDE = NET_OUTPUTS + 1,
};

/** The confusion matrix with its totals. A zeroed one is empty. */
typedef struct Confusion {
    int count[CONFUSION_SIDE][CONFUSION_SIDE]; /* [label][answer], each a digit or CONFUSION_ALL */
} Confusion;

/** Count one image: a digit, and what it was taken for. */
void confusion_add(Confusion *confusion, int label, int answer);

/** Images of a digit, or of all, that were taken for what they are. */
int confusion_right(const Confusion *confusion, int label);

/** The share of them, 0..1; 0 where there are no images. */
double confusion_accuracy(const Confusion *confusion, int label);

#endif
