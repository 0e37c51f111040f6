/* Made-up digits that a network learns in a moment: each has ink in rows of its own. */
#ifndef TESTS_DIGITS_H
#define TESTS_DIGITS_H

#include <stdlib.h>

#include "acts.h"
#include "train/sgd.h"

/** Make a data set of `images` noisy digits, drawn from `seed`. */
static inline void digits_make(Dataset *data, int images, uint64_t seed)
{
    Rng rng;
    Err err;
    uint8_t *levels = malloc((size_t)images * NET_INPUTS), *labels = malloc((size_t)images);
    assert_true(levels && labels);
    rng_init(&rng, seed);
    for (int i = 0; i < images; i++) {
        uint8_t *level = levels + i * NET_INPUTS;
        labels[i] = (uint8_t)rng_below(&rng, NET_OUTPUTS);
        for (int cell = 0; cell < NET_INPUTS; cell++) {
            float chance = cell / 70 == labels[i] ? 0.5f : 0.05f;
            level[cell] = rng_unit(&rng) < chance ? (uint8_t)(100 + rng_below(&rng, 156)) : 0;
        }
    }
    assert_true(dataset_make(data, images, levels, labels, &err));
    free(levels);
    free(labels);
}

/** The default settings, for images that stay as they are. */
static inline TrainConfig digits_config(void)
{
    TrainConfig config = train_config_default();
    config.first_layer = 1.0f; /* all layers learn alike */
    config.augment = AUGMENT_NONE;
    return config;
}

/** Make a network of random weights, drawn from `seed`. */
static inline void digits_net(Net *net, const char *hidden, uint64_t seed)
{
    NetShape shape;
    Rng rng;
    Err err;
    rng_init(&rng, seed);
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(net_make(net, &shape, &err));
    net_randomise(net, &rng);
}

/** Whether two networks are the same to the last bit. */
static inline bool digits_same(const Net *a, const Net *b)
{
    return net_shape_equal(&a->shape, &b->shape) &&
           memcmp(a->block, b->block, a->floats * sizeof(float)) == 0;
}

#endif
