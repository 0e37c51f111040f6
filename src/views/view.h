/* What a view is: a Pane of the window with a state of its own, in a folder of its own.
 *
 * Its state begins with two borrowed pointers, which whoever makes it sets once:
 *
 *     const Lab *lab;  what the session is about, to read
 *     Shell *shell;    the window: where the view adds widgets and spots, and says what it wants
 *
 * Each frame: what threads have done with files and training is taken in, lab_update() leads the
 * ink to the answer, and then nothing changes the network or its activations until the frame is
 * drawn: work() computes what is stale, update() places it and adds its widgets and spots, draw()
 * draws it. What a person does arrives as run(), press(), key() and the like. What the view wants
 * done it says to the shell: shell_redraw(), shell_focus(), panes_inspect(), panes_show(), tell();
 * a change to the session is a function of the lab, given shell_change(). A view includes this, its
 * own folder and what is below; it never sees another view. */
#ifndef VIEWS_VIEW_H
#define VIEWS_VIEW_H

#include "lab/lab.h"
#include "shell/action.h"
#include "shell/panes.h"
#include "shell/shell.h"
#include "shell/slice.h"
#include "shell/tell.h"

/** What the tour asks a view: whether the person has done it, or where it is; see Pane. */
typedef enum ViewThing {
    VIEW_THING_NEURON,    /* of Neuron: the one that was seen close up last */
    VIEW_THING_SUM,       /* what it adds up */
    VIEW_THING_TARGET,    /* of Backprop: the digit that the drawing should be; -1 for none */
    VIEW_THING_LAYER,     /* the layer on show */
    VIEW_THING_WISHES,    /* what the outputs should do */
    VIEW_THING_APPLY,     /* the step */
    VIEW_THING_MINIBATCH, /* the page; 1 while it is on show */
    VIEW_THING_WEIGHT,    /* of Chain: how often its first weight was moved, */
    VIEW_THING_QUANTITY,  /* what is selected, */
    VIEW_THING_PRODUCT,   /* how often that weight's gradient became nothing by hand, */
    VIEW_THING_STEP,      /* and how many steps have lowered the cost */
    VIEW_THING_SETTINGS,  /* of Learning */
    VIEW_THING_BALL,      /* of Landscape: how often the ball was dragged */
    VIEW_THING_CLIMB,     /* of Slope: 1 where a step has led the ball higher up */
    VIEW_THING_STUMBLE,   /* how many steps both balls have made with the right rate */
    VIEW_THING_NOISE,     /* of Dreams: the image on the sheet */
    VIEW_THINGS
} ViewThing;

#endif
