/* Networks in files: safetensors (github.com/huggingface/safetensors), which opens in Python with
 * one call, or numpy's .npz (nn/net_npz.h). Tensors "layers.0.weight" [to, from] and
 * "layers.0.bias" [to], F32; keys and values in
 * __metadata__; and where the file has the run too, its moments, see nn/net_moments.h. */
#ifndef NN_NET_FILE_H
#define NN_NET_FILE_H

#include "nn/net.h"
#include "nn/net_info.h"
#include "nn/net_meta.h"
#include "nn/net_moments.h"

/** The most bytes of a file; and of its header, which the metadata is a part of. The largest
 * network has 4.8 MB of weights. */
enum { NET_FILE_BYTES = 16 << 20, NET_FILE_HEADER_BYTES = 1 << 20 };

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

/**
 * As net_file_load(), from `size` bytes of a file that is in memory; `name` stands in the
 * sentences.
 *
 * @param[out] moments  of its run, release them with net_moments_free(); none where the file has
 *                      none; NULL where they are not wanted
 */
bool net_file_load_bytes(Net *net, NetMeta *meta, NetMoments *moments, const uint8_t *bytes,
                         size_t size, const char *name, Err *err);

/** Whether a file begins as a network's does, be it one that can be opened, or has the name of one.
 * One that cannot be read does. */
bool net_file_seems(const char *path);

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

/** Save a network with what Inkling keeps of it: as numpy's .npz (nn/net_npz.h) where the path ends
 * so, else as safetensors. Errors: as net_file_save(). */
bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err);

/**
 * As net_save(), with the moments of its run: all that the file has room for, see
 * net_moments_choose(), and one that is like the network among them.
 *
 * @param moments  of networks of the same shape; without any it is net_save(), and with them no
 *                 .npz
 */
bool net_save_run(const Net *net, const NetInfo *info, const NetMoments *moments, const char *path,
                  Err *err);

/**
 * As net_load(), with the moments of the run that the file has.
 *
 * @param[out] moments  release them with net_moments_free(); none where the file has none
 *
 * Errors: as net_load(), and the moments are damaged; all three are zeroed then.
 */
bool net_load_run(Net *net, NetInfo *info, NetMoments *moments, const char *path, Err *err);

/** As net_load_run(), from `size` bytes of a file that is in memory; `name` stands in the
 * sentences. */
bool net_load_run_bytes(Net *net, NetInfo *info, NetMoments *moments, const uint8_t *bytes,
                        size_t size, const char *name, Err *err);

/** The moments alone. Errors: as net_load_run(), and the file has none; `moments` is zeroed then.
 */
bool net_moments_load(NetMoments *moments, const char *path, Err *err);

#endif
