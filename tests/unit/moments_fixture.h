/* A network saved with the moments of its run, for the tests of such files. Included after
 * cmocka.h.
 */
#ifndef UNIT_MOMENTS_FIXTURE_H
#define UNIT_MOMENTS_FIXTURE_H

#include <math.h>

#include "base/file.h"
#include "net_fixture.h"
#include "nn/net_file.h"
#include "scratch.h"

/** Minibatches of the run; how many moments are a few. */
enum { STEPS = 12000, FEW = 4 };

/** A run saved with its network. */
typedef struct Fixture {
    Path folder, path;
    Net net; /* that of the newest moment */
    NetInfo info;
    NetMoments moments;
    uint8_t *bytes;
    size_t size, header;
} Fixture;

/** Save it again, and read the bytes. */
static inline void moments_save(Fixture *f)
{
    Err err;
    free(f->bytes);
    assert_true(net_save_run(&f->net, &f->info, &f->moments, f->path.text, &err));
    assert_true(file_read(f->path.text, NET_FILE_BYTES, &f->bytes, &f->size, &err));
    f->header = 0;
    for (int i = 0; i < 8; i++) {
        f->header |= (size_t)f->bytes[i] << (8 * i);
    }
}

/** A run of `count` moments, `done` a third power, as time lines have them. */
static inline void moments_make(Fixture *f, const char *hidden, int count)
{
    Err err;
    *f = (Fixture){.info = {.preparation = "fitted", .data = "MNIST", .epochs = 3}};
    scratch_make(&f->folder);
    f->path = scratch_path(&f->folder, "run.safetensors");
    fixture_net(&f->net, hidden, 1);
    assert_true(net_moments_make(&f->moments, &f->net.shape, count, &err));
    f->moments.epochs = 6;
    f->moments.steps = STEPS;
    net_curves_add(&f->moments.curves, &(NetPoint){.epoch = 0, .test_cost = 2.5f});
    net_curves_add(&f->moments.curves, &(NetPoint){1, 0.5f, 0.75f, 0.625f, 0.5f});
    for (int i = 0; i < count; i++) {
        f->moments.done[i] = pow((double)i / count, 3.0);
        f->moments.cost[i] = i == 0 ? 0.0f : 2.3f / (float)i;
        net_copy(&f->moments.net[i], &f->net);
        f->moments.net[i].weight[0][0] = (float)i;
        f->moments.net[i].bias[1][0] = -(float)i / 3.0f;
    }
    net_copy(&f->net, &f->moments.net[count - 1]);
    moments_save(f);
}

/** Release it, and its folder. */
static inline void moments_drop(Fixture *f)
{
    scratch_free(&f->folder);
    net_free(&f->net);
    net_moments_free(&f->moments);
    free(f->bytes);
}

#endif
