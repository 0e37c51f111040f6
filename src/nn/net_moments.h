/* The moments of a run that go with its network in a file, so that it can be looked back at: in
 * tensors "moments.layers.0.weight" [moments, to, from] and "moments.layers.0.bias" [moments, to],
 * F32, and in the metadata under "moments", "run_epochs", "run_minibatches" and "run_curves". */
#ifndef NN_NET_MOMENTS_H
#define NN_NET_MOMENTS_H

#include "nn/net.h"
#include "nn/net_curves.h"
#include "nn/net_meta.h"

/** The most moments of a run. */
enum { NET_MOMENTS_MOST = 256 };

/** Some moments of a run, from its first weights to its newest. A zeroed one has none; release it
 * with net_moments_free(). */
typedef struct NetMoments {
    Net *net;     /* the weights at each, all of one shape */
    double *done; /* how much of the run was over, 0..1; rises */
    float *cost;  /* of the minibatches until then, a mean; 0 where nothing is known of it */
    int count;
    int epochs;       /* of the whole run, as it was planned; at least 1 */
    int64_t steps;    /* minibatches likewise; at least 1 */
    NetCurves curves; /* of the run up to the newest moment; empty where nothing is known of it */
} NetMoments;

/** Room for `count` moments of networks of that shape, all of it 0. Errors: out of memory;
 * `moments` is zeroed then. */
bool net_moments_make(NetMoments *moments, const NetShape *shape, int count, Err *err);

/** Release the networks; it is zeroed then. NULL and a zeroed one are allowed. */
void net_moments_free(NetMoments *moments);

/** Where a moment lies on a run's line, 0..1: the beginning, in which most changes, has the most
 * room. */
double net_moments_place(double done);

/**
 * Which moments stay where there is room for `most` of them, at least 2: evenly spread on the line,
 * the first and the newest always among them.
 *
 * @param held         one that stays too where `most` is 3 or more; -1 for none
 * @param[out] chosen  their numbers, rising
 *
 * @return how many
 */
int net_moments_choose(const NetMoments *moments, int most, int held, int *chosen);

/** Set the keys that tell of the `count` moments of `chosen`. Errors: out of memory, too many
 * entries. */
bool net_moments_put(const NetMoments *moments, const int *chosen, int count, NetMeta *meta,
                     Err *err);

/**
 * Read these keys, of which nothing is trusted.
 *
 * @param[in,out] moments  has room for its `count` of them; all but the networks is filled
 *
 * @return whether there are so many, in order, and every figure is in its range
 */
bool net_moments_get(const NetMeta *meta, NetMoments *moments);

#endif
