/* What a session is about, without a window: the drawing and its answer, the networks, the run, the
 * images to train on, the user's own digits. */
#ifndef LAB_LAB_H
#define LAB_LAB_H

#include "base/path.h"
#include "ink/drawing.h"
#include "ink/normalise.h"
#include "ink/own.h"
#include "lab/curves.h"
#include "lab/runs.h"
#include "nn/net_file.h"
#include "train/fetch.h"
#include "train/jobs.h"
#include "train/loader.h"
#include "train/timeline.h"
#include "train/trainer.h"

/** The networks that come with the program. */
typedef enum Shipped { SHIPPED_NONE, SHIPPED_DEFAULT, SHIPPED_LARGE, SHIPPED_NETWORKS } Shipped;

/** A network with what is known of it. */
typedef struct Model {
    Net net;
    NetInfo info;
    Path path;       /* the file it was opened from or saved to; "" for none */
    bool changed;    /* since it was opened or saved */
    bool fresh;      /* random weights that nothing has trained */
    Shipped shipped; /* where it began, see models_shipped() */
} Model;

/** The network on show as it was before a change to its weights by hand. */
typedef struct KeptWeights {
    Model model;
    char what[64]; /* the change: "step of backprop" */
} KeptWeights;

/** What can be taken back, the oldest first; see lab/weights.h. */
typedef struct Kept {
    KeptWeights *before;
    int count, room;
} Kept;

/** What the next run is to be, besides its recipe; kept from one start to the next. */
typedef struct Plan {
    NetCost cost;
    bool data_mnist, data_strokes, data_own; /* what is trained on; at least one */
    bool data_asked;                         /* strokes go with other data, too */
    NetShape layers; /* of what Train begins with; none: of the network on show */
    bool augment;    /* images are changed at random while training */
    int speed;       /* of training, as for training_pace() */
} Plan;

/** An image on the sheet in the place of a drawing: the pen begins a drawing anew. */
typedef struct Exhibit {
    bool shown;
    Sheet level;   /* prepared as the network takes it */
    int label;     /* what it is known to show; -1 where nobody knows */
    char name[48]; /* "MNIST test image 1,234" */
} Exhibit;

/** How the network on show reads the user's own digits. */
typedef struct Reading {
    Preparation preparation;
    Sheet *input;    /* of the first `prepared` digits */
    uint8_t *answer; /* to the first `read` */
    int room, prepared, read;
    bool stale;        /* digits or weights have changed since the count was begun */
    bool counting;     /* a count is under way */
    uint64_t begun_ms; /* when */
    int right, of;     /* of the last whole count; of 0 for none */
    int counts;        /* that came to their end */
} Reading;

/** Where a drawing ends. */
typedef struct Mark {
    int edits, points; /* that show; of the last one */
    Point end;
} Mark;

/** The drawing that was labelled last. */
typedef struct Labelled {
    Digits ink; /* that one digit; empty for none */
    int digit;  /* its place in the collection; -1 where it is there no longer */
    Mark mark;  /* of the drawing then */
    int edits;  /* of the collection that undo takes back before it goes on with the drawing */
} Labelled;

typedef struct MineWork MineWork;

/** The user's own digits. */
typedef struct Mine {
    Own own;
    bool open;  /* their place is known */
    bool read;  /* their file was read once */
    Jobs *jobs; /* of the file; see lab/mine_file.h */
    MineWork *work;
    bool working;                /* it belongs to the jobs' thread */
    bool waiting;                /* the file is not level yet */
    bool in_use;                 /* by another program, at the last try since then */
    uint64_t since_ms, retry_ms; /* when that began; when to try again */
    char told[128];              /* what was said of it; "" for nothing */
    int revision;                /* counts the changes to them */
    Labelled labelled;
    Reading reading;
} Mine;

/** A file that is being opened or saved; see app/errand.h. */
typedef struct Errand Errand;

/** All of it belongs to the UI thread. */
typedef struct Lab {
    /* The path of the ink. */
    Drawing drawing;
    Sheet sheet; /* what the person sees */
    struct {
        int strokes, points; /* how much of the drawing is on the sheet */
        bool all;            /* the sheet is inked anew */
    } inked;
    Sheet input;             /* what the network sees */
    Preparation preparation; /* of the input, and of what the next run trains on */
    Model model;
    NetActs acts;
    bool answer_stale;  /* the drawing, its preparation or the weights have changed */
    int answers;        /* counts the inferences: what depends on one compares it */
    int weight_changes; /* counts what was done to the weights on show, likewise */
    Exhibit exhibit;
    Model previous; /* brought back by one action; no layers where there is none */
    Kept kept;      /* changes to the weights by hand */

    Mine mine;

    /* Files. */
    Jobs *errands;
    Errand *errand;  /* under way; NULL for none */
    int patience_ms; /* how long the window waits for a file before it goes on without */

    /* Training. */
    Plan plan;
    TrainConfig recipe; /* of runs from random weights */
    TrainConfig config; /* of the run under way, or else the last or the next one */
    char *data_folder;  /* of MNIST, that the user named; NULL for none */
    bool mnist_found;
    Loader *loader;
    MixConfig loaded; /* what is in mix, or is being loaded */
    int own_loaded;   /* mine.revision then */
    Mix mix;
    int begin_when_ready; /* the action that waits for the images; ACTION_NONE for none */
    Fetch *fetch;
    double fetched; /* share */
    Trainer *trainer;
    TrainStats stats;
    Net trained;       /* the trainer's newest weights */
    int run;           /* counts the runs begun here, as TrainStats.run does */
    bool paused;       /* as commanded; the trainer's news may be older */
    bool following;    /* the network on show is the one being trained */
    int epochs_before; /* that it had been trained for when the run began */
    Curves curves;
    Runs runs;         /* to compare; the open one has its figures in curves */
    MixConfig run_mix; /* what that run is trained on */
    Timeline timeline; /* of that run; the frame held is on show, see app/scrub.h */
} Lab;

#endif
