/* One thing that is saved, with every fault at every call: what is there afterwards, what was said.
 */
#ifndef FAULTS_SWEEP_H
#define FAULTS_SWEEP_H

#include "base/err.h"

#include <stdbool.h>

/** How a thing is saved and looked at. Each gets the folder that all of it is in. */
typedef struct Thing {
    const char *name;
    /** What is there before. */
    void (*make_old)(const char *folder);
    /** In the process that will save, before faults happen; may be NULL. */
    void (*get_ready)(const char *folder);
    /** The save, under faults. */
    bool (*save)(const char *folder, Err *err);
    /** What is wrong in memory after it, NULL for nothing; may be NULL itself. */
    const char *(*check)(const char *folder, bool saved);
    /** What one who opens part `part` finds, on the heap. Each is old or new. */
    char *(*look)(const char *folder, int part);
    int parts;
    const char *const *words; /* a sentence has one of these; ends with NULL */
    bool adds;                /* a second save makes more of it */
    const char *kept;         /* a file that some faults leave, for the user; may be NULL */
    const char *needs;        /* a variable of the environment without which it is skipped */
    bool reads;               /* nothing is saved: what is there stays as it is */
    bool streams; /* it takes long, how many reads and writes there are is chance, and it
                     can be had again: faults are a sample, and power is not cut */
} Thing;

/** Sweep; prints a line of TAP, and what went wrong above it. Whether nothing did. */
bool sweep(const Thing *thing, int number);

/** The whole contents of a file of the folder as text, "none" where there is none; on the heap. */
char *sweep_read(const char *folder, const char *name);

/** Ends the program where it is false: what a test takes for granted. */
#define MUST(claim) ((claim) ? (void)0 : sweep_fail(#claim, __FILE__, __LINE__))
void sweep_fail(const char *claim, const char *file, int line);

/* The things. */
extern const Thing THING_NETWORK, THING_NPZ, THING_CSV, THING_IDX, THING_STROKES, THING_PICTURE;
extern const Thing THING_ADD, THING_ADD_FIRST, THING_ADD_TORN, THING_RELABEL, THING_DELETE,
    THING_UNDO;
extern const Thing THING_SESSION, THING_DOWNLOAD;
extern const Thing THING_READ_CSV, THING_READ_ARCHIVE;

#endif
