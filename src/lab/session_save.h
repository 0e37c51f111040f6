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
    RecentFiles recent;
    Drawing drawing;
    Net net; /* no layers where the one on the disk is the same */
    NetInfo info;
    int number;             /* of the network's file */
    SessionNetwork on_disk; /* the network that is there now */
    SessionShelf shelf;
    Model added[SHELF_MOST];      /* copies of those of the shelf that are not on the disk yet */
    int shelf_number[SHELF_MOST]; /* of their files */
    const SessionShelf *shelf_on_disk; /* borrowed until it is done, like the next one */
    bool shelf_changed;
    const SessionOwed *owed;
    bool sweep; /* remains of a saving that failed are removed first */
    /* What came of it. */
    bool kept, network_kept; /* the latter: all networks */
    bool paid;               /* nothing is owed any more */
    Err err;                 /* where one of them is false */
} SessionWork;

/**
 * What is to be kept of the lab now. Where a network of its shelf is not on the disk yet, `file`
 * of its entry is the number that its file gets.
 *
 * @param with_network  whether its network is written, too
 *
 * Errors: out of memory; NULL then.
 */
SessionWork *session_work_make(const Lab *lab, bool with_network, Err *err);

/** Release one that is no longer under way. NULL is none. */
void session_work_free(SessionWork *work);

/** Write it: the networks to files of their own, then the JSON, which names them. Where one cannot
 * be written the rest is kept with those that are there. */
void session_work_run(Job *job);

#endif
