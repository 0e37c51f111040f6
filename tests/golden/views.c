/* Every view of the laboratory in fixed states. */
#include "hold.h"

#include "tour/tour.h"
#include "views/neuron/neuron_look.h"

/* In both themes, in the smallest window, and at twice the scale. */
static void hold_page_everywhere(Fixture *f, ViewId view, void (*turn)(Fixture *f),
                                 const char *name)
{
    static const struct {
        const char *ending;
        int w_px, h_px;
        float px_per_unit;
        bool dark;
    } HOW[] = {
        {"dark", 1280, 800, 1.0f, true},
        {"light", 1280, 800, 1.0f, false},
        {"smallest", 900, 600, 1.0f, true},
        {"double", 2560, 1600, 2.0f, false},
    };
    for (size_t i = 0; i < sizeof HOW / sizeof HOW[0]; i++) {
        char picture[64];
        hold_start_afresh(f);
        hold_bring_up(f, view, HOW[i].w_px, HOW[i].h_px, HOW[i].px_per_unit, HOW[i].dark);
        if (turn) {
            turn(f);
        }
        snprintf(picture, sizeof picture, "%s-%s", name, HOW[i].ending);
        hold(f, picture);
    }
}

static void hold_everywhere(Fixture *f, ViewId view, const char *name)
{
    hold_page_everywhere(f, view, NULL, name);
}

static void the_view_network(void **state)
{
    hold_everywhere(*state, VIEW_NETWORK, "network");
}

static void the_view_neuron(void **state)
{
    hold_everywhere(*state, VIEW_NEURON, "neuron");
}

static void turn_to_neuron(Fixture *f)
{
    neuron_look_closer(&f->app.neuron_view, 0, 14);
}

static void a_neuron_close_up(void **state)
{
    hold_page_everywhere(*state, VIEW_NEURON, turn_to_neuron, "zoom");
}

static void turn_to_output(Fixture *f)
{
    neuron_look_closer(&f->app.neuron_view, 2, 3);
}

static void an_output_close_up(void **state)
{
    hold_page_everywhere(*state, VIEW_NEURON, turn_to_output, "zoom-output");
}

static void turn_to_numbers_of_neuron(Fixture *f)
{
    neuron_look_closer(&f->app.neuron_view, 0, 14);
    neuron_turn_to(&f->app.neuron_view, NEURON_NUMBERS_PAGE);
}

static void the_numbers_of_a_neuron(void **state)
{
    hold_page_everywhere(*state, VIEW_NEURON, turn_to_numbers_of_neuron, "neuron-numbers");
}

static void the_view_backprop(void **state)
{
    hold_everywhere(*state, VIEW_BACKPROP, "backward");
}

static void turn_to_numbers(Fixture *f)
{
    f->app.backprop_view.page = BACKPROP_DRAWING;
}

static void the_numbers_of_backprop(void **state)
{
    hold_page_everywhere(*state, VIEW_BACKPROP, turn_to_numbers, "backprop");
}

static void turn_to_gradient(Fixture *f)
{
    f->app.backprop_view.page = BACKPROP_GRADIENT;
}

static void the_gradient_as_a_list(void **state)
{
    hold_page_everywhere(*state, VIEW_BACKPROP, turn_to_gradient, "gradient");
}

static void the_view_chain(void **state)
{
    hold_everywhere(*state, VIEW_CHAIN, "chain");
}

static void the_view_learning(void **state)
{
    hold_everywhere(*state, VIEW_LEARNING, "learning");
}

static void turn_to_experiments(Fixture *f)
{
    f->app.learning_view.page = PAGE_EXPERIMENTS;
    f->app.lab.series.which = EXPERIMENT_RATES;
    snprintf(f->app.lab.series.seen, sizeof f->app.lab.series.seen,
             "Rate 0.3 ended lowest: cost 0.31, 95 %% right; 30 never learned.");
    f->app.lab.stats.phase = TRAIN_IDLE; /* else it would be told no longer */
}

static void experiments(void **state)
{
    hold_page_everywhere(*state, VIEW_LEARNING, turn_to_experiments, "experiments");
}

static void forget_the_run(Fixture *f)
{
    f->app.lab.stats.phase = TRAIN_IDLE;
    runs_remove(&f->app.lab.runs, 0);
}

static void learning_without_a_run(void **state)
{
    hold_page_everywhere(*state, VIEW_LEARNING, forget_the_run, "no-run");
}

/* The whole map, drawn. */
static void measure_the_ground(Fixture *f)
{
    const LandscapeView *view = &f->app.landscape_view;
    do {
        fixture_draw(f);
    } while (view->landscape.known < SURVEY_SIDE || panes_sleep_ms(&f->app.shell) >= 0);
}

static void the_view_landscape(void **state)
{
    hold_page_everywhere(*state, VIEW_LANDSCAPE, measure_the_ground, "landscape");
}

static void roll_a_while(Fixture *f)
{
    for (int i = 0; i < 6; i++) {
        action_do(&f->app.shell, view_action(VIEW_SLOPE, SLOPE_DO_STEP));
        do {
            fixture_frame(f);
        } while (panes_sleep_ms(&f->app.shell) == 0);
    }
}

static void the_view_slope(void **state)
{
    hold_page_everywhere(*state, VIEW_SLOPE, roll_a_while, "slope");
}

static void the_view_data(void **state)
{
    hold_everywhere(*state, VIEW_DATA, "data");
}

static void the_view_dreams(void **state)
{
    hold_everywhere(*state, VIEW_DREAMS, "dreams");
}

static void the_view_tour(void **state)
{
    hold_everywhere(*state, VIEW_TOUR, "tour");
}

static void begin_the_tour(Fixture *f)
{
    tour_go(&f->app.tour, 0);
}

static void the_card_of_the_tour(void **state)
{
    hold_page_everywhere(*state, VIEW_NETWORK, begin_the_tour, "tour-card");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_view_network),        APP_TEST(the_view_neuron),
        APP_TEST(the_view_backprop),       APP_TEST(the_numbers_of_backprop),
        APP_TEST(the_view_chain),          APP_TEST(the_view_learning),
        APP_TEST(the_view_landscape),      APP_TEST(the_view_landscape),
        APP_TEST(the_view_slope),          APP_TEST(experiments),
        APP_TEST(learning_without_a_run),  APP_TEST(the_view_data),
        APP_TEST(the_view_dreams),         APP_TEST(the_view_tour),
        APP_TEST(a_neuron_close_up),       APP_TEST(an_output_close_up),
        APP_TEST(the_numbers_of_a_neuron), APP_TEST(the_gradient_as_a_list),
        APP_TEST(the_card_of_the_tour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
