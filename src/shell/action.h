/* Everything a person can make the program do: one table for menus, keys, buttons and toggles. */
#ifndef SHELL_ACTION_H
#define SHELL_ACTION_H

#include "shell/shell.h"

/** All actions but the commands of panes, which follow from VIEW_FIRST_ACTION on. */
typedef enum ActionId {
    ACTION_NONE,
    ACTION_OPEN,
    ACTION_OPEN_PICTURE,
    ACTION_OPEN_RECENT, /* a menu of its own: */
    ACTION_RECENT_0,    /* and so on, the newest first */
    ACTION_RECENT_7 = ACTION_RECENT_0 + 7,
    ACTION_CLEAR_RECENT,
    ACTION_SAVE,
    ACTION_SAVE_AS,
    ACTION_SAVE_RUN,
    ACTION_EXPORT, /* my digits; the next ones are exports, too */
    ACTION_EXPORT_VIEW,
    ACTION_EXPORT_TABLE,
    ACTION_EXPORT_DRAWING,
    ACTION_FILM,
    ACTION_GET_MNIST,
    ACTION_QUIT,
    ACTION_UNDO,
    ACTION_REDO,
    ACTION_CLEAR,
    ACTION_COPY,
    ACTION_PASTE,
    ACTION_PREVIOUS_DIGIT,
    ACTION_NEXT_DIGIT,
    ACTION_PEN,
    ACTION_ERASER,
    ACTION_THINNER,
    ACTION_THICKER,
    ACTION_UNDO_WEIGHTS,
    ACTION_VIEW_NETWORK, /* in the order of ViewId */
    ACTION_VIEW_NEURON,
    ACTION_VIEW_BACKPROP,
    ACTION_VIEW_CHAIN,
    ACTION_VIEW_LEARNING,
    ACTION_VIEW_LANDSCAPE,
    ACTION_VIEW_SLOPE,
    ACTION_VIEW_DATA,
    ACTION_VIEW_DREAMS,
    ACTION_VIEW_TOUR,
    ACTION_FIT,
    ACTION_STRAIGHTEN,
    ACTION_MINE,
    ACTION_STROKES,
    ACTION_AUGMENTED,
    ACTION_DARK,
    ACTION_LESS_MOTION,
    ACTION_SECOND_OPINION,
    ACTION_LARGER,
    ACTION_SMALLER,
    ACTION_NORMAL_SIZE,
    ACTION_FULL_SCREEN,
    ACTION_PRESENT,
    ACTION_PRESENT_TOOLS,
    ACTION_PRESENT_INPUT,
    ACTION_PRESENT_ANSWER,
    ACTION_PRESENT_STRIP,
    ACTION_PRESENT_END,
    ACTION_TRAIN,
    ACTION_STEP,
    ACTION_STOP,
    ACTION_RESET,
    ACTION_TRAIN_FURTHER,
    ACTION_CONTINUE,
    ACTION_SCRATCH,
    ACTION_REPLAY,
    ACTION_TIME_LINE,
    ACTION_RESUME_FRAME,
    ACTION_FRAME_BACK,
    ACTION_FRAME_FORWARD,
    ACTION_LIVE,
    ACTION_SLOWER,
    ACTION_FASTER,
    ACTION_COST_CROSS_ENTROPY,
    ACTION_COST_SQUARED,
    ACTION_DATA_MNIST,
    ACTION_DATA_STROKES,
    ACTION_DATA_OWN,
    ACTION_AUGMENT,
    ACTION_DEFAULT_NETWORK,
    ACTION_LARGE_NETWORK,
    ACTION_NEW_SMALL,
    ACTION_NEW_LARGE,
    ACTION_PREVIOUS,
    ACTION_NETWORKS,
    ACTION_FIRST_START,
    ACTION_KEYS,
    ACTION_USE,
    ACTION_ABOUT,
    ACTION_CLOSE_NOTICE,
    ACTION_UNDO_LABEL,
    ACTION_TOUR_NEXT,
    ACTION_TOUR_BACK,
    ACTION_TOUR_LEAVE,
    ACTION_LABEL_0, /* and so on: what the drawing was meant to be, or the digit that is marked */
    ACTION_LABEL_9 = ACTION_LABEL_0 + 9,
    ACTION_RENEW, /* in the panel, as the next ones */
    ACTION_MISREAD,
    ACTION_TO_SHEET,
    ACTION_DELETE_DIGIT,
    ACTION_UNDO_DIGIT,
    ACTION_CHOOSE_NETWORK,
    ACTION_NAME_NETWORK,
    ACTION_START_NETWORK,
    ACTION_REMOVE_NETWORK,
    ACTION_CLOSE_PANEL,
    ACTION_LEAVE_AGAIN, /* in the dialog of leaving, as the next ones */
    ACTION_LEAVE_LOSE,
    ACTION_LEAVE_BACK,
    ACTION_SHEET,      /* the sheet, as a place for the keyboard */
    ACTION_WALL,       /* the panel's wall, likewise */
    ACTION_EXPLAIN,    /* the numbers that explain themselves, likewise */
    ACTION_BRUSH_SIZE, /* the sliders */
    ACTION_TIME,
    ACTION_SPEED, /* from 1000 on they are commands of views, see shell/panes.h */
} ActionId;

/** Carry out an action, if it is enabled now. */
void action_do(Shell *shell, int action);

/** Whether it can be carried out now. */
bool action_can(const Shell *shell, int action);

/** Its name, as menus and buttons show it. */
const char *action_label(const Shell *shell, int action);

/** Whether its menu item is checked, or its button pressed. */
bool action_chosen(const Shell *shell, int action);

/** Whether it goes on while its key is held down: moving, undoing, changing a size. */
bool action_repeats(int action);

/** Where the slider of that action is, 0..1. */
float action_slider(const Shell *shell, int action);

/** Move it there; `share` is held to 0..1. */
void action_slide(Shell *shell, int action, float share);

/** Move it by a step, as a key does. */
void action_slide_step(Shell *shell, int action, bool more);

/** The action of a key press; ACTION_NONE where there is none. */
int action_of_key(SDL_Keycode key, Uint16 mod);

/** The menus, from the table. Boxes are not placed. */
void action_menus(const Shell *shell, MenuBar *bar);

/** The rows of the help page, from the table; returns how many. */
int action_key_rows(DialogRow *row, int max, char (*keys)[24]);

#endif
