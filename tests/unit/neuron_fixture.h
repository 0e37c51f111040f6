/* For the tests of the view Neuron: the view over a drawing, and places in it. */
#ifndef UNIT_NEURON_FIXTURE_H
#define UNIT_NEURON_FIXTURE_H

#include "app_fixture.h"

#include <math.h>

#include "shell/seat.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_look.h"
#include "views/neuron/neuron_pictures.h"
#include "views/neuron/neuron_zoom.h"

static inline const NeuronView *neuron_view(const Fixture *f)
{
    return &f->app.neuron_view;
}

/** The view comes up: the wall. */
static inline int neuron_fixture_make(void **state)
{
    fixture_make(state);
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 18.5f, 22.5f);
    fixture_key(f, SDLK_F3, 0);
    assert_int_equal(f->app.shell.view, VIEW_NEURON);
    return 0;
}

/** The first neuron close up. */
static inline int neuron_fixture_zoom(void **state)
{
    neuron_fixture_make(state);
    fixture_key(*state, SDLK_RETURN, 0);
    assert_int_equal(((const Fixture *)*state)->app.neuron_view.page, NEURON_ZOOM_PAGE);
    return 0;
}

/** Its numbers. */
static inline int neuron_fixture_numbers(void **state)
{
    neuron_fixture_zoom(state);
    fixture_click(*state, fixture_widget(*state, view_action(VIEW_NEURON, NEURON_NUMBERS)));
    assert_int_equal(((const Fixture *)*state)->app.neuron_view.page, NEURON_NUMBERS_PAGE);
    return 0;
}

#define NEURON_WALL_TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, neuron_fixture_make, fixture_free)
#define NEURON_ZOOM_TEST(name)                                                                     \
    cmocka_unit_test_setup_teardown(name, neuron_fixture_zoom, fixture_free)
#define NEURON_TEST(name)                                                                          \
    cmocka_unit_test_setup_teardown(name, neuron_fixture_numbers, fixture_free)

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
    DiagramNeuron at = neuron_shown(neuron_view(f));
    return look_weight(&f->app.lab.model.net, at.layer, at.neuron, from);
}

static inline void neuron_assert_shows(const Fixture *f, int layer, int neuron)
{
    const NeuronView *view = neuron_view(f);
    float picture[NET_INPUTS];
    assert_int_equal(neuron_shown(view).layer, layer);
    assert_int_equal(neuron_shown(view).neuron, neuron);
    double a = (double)f->app.lab.acts.activation[layer][neuron];
    assert_true(fabs(view->seen.sum.activation - a) < 1e-6);
    look_carry_back(&f->app.lab.model.net, layer, neuron, NULL, picture);
    assert_memory_equal(picture, view->seen.picture[0], sizeof picture);
    assert_true(fabs(view->seen.sum.positive + view->seen.sum.negative + view->seen.sum.bias -
                     view->seen.sum.z) < 1e-6);
    if (view->page != NEURON_NUMBERS_PAGE) {
        return;
    }
    double total = view->shown.rest + view->seen.sum.bias;
    for (int i = 0; i < view->shown.terms; i++) {
        total += (double)view->seen.sum.term[i].product;
    }
    assert_true(fabs(total - view->seen.sum.z) < 1e-4);
}

/** Whether all pictures of the layer are computed, which takes a frame or more. */
static inline bool neuron_pictures_are_there(const App *app)
{
    const NeuronView *view = &app->neuron_view;
    bool there = true;
    for (int i = 0; i < view->pictures.shape.size[view->pictures.layer + 1]; i++) {
        there &= neuron_pictures_has(view, i);
    }
    return there;
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
