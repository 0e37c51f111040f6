/* Chapters with steps, each done or not: the table of contents of the tour. */
#ifndef UI_STEPS_H
#define UI_STEPS_H

#include "ui/paint.h"

/** Chapters, and steps in all, at most. */
enum { STEPS_CHAPTERS = 5, STEPS_MAX = 32 };

/** A chapter: its title, its note, and the steps under them. */
typedef struct StepsChapter {
    const char *title, *note; /* borrowed for the frame; the note stands under the title */
    int first, steps;         /* its steps in Steps.step */
    SDL_Rect box;             /* of title and note */
    SDL_Rect count;           /* of "3 of 6" */
    bool noted;               /* there is room for the note */
} StepsChapter;

/** A step: one line. */
typedef struct StepsStep {
    const char *title; /* borrowed for the frame */
    bool done;
    SDL_Rect box; /* empty where its chapter is closed */
} StepsStep;

/** Made anew with each frame. */
typedef struct Steps {
    StepsChapter chapter[STEPS_CHAPTERS];
    StepsStep step[STEPS_MAX];
    int steps;
    int current; /* where the tour is */
    int marked;  /* where the keyboard is; its chapter is always open */
} Steps;

/** Place it in a box: chapters side by side where the box is wide enough, else one under the other
 * and only one of them open. */
void steps_place(Steps *steps, const Paint *paint, SDL_Rect box);

/** The step at (x, y); of a chapter's title, its first step; -1 for none. */
int steps_at(const Steps *steps, int x, int y);

/** How many steps of a chapter are done. */
int steps_done(const Steps *steps, int chapter);

/** `focused`: the keyboard is in the list. */
void steps_draw(Paint *out, const Steps *steps, int hot, bool focused);

/** A disc with a check mark where something is done, else a ring; in the middle of the box. */
void steps_draw_mark(Paint *out, SDL_Rect box, bool done);

#endif
