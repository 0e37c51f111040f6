/* What a network is trained and tested on: the chosen sources, prepared and shuffled together. */
#include "train/mix.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "train/generate.h"
#include "train/mnist.h"
#include "train/sgd.h"

enum {
    MAX_SOURCES = 3,
    HELD_OUT_IMAGES = 10000,
    STROKES_PART = 3, /* mixed with MNIST they are one image of so many */
    STROKES_TEST = 10000,
    MAX_STROKES = 1000000,
    OWN_PART = 20,  /* own digits are one image of so many */
    OWN_MOST = 200, /* but none is repeated more often: one drawn by a slip is 0.2 % then */
};

/* Images of the test are never those of the training: theirs begins elsewhere. */
static const uint64_t TEST_SEED = 0x7E57;

/* Labels are dealt out in another order than the images were put in. */
static const uint64_t LABEL_SEED = 0x1ABE1;

/* Images that take part, each as often as `copies` says. */
typedef struct MixSource {
    Dataset data;
    int copies;
} MixSource;

/* A mix in the making. */
typedef struct Maker {
    const MixConfig *config;
    MixSource source[MAX_SOURCES];
    int sources;
    Dataset test;
    bool other;   /* what is in MNIST's place */
    bool parted;  /* some of its training images are the test's */
    bool strokes; /* take part */
} Maker;

MixConfig mix_config_default(void)
{
    return (MixConfig){
        .mnist = true,
        .strokes = true,
        .preparation = PREPARATION_UPRIGHT,
        .seed = 1,
        .threads = train_config_default().threads,
    };
}

bool mix_config_check(const MixConfig *config, Err *err)
{
    if (config->strokes_images < 0 || config->strokes_images > MAX_STROKES) {
        return err_set_code(err, ERR_VALUE,
                            "The number of generated images is %d; it can be 1 to %d, or 0 for "
                            "what is usual.",
                            config->strokes_images, MAX_STROKES);
    }
    /* Written so that NaN fails too. */
    if (!(config->no_digit >= 0.0f && config->no_digit < 1.0f)) {
        return err_set_code(err, ERR_VALUE,
                            "The share of images that show no digit is %g; it can be 0 to 0.99.",
                            (double)config->no_digit);
    }
    return true;
}

bool mix_config_equal(const MixConfig *a, const MixConfig *b)
{
    return a->mnist == b->mnist && a->strokes == b->strokes && a->own == b->own &&
           a->preparation == b->preparation && a->strokes_images == b->strokes_images &&
           a->no_digit == b->no_digit && a->most_images == b->most_images &&
           a->shuffled == b->shuffled && a->held_out == b->held_out && a->seed == b->seed;
}

static bool add_mnist(Maker *maker, const char *folder, Err *err)
{
    const MixConfig *config = maker->config;
    Mnist mnist;
    Dataset *data = &maker->source[maker->sources].data;
    if (!mnist_load(&mnist, folder, err)) {
        return false;
    }
    maker->parted = mnist.test.images == 0 && !config->held_out;
    if (maker->parted && !mnist_part(&mnist, err)) {
        mnist_free(&mnist);
        return false;
    }
    maker->other = mnist.other;
    maker->strokes = config->strokes && (!mnist.other || config->asked);
    int kept = mnist.train.images - (config->held_out ? HELD_OUT_IMAGES : 0);
    bool ok = kept > 0 || err_set_code(err, ERR_VALUE,
                                       "The data in %s has too few training images to hold out %d.",
                                       mnist.folder.text, HELD_OUT_IMAGES);
    Dataset all = {0};
    ok = ok && dataset_prepare(&all, &mnist.train, config->preparation, config->threads, err);
    dataset_free(&mnist.train);
    if (ok && config->held_out) {
        ok = dataset_part(data, &all, 0, kept, err) &&
             dataset_part(&maker->test, &all, kept, HELD_OUT_IMAGES, err);
        dataset_free(&all);
    } else if (ok) {
        *data = all;
        ok = dataset_prepare(&maker->test, &mnist.test, config->preparation, config->threads, err);
    }
    maker->source[maker->sources++].copies = 1;
    mnist_free(&mnist);
    return ok;
}

static bool add_strokes(Maker *maker, Err *err)
{
    const MixConfig *config = maker->config;
    MixSource *source = &maker->source[maker->sources++];
    int images = config->strokes_images ? config->strokes_images
                 : config->mnist
                     ? (maker->source[0].data.images + STROKES_PART - 2) / (STROKES_PART - 1)
                     : MIX_STROKES;
    source->copies = 1;
    return generate_dataset(&source->data, images, config->no_digit, config->preparation,
                            config->seed, config->threads, err) &&
           (config->mnist || generate_dataset(&maker->test, STROKES_TEST, 0.0f, config->preparation,
                                              config->seed ^ TEST_SEED, config->threads, err));
}

static bool make_own(Dataset *data, const Digits *own, Preparation preparation, Err *err)
{
    bool ok = false;
    size_t images = (size_t)own->digits;
    Sheet *sheet = malloc(images * sizeof *sheet);
    uint8_t *label = malloc(images);
    if (!sheet || !label) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for your digits: close other programs.");
        goto done;
    }
    for (int i = 0; i < own->digits; i++) {
        label[i] = (uint8_t)own->digit[i].label;
        if (!digits_input(own, i, preparation, &sheet[i], err)) {
            goto done;
        }
    }
    static_assert(sizeof *sheet == SHEET_CELLS, "sheets in a row are levels in a row");
    ok = dataset_make(data, own->digits, sheet->cell, label, err);
done:
    free(sheet);
    free(label);
    return ok;
}

