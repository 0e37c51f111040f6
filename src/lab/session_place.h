/* Where a session is kept. A window has the first one that no other window has: session.json and
 * its network session-1.safetensors, or session.2.json and session.2-1.safetensors, and so on.
 *
 * A network's file is never written over: each has a number of its own, and the JSON, which takes
 * its name last, says which one belongs to it. So a crash at any moment leaves one whole session.
 */
#ifndef LAB_SESSION_PLACE_H
#define LAB_SESSION_PLACE_H

#include "base/path.h"

#include <stddef.h>

/** Bytes of what its files' names begin with, the final 0 included. */
enum { SESSION_STEM_MAX = 16 };

/** A place that this window has taken. */
typedef struct SessionPlace {
    Path folder;
    char stem[SESSION_STEM_MAX]; /* "session", "session.2"; "" where there is no place */
    int lock;                    /* descriptor of the file that keeps others out; -1 for none */
} SessionPlace;

/**
 * Take the first place that no other window has; the system gives it back when the program ends,
 * however it ends. Where a file system has no locks, it is the first place.
 *
 * Errors: there is no folder for the user's files, or a hundred windows are open.
 */
bool session_place_take(SessionPlace *place, Err *err);

/** Give it back. */
void session_place_free(SessionPlace *place);

/** Whether another window had the first place. */
bool session_place_is_second(const SessionPlace *place);

/** A file there: `what` behind the stem, ".json". False where the name is too long. */
bool session_place_path(const SessionPlace *place, const char *what, Path *path);

/** The number in the name of a network's file; 0 for the one that old versions had, -1 where it is
 * no such name. */
int session_place_number(const SessionPlace *place, const char *name);

/** The largest number of a network's file there that is below another; 0 for none. */
int session_place_newest(const SessionPlace *place, int below);

/** The name of the network's file with that number into `name`; 0 is the one of old versions. */
void session_place_network(const SessionPlace *place, int number, char *name, size_t room);

/**
 * Keep what is in a file under another name, `path`.`why`-1 or the next that is free. The file
 * stays, too, unless it cannot be read (`bytes` is NULL): then it is given that name.
 *
 * @param[out] kept  that name; an earlier one that keeps the same
 *
 * Errors: it cannot be written, or there are too many.
 */
bool session_keep_aside(const char *path, const char *why, const void *bytes, size_t size,
                        Path *kept, Err *err);

/** Remove the networks that neither the session nor one that is kept aside names. */
void session_place_sweep(const SessionPlace *place);

#endif
