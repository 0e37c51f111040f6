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
    LAYOUT_NETWORK,  /* the network, level with long bars; the answer right of them */
    LAYOUT_BACKWARD, /* the same, but bars and answer are the view's own: what the cost is made of
                      */
    LAYOUT_CLOSEUP,  /* one neuron, and what it goes on to, in the place of sheet and network */
    LAYOUT_VIEW,     /* a wide view; answer and short bars in a column right of it */
    LAYOUT_RAIL,     /* a view to the right edge; left of it a small sheet over the bars */
} LayoutForm;

/** Parts of the window that can be done without, a bit each. */
typedef enum LayoutPart {
    LAYOUT_TOOLS = 1,  /* under the sheet: pen, eraser, size, undo, clear */
    LAYOUT_INPUT = 2,  /* what the network sees, and how that is made */
    LAYOUT_ANSWER = 4, /* bars and answer */
    LAYOUT_STRIP = 8,  /* training */
} LayoutPart;

/** How the training strip stands. */
typedef enum LayoutStrip {
    LAYOUT_STRIP_FOLDED, /* one line */
    LAYOUT_STRIP_OPEN,   /* with the time line, and the curve on it */
    LAYOUT_STRIP_LOW,    /* without the curve: the view on show has it */
} LayoutStrip;

/** What is to be placed. */
typedef struct LayoutWish {
    LayoutForm form;
    int notice_h_px; /* 0 where there is none */
    bool card;       /* the tour's is up */
    bool presenting;
    bool modes;      /* the view on show is one of several ways to look: a row to choose from */
    unsigned hidden; /* parts that are left out: others have their room */
    LayoutStrip strip;
    float large; /* of the network: how far the sheet has its place and that of all up to the
                    layers, 0..1; there is nothing around it then */
} LayoutWish;

/** Where everything is, in output pixels. */
typedef struct Layout {
    LayoutForm form; /* as wished, and so: */
    unsigned hidden;
    SDL_Rect window, menu;
    SDL_Rect places, note; /* in the menu's line: what there is to see; what is on show. A narrow
                              window has them the other way round, and neither while presenting */
    SDL_Rect modes;        /* under it, where the view has them; close up at the right end */
    SDL_Rect strip;        /* this box and all others of a part that is hidden are empty */
    bool compact;          /* a low or narrow window */
    /* The sheet and its tools; input is what the network sees. */
    SDL_Rect sheet_label, sheet;
    SDL_Rect pen, eraser, size_label, size, undo, clear;
    SDL_Rect input_label, input, fit, straighten, input_note, label_note;
    /* The view on show; with the network that is the diagram with what is over and under it. */
    SDL_Rect view;
    /* The network: from the picture that it sees through the column of inputs to its outputs, which
     * the bars are level with. The layers stay where they are while the sheet is large. */
    SDL_Rect diagram_label, diagram, inputs, layers;
    /* Close up: a sentence over a neuron's weights and its sum, which stand in the place of sheet
     * and inputs; the diagram begins with the neuron. Boxes of the sheet are empty then. */
    SDL_Rect said, weights, sum;
    /* The ten digits, which with the network stand in the outputs, their bars, the answer. */
    SDL_Rect digits, chart;
    SDL_Rect chart_label; /* over them, beside a small sheet */
    SDL_Rect answer;
    SDL_Rect notice; /* over the bottom of the view; without height where there is none */
    SDL_Rect card;   /* over the sheet, or across a narrow window; empty where there is none */
    /* Training. */
    SDL_Rect resume, scratch, status, fold; /* with the strip folded, these are all */
    SDL_Rect back, forward, play;
    SDL_Rect speed_label, speed, speed_value;
    SDL_Rect time_title, time; /* the time line, its numbers left of it and under it */
    SDL_Rect figures;
} Layout;

/** How much the window is scaled: `wish`, or what the window's size allows with those parts hidden.
 * At least half. */
float layout_scale(int w_px, int h_px, float wish, unsigned hidden);

/** Place everything. */
void layout_make(Layout *layout, int w_px, int h_px, float scale, const LayoutWish *wish);

/** Whether the network fills the window, from the sheet or a neuron to the answer. */
static inline bool layout_is_network(const Layout *layout)
{
    return layout->form == LAYOUT_NETWORK || layout->form == LAYOUT_BACKWARD ||
           layout->form == LAYOUT_CLOSEUP;
}

#endif
