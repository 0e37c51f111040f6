/* For the tests of the view Neuron: the view over a drawing, and places in it. */
#ifndef UNIT_NEURON_FIXTURE_H
#define UNIT_NEURON_FIXTURE_H

#include "app_fixture.h"

#include <math.h>

#include "shell/seat.h"
#include "views/neuron/neuron_keys.h"

static inline const NeuronView *neuron_view(const Fixture *f)
{
    return &f->app.neuron_view;
}

static inline int neuron_fixture_make(void **state)
{
    fixture_make(state);
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 18.5f, 22.5f);
    fixture_key(f, SDLK_F3, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
    return 0;
}

#define NEURON_TEST(name) cmocka_unit_test_setup_teardown(name, neuron_fixture_make, fixture_free)

static inline void neuron_give_keyboard_to(Fixture *f, int command)
{
    for (int i = 0; i < 40 && !(f->app.shell.focus_shown &&
                                f->app.shell.focus == view_action(VIEW_NEURON, command));
         i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    assert_int_equal(f->app.shell.focus, view_action(VIEW_NEURON, command));
}

static inline SDL_Point neuron_middle_of_cell(const Fixture *f, int layer, int neuron)
{
    return fixture_middle(
        neuron_cell(&neuron_view(f)->places, &f->app.lab.model.net.shape, layer, neuron));
}

static inline SDL_Point neuron_middle_of_pixel(const Fixture *f, int which, int at)
{
    return fixture_middle(neuron_pixel(neuron_view(f)->places.picture[which], at));
}

static inline SDL_Point neuron_middle_of_row(const Fixture *f, int at)
{
    return fixture_middle(neuron_row(&neuron_view(f)->places, at));
}

static inline float neuron_weight(const Fixture *f, int from)
{
    return look_weight(&f->app.lab.model.net, neuron_view(f)->layer, neuron_view(f)->neuron, from);
}

static inline void neuron_assert_shows(const Fixture *f, int layer, int neuron)
{
    const NeuronView *view = neuron_view(f);
    float picture[NET_INPUTS];
    assert_int_equal(view->layer, layer);
    assert_int_equal(view->neuron, neuron);
    double a = (double)f->app.lab.acts.activation[layer][neuron];
    assert_true(fabs(view->seen.sum.activation - a) < 1e-6);
    look_carry_back(&f->app.lab.model.net, layer, neuron, NULL, picture);
    assert_memory_equal(picture, view->seen.picture[0], sizeof picture);
    double total = view->shown.rest + view->seen.sum.bias;
    for (int i = 0; i < view->shown.terms; i++) {
        total += (double)view->seen.sum.term[i].product;
    }
    assert_true(fabs(total - view->seen.sum.z) < 1e-4);
}

static inline bool neuron_images_are_found(const App *app)
{
    return !app->neuron_view.images.searching && app->neuron_view.images.found.count > 0;
}

/** Frames until the search has come to its end. */
static inline void neuron_look_for_images(Fixture *f)
{
    for (int i = 0; i < 1000 && !neuron_images_are_found(&f->app); i++) {
        f->app.shell.redraw = true;
        fixture_frame(f);
    }
    assert_true(neuron_images_are_found(&f->app));
    f->app.shell.redraw = true;
    fixture_frame(f);
}

#endif
