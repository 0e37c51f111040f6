/* The view Chain: backpropagation on one neuron a layer, as a tree of ratios. Its state, and the
 * pane that it is. */
#ifndef VIEWS_CHAIN_VIEW_CHAIN_H
#define VIEWS_CHAIN_VIEW_CHAIN_H

#include "base/rng.h"
#include "nn/chain.h"
#include "views/chain/chain_places.h"
#include "views/view.h"

/** Its commands. */
enum {
    CHAIN_DO_AREA, /* the tree, as a place for the keyboard */
    CHAIN_DO_KNOB, /* and so on: each quantity that can be set, likewise */
    CHAIN_DO_STEP = CHAIN_DO_KNOB + CHAIN_SET,
    CHAIN_DO_RANDOM,
    CHAIN_DO_RESET,
    CHAIN_DO_RATE
};

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct ChainView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    bool begun;     /* the rest is filled in */
    Chain chain;    /* as it was set; and where what shows comes from, until the motion ends */
    Chain from;
    Chain shown;  /* between the two */
    int selected; /* a quantity before the cost */
    float rate;   /* of the step */
    Rng rng;      /* of random values */
    int held;     /* the quantity whose knob is dragged; CHAIN_QUANTITIES for none */
    int moved;    /* how often the first weight was moved by hand, */
    int vanished; /* how often that made its gradient nothing, or another quantity did */
    int fell;     /* how many steps have lowered the cost */
    ChainPlaces places;
} ChainView;

/** What it does. */
extern const Pane PANE_OF_CHAIN;

#endif
