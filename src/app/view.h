/* What a view of the laboratory is: a file of its own, app/view_NAME.c, that fills in one View;
 * ui/ draws what it shows. */
#ifndef APP_VIEW_H
#define APP_VIEW_H

#include <stdio.h>

#include "app/app.h"
#include "ui/hint.h"

enum {
    VIEW_COMMANDS = 100, /* actions that a view may have of its own, 0..99 */
    VIEW_FIRST_ACTION = 1000,
};

/** A view's commands are actions like all others: so they can be widgets and have the focus. */
static inline int view_action(ViewId view, int command)
{
    return VIEW_FIRST_ACTION + (int)view * VIEW_COMMANDS + command;
}

/**
 * What a view does. `box` is where it stands, in output pixels. Every call is the UI thread's; NULL
 * stands for nothing to do. Command 0 is the view's own area, as a place for the keyboard: a view
 * that takes keys adds a WIDGET_AREA for it, or several for parts of it with commands of their own.
 */
typedef struct View {
    const char *name; /* of tab and menu item */
    /* It comes into view. */
    void (*open)(App *app);
    /* It goes out of view, or the program ends soon. */
    void (*close)(App *app);
    /* state -> state, with each frame while it shows: what is stale is computed, long work a part a
     * frame (2 ms at most). Sets app->redraw where something has changed. */
    void (*work)(App *app);
    /* Places, widgets and spots, before each drawing: views_add_widget(), views_add_spot(). */
    void (*update)(App *app, SDL_Rect box);
    /* const state -> pixels, without the widgets. */
    void (*draw)(const App *app, SDL_Rect box);
    /* What a spot is; `at` is the pointer, or the middle of the spot. */
    void (*explain)(const App *app, int about, SDL_Point at, Hint *hint);
    /* Commands. */
    void (*run)(App *app, int command);
    bool (*can)(const App *app, int command); /* NULL: all can be carried out */
    const char *(*label)(const App *app, int command);
    float (*slider)(const App *app, int command); /* 0..1 */
    void (*slide)(App *app, int command, float share);
    /* A press in the box, beside the widgets, which gives the focus to command 0 or, where it sets
     * app->focus, to another area; drag() and release() follow where it returns true. */
    bool (*press)(App *app, int x, int y, bool twice);
    void (*drag)(App *app, int x, int y);
    void (*release)(App *app);
    void (*scroll)(App *app, int x, int y, int rows); /* rows > 0: down */
    /* A key while an area of it has the focus; false where it is for others. */
    bool (*key)(App *app, const SDL_Keysym *key);
    /* How long the loop may sleep before work() goes on, in ms; -1 for as long as it likes. */
    int (*sleep_ms)(const App *app);
    /* Write its table as CSV, with a line of names. NULL: it has none. */
    bool (*table)(const App *app, FILE *out);
    void (*free)(App *app);
} View;

extern const View VIEW_OF_NETWORK, VIEW_OF_NEURON, VIEW_OF_BACKPROP, VIEW_OF_LEARNING, VIEW_OF_DATA,
    VIEW_OF_DREAMS, VIEW_OF_TOUR;

/** The view of that number. */
const View *view_get(ViewId view);

/** Its commands, as actions from VIEW_FIRST_ACTION on. */
bool view_can(const App *app, int action);
void view_run(App *app, int action);
const char *view_label(const App *app, int action);
float view_slider(const App *app, int action);
void view_slide(App *app, int action, float share);

#endif
