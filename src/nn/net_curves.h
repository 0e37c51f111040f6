/* How a run of training went: its figures after each epoch, few enough to go with the network. */
#ifndef NN_NET_CURVES_H
#define NN_NET_CURVES_H

#include <stdbool.h>

/** The most points that are kept of a run. */
enum { NET_CURVE_POINTS = 256 };

/** After an epoch: on training images as they are, unchanged, and on the test images. Epoch 0 is
 * the network before training, with test figures alone. */
typedef struct NetPoint {
    int epoch;
    float train_cost, train_accuracy;
    float test_cost, test_accuracy; /* accuracy 0..1 */
} NetPoint;

/** A zeroed one is empty. It has no memory of its own, and is copied as it is. */
typedef struct NetCurves {
    NetPoint point[NET_CURVE_POINTS]; /* epochs rise */
    int points;
    int added;  /* that there ever were */
    int halved; /* times that every other one was dropped */
} NetCurves;

/** Add the next point. Of a long run every second point is kept, or every fourth, and so on, and
 * always the newest. */
void net_curves_add(NetCurves *curves, const NetPoint *point);

/**
 * The points as CSV: a line of names, then epoch, train_cost, train_accuracy, test_cost,
 * test_accuracy in a line each; epoch 0 has nothing between the commas of the train figures.
 *
 * @return on the heap, the caller frees it; NULL without memory
 */
char *net_curves_print(const NetCurves *curves);

/** Read what net_curves_print() wrote. Nothing in the text is trusted: false where it is not of
 * that form, where epochs do not rise or a figure is out of its range; curves are empty then. */
bool net_curves_parse(NetCurves *curves, const char *text);

#endif
