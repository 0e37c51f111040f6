/* Keys and values, few enough to be looked through. */
#include "nn/net_meta.h"

#include <stdlib.h>
#include <string.h>

/* The entry of a key; -1 where there is none. */
static int find(const NetMeta *meta, const char *key)
{
    for (int i = 0; i < meta->entries; i++) {
        if (strcmp(meta->entry[i].key, key) == 0) {
            return i;
        }
    }
    return -1;
}

bool net_meta_set(NetMeta *meta, const char *key, const char *value, Err *err)
{
    int at = find(meta, key);
    bool known = at >= 0;
    if (!known && meta->entries == NET_META_ENTRIES) {
        return err_set_code(err, ERR_NO_ROOM,
                            "The metadata has %d entries, and no room for \"%.80s\".",
                            NET_META_ENTRIES, key);
    }
    NetEntry new = {known ? meta->entry[at].key : strdup(key), strdup(value)};
    if (!new.key || !new.value) {
        free(new.value);
        free(known ? NULL : new.key);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the metadata.");
    }
    if (known) {
        free(meta->entry[at].value);
    } else {
        at = meta->entries++;
    }
    meta->entry[at] = new;
    return true;
}

const char *net_meta_get(const NetMeta *meta, const char *key)
{
    int at = find(meta, key);
    return at < 0 ? NULL : meta->entry[at].value;
}

void net_meta_free(NetMeta *meta)
{
    if (meta) {
        for (int i = 0; i < meta->entries; i++) {
            free(meta->entry[i].key);
            free(meta->entry[i].value);
        }
        *meta = (NetMeta){0};
    }
}
