/* The window around the views, as one value: widgets and focus, pointer, menus, notices, hints,
 * dialogs. Its lab is below it; what stands above it hands it panes and a card. */
#ifndef SHELL_SHELL_H
#define SHELL_SHELL_H

#include "lab/lab.h"
#include "shell/easing.h"
#include "shell/motion.h"
#include "shell/pane.h"
#include "shell/steady.h"
#include "ui/chart.h"
#include "ui/diagram_places.h"
#include "ui/dialog.h"
#include "ui/hint.h"
#include "ui/layout.h"
#include "ui/menu.h"
#include "ui/net_cards.h"
#include "ui/strip.h"
#include "ui/wall.h"
#include "ui/widget.h"

/** Room for what a frame has. */
enum {
    SHELL_WIDGETS = 128,
    SHELL_SPOTS = 2560,
    NETWORKS_MOST = 1 + SHELF_MOST + SHIPPED_NETWORKS, /* on show, on the shelf, that ship */
};

/** What the pointer holds while a button or finger is down. */
typedef enum Hold { HOLD_NOTHING, HOLD_PEN, HOLD_WIDGET, HOLD_MENU, HOLD_VIEW } Hold;

/** A hint region: a place that explains itself. */
typedef struct Spot {
    SDL_Rect box;
    SDL_Rect clear; /* what its hint leaves clear: at least the box */
    ViewId view;    /* VIEWS: of the window around the views */
    int about;      /* which number or picture, as that view counts them */
    SDL_Point at;   /* the place in it that keys ask about */
} Spot;

/** Whether the pointer points at the sheet: it has moved since it drew, and rests. */
typedef struct Pointed {
    Uint64 moved_ms; /* when it moved last without drawing; 0: not since it drew */
    bool rests;
} Pointed;

/** What is open over the window. */
typedef enum DialogKind {
    DIALOG_NONE,
    DIALOG_FILES,
    DIALOG_KEYS,
    DIALOG_USE,
    DIALOG_ABOUT,
    DIALOG_MINE,
    DIALOG_STROKES,
    DIALOG_AUGMENTED,
    DIALOG_NETWORKS,
    DIALOG_LEAVE
} DialogKind;

/** The wish to end the program; see shell/leave.h. */
typedef struct Leave {
    bool wanted;      /* and the session is being saved for it */
    bool by_signal;   /* nobody is asked */
    Uint64 since_ms;  /* when it was wished */
    bool asking;      /* the dialog is open, or a file is chosen over it */
    bool digits_wait; /* for their file */
    bool film_waits;  /* it is not whole yet */
    Err err;          /* why it is open; in the end, what is lost */
} Leave;

/** The cards of networks; see shell/networks.h. */
typedef struct Networks {
    NetCard card[NETWORKS_MOST];
    int place[NETWORKS_MOST];        /* where the network of each card is */
    Model shipped[SHIPPED_NETWORKS]; /* those that are nowhere else */
    int shelf_revision, answers;     /* when the cards were filled */
    int asked;                       /* whether to remove card `asked` - 1; 0 for none */
    int named;                       /* card `named` - 1 gets the name that is typed; likewise */
} Networks;

/** The panel with a wall of images, or of networks. */
typedef struct Panel {
    Wall wall;
    WallTile *tile; /* of the wall */
    Sheet *image;   /* of each tile; NULL where the tiles are the user's digits */
    uint64_t seed;  /* of what is shown by chance */
    int *digit;     /* which of the user's digits each tile is */
    int counts;     /* that there were when the wall was filled */
    int revision;   /* of the user's digits then */
    bool misread_only;
    Networks networks;
    char note_text[160]; /* under the title */
    SDL_Rect box, note, caption;
    WallPlaces places;
} Panel;

/** One sentence over the view, with something to do about it; see shell/notice.h. */
typedef struct Notice {
    char text[ERR_TEXT_MAX];
    int action;      /* offered as a button; 0 for none */
    bool bad;        /* a failure, not news */
    bool seen;       /* it was in a window that nothing covers */
    Uint64 since_ms; /* when that was first so */
    float share;     /* of what goes on, that is done: a bar; 0 for none */
} Notice;

/** A film of a run that is being made; see shell/film.h. */
typedef struct Film Film;

/** A run that is played again; see shell/replay.h. */
typedef struct Replay {
    bool on;
    int frame;    /* of the time line that it has brought up */
    float place;  /* on the line, 0..1 */
    Uint64 at_ms; /* when it was there */
} Replay;

/** A step of the tour; see shell/card.h. */
typedef struct Card {
    bool up;             /* it leads through the program now */
    int number, of;      /* of the step in its chapter, from 1 */
    char count[16];      /* "1 of 6" */
    unsigned steps_done; /* of the chapter, a bit each */
    const char *title;   /* these three are static */
    const char *text;    /* what there is to know */
    const char *ask;     /* what the person is to do */
    bool done;           /* and has */
    bool first, last;    /* there is none before it, after it */
    unsigned needs;      /* parts of the window that it points at, as in LayoutWish */
    SDL_Rect ring;       /* around what it is about, in output pixels; of width 0 for none */
} Card;

