/* Where everything is in the window: boxes in output pixels, from the window's size and the scale.
 */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <SDL.h>
#include <stdbool.h>

/** The smallest window that everything fits, in design pixels. */
enum { LAYOUT_MIN_W = 900, LAYOUT_MIN_H = 600 };

/** What stands between the sheet and the right edge. */
typedef enum LayoutForm {
    LAYOUT_NETWORK, /* the network, level with long bars; the answer right of them */
    LAYOUT_VIEW,    /* a wide view; answer and short bars in a column right of it */
} LayoutForm;

/** Parts of the window that can be done without, a bit each. */
typedef enum LayoutPart {
    LAYOUT_TOOLS = 1,  /* under the sheet: pen, eraser, size, undo, clear */
    LAYOUT_INPUT = 2,  /* what the network sees, and how that is made */
    LAYOUT_ANSWER = 4, /* bars and answer */
    LAYOUT_STRIP = 8,  /* training */
} LayoutPart;

/** What is to be placed. */
typedef struct LayoutWish {
    LayoutForm form;
    int notice_h_px, card_h_px; /* 0 where there is none */
    bool presenting;
    bool modes;      /* the view on show is one of several ways to look: a row to choose from */
    unsigned hidden; /* parts that are left out: others have their room */
} LayoutWish;

/** Where everything is, in output pixels. */
typedef struct Layout {
    unsigned hidden; /* as wished */
    SDL_Rect window, menu;
    SDL_Rect places, note; /* in the menu's line: what there is to see; what is on show. A narrow
                              window has no note, nor places while presenting */
    SDL_Rect modes;        /* under it, where the view has them */
    SDL_Rect strip;        /* this box and all others of a part that is hidden are empty */
    bool compact;          /* a low window: the strip shows one curve */
    /* The sheet and its tools; input is what the network sees. */
    SDL_Rect sheet_label, sheet;
    SDL_Rect pen, eraser, size_label, size, undo, clear;
    SDL_Rect input_label, input, fit, straighten, label_note;
    /* The view on show; in LAYOUT_NETWORK that is the diagram with what is over and under it. */
    SDL_Rect view;
    /* The network: from the picture that it sees through the column of inputs to its outputs, which
     * the bars are level with. */
    SDL_Rect diagram_label, diagram, inputs;
    /* The ten digits, which in LAYOUT_NETWORK stand in the outputs, their bars, the answer. */
    SDL_Rect digits, chart;
    SDL_Rect answer;
    SDL_Rect notice; /* over the bottom of the view; without height where there is none, as card */
    SDL_Rect card;   /* under the view, which makes room for it */
    /* Training. */
    SDL_Rect train, step, stop, reset;
    SDL_Rect speed_label, speed, speed_value;
    SDL_Rect status[2], progress; /* the progress is also the time line */
    SDL_Rect cost, accuracy;      /* cost is empty where the layout is compact */
    SDL_Rect figures;
} Layout;

/** How much the window is scaled: `wish`, or what the window's size allows with those parts hidden.
 * At least half. */
float layout_scale(int w_px, int h_px, float wish, unsigned hidden);

/** Place everything. */
void layout_make(Layout *layout, int w_px, int h_px, float scale, const LayoutWish *wish);

#endif
