/* The guided walk: its steps, one after the other, each with a card and a ring in the window. */
#ifndef TOUR_TOUR_H
#define TOUR_TOUR_H

#include "tour/tour_before.h"
#include "ui/steps.h"
#include "views/view.h"

/** What the state was when a step began: whether it is done shows in what has changed since. */
typedef struct TourBase {
    int view;
    int points;              /* of the drawing */
    int preparation;         /* of the input */
    bool prepared_otherwise; /* since */
    int digit;               /* of the answer; -1 for none */
    int run, epoch;          /* of training */
    int64_t images;
    float rate;             /* of runs to come */
    int kept, most_kept;    /* changes of the weights that can be taken back: then, and since */
    int thing[VIEW_THINGS]; /* as the views say */
    float pointer_x_px, pointer_y_px;
} TourBase;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. Which step it
 * is at, and what was done, is kept in Settings. */
typedef struct Tour {
    const Lab *lab;    /* borrowed, as long as the tour lives */
    Shell *shell;      /* likewise */
    TourBase base;     /* of the step, while the walk runs */
    TourBefore before; /* the part of the walk that the step belongs to */
    int marked;        /* step in the list that the keyboard is at */
    Steps list;        /* of the frame */
    SDL_Rect about;    /* of the frame: the text over the list */
} Tour;

/** Its list, as a pane: PANE_OF_TOUR, see tour_list.c. */
extern const Pane PANE_OF_TOUR;

/** The session is there: the step that it names is one that there is. */
void tour_begin(Tour *tour);

/** Go to a step, 0..tour_steps()-1: its view comes up, and what is done from now on counts. Where
 * it does not go on from the one before, what was changed in that is put back. */
void tour_go(Tour *tour, int step);

/** The next step; after the last one the walk ends and the list comes up. */
void tour_next(Tour *tour);

/** The step before; there is one. */
void tour_back(Tour *tour);

/** The card goes, and what was changed is put back; the step is kept. */
void tour_leave(Tour *tour);

/** Forget what was done, and begin with the first step. */
void tour_start_over(Tour *tour);

/** Whether a step was done, now or before. */
bool tour_is_done(const Tour *tour, int step);

/** Take note of what has been done. Comes after the views' work(). */
void tour_update(Tour *tour);

/** The ring goes around what the step is about, or the tab that leads to its view. Comes after the
 * views' update(). */
void tour_point(Tour *tour);

#endif
