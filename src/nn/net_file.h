/* Networks in files: safetensors (github.com/huggingface/safetensors), which opens in Python with
 * one call. Tensors "layers.0.weight" [to, from] and "layers.0.bias" [to], F32. */
#ifndef NN_NET_FILE_H
#define NN_NET_FILE_H

#include "nn/net.h"
#include "nn/net_curves.h"

/** What is known of a network beside its weights; kept in the file's __metadata__. */
typedef struct NetInfo {
    char preparation[16];   /* of its inputs: "raw", "fitted", "straightened" */
    char data[64];          /* what it was trained on: "MNIST"; empty where it was not trained */
    char augmentation[128]; /* how its images were changed: "turn 7, scale 0.07"; empty: not at all
                             */
    NetCost cost;
    uint64_t seed;
    int epochs, minibatch, threads;
    float rate, decay;
    bool tested;          /* test_accuracy holds a figure */
    double test_accuracy; /* 0..1 */
    NetCurves curves;     /* of its last run; empty where nothing is known of it */
} NetInfo;

/**
 * Open a network. The file is not trusted: every size, name and number in it is checked.
 *
 * @param[out] net   made by this call, release it with net_free()
 * @param[out] info  what the file says of itself; fields it lacks are zero, preparation "fitted"
 *
 * Errors: missing, too large, damaged, or of a shape that Inkling has not; net is zeroed then.
 */
bool net_load(Net *net, NetInfo *info, const char *path, Err *err);

/** As net_load(), from `size` bytes of a file that is in memory; `name` stands in the sentences. */
bool net_load_bytes(Net *net, NetInfo *info, const uint8_t *bytes, size_t size, const char *name,
                    Err *err);

/** Save a network whole or not at all (see file_save()). Errors: as file_save(), out of memory. */
bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err);

#endif
