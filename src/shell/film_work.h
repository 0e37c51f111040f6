/* What the film of a run has another thread do: survey the ground, make a file of frames. */
#ifndef SHELL_FILM_WORK_H
#define SHELL_FILM_WORK_H

#include "base/apng.h"
#include "base/path.h"
#include "lab/reel.h"
#include "train/jobs.h"
#include "ui/film_ground.h"

/** One thing after another. */
typedef enum FilmTask {
    FILM_CHECK,  /* whether a file may be there */
    FILM_SURVEY, /* the ground */
    FILM_BEGIN,  /* a film without frames, in its size; the ground's picture */
    FILM_ADD,    /* a frame */
    FILM_SAVE,
} FilmTask;

/** A task, and what came of it. While the job is under way all of it is the other thread's, but for
 * the survey of the reel, which says how far it is. */
typedef struct FilmWork {
    Job job;
    FilmTask task;
    Path path;
    Reel reel;
    Relief relief;
    ReliefImage image; /* of the ground, ground_w x ground_h */
    const Theme *theme;
    int ground_w, ground_h;
    int w, h, ms;   /* of the picture; how long the frame stays */
    uint32_t *argb; /* h x w pixels 0xaarrggbb as they were painted, on the heap */
    uint8_t *rgb;   /* they, h x w x 3 as the film takes them; likewise */
    size_t most;    /* bytes that the file may have */
    Apng *apng;
    bool ok, too_large; /* it went well; it has become too large */
    Err err;            /* where it went not */
} FilmWork;

/** Do it: the Job.run of a FilmWork. */
void film_work_run(Job *job);

/** Release it. NULL is allowed. */
void film_work_free(FilmWork *work);

#endif
