/* What the views Network, Neuron, Backprop, Chain and Tour say. */
#include "say.h"

#include "shell/seat.h"
#include "tour/tour.h"
#include "tour/tour_steps.h"
#include "views/backprop/backprop_commands.h"
#include "views/chain/chain_keys.h"
#include "views/neuron/neuron_keys.h"
#include "views/neuron/neuron_look.h"

static void bring_up(Fixture *f, ViewId view, bool small)
{
    hold_start_afresh(f);
    hold_bring_up(f, view, small ? 900 : 1280, small ? 600 : 800, 1.0f, true);
    hold_settle(f);
}

static void click(Fixture *f, ViewId view, int command)
{
    fixture_click(f, fixture_widget(f, view_action(view, command)));
    fixture_move(f, (SDL_Point){-1, -1});
    hold_settle(f);
}

static void empty_sheet(Fixture *f)
{
    fixture_key(f, SDLK_DELETE, 0);
    hold_settle(f);
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

/* The wall of each layer, and one of its neurons close up. */
static void neuron_walls(Fixture *f)
{
    for (int layer = 0; layer < 3; layer++) {
        char name[40];
        click(f, VIEW_NEURON, NEURON_SHOW_LAYER + layer);
        snprintf(name, sizeof name, "the wall of layer %d", layer + 1);
        say(f, name, SAY_HINTS);
        neuron_look_closer(&f->app.neuron_view, layer, 4);
        hold_settle(f);
        snprintf(name, sizeof name, "neuron 4 of layer %d close up", layer + 1);
        say(f, name, SAY_HINTS);
        fixture_key(f, SDLK_ESCAPE, 0);
    }
}

static void neuron_numbers(Fixture *f)
{
    neuron_look_closer(&f->app.neuron_view, 0, 4);
    hold_settle(f);
    click(f, VIEW_NEURON, NEURON_PAINT);
    say(f, "the pen paints", SAY_TEXTS);
    click(f, VIEW_NEURON, NEURON_NUMBERS);
    for (int layer = 0; layer < 3; layer++) {
        char name[32];
        neuron_choose(&f->app.neuron_view, layer, 4);
        hold_settle(f);
        snprintf(name, sizeof name, "neuron 4 of layer %d", layer + 1);
        say(f, name, SAY_HINTS);
    }
    click(f, VIEW_NEURON, NEURON_GATED);
    say(f, "gated", SAY_HINTS);
    neuron_choose(&f->app.neuron_view, 0, 0);
    hold_settle(f);
    click(f, VIEW_NEURON, NEURON_LESS);
    f->app.neuron_view.marked = true;
    f->app.neuron_view.mark = 14 * SHEET_SIDE + 14;
    hold_settle(f);
    say(f, "a weight is marked, the pen takes away", SAY_HINTS);
    click(f, VIEW_NEURON, NEURON_UP);
    say(f, "a weight was changed", SAY_TEXTS);
}

static void the_view_neuron(void **state)
{
    Fixture *f = *state;
    say_begin("neuron");
    bring_up(f, VIEW_NEURON, false);
    neuron_walls(f);
    neuron_numbers(f);
    empty_sheet(f);
    say(f, "no drawing", SAY_HINTS);
    click(f, VIEW_NEURON, NEURON_NUMBERS);
    say(f, "no drawing, close up", SAY_HINTS);
    say_end(f);
    say_begin("neuron-small");
    bring_up(f, VIEW_NEURON, true);
    neuron_walls(f);
    neuron_numbers(f);
    say_end(f);
}

/* The picture from right to left, move by move. */
static void backward_moves(Fixture *f)
{
    say(f, "the picture as it comes up", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_DIGIT + 3);
    for (int move = 1; move < 9; move++) {
        char name[32];
        click(f, VIEW_BACKPROP, BACKPROP_DO_MOVE + 1);
        snprintf(name, sizeof name, "move %d", move);
        say(f, name, SAY_TEXTS);
    }
    click(f, VIEW_BACKPROP, BACKPROP_DO_APPLY);
    say(f, "a step was applied in the picture", SAY_HINTS);
    fixture_key(f, SDLK_ESCAPE, 0); /* what it says of the run */
    click(f, VIEW_BACKPROP, BACKPROP_DO_UNDO);
    click(f, VIEW_BACKPROP, BACKPROP_DO_PAGE + BACKPROP_GRADIENT);
    say(f, "the gradient as a list", SAY_HINTS);
    click(f, VIEW_BACKPROP, BACKPROP_DO_PAGE + BACKPROP_DRAWING);
}

static void backprop_pages(Fixture *f)
{
    backward_moves(f);
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
    hold_settle(f);
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

static void chain_pages(Fixture *f)
{
    say(f, "as it comes up", SAY_HINTS);
    for (int quantity = 0; quantity < CHAIN_COST; quantity++) {
        char name[32];
        chain_select(&f->app.chain_view, quantity);
        hold_settle(f);
        snprintf(name, sizeof name, "the way of %s", chain_name(quantity));
        say(f, name, SAY_TEXTS);
    }
    click(f, VIEW_CHAIN, CHAIN_DO_STEP);
    say(f, "a step", SAY_TEXTS);
    click(f, VIEW_CHAIN, CHAIN_DO_RANDOM);
    say(f, "random values", SAY_HINTS);
    for (int quantity = 0; quantity < CHAIN_SET; quantity++) {
        chain_set(&f->app.chain_view, quantity, quantity < CHAIN_WANTED ? -6.0 : 1.0);
    }
    hold_settle(f);
    say(f, "all at an end", SAY_HINTS);
}

static void the_view_chain(void **state)
{
    Fixture *f = *state;
    say_begin("chain");
    bring_up(f, VIEW_CHAIN, false);
    chain_pages(f);
    say_end(f);
    say_begin("chain-small");
    bring_up(f, VIEW_CHAIN, true);
    chain_pages(f);
    say_end(f);
}

static void walk(Fixture *f)
{
    for (int step = 0; step < tour_steps(); step++) {
        char name[96];
        tour_go(&f->app.tour, step);
        hold_settle(f);
        snprintf(name, sizeof name, "step %d: %s", step + 1, TOUR_STEP[step].title);
        say(f, name, SAY_TEXTS);
    }
    f->app.lab.settings.tour_done |= 1u << f->app.lab.settings.tour_step;
    hold_settle(f);
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
    hold_settle(f);
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
                                       APP_TEST(the_view_backprop), APP_TEST(the_view_chain),
                                       APP_TEST(the_tour)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    say_print_counts();
    return failed;
}
