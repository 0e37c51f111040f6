/* The accuracy on a sample of the test images. */
#include "train/estimate.h"

#include <math.h>
#include <stdlib.h>

#include "base/number.h"

static const double LEAST_S = 0.2, TIMES = 100;

bool estimate_make(Estimate *estimate, const Dataset *test, Err *err)
{
    int images = number_min(test->images, ESTIMATE_IMAGES);
    DatasetPick *pick = calloc((size_t)images, sizeof *pick);
    *estimate = (Estimate){0};
    if (!pick) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    for (int i = 0; i < images; i++) {
        pick[i].image = (int)((int64_t)i * test->images / images);
    }
    bool ok = dataset_gather(&estimate->sample, &test, pick, images, err);
    free(pick);
    return ok;
}

void estimate_free(Estimate *estimate)
{
    dataset_free(&estimate->sample);
    *estimate = (Estimate){0};
}

void estimate_reset(Estimate *estimate)
{
    estimate->score = (Score){0};
}

bool estimate_is_whole(const Estimate *estimate)
{
    return estimate->score.images == estimate->sample.images;
}

bool estimate_is_due(const Estimate *estimate, double now_s)
{
    return now_s - estimate->finished_s >= fmax(LEAST_S, TIMES * estimate->cost_s);
}

void estimate_add(Estimate *estimate, const Score *part, double seconds, double now_s)
{
    Score *score = &estimate->score;
    estimate->cost_s = seconds + (score->images > 0 ? estimate->cost_s : 0.0);
    score->images += part->images;
    score->right += part->right;
    score->cost += part->cost;
    if (estimate_is_whole(estimate)) {
        estimate->accuracy = (double)score->right / score->images;
        estimate->finished_s = now_s;
    }
}
