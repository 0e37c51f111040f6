/* Writing a session, on the jobs' thread. */
#ifndef LAB_SESSION_SAVE_H
#define LAB_SESSION_SAVE_H

#include "lab/session_json.h"
#include "lab/session_place.h"
#include "train/jobs.h"

/** A file that has to be kept under another name before it is written over. */
typedef struct SessionOwed {
    const char *why; /* "damaged" or "newer"; NULL where nothing is owed */
    uint8_t *bytes;  /* what is in it; NULL where it cannot be read */
    size_t size;
} SessionOwed;

/** One saving. */
typedef struct SessionWork {
    Job job;
    SessionPlace place; /* a copy, without the lock */
    SessionFacts facts; /* all that is to be kept */
    Drawing drawing;
    Net net; /* no layers where the one on the disk is the same */
    NetInfo info;
    int number;              /* of the network's file */
    SessionNetwork on_disk;  /* the network that is there now */
    const SessionOwed *owed; /* borrowed until it is done */
    bool sweep;              /* remains of a saving that failed are removed first */
    /* What came of it. */
    bool kept, network_kept;
    bool paid; /* nothing is owed any more */
    Err err;   /* where one of them is false */
} SessionWork;

/**
 * What is to be kept of the lab now.
 *
 * @param with_network  whether its network is written, too
 *
 * Errors: out of memory; NULL then.
 */
SessionWork *session_work_make(const Lab *lab, bool with_network, Err *err);

/** Release one that is no longer under way. NULL is none. */
void session_work_free(SessionWork *work);

/** Write it: the network to a file of its own, then the JSON, which names it. Where the network
 * cannot be written the rest is kept with the one that is there. */
void session_work_run(Job *job);

#endif
