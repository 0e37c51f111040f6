/* A plane in the space of all weights and biases, and the main directions of the way of a run
 * through that space. */
#ifndef NN_PLANE_H
#define NN_PLANE_H

#include "nn/net.h"

/** Directions that a plane has. */
enum { PLANE_AXES = 2 };

/** The networks origin + at[0] * along[0] + at[1] * along[1]. */
typedef struct Plane {
    Net origin;
    Net along[PLANE_AXES]; /* of length 1, at right angles; the padding is 0 */
} Plane;

/** A plane through `origin`, which is copied; its directions are 0 until plane_lead(). Errors: out
 * of memory; plane is zeroed then. */
bool plane_make(Plane *plane, const Net *origin, Err *err);

/** Release it; it is zeroed then. NULL and a zeroed one are allowed. */
void plane_free(Plane *plane);

/** Lead an axis along a direction of any length, of which the second axis takes what is at right
 * angles to the first. False, and the axis is 0, where nothing is left of it. */
bool plane_lead(Plane *plane, int axis, const Net *direction);

/** The network at a place of the plane. @param[out] net  of the same shape */
void plane_net(const Plane *plane, const double at[PLANE_AXES], Net *net);

/** The place of the plane that is nearest to a network of the same shape, in the weights' own
 * units. @return how far away the network is from it */
double plane_place(const Plane *plane, const Net *net, double at[PLANE_AXES]);

/** The sum of the products of all weights and biases of two networks of the same shape. */
double plane_dot(const Net *a, const Net *b);

/** Networks whose way plane_directions() takes at most, and directions that it finds. */
enum { PLANE_MOMENTS = 64, PLANE_DIRECTIONS = 3 };

/**
 * The main directions of a way, as seen from its end: the principal components of the differences
 * between its networks and the last one. Each leads so that the first network that is not at the
 * end lies on its negative side; the later ones so that the way swings out to the positive side.
 *
 * @param[in,out] net     of one shape, in the order of the way; all but the last become their
 *                        differences from it
 * @param nets            2..PLANE_MOMENTS
 * @param[out] direction  made networks of that shape, of length 1 or, where the way has no further
 *                        direction, 0
 * @param[out] share      of the sum of squared distances from the end, 0..1
 *
 * Source: Li et al. (2018), "Visualizing the loss landscape of neural nets", 7.2.
 */
void plane_directions(Net *net, int nets, Net direction[PLANE_DIRECTIONS],
                      double share[PLANE_DIRECTIONS]);

#endif
