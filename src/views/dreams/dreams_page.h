/* The pages of the view Dreams, and what they share. */
#ifndef VIEWS_DREAMS_DREAMS_PAGE_H
#define VIEWS_DREAMS_DREAMS_PAGE_H

#include <stdio.h>

#include "ui/hint.h"
#include "views/dreams/view_dreams.h"

/** The view's commands. */
enum {
    DREAMS_AREA,
    DREAMS_SHOW_PAGE,                             /* and one for each page */
    DREAMS_ANY = DREAMS_SHOW_PAGE + DREAMS_PAGES, /* no digit chosen */
    DREAMS_DIGIT,                                 /* and ten */
    DREAMS_ON_INK = DREAMS_DIGIT + NET_OUTPUTS,
    DREAMS_PLAY,
    DREAMS_STEP,
    DREAMS_AGAIN,
    DREAMS_FROM_DRAWING,
    DREAMS_SMOOTH,
    DREAMS_PUT_DREAM,
    DREAMS_PUT_NOISE,
    DREAMS_PUT_CHANGED,
    DREAMS_KEEP,
    DREAMS_PUT_KEPT,
    DREAMS_BY_EFFECT,
};

/** Sizes of a page. */
enum {
    DREAMS_CONTROLS = 6,
    DREAMS_LINE = 20, /* height of a line of text, design pixels */
};

/** A button or switch of a page. */
typedef struct DreamsControl {
    WidgetKind kind;
    int command;
    const char *label, *label_on; /* the second while it is on; NULL: the same */
} DreamsControl;

/** A page: a pane in the pane, whose update() has what the controls leave. */
typedef struct DreamsPage {
    const char *name;
    const char *any;  /* the choice of no digit; NULL: none is chosen on this page */
    int main_command; /* of Space and Enter in the area */
    DreamsControl control[DREAMS_CONTROLS];
    int controls;
    bool (*on)(const DreamsView *view, int command); /* a control is pressed in */
    Pane pane;                                       /* its state is the DreamsView */
} DreamsPage;

/** All pages. */
extern const DreamsPage DREAMS_OF_PIXELS, DREAMS_OF_DREAM, DREAMS_OF_NOISE, DREAMS_OF_CHANGE,
    DREAMS_OF_COMPARE;

/** The digit chosen on the page on show, else the answer to what is on the sheet. */
int dreams_page_digit(const DreamsView *view);

/** Make acts for the network on show, where they are not. False, with a notice, where there is no
 * memory; they are as they were then. */
bool dreams_page_fit(DreamsView *view, NetActs *acts);

/** Take a copy of the weights on show, with acts for it. False, with a notice, where there is no
 * memory. */
bool dreams_page_copy(DreamsView *view, Net *copy, NetActs *acts);

/** "3", "3?" where it is in doubt, "no digit": what the program says to such outputs. */
void dreams_page_print_answer(const float outputs[NET_OUTPUTS], char *text, size_t room);

#endif
