/* A run as a film is made of it: copies of all that it takes, so that whatever happens meanwhile
 * changes nothing in it. */
#ifndef LAB_REEL_H
#define LAB_REEL_H

#include "lab/lab.h"
#include "train/survey.h"

/** A zeroed one is empty; release it with reel_free(). */
typedef struct Reel {
    Sheet sheet, input; /* as on the sheet then */
    bool has_ink;
    NetMoments moments;
    NetActs acts;   /* of the frame shown last */
    float *picture; /* its weights from the inputs, 784 for each neuron shown */
    History history;
    Survey *survey;              /* of the ground that it crosses; NULL for none */
    double (*place)[PLANE_AXES]; /* of each moment on it, once there is a ground */
    int neurons;                 /* of the first layer that are shown: all, or the first ones */
    int frames;
    char caption[224]; /* what run it is */
} Reel;

/** The most neurons that are shown. */
enum { REEL_NEURONS = 16 };

/** A moment of the film. */
typedef struct ReelFrame {
    const Net *net; /* borrowed from the reel */
    double step, epoch;
    int moment; /* whose network it is */
    int points; /* of the history until then */
} ReelFrame;

/** Points along a side of the ground. */
enum { REEL_GROUND = 49 };

/** Whether there is a run to make a film of: it can be looked back at. */
bool reel_can(const Lab *lab);

/**
 * Take what there is of the run: its moments, what its minibatches cost, and the drawing. There is
 * one, see reel_can().
 *
 * @param frames  of the film, at least 2
 *
 * Errors: out of memory; `reel` is zeroed then.
 */
bool reel_make(Reel *reel, const Lab *lab, int frames, Err *err);

/** Survey the ground, which takes seconds, and find the places of the moments on it; without images
 * or memory there is none. Any thread; survey->unwanted ends it. */
void reel_survey(Reel *reel);

/** Whether the ground is known well enough, while reel_survey() is under way on another thread: all
 * that is computed from there on is more than the film shows. */
bool reel_is_surveyed(const Reel *reel);

/** Whether there is a ground. reel_survey() has been called. */
bool reel_has_ground(const Reel *reel);

/** Release all of it; it is zeroed then. */
void reel_free(Reel *reel);

/** Take another number of frames, at least 2. */
void reel_set_frames(Reel *reel, int frames);

/** Frame 0..frames-1: they are equally far from one another on the log axis of the minibatches, the
 * last one is the newest moment. Fills the activations and the pictures of the reel. */
ReelFrame reel_frame(Reel *reel, int frame);

#endif
