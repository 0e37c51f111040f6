/* The window's state as one value, and what happens to it: event -> state, state -> state, state ->
 * pixels. */
#ifndef APP_APP_H
#define APP_APP_H

#include "app/view_backprop.h"
#include "app/view_data.h"
#include "app/view_dreams.h"
#include "app/view_learning.h"
#include "app/view_network.h"
#include "app/view_neuron.h"
#include "app/view_tour.h"
#include "lab/lab.h"
#include "ui/bands.h"
#include "ui/chart.h"
#include "ui/diagram.h"
#include "ui/dialog.h"
#include "ui/hint.h"
#include "ui/layout.h"
#include "ui/menu.h"
#include "ui/sheet.h"
#include "ui/strip.h"
#include "ui/wall.h"
#include "ui/widget.h"

enum {
    APP_WIDGETS = 128,
    APP_SPOTS = 640,
};

/** The views of the laboratory, in the order of their tabs. */
typedef enum ViewId {
    VIEW_NETWORK,
    VIEW_NEURON,
    VIEW_BACKPROP,
    VIEW_LEARNING,
    VIEW_DATA,
    VIEW_DREAMS,
    VIEW_TOUR,
    VIEWS
} ViewId;

/** What the pointer holds while a button or finger is down. */
typedef enum Hold { HOLD_NOTHING, HOLD_PEN, HOLD_WIDGET, HOLD_MENU, HOLD_VIEW } Hold;

/** A place that explains itself. */
typedef struct Spot {
    SDL_Rect box;
    ViewId view; /* VIEWS: of the window around the views */
    int about;   /* which number or picture, as that view counts them */
} Spot;

typedef enum DialogKind {
    DIALOG_NONE,
    DIALOG_FILES,
    DIALOG_KEYS,
    DIALOG_USE,
    DIALOG_ABOUT,
    DIALOG_MINE,
    DIALOG_STROKES,
    DIALOG_AUGMENTED,
    DIALOG_LEAVE
} DialogKind;

/** The wish to end the program; see app/leave.h. */
typedef struct Leave {
    bool wanted;      /* and the session is being saved for it */
    bool by_signal;   /* nobody is asked */
    Uint64 since_ms;  /* when it was wished */
    bool asking;      /* the dialog is open, or a file is chosen over it */
    bool digits_wait; /* for their file */
    Err err;          /* why it is open; in the end, what is lost */
} Leave;

/** What each output says of the drawing at the frames of the time line; see app/ribbon.h. */
typedef struct Ribbon {
    Bands bands;             /* a column for each frame */
    int id[TIMELINE_FRAMES]; /* of the frames */
    Sheet input;             /* the drawing that they read */
    bool complete;           /* all columns are known */
    BandsPlaces places;
} Ribbon;

/** The panel with a wall of images. */
typedef struct Panel {
    Wall wall;
    WallTile *tile; /* of the wall */
    Sheet *image;   /* of each tile; NULL where the tiles are the user's digits */
    uint64_t seed;  /* of what is shown by chance */
    int *digit;     /* which of the user's digits each tile is */
    int counts;     /* that there were when the wall was filled */
    int revision;   /* of the user's digits then */
    bool misread_only;
    char note_text[128]; /* under the title */
    SDL_Rect box, note, caption;
    WallPlaces places;
} Panel;

/** One sentence over the window, with something to do about it. */
typedef struct Notice {
    char text[ERR_TEXT_MAX];
    int action; /* offered as a button; 0 for none */
    bool bad;   /* a failure, not news */
} Notice;

/** All of it belongs to the UI thread. */
typedef struct App {
    Lab lab;
    Chart chart;
    Leave leave;

    /* The laboratory. */
    ViewId view; /* on show */
    NetworkView network_view;
    NeuronView neuron_view;
    BackpropView backprop_view;
    LearningView learning_view;
    DataView data_view;
    DreamsView dreams_view;
    TourView tour_view;
    Ribbon ribbon;
    Spot spot[APP_SPOTS];
    int spots;
    int explained;     /* the spot that the keyboard has reached; -1 for none */
    Hint hint;         /* that is due; no title where none is */
    SDL_Rect hint_box; /* what it is about */

    /* The window. */
    SDL_Window *window; /* borrowed until app_free(); NULL in tests */
    Paint *paint;       /* borrowed until app_free() */
    int w_px, h_px;     /* of the output */
    bool presenting;
    float px_per_unit;   /* output pixels for one unit of mouse coordinates */
    float desktop_scale; /* how much larger than usual things are on it, beyond px_per_unit */
    Layout layout;
    MenuBar menu_bar;
    MenuState menu;
    Widget widget[APP_WIDGETS];
    int widgets;
    int covered;      /* the first so many are under a panel */
    int focus;        /* action of the widget that has the keyboard; 0 for none */
    bool focus_shown; /* the keyboard was used last */
    Hold hold;
    Uint8 button;        /* of the mouse that is down; 0 for none */
    int held_action;     /* of the widget that is held */
    SDL_FingerID finger; /* that draws */
    bool finger_down;
    float pointer_x_px, pointer_y_px;
    bool pointer_inside; /* over the sheet */
    float scrolled;      /* rows of the wheel that have not made a step yet */
    Point key_pen;       /* where the keyboard draws */
    bool alt_alone;      /* Alt went down and nothing since */
    Uint32 focused_ms;   /* when the window got the keyboard, as SDL's events tell it; 0 never */
    DialogKind dialog;
    Files files;
    Panel panel;
    Notice notice;
    Strip strip;
    char model_text[128]; /* what the menu bar says of the network */
    Uint32 wake_event;    /* SDL event type that the other threads push */
    bool quit, redraw;
} App;

/**
 * Start: the last session's network, drawing and settings, or the network that ships.
 *
 * @param window    borrowed until app_free(); NULL for none
 * @param paint     borrowed until app_free()
 * @param data      folder of MNIST that the user named, or NULL
 * @param network   file to open, or NULL
 *
 * Errors: there is no network to start with. What else fails becomes a notice in the window.
 */
bool app_make(App *app, SDL_Window *window, Paint *paint, const char *data, const char *network,
              Err *err);

/** Release everything. */
void app_free(App *app);

/** event -> state */
void app_handle(App *app, const SDL_Event *event);

/** state -> state: the path of the ink, from strokes to bars; files and news of other threads. */
void app_update(App *app);

/** const state -> pixels */
void app_draw(const App *app);

/** How long the loop may sleep, in ms; -1 until the next event. */
int app_sleep_ms(const App *app);

/** The window or its scale has changed. */
void app_resize(App *app, int w_px, int h_px, float px_per_unit);

/** Wake the loop; `context` is the App. For the other threads: only hands the word on. */
void app_wake(void *context);

#endif
