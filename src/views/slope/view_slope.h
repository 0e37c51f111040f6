/* The view Slope: the cost along one line through the weights, and balls that roll down it by
 * gradient descent. Its state, and the pane that it is. */
#ifndef VIEWS_SLOPE_VIEW_SLOPE_H
#define VIEWS_SLOPE_VIEW_SLOPE_H

#include "base/rng.h"
#include "lab/slope.h"
#include "lab/slope_rates.h"
#include "views/slope/slope_page.h"
#include "views/view.h"

/** Sizes. */
enum {
    SLOPE_CHOICES = 40,   /* weights and biases to choose from */
    SLOPE_STEPS = 40,     /* of a path */
    SLOPE_MINIBATCH = 32, /* images */
    SLOPE_SENTENCE = 256  /* bytes, the final 0 included */
};

/** Its commands. */
enum {
    SLOPE_DO_AREA, /* the curve, as a place for the keyboard */
    SLOPE_DO_LESS, /* the weight before in the list, and the next one */
    SLOPE_DO_MORE,
    SLOPE_DO_UPHILL, /* all weights at once, along the gradient; or one again */
    SLOPE_DO_RENEW,  /* the network as it is now */
    SLOPE_DO_STEP,
    SLOPE_DO_PLAY,
    SLOPE_DO_BACK,  /* to where the ball was put */
    SLOPE_DO_SMALL, /* rates: and the next two; the order of SlopeRate */
    SLOPE_DO_RATE = SLOPE_DO_SMALL + 3
};

/** What is measured now. */
typedef enum SlopePhase {
    SLOPE_NOTHING,    /* there are no images yet */
    SLOPE_GRADIENT,   /* of the network as it is: what there is to choose from */
    SLOPE_CURVE,      /* the cost along the line */
    SLOPE_UNDER_BALL, /* how steep it is, by all images */
    SLOPE_STUMBLE,    /* and by a minibatch under the other ball */
    SLOPE_READY
} SlopePhase;

/** The ball that goes by all images, and the one that goes by minibatches. */
enum { BALL_ALL, BALL_MINIBATCH, SLOPE_BALLS };

/** One of them. */
typedef struct SlopeBall {
    double from, at; /* places on the line: where its last step began, and where it is */
    double slope;    /* there, by its images */
    double path[SLOPE_STEPS + 1];
    double cost[SLOPE_STEPS + 1]; /* along it, by all images; of the first ball alone */
} SlopeBall;

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct SlopeView {
    const Lab *lab;        /* borrowed, as long as the view lives */
    Shell *shell;          /* likewise */
    Slope slope;           /* a copy of the network and of images */
    Net gradient;          /* of it, where the line begins */
    int net_version, nets; /* of the lab then */
    bool failed;           /* there was no memory for that network */
    SlopePhase phase;
    Component choice[SLOPE_CHOICES];
    int choices, chosen; /* of them; -1: uphill */
    /* The curve. */
    SlopeCurve curve;
    int framed; /* how often its ends were moved, so that a valley shows */
    SlopeRates rates;
    /* The balls. */
    SlopeBall ball[SLOPE_BALLS];
    int minibatch[SLOPE_MINIBATCH], minibatch_images;
    int steps;
    bool wants_step, playing;
    bool held;         /* a hand has the ball */
    Uint64 ready_ms;   /* when all was measured last */
    Uint64 stepped_ms; /* when the last step was */
    SlopeRate which;   /* SLOPE_RATES: the slider's */
    double rate;
    Rng rng;
    char said[SLOPE_SAYS][SLOPE_SENTENCE]; /* under the picture, of what was measured last */
    SlopePlaces places;
} SlopeView;

/** What it does. */
extern const Pane PANE_OF_SLOPE;

#endif
