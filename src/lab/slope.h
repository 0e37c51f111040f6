/* The cost of a network along a straight line through its weights, and how steep it is there: what
 * a ball that rolls down the curve goes by. Measured on a copy of the network, some images a call,
 * so that a window can go on meanwhile. */
#ifndef LAB_SLOPE_H
#define LAB_SLOPE_H

#include "nn/components.h"
#include "train/sgd.h"

/** A line, and a measurement on it. One thread's. */
typedef struct Slope {
    Net origin;    /* where its place is 0 */
    Net direction; /* of length 1 */
    Net moved;     /* the network at the place that is measured */
    Net gradient;  /* there, the mean of the images; after a measurement with it */
    NetActs acts;
    SgdRoom room;
    Dataset data; /* copies of images */
    NetCost kind;
    /* The measurement under way, or the last one. */
    const int *image; /* borrowed until it is over; NULL: all of them */
    int images, next; /* of it, and how many are done */
    bool with_gradient;
    double sum;
    double cost;  /* the mean of the images, once it is over */
    double slope; /* the gradient's share along the line: dC/d place; likewise, with a gradient */
} Slope;

/**
 * A line without a direction yet.
 *
 * @param net     copied
 * @param data    of which the first `images` are copied, at least one
 *
 * Errors: out of memory; `slope` is zeroed then. Release it with slope_free().
 */
bool slope_make(Slope *slope, const Net *net, const Dataset *data, int images, NetCost kind,
                Err *err);

/** Release it; it is zeroed then. NULL is allowed. */
void slope_free(Slope *slope);

/** The line along one weight or bias alone: its place is how much that is larger. */
void slope_along(Slope *slope, const Component *component);

/** The line the way that the cost rises fastest: along that gradient, which has the shape of the
 * network. False, and no other line, where it is all 0. */
bool slope_uphill(Slope *slope, const Net *gradient);

/**
 * Begin to measure at a place of the line.
 *
 * @param image   which images, numbers of the copies; borrowed until it is over. NULL: all
 * @param images  how many those are; of all, 0 will do
 */
void slope_begin(Slope *slope, double place, const int *image, int images, bool with_gradient);

/** Measure some images more. False once it is over: what was measured is there. */
bool slope_goes_on(Slope *slope);

/** The value of a weight or bias of the network that the line goes through. */
double slope_value(const Slope *slope, const Component *component);

#endif
