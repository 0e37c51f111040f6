/* What Inkling itself keeps of a network beside its weights, and how that is put in keys and
 * values: under "format", "layers", "activation", "preparation", "data", "augmentation", "cost",
 * "seed", "epochs", "minibatch", "threads", "rate", "first_layer", "decay", "test_accuracy",
 * "curves", "notice".
 */
#ifndef NN_NET_INFO_H
#define NN_NET_INFO_H

#include "nn/net.h"
#include "nn/net_curves.h"
#include "nn/net_meta.h"

/** The "format" of its files; a later one has another number. */
#define NET_INFO_FORMAT "inkling 1"

/** Bytes of a learning rate as text, its final 0 included. */
enum { NET_RATE_MAX = 48 };

/** What is known of a network beside its weights. */
typedef struct NetInfo {
    char preparation[16];   /* of its inputs: as preparation_name() has them */
    char data[64];          /* what it was trained on: "MNIST"; empty where it was not trained */
    char augmentation[128]; /* how its images were changed: "turn 7, scale 0.07"; empty: not at all
                             */
    NetCost cost;
    uint64_t seed;
    int epochs, minibatch, threads;
    float rate, decay;
    float first_layer;    /* part of the rate that the first layer had; 0 where a file says nothing
                             of it: all layers had the same then */
    bool tested;          /* test_accuracy holds a figure */
    double test_accuracy; /* 0..1 */
    NetCurves curves;     /* of its last run; empty where nothing is known of it */
    bool foreign;         /* another program saved it */
    bool says_sigmoid;    /* and says that its layers are sigmoids; else that is assumed */
    bool says_prepared;   /* and how its inputs are prepared, by Inkling's words; likewise */
} NetInfo;

/**
 * Set its keys; other keys stay.
 *
 * @param shape          of the network
 * @param[in,out] meta   entries are added in the order above
 *
 * Errors: out of memory, too many entries; some may be set then.
 */
bool net_info_put(const NetInfo *info, const NetShape *shape, NetMeta *meta, Err *err);

/**
 * Read its keys. Nothing in them is trusted. Of what other programs say of a network, without
 * Inkling's "format", only the activation and the preparation are looked at.
 *
 * @param shape      of the network
 * @param name       stands in the sentences
 * @param[out] info  fields that are missing are zero, preparation "fitted"
 *
 * Errors: a value is damaged, or one that a newer Inkling knows; info is zeroed then.
 */
bool net_info_get(const NetMeta *meta, const NetShape *shape, const char *name, NetInfo *info,
                  Err *err);

/** "3.2 (first layer 0.96)", or the rate alone where all layers have the same; into NET_RATE_MAX
 * bytes. @param first_layer  as in NetInfo */
void net_info_print_rate(float rate, float first_layer, char text[NET_RATE_MAX]);

/** What is assumed of a network that another program saved, as a sentence; "" for nothing.
 * @param name  of its file */
void net_info_print_assumed(const NetInfo *info, const char *name, char *text, size_t room);

#endif
