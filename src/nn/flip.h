/* The flip of an answer, in the field's words a minimal adversarial perturbation: the smallest
 * change of an image that turns the answer to it into another digit. */
#ifndef NN_FLIP_H
#define NN_FLIP_H

#include "nn/dream.h"

/** The rounds of a whole search. */
enum { FLIP_ROUNDS = 80 };

/** A search, a round at a time. What it finds is the smallest change that it met, each tried with
 * net_forward(): there may be a smaller one. */
typedef struct Flip {
    uint8_t before[NET_INPUTS]; /* the image, as levels */
    int target;                 /* the digit that the answer is to be */
    uint8_t at[NET_INPUTS];     /* where the search stands */
    float reach;                /* how far the next round goes, in full pixels */
    int rounds;                 /* done, of FLIP_ROUNDS */
    bool found;                 /* and then: */
    uint8_t after[NET_INPUTS];  /* the image with the smallest change so far */
    double size;                /* of that change, see flip_size() */
} Flip;

/** Begin to look for the answer 0..9. */
void flip_begin(Flip *flip, const uint8_t level[NET_INPUTS], int target);

/**
 * One more round. Until the answer is the target somewhere, it goes up the slope that leads there;
 * and then back towards the image, as far as the answer remains so. From there on, the network is
 * taken as straight around the place where the search stands, the smallest change that would do if
 * it were is solved for, and the search goes towards it, less far each time. Pixels are held in
 * 0..255.
 *
 * @param[out] acts  for the shape of the network: its last run, of no use but as room
 *
 * @return whether there is more to do
 *
 * Source: Hasofer and Lind (1974), Rackwitz and Fiessler (1978), on the nearest point of a surface;
 * Moosavi-Dezfooli et al. (2016), "DeepFool", on networks.
 */
bool flip_search(Flip *flip, const Net *net, NetActs *acts);

/** Whether the answer is `digit`, sure or in doubt: not "no digit". See nn/answer.h. */
bool flip_is(const float outputs[NET_OUTPUTS], int digit);

/** The size of a change: the root of the sum of the squared differences, in full pixels: one from 0
 * to 255 is 1, four of them are 2. */
double flip_size(const uint8_t a[NET_INPUTS], const uint8_t b[NET_INPUTS]);

#endif
