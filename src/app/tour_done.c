/* How the guided walk sees that something was done. */
#include "app/tour_done.h"

#include "app/actions.h"
#include "app/explain.h"
#include "lab/moment.h"
#include "lab/weights.h"

/* "Ten steps" of training. */
enum { MINIBATCHES = 10 };

static int target_of(const App *app)
{
    return app->backprop_view.picked ? app->backprop_view.digit : -1;
}

TourBase tour_done_base(const App *app)
{
    return (TourBase){
        .view = (int)app->view,
        .points = app->lab.drawing.points,
        .preparation = (int)app->lab.preparation,
        .digit = app->lab.has_ink ? app->lab.answer.digit : -1,
        .run = app->lab.run,
        .epoch = app->lab.curves.last.epoch,
        .images = app->lab.stats.images,
        .rate = app->lab.recipe.rate,
        .layer = app->neuron_view.layer,
        .neuron = app->neuron_view.neuron,
        .kept = weights_kept(&app->lab),
        .most_kept = weights_kept(&app->lab),
        .noise = app->dreams_view.noise.image,
        .target = target_of(app),
        .back = app->backprop_view.back,
        .pointer_x_px = app->pointer_x_px,
        .pointer_y_px = app->pointer_y_px,
    };
}

void tour_done_note(const App *app, TourBase *base)
{
    base->most_kept = SDL_max(base->most_kept, weights_kept(&app->lab));
    base->kept = SDL_min(base->kept, weights_kept(&app->lab)); /* another network has none */
}

bool tour_done_drawing(const App *app, const TourBase *base)
{
    return app->lab.has_ink && !app->lab.exhibit.shown && !app->lab.drawing.pen_down &&
           app->lab.drawing.points != base->points;
}

bool tour_done_preparing(const App *app, const TourBase *base)
{
    return (int)app->lab.preparation != base->preparation;
}

/* The pointer does not just happen to rest there. */
bool tour_done_asking(const App *app, const TourBase *base)
{
    const Spot *spot = explain_spot(app);
    bool moved = app->pointer_x_px != base->pointer_x_px ||
                 app->pointer_y_px != base->pointer_y_px || app->focus == ACTION_EXPLAIN;
    return spot && (int)spot->view == base->view && moved;
}

bool tour_done_other_digit(const App *app, const TourBase *base)
{
    return app->lab.has_ink && app->lab.answer.digit != base->digit;
}

bool tour_done_other_neuron(const App *app, const TourBase *base)
{
    return app->neuron_view.layer != base->layer || app->neuron_view.neuron != base->neuron;
}

bool tour_done_weights(const App *app, const TourBase *base)
{
    return weights_kept(&app->lab) > base->kept;
}

bool tour_done_undoing(const App *app, const TourBase *base)
{
    return weights_kept(&app->lab) < base->most_kept;
}

bool tour_done_random(const App *app, const TourBase *base)
{
    (void)base;
    return app->lab.model.fresh;
}

/* In the run that was under way then, or in a newer one. */
bool tour_done_ten_steps(const App *app, const TourBase *base)
{
    int64_t before = app->lab.run == base->run ? base->images : 0;
    return app->lab.run > 0 &&
           app->lab.stats.images - before >= (int64_t)MINIBATCHES * app->lab.config.minibatch;
}

bool tour_done_epoch(const App *app, const TourBase *base)
{
    int before = app->lab.run == base->run ? base->epoch : 0;
    return app->lab.curves.count > 1 && app->lab.curves.last.epoch > before;
}

bool tour_done_looking_back(const App *app, const TourBase *base)
{
    (void)base;
    return moment_frame(&app->lab) >= 0;
}

bool tour_done_rate(const App *app, const TourBase *base)
{
    return app->lab.recipe.rate != base->rate;
}

bool tour_done_mistake(const App *app, const TourBase *base)
{
    const Exhibit *exhibit = &app->lab.exhibit;
    (void)base;
    return exhibit->shown && exhibit->label >= 0 && app->lab.has_ink &&
           app->lab.answer.digit != exhibit->label;
}

bool tour_done_noise(const App *app, const TourBase *base)
{
    return app->lab.exhibit.shown && app->dreams_view.noise.image != base->noise;
}

bool tour_done_target(const App *app, const TourBase *base)
{
    return target_of(app) >= 0 && target_of(app) != base->target;
}

bool tour_done_other_layer(const App *app, const TourBase *base)
{
    return app->backprop_view.back != base->back;
}

bool tour_done_minibatch(const App *app, const TourBase *base)
{
    (void)base;
    return app->view == VIEW_BACKPROP && app->backprop_view.page == BACKPROP_MINIBATCH;
}
