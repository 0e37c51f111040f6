/* The activation that a file of another program tells of: in its metadata, in the names of its
 * tensors, or in its own name. No format has a place for it. */
#ifndef NN_NET_ACTIVATION_H
#define NN_NET_ACTIVATION_H

#include "nn/net_meta.h"
#include "nn/net_tensors.h"

/** Whether the metadata say that the layers are sigmoids. */
bool net_activation_is_told(const NetMeta *meta);

/**
 * Whether nothing says that they are anything else.
 *
 * @param name  of the file; with folders before it, which say nothing
 *
 * Errors: something does, and the sentence names the activation.
 */
bool net_activation_check(const NetMeta *meta, const NetTensors *tensors, const char *name,
                          Err *err);

#endif
