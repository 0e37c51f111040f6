/* Networks in files: safetensors (github.com/huggingface/safetensors), which opens in Python with
 * one call. Tensors "layers.0.weight" [to, from] and "layers.0.bias" [to], F32; keys and values in
 * __metadata__. */
#ifndef NN_NET_FILE_H
#define NN_NET_FILE_H

#include "nn/net.h"
#include "nn/net_info.h"
#include "nn/net_meta.h"

/** The most bytes of a header, which the metadata is a part of. */
enum { NET_FILE_HEADER_BYTES = 1 << 20 };

/**
 * Open a network, with what its file says of it: for programs that keep keys of their own. The file
 * is not trusted: every size, name and number in it is checked. Any thread, each its own file.
 *
 * @param[out] net   made by this call, release it with net_free()
 * @param[out] meta  all keys and values, Inkling's too; release it with net_meta_free()
 *
 * Errors: missing, too large, damaged, of a newer Inkling, or of a shape that Inkling has not; net
 * and meta are zeroed then.
 */
bool net_file_load(Net *net, NetMeta *meta, const char *path, Err *err);

/** As net_file_load(), from `size` bytes of a file that is in memory; `name` stands in the
 * sentences. */
bool net_file_load_bytes(Net *net, NetMeta *meta, const uint8_t *bytes, size_t size,
                         const char *name, Err *err);

/**
 * Save a network whole or not at all (see file_save()). The same network and metadata give the same
 * bytes. A "format" that begins with "inkling " is for net_info_put(): a program that has keys of
 * its own alone has none, and Inkling opens its file as that of another program.
 *
 * Errors: as file_save(), out of memory, metadata of a megabyte.
 */
bool net_file_save(const Net *net, const NetMeta *meta, const char *path, Err *err);

/**
 * Open a network, with what Inkling keeps of it. Errors: as net_file_load(), and Inkling's own
 * metadata is damaged; net and info are zeroed then.
 *
 * @param[out] net   made by this call, release it with net_free()
 * @param[out] info  what the file says of itself, see net_info_get()
 */
bool net_load(Net *net, NetInfo *info, const char *path, Err *err);

/** As net_load(), from `size` bytes of a file that is in memory; `name` stands in the sentences. */
bool net_load_bytes(Net *net, NetInfo *info, const uint8_t *bytes, size_t size, const char *name,
                    Err *err);

/** Save a network with what Inkling keeps of it. Errors: as net_file_save(). */
bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err);

#endif
