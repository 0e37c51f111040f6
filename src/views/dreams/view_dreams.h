/* The view Dreams: its state, and the pane that it is, views/dreams/dreams_page.h its
 * pages.
 */
#ifndef VIEWS_DREAMS_VIEW_DREAMS_H
#define VIEWS_DREAMS_VIEW_DREAMS_H

#include "nn/answer.h"
#include "nn/compare.h"
#include "nn/flip.h"
#include "ui/chart.h"
#include "ui/dreams.h"
#include "views/view.h"

/** The pages, one of which is on show. */
typedef enum DreamsPageId {
    DREAMS_PIXELS,
    DREAMS_DREAM,
    DREAMS_NOISE,
    DREAMS_CHANGE,
    DREAMS_COMPARE,
    DREAMS_PAGES
} DreamsPageId;

/** Where the page on show has what it draws. */
typedef struct DreamsPlaces {
    SDL_Rect digit[1 + NET_OUTPUTS]; /* the buttons of the digits, the first of them none or any */
    SDL_Rect picture[3], caption[3];
    SDL_Rect line[3];
    SDL_Rect rows; /* a list or chart */
} DreamsPlaces;

/** What the pixels say for and against an output. */
typedef struct DreamsPixels {
    int answers, digit; /* what it was computed for; no answers yet: 0 */
    bool on_ink;        /* over what the network sees */
    DreamGradient gradient;
    float product[NET_INPUTS]; /* gradient times input */
    float z, a;
    float most_gradient, most_product; /* sizes */
    double in_favour, against;         /* sums of the products above and below 0 */
} DreamsPixels;

/** A picture that an output likes ever better. */
typedef struct DreamsDream {
    Dream dream;
    NetActs acts; /* what the network on show said to it */
    bool begun, playing;
    bool from_drawing; /* what the next one begins with, else noise */
    bool plain;        /* steps neither blur nor fade */
    int noise;         /* the noise image it began with; 0: the drawing */
    int next_noise;    /* counts those used */
    int digit;         /* of the last step */
    float z;           /* of that output */
    Chart chart;       /* of the ten */
    int answers;       /* when it was asked */
    Uint64 stepped_ms; /* when the last step was */
} DreamsDream;

/** What is said of noise: noise image n is drawn from seed n. */
typedef struct DreamsNoise {
    uint8_t level[NET_INPUTS];
    int image;       /* on the sheet last; 0: none yet */
    Net counted;     /* the weights that the count is of */
    NetActs acts;    /* for them */
    int net_version; /* of them */
    int answers;     /* when the weights were compared last */
    int next;        /* image of the count under way, from 1; 0: none is under way */
    int tally[NET_OUTPUTS][DREAMS_KINDS], shown[NET_OUTPUTS][DREAMS_KINDS];
    int shown_of; /* images */
    bool stale;
} DreamsNoise;

/** The smallest changes of one image to each digit. */
typedef struct DreamsChanges {
    uint8_t before[NET_INPUTS];
    float outputs[NET_OUTPUTS]; /* of the image */
    Flip flip[NET_OUTPUTS];
    float after[NET_OUTPUTS][NET_OUTPUTS]; /* outputs of the changed image, where one is found */
    bool tried[NET_OUTPUTS];               /* all but the answer to the image */
} DreamsChanges;

/** The search for them, some each frame. */
typedef struct DreamsChange {
    Net searched;           /* the weights that the search is of */
    NetActs acts;           /* for them */
    int net_version;        /* of them */
    DreamsChanges at, done; /* under way, and the last that came to its end */
    bool any;               /* there is one */
    bool searching;
    int next;    /* place in the order of digits */
    int first;   /* the digit that is searched first */
    int answers; /* when image and weights were compared last */
    bool stale;
    float change[NET_INPUTS], most; /* what is shown of it, -1..1; its greatest size */
    int shown;                      /* digit; -1: none */
    int pixels;                     /* that change */
    double size;
} DreamsChange;

/** An image that was kept, and the one on the sheet. */
typedef struct DreamsCompare {
    bool kept;
    uint8_t level[NET_INPUTS];
    NetActs acts; /* of the kept one, with the weights on show */
    float z[2];   /* of the output that is the answer now: kept, now */
    int digit;    /* that answer */
    bool by_change;
    CompareMove moves[COMPARE_MOST];
    int count, top, selected;
    int rows;    /* that fit */
    int answers; /* what it was computed for */
} DreamsCompare;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct DreamsView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    DreamsPageId page;
    int chosen[DREAMS_PAGES]; /* digit + 1; 0: as the page says */
    DreamsPlaces at;
    DreamsPixels pixels;
    DreamsDream dream;
    DreamsNoise noise;
    DreamsChange change;
    DreamsCompare compare;
} DreamsView;

/** What it does. */
extern const Pane PANE_OF_DREAMS;

#endif
