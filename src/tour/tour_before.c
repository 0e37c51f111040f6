/* What the window was like before a part of the guided walk. */
#include "tour/tour_before.h"

#include "lab/choices.h"
#include "lab/models.h"
#include "lab/moment.h"
#include "lab/recipe.h"
#include "lab/weights.h"

void tour_before_take(TourBefore *before, const Lab *lab, bool network)
{
    Err err;
    tour_before_free(before);
    *before = (TourBefore){
        .kept = weights_kept(lab),
        .preparation = lab->preparation,
        .rate = recipe_share(lab, KNOB_RATE),
        .exhibit = lab->exhibit.shown,
        .strip_open = lab->settings.strip_open,
    };
    before->known = true;
    before->network =
        network && !moment_is_in_training(lab) && model_copy(&before->model, &lab->model, &err);
}

/* By hand first: so nothing of it goes on the shelf. */
static void put_network_back(const TourBefore *before, Lab *lab)
{
    Err err;
    while (!model_is_same(&lab->model, &before->model) && weights_kept(lab) > before->kept &&
           weights_can_undo(lab)) {
        weights_undo(lab);
    }
    news_fail_unless(&lab->news, models_bring_back(lab, &before->model, &err), &err);
}

void tour_before_put_back(TourBefore *before, Lab *lab)
{
    if (!before->known) {
        return;
    }
    if (before->network) {
        put_network_back(before, lab);
    }
    if (lab->preparation != before->preparation) {
        choices_prepare_as(lab, before->preparation);
    }
    if (recipe_share(lab, KNOB_RATE) != before->rate) {
        recipe_slide(lab, KNOB_RATE, before->rate);
    }
    choices_strip(lab, before->strip_open);
    while (lab->exhibit.shown && !before->exhibit && lab_can_undo(lab)) {
        lab_undo(lab);
    }
    tour_before_free(before);
}

void tour_before_free(TourBefore *before)
{
    model_free(&before->model);
    *before = (TourBefore){0};
}
