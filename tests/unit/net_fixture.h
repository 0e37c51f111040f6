/* Networks and images for the tests of the network. Included after cmocka.h. */
#ifndef UNIT_NET_FIXTURE_H
#define UNIT_NET_FIXTURE_H

#include "acts.h"
#include "nn/net.h"

/** Hidden layers: the default ones, fewer and more of them, and widths that no vector divides. */
static const char *const FIXTURE_HIDDEN[] = {"16,16", "30", "5,7,9,11", "1", "40,17"};
enum { FIXTURE_SHAPES = sizeof FIXTURE_HIDDEN / sizeof *FIXTURE_HIDDEN };

/** An image: some 150 cells of ink in no order that matters. */
typedef struct Image {
    uint8_t level[NET_INPUTS];
    NetInputRoom room;
    NetInput input;
} Image;

/** Make one, drawn from `seed`. */
static inline void fixture_image(Image *image, uint64_t seed)
{
    Rng rng;
    rng_init(&rng, seed);
    for (int i = 0; i < NET_INPUTS; i++) {
        image->level[i] = rng_below(&rng, 5) ? 0 : (uint8_t)(1 + rng_below(&rng, 255));
    }
    image->input = net_input(image->level, &image->room);
}

/** Make a network of random weights, drawn from `seed`. */
static inline void fixture_net(Net *net, const char *hidden, uint64_t seed)
{
    Err err;
    NetShape shape;
    Rng rng;
    assert_true(net_shape_parse(hidden, &shape, &err));
    assert_true(net_make(net, &shape, &err));
    rng_init(&rng, seed);
    net_randomise(net, &rng);
}

/** Make a network of that shape whose weights and biases are 0, or a gradient. */
static inline void fixture_zeros(Net *net, const NetShape *shape)
{
    Err err;
    assert_true(net_make(net, shape, &err));
}

#endif
