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
    before->in_training = moment_is_in_training(lab);
    before->network = network && run_held_take(&before->run, lab, &err) &&
                      model_copy(&before->model, &lab->model, &err);
}

/* Whether the run that went on then has not been left since. */
static bool is_of_that_run(const TourBefore *before, const Lab *lab)
{
    return before->in_training && lab->run == before->run.number && moment_is_of_run(lab);
}

/* By hand first: so nothing of it goes on the shelf. */
static void put_network_back(TourBefore *before, Lab *lab)
{
    Err err;
    while (!model_is_same(&lab->model, &before->model) && weights_kept(lab) > before->kept &&
           weights_can_undo(lab)) {
        weights_undo(lab);
    }
    bool same = model_is_same(&lab->model, &before->model);
    if (is_of_that_run(before, lab) || (same && run_held_is_on_show(&before->run, lab))) {
        return;
    }
    bool back = models_bring_back(lab, &before->model, &err);
    news_fail_unless(&lab->news, back, &err);
    if (back) {
        run_held_give(&before->run, lab);
    }
}

void tour_before_put_back(TourBefore *before, Lab *lab)
{
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
    run_held_free(&before->run);
    *before = (TourBefore){0};
}
