/* The header of a safetensors file: which tensors lie where, and the metadata. Source:
 * github.com/huggingface/safetensors. */
#ifndef NN_NET_SAFETENSORS_H
#define NN_NET_SAFETENSORS_H

#include "nn/net_meta.h"
#include "nn/net_tensors.h"

/**
 * Read the header. Nothing in it is trusted: the tensors lie within the file, one behind the other
 * from the first byte of data to the last, and are as long as their types and shapes say.
 *
 * @param size          of the file in bytes
 * @param name          stands in the sentences
 * @param[out] tensors  release them with net_tensors_free(); their numbers are borrowed from
 * `bytes`
 * @param[out] meta     release it with net_meta_free()
 *
 * Errors: it is no such file, cut short or damaged, has too many tensors, out of memory; both may
 * be filled in part then.
 */
bool net_safetensors_read(NetTensors *tensors, NetMeta *meta, const uint8_t *bytes, size_t size,
                          const char *name, Err *err);

#endif