/** The hand of the first start; see shell/first_start.h. */
typedef struct Ghost {
    bool writes;     /* it is on the sheet */
    Uint64 since_ms; /* when it came */
    float written;   /* of its 3, when it was drawn last */
} Ghost;

/** A pane and its state, borrowed until shell_free(). */
typedef struct PaneSeat {
    const Pane *pane; /* NULL for none */
    void *self;
} PaneSeat;

/** All of it belongs to the UI thread. */
typedef struct Shell {
    Lab *lab;               /* borrowed until shell_free() */
    PaneSeat pane[VIEWS];   /* beside the sheet */
    ViewId view;            /* on show */
    DiagramNeuron selected; /* see shell/selected.h; neuron -1: none */
    Card card;              /* the tour's */
    Chart chart;            /* of the answer */
    Steady steady;          /* what of it shows in large type */
    Uint64 answered_ms;     /* when the last one came */
    Leave leave;
    Motion motion;
    Easing easing;
    Pointed pointed;
    bool pen_was_down; /* in the frame before */
    Ghost ghost;

    /* What explains itself. */
    Spot spot[SHELL_SPOTS];
    int spots;
    int explained;                 /* the spot that the keyboard has reached; -1 for none */
    Hint hint;                     /* that is due; no title where none is */
    SDL_Rect hint_box, hint_clear; /* as its spot has them */

    /* The window. */
    SDL_Window *window; /* borrowed until shell_free(); NULL in tests */
    Paint *paint;       /* borrowed until shell_free() */
    int w_px, h_px;     /* of the output */
    bool presenting;
    float px_per_unit;   /* output pixels for one unit of mouse coordinates */
    float desktop_scale; /* how much larger than usual things are on it, beyond px_per_unit */
    Layout layout;
    MenuBar menu_bar;
    MenuState menu;
    Widget widget[SHELL_WIDGETS];
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
    char told_next[ERR_TEXT_MAX]; /* once the notice is gone; "" for nothing */
    SDL_Rect notice_box;          /* what it covers; empty where there is none */
    int noticed;                  /* the first so many widgets are its own, over all others */
    Uint64 now_ms;                /* when the frame began, as shell_tick() was told */
    Strip strip;
    Replay replay;
    Film *film;           /* NULL for none */
    char model_text[128]; /* what the menu bar says of the network */
    bool quit, redraw;
} Shell;

/**
 * A shell without panes yet.
 *
 * @param lab     borrowed until shell_free(), as the next two
 * @param window  NULL for none
 */
void shell_init(Shell *shell, Lab *lab, SDL_Window *window, Paint *paint);

/** Release the panes, and what the shell itself has. */
void shell_free(Shell *shell);

/** The window or its scale has changed. */
void shell_resize(Shell *shell, int w_px, int h_px, float px_per_unit);

/** Things on the desktop are that much larger than usual, beyond its pixels. */
void shell_enlarge(Shell *shell, float desktop_scale);

/** One event of window, mouse, touch or keyboard. */
void shell_handle(Shell *shell, const SDL_Event *event);

/** A frame begins at that time. What goes by itself after a while goes by this clock. */
void shell_tick(Shell *shell, Uint64 now_ms);

/** Files that other threads have opened or saved: a network that was opened comes on show. Comes
 * before lab_update(), so that what is drawn belongs to one network. */
void shell_poll(Shell *shell);

/** Dialogs, and the work of the view on show. Comes after lab_update(). */
void shell_update(Shell *shell);

/** What changed is saved; and the wish to leave, which waits for that. Comes after all else but the
 * drawing. */
void shell_keep(Shell *shell);

/** How long the loop may sleep, in ms; -1 until the next event. */
int shell_sleep_ms(const Shell *shell);

/** The answer is another one, maybe: it goes into its bars. */
void shell_answer(Shell *shell);

/** How bright the neurons of each layer are while that changes; NULL at rest: as the run has left
 * them. Its last layer is how long the bars are. */
const Easing *shell_easing(const Shell *shell);

/** How far a pulse has come along the edges, in layers from the inputs; 0 where there is none. */
float shell_pulse(const Shell *shell);

/** What is on the screen is out of date. */
static inline void shell_redraw(Shell *shell)
{
    shell->redraw = true;
}

/** Something begins to move for so long, or where that is not wished is over at once. */
static inline void shell_move(Shell *shell, MotionKind kind, int ms)
{
    motion_begin(&shell->motion, kind, shell->lab->settings.less_motion ? 0 : ms);
    shell->redraw = true;
}

/** Whether it is to be drawn; it is thought to be then. */
static inline bool shell_take_redraw(Shell *shell)
{
    bool redraw = shell->redraw;
    shell->redraw = false;
    return redraw;
}

/** The lab, for a command of a pane that changes it: panes read it through a pointer to const. */
static inline Lab *shell_change(Shell *shell)
{
    shell->redraw = true;
    return shell->lab;
}

/** The keyboard goes to an action's widget. */
static inline void shell_take_focus(Shell *shell, int action)
{
    shell->focus = action;
    shell->redraw = true;
}

/** Likewise, and it shows. */
static inline void shell_focus(Shell *shell, int action)
{
    shell_take_focus(shell, action);
    shell->focus_shown = true;
}

#endif
