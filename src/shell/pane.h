/* A pane stands beside the sheet, one at a time, chosen by tab, menu or key: each view of the
 * laboratory is one, and the list of the tour. The window asks it by one struct of functions. */
#ifndef SHELL_PANE_H
#define SHELL_PANE_H

#include <SDL.h>
#include <stdbool.h>
#include <stdio.h>

#include "ui/hint.h"
#include "ui/layout.h"

/** The panes, in the order of their tabs. */
typedef enum ViewId {
    VIEW_NETWORK,
    VIEW_NEURON,
    VIEW_BACKPROP,
    VIEW_CHAIN,
    VIEW_LEARNING,
    VIEW_LANDSCAPE,
    VIEW_SLOPE,
    VIEW_DATA,
    VIEW_DREAMS,
    VIEW_TOUR,
    VIEWS
} ViewId;

/** How actions are counted that belong to panes. */
enum {
    VIEW_COMMANDS = 100, /* actions that a pane may have of its own, 0..99 */
    VIEW_FIRST_ACTION = 1000,
};

/** A pane's commands are actions like all others: so they can be widgets and have the focus. */
static inline int view_action(ViewId view, int command)
{
    return VIEW_FIRST_ACTION + (int)view * VIEW_COMMANDS + command;
}

/**
 * What a pane does. `self` is its own state, `box` where it stands, in output pixels. Every call is
 * the UI thread's; NULL stands for nothing to do. Command 0 is the pane's own area, as a place for
 * the keyboard: a pane that takes keys adds a WIDGET_AREA for it, or several for parts of it with
 * commands of their own.
 */
typedef struct Pane {
    /* It comes into view. */
    void (*open)(void *self);
    /* It goes out of view. */
    void (*close)(void *self);
    /* state -> state, with each frame while it shows: what is stale is computed, long work a part a
     * frame, see shell/slice.h. Says shell_redraw() where something has changed. */
    void (*work)(void *self);
    /* How the window is laid out for it; NULL: LAYOUT_VIEW. */
    LayoutForm (*form)(const void *self);
    /* Places, widgets and spots, before each drawing: panes_add_widget(), panes_add_spot(). */
    void (*update)(void *self, SDL_Rect box);
    /* const state -> pixels, without the widgets. */
    void (*draw)(const void *self, SDL_Rect box);
    /* What a spot is; `at` is the pointer, or the middle of the spot. */
    void (*explain)(const void *self, int about, SDL_Point at, Hint *hint);
    /* Commands. */
    void (*run)(void *self, int command);
    bool (*can)(const void *self, int command); /* NULL: all can be carried out */
    const char *(*label)(const void *self, int command);
    float (*slider)(const void *self, int command); /* 0..1 */
    void (*slide)(void *self, int command, float share);
    /* A press in the box, beside the widgets, which gives the focus to command 0 or, where it calls
     * shell_focus(), to another area; drag() and release() follow where it returns true. */
    bool (*press)(void *self, int x, int y, bool twice);
    void (*drag)(void *self, int x, int y);
    void (*release)(void *self);
    void (*scroll)(void *self, int x, int y, int rows); /* rows > 0: down */
    /* A key while an area of it has the focus; false where it is for others. */
    bool (*key)(void *self, const SDL_Keysym *key);
    /* The key of a digit, whatever has the keyboard; false where it says what the drawing was. */
    bool (*digit)(void *self, int digit);
    /* How long the loop may sleep before work() goes on, in ms; -1 for as long as it likes. */
    int (*sleep_ms)(const void *self);
    /* Write its table as CSV, with a line of names. NULL: it has none. */
    bool (*table)(const void *self, FILE *out);
    /* Look into that neuron of a layer after the input, while it shows. Only of VIEW_NEURON. */
    void (*inspect)(void *self, int layer, int neuron);
    /* It is asked for though it shows: back to how it comes up. */
    void (*again)(void *self);
    /* Escape that ends nothing else goes one step out; false where it is out already. */
    bool (*out)(void *self);
    /* For the tour: a number that is another one once the person has done a thing, and where the
     * thing is, empty for the whole pane. Things are listed in views/view.h. */
    int (*did)(const void *self, int thing);
    SDL_Rect (*place)(const void *self, int thing);
    /* A part of the guided walk begins: note what the person has set here; it ends: bring that
     * back.
     */
    void (*walk)(void *self, bool begins);
    /* A step of it begins that is about this view: what was done here before does not count. */
    void (*anew)(void *self);
    void (*free)(void *self);
} Pane;

#endif
