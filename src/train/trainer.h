/* The background trainer: a thread with a team of workers that trains a network of its own, and
 * hands out snapshots of it. All calls come from one thread, in the window the UI thread, and
 * return at once but for trainer_wait() and trainer_destroy(). */
#ifndef TRAIN_TRAINER_H
#define TRAIN_TRAINER_H

#include "train/history.h"
#include "train/sgd.h"

/** The thread, its team, and what they share with the caller. */
typedef struct Trainer Trainer;

/** Training images that are measured after each epoch, the first ones: the error is a fourth of a
 * percent then. */
enum { TRAIN_PLAIN_IMAGES = 5000 };

/** What a trainer does at the moment. */
typedef enum TrainPhase {
    TRAIN_IDLE, /* no run: none was started yet, or it was stopped or has finished */
    TRAIN_RUNNING,
    TRAIN_PAUSED,
} TrainPhase;

/** One point of the curves. Epoch 0 is the network before training, with test figures alone. */
typedef struct TrainEpoch {
    int epoch;
    double train_cost, train_accuracy; /* after the epoch, on TRAIN_PLAIN_IMAGES as they are */
    double test_cost, test_accuracy;   /* and on the test images; accuracy 0..1 */
    double seconds;           /* of training since the run began, pauses and measuring apart */
    double images_per_second; /* of this epoch */
} TrainEpoch;

/** The figures of a run, as trainer_poll() copies them out. */
typedef struct TrainStats {
    uint64_t snapshot; /* counts what was published; a caller's zeroed one is always older */
    int run;           /* counts trainer_start() */
    TrainPhase phase;
    bool finished; /* all epochs of the run are done */
    bool failed;   /* why has a sentence */
    Err why;
    int epochs;     /* TrainEpoch entries there are, the one for epoch 0 included; those before
                       TrainConfig.begun are empty */
    int64_t images; /* trained on in this run, and in the one that it goes on with */
    double done;    /* of the run, 0..1 */
    int64_t steps;  /* minibatches likewise */
    int64_t steps_planned;    /* at the end of the run */
    double smooth_cost;       /* of the minibatches of this run, see history_smooth(); 0 at first */
    bool estimated;           /* there is an estimate: */
    double accuracy;          /* 0..1, from a sample of the test images */
    int64_t accuracy_step;    /* of the weights after so many steps */
    double seconds;           /* of training in this run */
    double images_per_second; /* lately */
    double cost;              /* mean of the latest minibatches */
} TrainStats;

/**
 * Start the thread and its team. It idles until trainer_start().
 *
 * @param train, test  borrowed until trainer_destroy(); at least one image each
 * @param threads      workers, this thread included
 * @param background   the threads give way to everything else on the machine
 * @param wake         called on the trainer's thread when something new can be polled and the last
 *                     news has been; may only hand the word on; NULL for none
 *
 * Errors: out of memory or threads; NULL then.
 */
Trainer *trainer_create(const Dataset *train, const Dataset *test, int threads, bool background,
                        void (*wake)(void *context), void *context, Err *err);

/** End the thread; waits for the minibatches in hand. NULL is allowed. */
void trainer_destroy(Trainer *trainer);

/**
 * Begin a run from the weights of `net`, which is copied. A run under way is dropped.
 *
 * @param config  config->threads and ->background are the trainer's own, not looked at
 * @param paused  wait for trainer_resume() or trainer_step()
 *
 * Errors: the settings are out of range, out of memory; the old run goes on then.
 */
bool trainer_start(Trainer *trainer, const TrainConfig *config, const Net *net, bool paused,
                   Err *err);

/** Hold the run after the minibatches in hand, until trainer_resume(). Without one: nothing. */
void trainer_pause(Trainer *trainer);

/** Go on with a run that is held. Without one: nothing. */
void trainer_resume(Trainer *trainer);

/** Train on one minibatch of a paused run, exactly, and stay paused. */
void trainer_step(Trainer *trainer);

/** The pace without a limit. */
enum { TRAINER_FULL_SPEED = 0 };

/**
 * How fast runs go, this one and later ones: at most so many minibatches a second, one by one as
 * with trainer_step(), or TRAINER_FULL_SPEED. Takes hold at once. At first it is full speed.
 */
void trainer_set_pace(Trainer *trainer, int steps_a_second);

/** End the run; its weights stay as they are. */
void trainer_stop(Trainer *trainer);

/**
 * Copy out the newest weights and figures.
 *
 * @param[in,out] net    made anew where its shape differs; unchanged where nothing is newer
 * @param[in,out] stats  what the caller polled last; unchanged where nothing is newer
 *
 * @return whether something is newer
 */
bool trainer_poll(Trainer *trainer, Net *net, TrainStats *stats);

/** Copy epochs first..first+count-1 of this run, those there are; returns how many were copied. */
int trainer_epochs(Trainer *trainer, int first, int count, TrainEpoch *out);

/** Copy `count` points of this run's history, the first ones later than `step`, or those there are;
 * returns how many were copied. The newest one may be gone next time, for a later one. */
int trainer_history(Trainer *trainer, int64_t step, int count, HistoryPoint *out);

/** Add to `history` what it lacks of this run's. */
void trainer_follow(Trainer *trainer, History *history);

/** Sleep until there is something to poll, or `wait_ms` are over; for callers that have no event
 * loop. */
void trainer_wait(Trainer *trainer, int wait_ms);

#endif