/* Comes last: how often the own digits are repeated goes by the other images. */
static bool add_own(Maker *maker, const Digits *own, Err *err)
{
    if (own->digits == 0) {
        return err_set_code(err, ERR_MISSING,
                            "There are no digits of yours yet: draw some, and say what each is "
                            "with the keys 0 to 9.");
    }
    int64_t others = 0;
    for (int i = 0; i < maker->sources; i++) {
        others += maker->source[i].data.images;
    }
    int64_t copies = others / (OWN_PART - 1) / own->digits;
    MixSource *source = &maker->source[maker->sources++];
    source->copies = copies > OWN_MOST ? OWN_MOST : copies > 1 ? (int)copies : 1;
    return make_own(&source->data, own, maker->config->preparation, err) &&
           (others > 0 || dataset_part(&maker->test, &source->data, 0, source->data.images, err));
}

static bool add_sources(Maker *maker, const char *folder, const Digits *own, Err *err)
{
    const MixConfig *config = maker->config;
    return (!config->mnist || add_mnist(maker, folder, err)) &&
           (!maker->strokes || add_strokes(maker, err)) &&
           (!config->own || add_own(maker, own, err));
}

/* All images of all sources, in random order: that is what sgd_shuffle() wants. */
static bool join(Dataset *to, const Maker *maker, Err *err)
{
    DatasetPick *pick = NULL;
    int picks = 0;
    const Dataset *from[MAX_SOURCES];
    for (int s = 0; s < maker->sources; s++) {
        from[s] = &maker->source[s].data;
        picks += from[s]->images * maker->source[s].copies;
    }
    pick = malloc((size_t)picks * sizeof *pick);
    if (!pick) {
        return err_set_code(err, ERR_NO_MEMORY,
                            "There is not enough memory for the images: close other programs.");
    }
    int at = 0;
    for (int s = 0; s < maker->sources; s++) {
        for (int i = 0; i < from[s]->images * maker->source[s].copies; i++) {
            pick[at++] = (DatasetPick){s, i % from[s]->images};
        }
    }
    Rng rng;
    rng_init(&rng, maker->config->seed);
    for (int i = picks - 1; i > 0; i--) {
        int other = rng_below(&rng, i + 1);
        DatasetPick kept = pick[i];
        pick[i] = pick[other];
        pick[other] = kept;
    }
    bool ok = dataset_gather(to, from, pick, picks, err);
    free(pick);
    return ok;
}

static void name_mix(Mix *mix, const Maker *maker)
{
    const MixConfig *config = maker->config;
    const char *name[MAX_SOURCES] = {config->mnist ? mnist_name(maker->other) : NULL,
                                     maker->strokes ? "strokes" : NULL,
                                     config->own ? "my digits" : NULL};
    size_t length = 0;
    for (int i = 0; i < MAX_SOURCES; i++) {
        if (name[i]) {
            length += (size_t)snprintf(mix->name + length, sizeof mix->name - length, "%s%s",
                                       length ? " + " : "", name[i]);
        }
    }
    length += (size_t)snprintf(mix->name + length, sizeof mix->name - length, "%s",
                               config->shuffled ? ", labels shuffled" : "");
    assert(length < sizeof mix->name);
}

/* They lie in no particular order: the first ones are as good as any. */
static bool keep_first(Dataset *data, int images, Err *err)
{
    Dataset all = *data;
    if (all.images <= images) {
        return true;
    }
    *data = (Dataset){0};
    bool ok = dataset_part(data, &all, 0, images, err);
    dataset_free(&all);
    return ok;
}

/* There are as many images of each label as before; which ones they are is chance. */
static void shuffle_labels(Dataset *data, uint64_t seed)
{
    Rng rng;
    rng_init(&rng, seed ^ LABEL_SEED);
    for (int i = data->images - 1; i > 0; i--) {
        int other = rng_below(&rng, i + 1);
        uint8_t kept = data->label[i];
        data->label[i] = data->label[other];
        data->label[other] = kept;
    }
}

bool mix_load(Mix *mix, const MixConfig *config, const char *folder, const Digits *own, Err *err)
{
    Maker maker = {.config = config, .strokes = config->strokes};
    *mix = (Mix){0};
    if (!config->mnist && !config->strokes && !config->own) {
        return err_set_code(err, ERR_VALUE,
                            "There is nothing to train on: choose MNIST, built-in strokes or your "
                            "own digits.");
    }
    bool ok = add_sources(&maker, folder, own, err);
    /* MNIST and generated digits lie in no particular order, own ones do. Other data are expected
     * to be mixed as MNIST is. */
    if (ok && maker.sources == 1 && !config->own) {
        mix->train = maker.source[0].data;
        maker.source[0].data = (Dataset){0};
    } else {
        ok = ok && join(&mix->train, &maker, err);
    }
    for (int s = 0; s < maker.sources; s++) {
        dataset_free(&maker.source[s].data);
    }
    if (!ok) {
        dataset_free(&maker.test);
        return false;
    }
    mix->test = maker.test;
    if (config->most_images > 0 && !keep_first(&mix->train, config->most_images, err)) {
        mix_free(mix);
        return false;
    }
    if (config->shuffled) {
        shuffle_labels(&mix->train, config->seed);
    }
    name_mix(mix, &maker);
    mix->other = maker.other;
    mix->left_out = config->strokes && !maker.strokes;
    mix->parted = maker.parted;
    return true;
}

void mix_free(Mix *mix)
{
    if (mix) {
        dataset_free(&mix->train);
        dataset_free(&mix->test);
        *mix = (Mix){0};
    }
}

const char *mix_left_out(void)
{
    return "The images in MNIST's place are other data than MNIST, so the built-in strokes, which "
           "are "
           "digits, are left out";
}

const char *mix_parted(void)
{
    return "There are no test images with labels, so every seventh image is kept for the test, and "
           "not trained on";
}
