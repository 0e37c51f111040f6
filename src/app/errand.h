/* A file that the person opens or saves, on a thread of its own: its disk may not answer for long,
 * and the window goes on. One at a time. */
#ifndef APP_ERRAND_H
#define APP_ERRAND_H

#include "app/app.h"

enum { FILES_ENDINGS = 3 };

/** What a name in the file dialog stands for; see app/listing.h. */
typedef struct Listing {
    unsigned asked_by;                /* a dialog: Files.serial */
    const char *const *ending;        /* of its files, FILES_ENDINGS of them, NULL after the last */
    bool (*exists)(const char *path); /* whether something would be written over; NULL to open */
    bool accept;                      /* a file may be meant, not only a folder */
    bool confirmed;                   /* what is there may be written over */
    char name[FILES_TYPED_MAX];       /* in the dialog when it asked */
    /* What was found out. */
    bool folder, readable, is_there;
    FileEntry *entry; /* of the folder, on the heap */
    int entries;
} Listing;

/** What is to be done, and all it needs: its own copies. */
struct Errand {
    Job job;
    bool (*work)(Errand *errand);           /* on the other thread; says in err what failed */
    void (*done)(App *app, Errand *errand); /* where it went well; on the UI thread */
    Path path;
    Model model;        /* that is opened or saved */
    const float *block; /* of the weights that model is a copy of */
    int weight_changes; /* of the app when it was made */
    Digits digits;      /* that are exported */
    Listing listing;    /* that is made */
    uint8_t *data;      /* a file's contents, or a picture's pixels; on the heap */
    size_t size;        /* of them */
    int w_px, h_px;     /* of the picture */
    bool in_dialog;     /* the file dialog waits for it */
    bool ok;
    Err err;
};

/** Start the thread. Errors: out of memory or threads. */
bool errand_start(App *app, Err *err);

/** An errand to fill in. Errors: another one is under way, the path is too long, out of memory. */
Errand *errand_make(App *app, const char *path, Err *err);

/** Drop one that was not sent. */
void errand_drop(Errand *errand);

/**
 * Carry it out, waiting for a moment. Owns the errand.
 *
 * @return whether it went well, or is under way still, see app->lab.errand: then what comes of it
 * is said later
 */
bool errand_send(App *app, Errand *errand, Err *err);

/** Take what came of the one under way. */
void errand_update(App *app);

/** Wait for it for a moment. */
void errand_free(App *app);

#endif
