/* What a file says of itself, as keys and values: a text each, as safetensors has it. */
#ifndef NN_NET_META_H
#define NN_NET_META_H

#include "base/err.h"

/** The most entries of a file. */
enum { NET_META_ENTRIES = 256 };

/** One of them, both UTF-8. */
typedef struct NetEntry {
    char *key, *value;
} NetEntry;

/** Entries in the order of the file, no two of one key. A zeroed one is empty; release it with
 * net_meta_free(). */
typedef struct NetMeta {
    NetEntry entry[NET_META_ENTRIES];
    int entries;
} NetMeta;

/** Give a key its value, in place of an earlier one; both are copied. Errors: out of memory, there
 * are NET_META_ENTRIES of other keys; nothing changes then. */
bool net_meta_set(NetMeta *meta, const char *key, const char *value, Err *err);

/** The value of a key, NULL where it has none; borrowed until that is set again. */
const char *net_meta_get(const NetMeta *meta, const char *key);

/** Release the keys and values; it is empty then. NULL is allowed. */
void net_meta_free(NetMeta *meta);

#endif
