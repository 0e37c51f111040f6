/* What a session keeps of a network beside the file of its weights. */
#ifndef LAB_SESSION_NETWORK_H
#define LAB_SESSION_NETWORK_H

#include <cjson/cJSON.h>

#include "lab/shelf.h"

/** Bytes of the name of a network's file, its final 0 included. */
enum { SESSION_NAME_MAX = 64 };

/** A network of a session. */
typedef struct SessionNetwork {
    char file[SESSION_NAME_MAX]; /* in the session's folder; "" where none is on the disk */
    Path path;                   /* as in Model, like the next ones */
    bool changed, fresh, broken_off, starts, with_run;
    Shipped shipped;
    char name[MODEL_NAME_MAX];
    int64_t trained_s;
} SessionNetwork;

/** Those of the shelf, in its order. */
typedef struct SessionShelf {
    SessionNetwork network[SHELF_MOST];
    int count;
} SessionShelf;

/** What is known of a network; `file` is "". */
SessionNetwork session_network_of(const Model *model);

/** Read its weights from its file, and put the rest beside them. Errors: as net_load(); `model` is
 * zeroed then. */
bool session_network_load(const SessionNetwork *network, const char *path, Model *model, Err *err);

/** Whether they are the same, but for `file`. */
bool session_network_equal(const SessionNetwork *a, const SessionNetwork *b);

/** Add it to an object. False where memory runs out. */
bool session_network_put(const SessionNetwork *network, cJSON *object);

/** Read it from an object; what is missing is false, 0 or "". @param[in,out] damaged  set where
 * something is there that cannot be it */
void session_network_get(SessionNetwork *network, const cJSON *object, bool *damaged);

#endif
