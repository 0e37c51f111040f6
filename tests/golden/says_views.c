/* What the views Network, Neuron, Backprop and Tour say. */
#include "say.h"

#include "shell/seat.h"
#include "tour/tour.h"
#include "tour/tour_steps.h"
#include "views/backprop/backprop_page.h"
#include "views/neuron/neuron_keys.h"

static void bring_up(Fixture *f, ViewId view, bool small)
{
    say_start_afresh(f);
    hold_bring_up(f, view, small ? 900 : 1280, small ? 600 : 800, 1.0f, true);
    say_settle(f);
}

static void click(Fixture *f, ViewId view, int command)
{
    fixture_click(f, fixture_widget(f, view_action(view, command)));
    fixture_move(f, (SDL_Point){-1, -1});
    say_settle(f);
}

static void empty_sheet(Fixture *f)
{
    fixture_key(f, SDLK_DELETE, 0);
    say_settle(f);
}

static void the_view_network(void **state)
{
    Fixture *f = *state;
    say_begin("network");
    bring_up(f, VIEW_NETWORK, false);
    say(f, "as it comes up", SAY_HINTS);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    say(f, "a neuron is selected", SAY_HINTS);
    click(f, VIEW_NETWORK, 1);
    say(f, "all edges or no longer", SAY_TEXTS);
    empty_sheet(f);
    say(f, "no drawing", SAY_HINTS);
    bring_up(f, VIEW_NETWORK, true);
    say(f, "in little room", SAY_HINTS);
    say_end(f);
}

static void neuron_pages(Fixture *f)
{
    for (int layer = 0; layer < 3; layer++) {
        char name[32];
        neuron_choose(&f->app.neuron_view, layer, 4);
        say_settle(f);
        snprintf(name, sizeof name, "neuron 4 of layer %d", layer + 1);
        say(f, name, SAY_HINTS);
    }
    click(f, VIEW_NEURON, NEURON_GATED);
    say(f, "gated", SAY_HINTS);
    neuron_choose(&f->app.neuron_view, 0, 0);
    say_settle(f);
    click(f, VIEW_NEURON, NEURON_LESS);
    f->app.neuron_view.marked = true;
    f->app.neuron_view.mark = 14 * SHEET_SIDE + 14;
    say_settle(f);
    say(f, "a weight is marked, the pen takes away", SAY_HINTS);
    click(f, VIEW_NEURON, NEURON_UP);
    say(f, "a weight was changed", SAY_TEXTS);
    click(f, VIEW_NEURON, NEURON_ALL);
    say(f, "all pictures", SAY_HINTS);
}

static void the_view_neuron(void **state)
{
    Fixture *f = *state;
    say_begin("neuron");
    bring_up(f, VIEW_NEURON, false);
    neuron_pages(f);
    click(f, VIEW_NEURON, NEURON_ALL);
    empty_sheet(f);
    say(f, "no drawing", SAY_HINTS);
    say_end(f);
    say_begin("neuron-small");
    bring_up(f, VIEW_NEURON, true);
    neuron_pages(f);
    say_end(f);
}

static void backprop_pages(Fixture *f)
{
    say(f, "as it comes up", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_DIGIT + 3);
    say(f, "it should be a 3", SAY_HINTS);
    for (int layer = 0; layer < 2; layer++) {
        char name[32];
        click(f, VIEW_BACKPROP, BACKPROP_DO_LAYER + layer);
        snprintf(name, sizeof name, "the wishes of layer %d", layer + 1);
        say(f, name, SAY_HINTS);
    }
    click(f, VIEW_BACKPROP, BACKPROP_DO_APPLY);
    say(f, "a step was applied", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_UNDO);
    say(f, "and taken back", SAY_TEXTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_PAGE + BACKPROP_MINIBATCH);
    say(f, "a minibatch", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_ASK);
    say(f, "what it wants of weights", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_NEXT);
    say(f, "another minibatch", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_APPLY);
    say(f, "its step was applied", SAY_TEXTS);
}

static void the_view_backprop(void **state)
{
    Fixture *f = *state;
    say_begin("backprop");
    bring_up(f, VIEW_BACKPROP, false);
    backprop_pages(f);
    fixture_key(f, SDLK_2, KMOD_LCTRL);
    say_settle(f);
    say(f, "squared error", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_PAGE + BACKPROP_DRAWING);
    say(f, "squared error of the drawing", SAY_HINTS);
    empty_sheet(f);
    say(f, "no drawing", SAY_HINTS);
    say_end(f);
    say_begin("backprop-small");
    bring_up(f, VIEW_BACKPROP, true);
    backprop_pages(f);
    say_end(f);
}

static void walk(Fixture *f)
{
    for (int step = 0; step < tour_steps(); step++) {
        char name[96];
        tour_go(&f->app.tour, step);
        say_settle(f);
        snprintf(name, sizeof name, "step %d: %s", step + 1, TOUR_STEP[step].title);
        say(f, name, SAY_TEXTS);
    }
    f->app.lab.settings.tour_done |= 1u << f->app.lab.settings.tour_step;
    say_settle(f);
    say(f, "the last step is done", SAY_TEXTS);
}

static void the_tour(void **state)
{
    Fixture *f = *state;
    say_begin("tour");
    bring_up(f, VIEW_TOUR, false);
    say(f, "as it comes up", SAY_HINTS);
    walk(f);
    fixture_key(f, SDLK_F8, 0);
    say_settle(f);
    say(f, "the list while it goes on", SAY_HINTS);
    say_end(f);
    say_begin("tour-small");
    bring_up(f, VIEW_TOUR, true);
    say(f, "as it comes up", SAY_HINTS);
    walk(f);
    say_end(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {APP_TEST(the_view_network), APP_TEST(the_view_neuron),
                                       APP_TEST(the_view_backprop), APP_TEST(the_tour)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    say_print_counts();
    return failed;
}
