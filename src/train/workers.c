/* The workers of a run. */
#include "train/workers.h"

#include <stdlib.h>

#include "base/number.h"

bool workers_make(Workers *workers, const Net *net, const TrainConfig *config, int share, Err *err)
{
    Rng seeds; /* one for each worker, and none the same as that of the order */
    rng_init(&seeds, config->seed);
    *workers = (Workers){calloc((size_t)config->threads, sizeof(Worker)), config->threads};
    if (!workers->worker) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    for (int w = 0; w < workers->count; w++) {
        Worker *worker = &workers->worker[w];
        worker->cost = calloc((size_t)share, sizeof *worker->cost);
        if (!worker->cost) {
            return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
        }
        if (!net_make(&worker->net, &net->shape, err) ||
            !sgd_room_make(&worker->room, net, config->minibatch, err)) {
            return false;
        }
        net_copy(&worker->net, net);
        rng_init(&worker->rng, rng_next(&seeds));
    }
    return true;
}

void workers_free(Workers *workers)
{
    for (int w = 0; workers->worker && w < workers->count; w++) {
        free(workers->worker[w].cost);
        net_free(&workers->worker[w].net);
        sgd_room_free(&workers->worker[w].room);
    }
    free(workers->worker);
    *workers = (Workers){0};
}

void workers_cut(const Workers *workers, int worker, int images, int unit, int *first, int *count)
{
    int units = (images + unit - 1) / unit;
    int begin = (int)(((int64_t)units * worker + workers->count - 1) / workers->count);
    int end = (int)(((int64_t)units * (worker + 1) + workers->count - 1) / workers->count);
    *first = number_min(begin * unit, images);
    *count = number_min(end * unit, images) - *first;
}

void worker_train(Worker *worker, const Dataset *data, const int *order, int count,
                  const TrainConfig *config, float rate)
{
    worker->score = (Score){0};
    worker->minibatches = (count + config->minibatch - 1) / config->minibatch;
    sgd_train(&worker->net, &worker->room, data, order, count, config, rate, &worker->rng,
              &worker->score, worker->cost);
}

void workers_add_scores(const Workers *workers, Score *sum)
{
    for (int w = 0; w < workers->count; w++) {
        sum->images += workers->worker[w].score.images;
        sum->right += workers->worker[w].score.right;
        sum->cost += workers->worker[w].score.cost;
    }
}

void workers_merge(Workers *workers)
{
    Net *merged = &workers->worker[0].net;
    Score all = {0};
    workers_add_scores(workers, &all);
    for (int w = 0; workers->count > 1 && w < workers->count; w++) {
        float part = (float)workers->worker[w].score.images / (float)all.images;
        const float *from = workers->worker[w].net.block;
        for (size_t i = 0; i < merged->floats; i++) {
            merged->block[i] = w == 0 ? part * from[i] : merged->block[i] + part * from[i];
        }
    }
    for (int w = 1; w < workers->count; w++) {
        net_copy(&workers->worker[w].net, merged);
    }
}
