/* What the person chose in the window; kept from one start to the next. */
#ifndef LAB_SETTINGS_H
#define LAB_SETTINGS_H

#include "ink/drawing.h"

/** All of it belongs to the UI thread. */
typedef struct Settings {
    Tool tool;
    float brush_cell;
    bool dark;
    float zoom; /* wish for the scale */
    bool full_screen;
    bool second_opinion;     /* the large network is asked where the one on show is in doubt */
    bool less_motion;        /* what moves by itself takes no time */
    bool has_drawn;          /* something was on the sheet once; before that, it invites */
    bool strip_open;         /* the time line of training is unfolded */
    unsigned present_hidden; /* parts of the window that presenting leaves out, a bit each */
    int window_w, window_h;  /* as the desktop counts, at its scale 1; 0 the first time */
    int tour_step;
    unsigned tour_done; /* a bit for each step */
} Settings;

#endif
