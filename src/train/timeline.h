/* The time line of a run: key frames of its weights, enough to go back to any moment of it. Plain
 * data that whoever follows the run adds to. */
#ifndef TRAIN_TIMELINE_H
#define TRAIN_TIMELINE_H

#include "nn/net.h"

/** What a time line holds. */
enum {
    TIMELINE_FRAMES = 256,             /* at most */
    TIMELINE_BYTES = 12 * 1024 * 1024, /* all frames together, */
    TIMELINE_LEAST = 24,               /* but for so many there is always room */
};

/** The weights at one moment. */
typedef struct TimelineFrame {
    int id;      /* never given twice; a later frame has a larger one */
    double done; /* of the run, 0..1 */
    Net net;     /* an exact copy */
} TimelineFrame;

/** A zeroed one is empty; release it with timeline_free(). */
typedef struct Timeline {
    TimelineFrame frame[TIMELINE_FRAMES]; /* in the order of the run */
    int frames;                           /* that count; further nets are room for later ones */
    int capacity;                         /* for frames of this size */
    double spacing;                       /* from one frame's place to the next, at least */
    int last_id;                          /* that was given */
    int held; /* id of a frame that stays, whatever the caller adds; 0 for none */
} Timeline;

/** Where a moment lies on the line, 0..1: the beginning of a run, in which most changes, has the
 * most room. */
double timeline_place(double done);

/** Forget all frames: another run begins. */
void timeline_clear(Timeline *timeline);

/** Release all frames; the time line is empty then. */
void timeline_free(Timeline *timeline);

/**
 * Add the newest weights of a run; all nets of a time line have the same shape. Where the frame
 * before is too near to its own neighbour it gives way to this one. Where there is no room, the
 * spacing doubles and about every second frame goes; the first, the newest and the one that is held
 * always stay. A moment that is not later than the newest changes nothing.
 *
 * Errors: out of memory; false and nothing is added then.
 */
bool timeline_add(Timeline *timeline, double done, const Net *net);

/** Make a copy; release it with timeline_free(). Errors: out of memory; `to` is empty then. */
bool timeline_copy(Timeline *to, const Timeline *from, Err *err);

/** Forget the frames after frame `last`: the run goes on from there. */
void timeline_cut(Timeline *timeline, int last);

/** The frame that lies nearest to a moment on the line; -1 where there is none. */
int timeline_nearest(const Timeline *timeline, double done);

/** The frame with that id; -1 where there is none. */
int timeline_find(const Timeline *timeline, int id);

#endif
