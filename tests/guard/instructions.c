/* A fixed piece of training for instructions.sh to count: made-up images, one thread, one set of
 * the hot loops, which meson names. */
#include <assert.h>
#include <stdio.h>

#include "nn/kernels.h"
#include "train/sgd.h"

enum { IMAGES = 2000 };

/* In place of the program's own, which would take the fastest set of the machine. */
const Kernels *kernels_best(void)
{
    return &KERNELS_SET;
}

/* As much ink as MNIST has: a fifth of the cells. */
static bool make_images(Dataset *data, Rng *rng, Err *err)
{
    uint8_t level[IMAGES * NET_INPUTS], label[IMAGES];
    for (int n = 0; n < IMAGES; n++) {
        for (int i = 0; i < NET_INPUTS; i++) {
            bool paper = rng_below(rng, 5) > 0;
            level[n * NET_INPUTS + i] = paper ? 0 : (uint8_t)(1 + rng_below(rng, 255));
        }
        label[n] = (uint8_t)rng_below(rng, NET_OUTPUTS);
    }
    return dataset_make(data, IMAGES, level, label, err);
}

int main(void)
{
    Err err = {0};
    Dataset data = {0};
    Net net = {0};
    SgdRoom room = {0};
    Score score = {0};
    NetShape shape = net_shape_default();
    TrainConfig config = train_config_default();
    int order[IMAGES];
    Rng rng;
    rng_init(&rng, 1);
    config.minibatch = 50; /* whatever the default becomes */
    config.augment = AUGMENT_NONE;
    bool ok = make_images(&data, &rng, &err) && net_make(&net, &shape, &err) &&
              sgd_room_make(&room, &net, config.minibatch, &err);
    if (ok) {
        net_randomise(&net, &rng);
        sgd_shuffle(order, IMAGES, &rng);
        sgd_train(&net, &room, &data, order, IMAGES, &config, config.rate, &rng, &score, NULL);
        printf("%d images\n", score.images);
    } else {
        fprintf(stderr, "%s\n", err.text);
    }
    sgd_room_free(&room);
    net_free(&net);
    dataset_free(&data);
    return ok ? 0 : 1;
}
