/* The view Slope in the window of tests. */
#ifndef UNIT_SLOPE_FIXTURE_H
#define UNIT_SLOPE_FIXTURE_H

#include "app_fixture.h"

#include <math.h>

#include "shell/seat.h"
#include "views/slope/slope_roll.h"
#include "views/slope/slope_say.h"

static inline SlopeView *view_of(Fixture *f)
{
    return &f->app.slope_view;
}

static inline int action(int command)
{
    return view_action(VIEW_SLOPE, command);
}

/** Frames until nothing is left to be measured. */
static inline void settle(Fixture *f)
{
    int frames = 0;
    do {
        fixture_frame(f);
        assert_true(frames++ < 1000000);
    } while (view_of(f)->phase != SLOPE_READY);
    f->app.shell.redraw = true;
    fixture_draw(f);
}

static inline void begin(Fixture *f)
{
    fixture_key(f, SDLK_F5, KMOD_LCTRL);
    assert_int_equal(f->app.shell.view, VIEW_SLOPE);
    settle(f);
}

static inline void click_on(Fixture *f, int command)
{
    f->app.shell.redraw = true;
    fixture_frame(f);
    fixture_click(f, fixture_widget(f, action(command)));
    settle(f);
}

static inline void tab_to(Fixture *f, int command)
{
    for (int i = 0; i < 100 && f->app.shell.focus != action(command); i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    assert_int_equal(f->app.shell.focus, action(command));
}

/** The mean cost of the images, with one component moved in a copy. */
static inline double reference(Fixture *f, const Component *component, double by)
{
    Net net = {0};
    Err err;
    const Lab *lab = &f->app.lab;
    assert_true(net_make(&net, &lab->model.net.shape, &err));
    net_copy(&net, &lab->model.net);
    float *at = component->from == COMPONENT_BIAS
                    ? &net.bias[component->layer][component->to]
                    : &net.weight[component->layer]
                                 [component->from * net.stride[component->layer] + component->to];
    *at = (float)((double)*at + by);
    NetActs acts = acts_for(&net);
    double sum = 0.0;
    for (int i = 0; i < lab->mix.train.images; i++) {
        NetInput input = dataset_input(&lab->mix.train, i);
        net_forward(&net, &input, &acts);
        sum += net_cost(net_outputs(&net, &acts), lab->mix.train.label[i], lab->plan.cost);
    }
    net_acts_free(&acts);
    net_free(&net);
    return sum / lab->mix.train.images;
}

#endif
