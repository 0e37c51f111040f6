/* What a network is trained and tested on: MNIST, generated strokes and the user's own digits, in
 * any mix, prepared as the network wants them. */
#ifndef TRAIN_MIX_H
#define TRAIN_MIX_H

#include "ink/digits.h"
#include "ink/normalise.h"
#include "train/dataset.h"

/** Training images of MNIST, and generated ones: so many alone, and as many go with MNIST. */
enum { MIX_MNIST = 60000, MIX_STROKES = 30000 };

/** Which sources, and how. */
typedef struct MixConfig {
    bool mnist, strokes, own;
    bool asked; /* strokes: also where what is in MNIST's place is other data */
    Preparation preparation;
    int strokes_images; /* generated for training; 0 for what is usual */
    float no_digit;     /* share of the generated images that show no digit */
    int most_images;    /* to train on: the first so many of the mix; 0 for all */
    bool shuffled;      /* the labels of the training images are dealt out anew, at random */
    bool held_out;      /* test on the last 10,000 training images of MNIST, train without them */
    uint64_t seed;      /* of the generated digits, the order of the images, shuffled labels */
    int threads;        /* that prepare images side by side */
} MixConfig;

/** What the window and `inkling train` start from: MNIST and strokes, or other data alone. */
MixConfig mix_config_default(void);

/** Whether every field is in its range. Errors: one sentence naming the first that is not. */
bool mix_config_check(const MixConfig *config, Err *err);

/** Whether two would load the same images, apart from what the user's own digits are by then. */
bool mix_config_equal(const MixConfig *a, const MixConfig *b);

/** Training and test images. The test images are MNIST's, or generated ones where MNIST is not in
 * the mix, or the own digits where nothing else is. Their labels are never shuffled. */
typedef struct Mix {
    Dataset train, test;
    char name[64]; /* "MNIST + strokes", as files and the title have it */
    bool other;    /* what is in MNIST's place is other data */
    bool left_out; /* the strokes, for what is in MNIST's place is other data */
    bool parted;   /* every seventh image is kept for the test, for there were no test images */
} Mix;

/**
 * Load and generate the images, prepare them, and put them together in no particular order.
 *
 * @param folder  of MNIST, as for mnist_find(); NULL for the usual places
 * @param own     the user's digits, not looked at where config->own is false; they are repeated
 *                until they are a twentieth of the training images, each 200 times at most:
 *                beside 90,000 others 1 makes 200, 10 make 2,000, 44 or 100 make 4,700
 *
 * Errors: no source is chosen, MNIST is missing or damaged, there are no own digits, out of memory;
 * mix is zeroed then. Any thread; takes some tenths of a second.
 */
bool mix_load(Mix *mix, const MixConfig *config, const char *folder, const Digits *own, Err *err);

/** Release the images; mix is zeroed then. NULL is allowed. */
void mix_free(Mix *mix);

/** Why strokes were left out, without how they can be had, and without a full stop. */
const char *mix_left_out(void);

/** What was done where there were no test images, and why; without a full stop. */
const char *mix_parted(void);

#endif
