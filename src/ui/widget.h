/* Buttons, toggles and sliders. The app makes the list anew each frame; the order is that of Tab.
 */
#ifndef UI_WIDGET_H
#define UI_WIDGET_H

#include "ui/paint.h"

/** Half the width of a slider's knob, in design pixels: its value is 0 and 1 so far from its ends.
 */
enum { WIDGET_KNOB = 7 };

/** What it looks like, and whether Tab stops at it. */
typedef enum WidgetKind {
    WIDGET_AREA, /* something that takes the focus and draws itself: the sheet */
    WIDGET_SPOT, /* something that can be pressed and draws itself; a key does the same, so Tab
                    passes it over */
    WIDGET_TAB,  /* of a row that chooses a view; a key does the same, too */
    WIDGET_MODE, /* likewise, of a row with one ground that chooses how to look at it */
    WIDGET_BUTTON,
    WIDGET_TOGGLE,
    WIDGET_CHECK, /* a toggle that is a mark; each word of its label has a line */
    WIDGET_SLIDER,
    WIDGET_ROUND, /* a button with a picture in place of its label */
    WIDGET_FOLD,  /* a label with a mark that points up, or down where it is open */
} WidgetKind;

/** Pictures of round buttons. */
typedef enum WidgetPicture { WIDGET_PLAY, WIDGET_PAUSE, WIDGET_BACK, WIDGET_FORWARD } WidgetPicture;

/** Something that can be pressed. */
typedef struct Widget {
    WidgetKind kind;
    int action; /* what it does; names the widget from frame to frame */
    SDL_Rect box;
    const char *label; /* borrowed for the frame */
    bool enabled;
    bool on;      /* a tool in hand, a toggle that is on, the main button */
    float value;  /* of a slider, 0..1: where its knob is */
    float filled; /* and how far its line has a colour */
    bool upright; /* a slider whose line is its lower edge: the knob has a line up to the top */
    WidgetPicture picture;
} Widget;

/** The widget at (x, y), enabled or not; -1 for none. */
int widget_at(const Widget *widget, int count, int x, int y);

/** The widget with that action; -1 for none. */
int widget_find(const Widget *widget, int count, int action);

/** The widget that Tab goes to from `from`, after it (step 1) or before it (step -1), around the
 * ends: enabled, neither spot nor tab; -1 for none. */
int widget_next(const Widget *widget, int count, int from, int step);

/** What a slider's value is with the pointer at x, 0..1. */
float widget_slider_value(const Widget *widget, int x, float scale);

/** Draw one. `hot`: the pointer is over it; `focused`: it has the keyboard, and shows it. */
void widget_draw(Paint *out, const Widget *widget, bool hot, bool focused);

#endif
