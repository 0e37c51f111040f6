/* What a session is about, without a window: the drawing and its answer, the networks, the run, the
 * images to train on, the user's own digits. */
#ifndef LAB_LAB_H
#define LAB_LAB_H

#include "ink/normalise.h"
#include "ink/own.h"
#include "lab/errand.h"
#include "lab/experiments.h"
#include "lab/model.h"
#include "lab/news.h"
#include "lab/plan.h"
#include "lab/recent.h"
#include "lab/runs.h"
#include "lab/settings.h"
#include "lab/shelf.h"
#include "nn/answer.h"
#include "train/fetch.h"
#include "train/loader.h"
#include "train/moments.h"
#include "train/timeline.h"
#include "train/trainer.h"

/** The network on show as it was before a change to its weights by hand. */
typedef struct KeptWeights {
    Model model;
    char what[64]; /* the change: "step of backprop" */
    int held;      /* the frame of the time line that it was; 0 for none */
} KeptWeights;

/** What can be taken back, the oldest first; see lab/weights.h. */
typedef struct Kept {
    KeptWeights *before;
    int count, capacity;
} Kept;

/** How an image left the sheet: undo brings back what was cleared, redo what was undone. */
typedef enum Left { LEFT_FOR_GOOD, LEFT_CLEARED, LEFT_UNDONE } Left;

/** A sample on the sheet, in the place of a drawing, which comes back with undo. The pen draws on
 * it. */
typedef struct Exhibit {
    bool shown;
    Sheet level;   /* prepared as the network takes it */
    Drawing drawn; /* on it */
    int label;     /* what it is known to show; -1 where nobody knows */
    char name[48]; /* "MNIST test image 1,234" */
    Left left;     /* how it left the sheet, while it can come back */
    int edits;     /* of the drawing then, */
    int cleared;   /* and of these, the one that cleared it: 0 or 1 */
} Exhibit;

/** How the network on show reads the user's own digits. */
typedef struct Reading {
    Preparation preparation;
    Sheet *input;    /* of the first `prepared` digits */
    uint8_t *answer; /* to the first `read` */
    NetActs acts;
    int capacity, prepared, read;
    bool stale;        /* the digits have changed since the count was begun */
    int net_version;   /* of the weights that it was begun with */
    bool counting;     /* a count is under way */
    uint64_t begun_ms; /* when */
    int right, of;     /* of the last whole count; of 0 for none */
    int counts;        /* that came to their end */
} Reading;

/** A second opinion on what is on the sheet; see lab/opinion.h. */
typedef struct Opinion {
    Model model;  /* the large network that ships, once it was asked */
    bool missing; /* it could not be read: it is not asked again */
    bool given;   /* there is one */
    Answer answer;
} Opinion;

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

/** What the digits' thread works on; see lab/mine_file.c. */
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
    char kept[64]; /* what was said of that; "" where it is so no longer */
    Reading reading;
} Mine;

/** The digits of a picture that has several; see lab/several.h. */
typedef struct Several Several;

/** What is kept of it; see lab/session.h. */
typedef struct Session Session;

/** What begins once the images that it needs are there. */
typedef enum Start {
    START_NONE,
    START_TRAIN,
    START_FURTHER,
    START_STEP,
    START_RESUME,
    START_EXPERIMENT, /* and so on, in the order of Experiment */
} Start;

/** How a run of an experiment ended. */
typedef struct SeriesEnd {
    double cost, right, right_train; /* of the test images; of those trained on */
} SeriesEnd;

/** An experiment under way, or the last one; see lab/series.h. */
typedef struct Series {
    bool on;
    Experiment which;
    int run; /* that it is at */
    SeriesEnd end[EXPERIMENT_MOST_RUNS];
    char seen[160]; /* what came of it; "" for nothing */
} Series;

