/* The view Landscape: its state, and the pane that it is. */
#ifndef VIEWS_LANDSCAPE_VIEW_LANDSCAPE_H
#define VIEWS_LANDSCAPE_VIEW_LANDSCAPE_H

#include "lab/landscape.h"
#include "ui/relief_ground.h"
#include "views/view.h"

/** What the view can be told to do; see VIEW_COMMANDS. */
enum {
    LANDSCAPE_MAP,    /* seen from above, as a place for the keyboard */
    LANDSCAPE_GROUND, /* and as ground */
    LANDSCAPE_ACROSS, /* another direction for the first axis, */
    LANDSCAPE_UP,     /* for the second one */
    LANDSCAPE_RETURN, /* the ball, to the run */
};

/** What is held by the pointer. */
typedef enum LandscapeHold { LANDSCAPE_NOTHING, LANDSCAPE_BALL, LANDSCAPE_TURN } LandscapeHold;

/** Both pictures, as they were drawn last. */
typedef struct LandscapePictures {
    Relief relief;
    int revision, known; /* of the landscape that the relief is of */
    ReliefImage map, ground;
    int map_rows; /* of the map that are drawn */
    bool ground_stale;
    const Theme *theme; /* that they are in */
    ReliefTurn turn;    /* as the person wants it */
} LandscapePictures;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers and the
 * landscape, which landscape_init() begins. */
typedef struct LandscapeView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    Landscape landscape;
    LandscapePictures pictures;
    bool turned; /* the turn has been chosen */
    LandscapeHold hold;
    SDL_Point held_at;
    int dragged; /* counts what the ball was dragged to, for the tour */
    /* Made anew for each frame: places, of width 0 where something does not show. */
    SDL_Rect map_title, map, ground_title, ground, figures, said;
    char say[ERR_TEXT_MAX];
} LandscapeView;

/** What it does. */
extern const Pane PANE_OF_LANDSCAPE;

#endif
