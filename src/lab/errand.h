/* A file that the person opens or saves, on a thread of its own: its disk may not answer for long,
 * and the window goes on. One at a time. */
#ifndef LAB_ERRAND_H
#define LAB_ERRAND_H

#include "ink/digits.h"
#include "lab/model.h"
#include "train/jobs.h"

/** A file that is to be opened or saved. */
typedef struct Errand Errand;

/** What is to be done, and all it needs: its own copies. */
struct Errand {
    Job job;
    bool (*work)(Errand *errand);             /* on the other thread; says in err what failed */
    void (*done)(void *of, Errand *errand);   /* where it went well; on the UI thread */
    void (*failed)(void *of, Errand *errand); /* where it did not, likewise; may be NULL */
    void *of;                                 /* given to both */
    Path path;
    Model model;        /* that is opened or saved */
    const float *block; /* of the weights that model is a copy of */
    int net_version;    /* of them */
    Digits digits;      /* that are exported */
    uint8_t *data;      /* a file's contents, or a picture's pixels; on the heap */
    size_t size;        /* of them */
    int w_px, h_px;     /* of the picture */
    void *more;         /* what else work() and done() speak of */
    void (*free_more)(void *more);
    bool in_dialog; /* the file dialog waits for it */
    bool ok;
    Err err;
};

/** All of it belongs to the UI thread. */
typedef struct Errands {
    Jobs *jobs;
    Errand *errand;  /* under way; NULL for none */
    int patience_ms; /* how long the window waits before it goes on without */
} Errands;

/** What came of one that was waited for. */
typedef struct ErrandEnd {
    bool in_dialog, ok;
    Err err; /* where it is not ok */
} ErrandEnd;

/** Start the thread, which calls wake(context) when an errand is done; see jobs_create(). Errors:
 * out of memory or threads. */
bool errands_make(Errands *errands, void (*wake)(void *context), void *context, Err *err);

/** Wait for the one under way for a moment. */
void errands_free(Errands *errands);

/** An errand to fill in. Errors: another one is under way, the path is too long, out of memory. */
Errand *errand_make(const Errands *errands, const char *path, Err *err);

/** Drop one that was not sent. NULL is none. */
void errand_drop(Errand *errand);

/**
 * Carry it out, waiting for a moment. Owns the errand.
 *
 * @return whether it went well, or is under way still, see errands->errand
 */
bool errand_send(Errands *errands, Errand *errand, Err *err);

/** Take what came of the one under way. @return whether it has come to its end */
bool errand_poll(Errands *errands, ErrandEnd *end);

/** Whether the file dialog waits for the one under way. @return whether one is under way */
bool errand_wait_in_dialog(Errands *errands, bool in_dialog);

#endif
