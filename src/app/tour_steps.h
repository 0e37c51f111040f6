/* The guided walk: its chapters and steps, as one table. */
#ifndef APP_TOUR_STEPS_H
#define APP_TOUR_STEPS_H

#include "app/app.h"

/** What a step points at. */
typedef enum TourPlace {
    TOUR_AT_SHEET,
    TOUR_AT_INPUT, /* what the network sees, with what is beside it */
    TOUR_AT_BARS,
    TOUR_AT_VIEW,
    TOUR_AT_WIDGET, /* of the training strip, or of the view: which then is pointed at as a whole
                       where that widget does not show */
} TourPlace;

typedef struct TourStep {
    const char *title;
    const char *text; /* two to four sentences */
    const char *ask;  /* one: what the person is to do */
    ViewId view;      /* shown when the step begins */
    TourPlace place;
    int action; /* of the widget, with TOUR_AT_WIDGET */
    /* Whether it was done since the step began. */
    bool (*done)(const App *app, const TourBase *base);
} TourStep;

typedef struct TourChapter {
    const char *title;
    const char *video; /* that it goes with */
    int first, steps;
} TourChapter;

enum { TOUR_CHAPTERS = STEPS_CHAPTERS };

extern const TourStep TOUR_STEP[];
extern const TourChapter TOUR_CHAPTER[TOUR_CHAPTERS];

/** How many steps there are; at most STEPS_MAX. */
int tour_steps(void);

/** The chapter of a step. */
int tour_chapter(int step);

/** What a step that begins now compares with. */
TourBase tour_base(const App *app);

#endif
