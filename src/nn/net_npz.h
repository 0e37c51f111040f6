/* Networks as numpy has them: .npz, a zip archive of arrays, "w1" [to, from] and "b1" [to] for the
 * first layer and so on, and each entry of the metadata as an array of one text. Source: numpy's
 * NEP 1. */
#ifndef NN_NET_NPZ_H
#define NN_NET_NPZ_H

#include "nn/net.h"
#include "nn/net_meta.h"
#include "nn/net_tensors.h"

/** The ending of its files, by which saving tells them. */
#define NET_NPZ_ENDING ".npz"

/**
 * Read the arrays, those of texts as metadata. Nothing in the file is trusted.
 *
 * @param most          bytes that all arrays together may have
 * @param name          stands in the sentences
 * @param[out] tensors  release them with net_tensors_free()
 * @param[out] meta     release it with net_meta_free()
 *
 * Errors: it is no such file or damaged, an array is, there are too many, out of memory; both may
 * be filled in part then.
 */
bool net_npz_read(NetTensors *tensors, NetMeta *meta, const uint8_t *bytes, size_t size,
                  size_t most, const char *name, Err *err);

/** Save a network and its metadata, whole or not at all. Errors: as file_save(), out of memory. */
bool net_npz_save(const Net *net, const NetMeta *meta, const char *path, Err *err);

#endif