/** All of it belongs to the UI thread. */
typedef struct Lab {
    /* The path of the ink; see lab_update(). */
    Drawing drawing;
    Sheet sheet;             /* what the person sees */
    Sheet input;             /* what the network sees */
    Preparation preparation; /* of the input, and of what the next run trains on */
    Model model;             /* on show */
    NetActs acts;            /* of the input, for the shape of the one on show */
    bool has_ink;            /* the network sees something: there is an answer */
    Answer answer;           /* where it does */
    bool several_drawn;      /* more than one digit, as it looks; see ink/apart.h */
    bool answer_stale;       /* the drawing, its preparation or the weights have changed */
    int answers;             /* counts the inferences: what depends on one compares it */
    int net_version;         /* counts what was done to the weights on show, likewise */
    int nets;                /* counts the networks that came on show; trained on, it is the same */
    Opinion opinion;         /* on it, where it is in doubt */
    Exhibit exhibit;
    int exhibits;     /* counts the images that came on the sheet */
    Several *several; /* of the picture that was opened last; NULL for none */
    Shelf shelf;      /* of the networks that were on show before */
    Kept kept;        /* changes to the weights by hand */

    Settings settings;
    RecentFiles recent;
    Jobs *jobs; /* of the session */
    Session *session;

    Mine mine;
    Errands errands;
    News news;
    void (*wake)(void *context); /* as lab_make() was given it */
    void *wake_context;

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
    Start start_when_ready; /* what waits for the images */
    Fetch *fetch;
    double fetched; /* share */
    Trainer *trainer;
    TrainStats stats;
    Net trained;       /* the trainer's newest weights */
    int run;           /* counts the runs that began or came back here */
    int starts;        /* of this trainer's runs, as TrainStats.run counts them */
    bool paused;       /* as commanded; the trainer's news may be older */
    bool following;    /* the network on show is the one being trained */
    int epochs_before; /* that it had been trained for when the run began */
    Curves curves;
    Runs runs;         /* to compare; the open one has its figures in curves */
    MixConfig run_mix; /* what that run is trained on */
    Timeline timeline; /* of that run; the frame held is on show, see lab/scrub.h */
    History history;   /* of that run, with what it goes on with */
    bool run_opened;   /* that run came with its network from a file, see lab/run_file.h */
    Series series;
} Lab;

/**
 * A lab with nothing in it yet.
 *
 * @param data  folder of MNIST that the user named, or NULL
 * @param wake  called from other threads, with `context`, where there is something for lab_poll()
 *
 * Errors: out of memory or threads; `lab` is as after lab_free() then.
 */
bool lab_make(Lab *lab, const char *data, void (*wake)(void *context), void *context, Err *err);

/** Bring back the last session, or else the network that ships, and begin to load images. Errors:
 * there is no network to start with, out of memory. What else fails becomes news. */
bool lab_start(Lab *lab, Err *err);

/** Wait for the threads for a moment, and release everything. */
void lab_free(Lab *lab);

/** Take in what files, images and the trainer have to tell; comes before lab_update(). */
void lab_poll(Lab *lab);

/** The path of the ink: strokes -> sheet -> input -> activations -> answer. Does nothing where
 * nothing has changed. @return whether there is another answer, maybe */
bool lab_update(Lab *lab);

/** Bring the pen down on the sheet: on an image there, else on the drawing. One that has its label
 * makes room for the next. The eraser stays up where there is nothing to erase, which is news.
 * Errors: out of memory. */
bool lab_pen_down(Lab *lab, Tool tool, float brush_cell, Point at, Err *err);

/** Move the pen that is down. Errors: out of memory. */
bool lab_pen_to(Lab *lab, Point at, Err *err);

/** Lift it, where it is down. */
void lab_pen_up(Lab *lab);

/** Whether it is down. */
bool lab_pen_is_down(const Lab *lab);

/** The input that a point of the sheet became, 0..783; -1 where it has no ink. */
int lab_input_at(const Lab *lab, Point at);

/** Whether there is a stroke, a label or an image on the sheet to take back. */
bool lab_can_undo(const Lab *lab);

/** Take it back: what was drawn on the image, else the image, else the label, else the stroke. */
void lab_undo(Lab *lab);

/** Whether a stroke that was taken back can come again. */
bool lab_can_redo(const Lab *lab);

/** Bring it again. */
void lab_redo(Lab *lab);

/** Whether there is something on the sheet, or an eraser that has nothing to erase. */
bool lab_can_clear(const Lab *lab);

/** Empty the sheet, and take the pen. Undo brings what was on it back. */
void lab_clear(Lab *lab);

/**
 * Show an image on the sheet in the place of the drawing, which comes back with undo. The pen
 * draws on it.
 *
 * @param level  784 levels as the network takes them: what the network sees is exactly these, and
 * the ink on them
 * @param label  what it is known to show, 0..9; -1 where nobody knows
 */
void lab_exhibit(Lab *lab, const uint8_t level[SHEET_CELLS], int label, const char *name);

/** How long until lab_poll() has something to do without being woken, in ms; -1 for never. */
int lab_sleep_ms(const Lab *lab);

/** The drawing was changed: sheet, input and answer follow with the next lab_update(). */
static inline void lab_drawing_changed(Lab *lab)
{
    lab->answer_stale = true;
    lab->news.shown = true;
}

/** The weights on show are others now: the answer follows with the next lab_update(). */
static inline void lab_net_changed(Lab *lab)
{
    lab->answer_stale = true;
    lab->net_version++;
}

#endif
