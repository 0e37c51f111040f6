/* What a network is trained and tested on: MNIST, generated strokes and the user's own digits, in
 * any mix, prepared as the network wants them. */
#ifndef TRAIN_MIX_H
#define TRAIN_MIX_H

#include "ink/digits.h"
#include "ink/normalise.h"
#include "train/mnist.h"

/** Which sources, and how. */
typedef struct MixConfig {
    bool mnist, strokes, own;
    Preparation preparation;
    int strokes_images; /* generated for training; 0 for the usual number */
    float no_digit;     /* share of the generated images that show no digit */
    bool held_out; /* test on the last 10,000 training images of MNIST, and train without them */
    uint64_t seed; /* of the generated digits */
    int threads;   /* that prepare images side by side */
} MixConfig;

/** Training and test images. Without MNIST the test images are generated, or own digits. */
typedef struct Mix {
    Dataset train, test;
    char name[32]; /* "MNIST + strokes", as files and the title have it */
} Mix;

/**
 * Put the images together.
 *
 * @param mnist  NULL where config->mnist is false
 * @param own    the user's digits, NULL where config->own is false; repeated until they are a fixed
 *               share of the training images
 *
 * Errors: no source is chosen, a chosen one is empty, out of memory; mix is zeroed then. Any
 * thread; takes some tenths of a second.
 */
bool mix_make(Mix *mix, const MixConfig *config, const Mnist *mnist, const Digits *own, Err *err);
void mix_free(Mix *mix);

#endif
