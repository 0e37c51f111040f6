/* The guided walk: its chapters and steps, as one table. */
#ifndef TOUR_TOUR_STEPS_H
#define TOUR_TOUR_STEPS_H

#include "tour/tour_done.h"
#include "tour/tour_place.h"

/** What there must be for a step to be about something. */
typedef enum TourNeed {
    TOUR_NEED_NOTHING,
    TOUR_NEED_INK,
    TOUR_NEED_RANDOM, /* weights, or a run */
    TOUR_NEED_RUN
} TourNeed;

/** How a step belongs to others: what is changed in a part of the walk is put back at its end. */
typedef enum TourPart {
    TOUR_PART,         /* begins one */
    TOUR_PART_NETWORK, /* likewise, in which the network changes */
    TOUR_PART_GOES_ON  /* with what the step before has left */
} TourPart;

/** A step: what it says, where it points, what it waits for. */
typedef struct TourStep {
    const char *title;
    const char *text; /* two sentences at most */
    const char *ask;  /* one: what the person is to do */
    ViewId view;      /* comes up when the step begins */
    TourPlace place;  /* of the ring; the whole view where that is empty */
    unsigned needs;   /* parts of the window that it points at, as in LayoutWish */
    TourNeed need;
    TourPart part;
    TourDone *done;
} TourStep;

/** A chapter: the steps from `first` on. */
typedef struct TourChapter {
    const char *title;
    const char *video; /* that it goes with */
    int first, steps;
} TourChapter;

/** How many chapters there are. */
enum { TOUR_CHAPTERS = STEPS_CHAPTERS };

/** All steps, see tour_steps(). */
extern const TourStep TOUR_STEP[];

/** All chapters. */
extern const TourChapter TOUR_CHAPTER[TOUR_CHAPTERS];

/** How many steps there are; at most STEPS_MAX. */
int tour_steps(void);

/** The chapter of a step. */
int tour_chapter(int step);

#endif
