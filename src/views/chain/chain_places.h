/* Where the view Chain has everything: the chain from left to right, what is set above and under
 * it, and the product under all. */
#ifndef VIEWS_CHAIN_CHAIN_PLACES_H
#define VIEWS_CHAIN_CHAIN_PLACES_H

#include "nn/chain.h"
#include "ui/paint.h"

/** Sentences under the product, at most. */
enum { CHAIN_SAYS = 3 };

/** In output pixels; what there is no room for is empty. */
typedef struct ChainPlaces {
    SDL_Rect picture;                /* all but the product */
    SDL_Rect node[CHAIN_QUANTITIES]; /* of what is set, its name, number and knob */
    SDL_Rect disc;                   /* of the input, right of its knob */
    SDL_Rect line[CHAIN_SET];        /* the line of the knob */
    SDL_Point from[CHAIN_QUANTITIES], to[CHAIN_QUANTITIES];    /* the ends of each branch */
    SDL_Rect ratio[CHAIN_QUANTITIES];                          /* the number on it */
    SDL_Rect label[CHAIN_QUANTITIES], nudge[CHAIN_QUANTITIES]; /* over and under a node */
    SDL_Rect curve[CHAIN_LINKS + 1]; /* the sigmoids, and the cost over the last activation */
    SDL_Rect number, after, rate_of; /* under the square of the cost */
    SDL_Rect product;                /* all of it: */
    SDL_Rect of, factor[CHAIN_PATH], result;
    SDL_Rect said[CHAIN_SAYS];
    SDL_Rect step, random, reset, rate_text, rate; /* empty where there is no row for them */
    float unit, most; /* how high a nudge of 1 is on a branch, and the most that is drawn */
    int factors;
} ChainPlaces;

/** Place it. @param row  beside the ways to look at the network; @param factors  of the product */
void chain_place(ChainPlaces *places, Paint *paint, SDL_Rect box, SDL_Rect row, int factors);

/** The quantity at a point; CHAIN_QUANTITIES for none. */
int chain_places_at(const ChainPlaces *places, SDL_Point at);

#endif
