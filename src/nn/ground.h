/* The ground of the cost: what a set of images costs the networks of a plane. The first layer's
 * sums are linear along a plane, so three of them an image serve all its points. */
#ifndef NN_GROUND_H
#define NN_GROUND_H

#include "nn/batch.h"
#include "nn/plane.h"

/** Made once for a plane and its images; any number of threads may read it then. */
typedef struct Ground {
    const Plane *plane; /* borrowed until ground_free() */
    NetCost cost;
    int images, capacity;
    int stride;                 /* floats of a row of sums, as in plane->origin.stride[0] */
    float *sum[1 + PLANE_AXES]; /* [image][neuron]: z of the origin, by how much it grows along each
                                   axis; into block */
    float *block;               /* 64-byte aligned */
    uint8_t *label;             /* of each image */
} Ground;

/** Room for one thread that asks for heights. */
typedef struct GroundRoom {
    Net net; /* of the place asked for, all but its first layer */
    Batch batch;
} GroundRoom;

/** Room for `images` images, none of which is there yet. Errors: out of memory; ground is zeroed
 * then. */
bool ground_make(Ground *ground, const Plane *plane, int images, NetCost cost, Err *err);

/** Release it; zeroed then. NULL and a zeroed one are allowed. */
void ground_free(Ground *ground);

/** Add an image; there is room for it. @param label  0..9, or NET_NO_DIGIT */
void ground_add(Ground *ground, const NetInput *input, uint8_t label);

/** Room for heights of a ground whose networks have that shape. Errors: out of memory; zeroed then.
 */
bool ground_room_make(GroundRoom *room, const NetShape *shape, Err *err);

/** Release it; zeroed then. NULL and a zeroed one are allowed. */
void ground_room_free(GroundRoom *room);

/** The mean cost of the images for the network at that place of the plane: that of plane_net(), to
 * some 1e-6 of it. There is at least one image. */
double ground_height(const Ground *ground, GroundRoom *room, const double at[PLANE_AXES]);

#endif
