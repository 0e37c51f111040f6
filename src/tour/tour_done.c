/* How the guided walk sees that something was done. */
#include "tour/tour_done.h"

#include "lab/moment.h"
#include "lab/weights.h"
#include "shell/explain.h"

/* "Ten steps" of training. */
enum { MINIBATCHES = 10 };

/* Whose a thing of a view is. */
static const ViewId VIEW_OF[VIEW_THINGS] = {
    [VIEW_THING_NEURON] = VIEW_NEURON,      [VIEW_THING_SUM] = VIEW_NEURON,
    [VIEW_THING_TARGET] = VIEW_BACKPROP,    [VIEW_THING_LAYER] = VIEW_BACKPROP,
    [VIEW_THING_WISHES] = VIEW_BACKPROP,    [VIEW_THING_APPLY] = VIEW_BACKPROP,
    [VIEW_THING_MINIBATCH] = VIEW_BACKPROP, [VIEW_THING_SETTINGS] = VIEW_LEARNING,
    [VIEW_THING_NOISE] = VIEW_DREAMS,       [VIEW_THING_WEIGHT] = VIEW_CHAIN,
    [VIEW_THING_QUANTITY] = VIEW_CHAIN,     [VIEW_THING_PRODUCT] = VIEW_CHAIN,
    [VIEW_THING_STEP] = VIEW_CHAIN,         [VIEW_THING_BALL] = VIEW_LANDSCAPE,
    [VIEW_THING_CLIMB] = VIEW_SLOPE,        [VIEW_THING_STUMBLE] = VIEW_SLOPE,
};

static int did(const Tour *tour, ViewThing thing)
{
    const PaneSeat *seat = &tour->shell->pane[VIEW_OF[thing]];
    return seat->pane->did ? seat->pane->did(seat->self, (int)thing) : 0;
}

static bool is_other(const Tour *tour, const TourBase *base, ViewThing thing)
{
    return did(tour, thing) != base->thing[thing];
}

TourBase tour_done_base(const Tour *tour)
{
    TourBase base = {
        .view = (int)tour->shell->view,
        .points = tour->lab->drawing.points,
        .preparation = (int)tour->lab->preparation,
        .digit = tour->lab->has_ink ? tour->lab->answer.digit : -1,
        .run = tour->lab->run,
        .epoch = tour->lab->curves.last.epoch,
        .images = tour->lab->stats.images,
        .rate = tour->lab->recipe.rate,
        .kept = weights_kept(tour->lab),
        .most_kept = weights_kept(tour->lab),
        .pointer_x_px = tour->shell->pointer_x_px,
        .pointer_y_px = tour->shell->pointer_y_px,
    };
    for (int thing = 0; thing < VIEW_THINGS; thing++) {
        base.thing[thing] = did(tour, (ViewThing)thing);
    }
    return base;
}

void tour_done_note(const Tour *tour, TourBase *base)
{
    if (!tour->lab->has_ink) {
        base->digit = -1;
    } else if (base->digit < 0 && !tour->lab->drawing.pen_down) {
        base->digit = tour->lab->answer.digit; /* the first drawing, which is to be changed */
    }
    base->prepared_otherwise |= (int)tour->lab->preparation != base->preparation;
    base->most_kept = SDL_max(base->most_kept, weights_kept(tour->lab));
    base->kept = SDL_min(base->kept, weights_kept(tour->lab)); /* another network has none */
}

bool tour_done_drawing(const Tour *tour, const TourBase *base)
{
    return tour->lab->has_ink && !tour->lab->exhibit.shown && !tour->lab->drawing.pen_down &&
           tour->lab->drawing.points != base->points;
}

bool tour_done_preparing(const Tour *tour, const TourBase *base)
{
    return tour->lab->has_ink && base->prepared_otherwise &&
           (int)tour->lab->preparation == base->preparation;
}

/* The pointer does not just happen to rest there. */
bool tour_done_asking(const Tour *tour, const TourBase *base)
{
    const Spot *spot = explain_spot(tour->shell);
    bool moved = tour->shell->pointer_x_px != base->pointer_x_px ||
                 tour->shell->pointer_y_px != base->pointer_y_px ||
                 tour->shell->focus == ACTION_EXPLAIN;
    return spot && (int)spot->view == base->view && moved;
}

bool tour_done_other_digit(const Tour *tour, const TourBase *base)
{
    return tour->lab->has_ink && base->digit >= 0 && tour->lab->answer.digit != base->digit;
}

bool tour_done_other_neuron(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_NEURON);
}

bool tour_done_weights(const Tour *tour, const TourBase *base)
{
    return weights_kept(tour->lab) > base->kept;
}

bool tour_done_undoing(const Tour *tour, const TourBase *base)
{
    return weights_kept(tour->lab) < base->most_kept;
}

bool tour_done_random(const Tour *tour, const TourBase *base)
{
    (void)base;
    return tour->lab->model.fresh;
}

/* In the run that was under way then, or in a newer one. */
bool tour_done_ten_steps(const Tour *tour, const TourBase *base)
{
    int64_t before = tour->lab->run == base->run ? base->images : 0;
    return tour->lab->run > 0 &&
           tour->lab->stats.images - before >= (int64_t)MINIBATCHES * tour->lab->config.minibatch;
}

bool tour_done_epoch(const Tour *tour, const TourBase *base)
{
    int before = tour->lab->run == base->run ? base->epoch : 0;
    return tour->lab->curves.count > 1 && tour->lab->curves.last.epoch > before;
}

bool tour_done_looking_back(const Tour *tour, const TourBase *base)
{
    (void)base;
    return moment_frame(tour->lab) >= 0;
}

bool tour_done_rate(const Tour *tour, const TourBase *base)
{
    return tour->lab->recipe.rate != base->rate && tour->lab->run != base->run;
}

bool tour_done_mistake(const Tour *tour, const TourBase *base)
{
    const Exhibit *exhibit = &tour->lab->exhibit;
    (void)base;
    return exhibit->shown && exhibit->label >= 0 && tour->lab->has_ink &&
           tour->lab->answer.digit != exhibit->label;
}

bool tour_done_noise(const Tour *tour, const TourBase *base)
{
    return tour->lab->exhibit.shown && is_other(tour, base, VIEW_THING_NOISE);
}

bool tour_done_target(const Tour *tour, const TourBase *base)
{
    return did(tour, VIEW_THING_TARGET) >= 0 && is_other(tour, base, VIEW_THING_TARGET);
}

bool tour_done_other_layer(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_LAYER);
}

bool tour_done_minibatch(const Tour *tour, const TourBase *base)
{
    (void)base;
    return tour->shell->view == VIEW_BACKPROP && did(tour, VIEW_THING_MINIBATCH) == 1;
}

bool tour_done_weight_of_chain(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_WEIGHT);
}

bool tour_done_quantity(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_QUANTITY);
}

bool tour_done_product(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_PRODUCT);
}

bool tour_done_step_of_chain(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_STEP);
}

bool tour_done_uphill(const Tour *tour, const TourBase *base)
{
    return is_other(tour, base, VIEW_THING_BALL) && tour_done_other_digit(tour, base);
}

bool tour_done_climbing(const Tour *tour, const TourBase *base)
{
    (void)base;
    return did(tour, VIEW_THING_CLIMB) == 1;
}

bool tour_done_stumbling(const Tour *tour, const TourBase *base)
{
    enum { STEPS = 5 };
    (void)base;
    return did(tour, VIEW_THING_STUMBLE) >= STEPS;
}
