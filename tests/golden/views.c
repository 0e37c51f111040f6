/* Every view of the laboratory in fixed states. */
#include "hold.h"

#include "app/views.h"

/* Frames until the view has computed all that it shows. */
static void settle(Fixture *f)
{
    do {
        fixture_frame(f);
        f->app.redraw = true;
        fixture_frame(f);
    } while (views_sleep_ms(&f->app) == 0);
}

/* A drawing, a run in its 25th epoch with its time line, and one view. */
static void bring_up(Fixture *f, ViewId view, int w_px, int h_px, float px_per_unit, bool dark)
{
    hold_draw_three(f);
    hold_begin(f, w_px, h_px, px_per_unit, dark);
    hold_train_a_while(f);
    RunRecipe recipe = {.config = f->app.config, .shape = f->app.model.net.shape, .data = "MNIST"};
    runs_begin(&f->app.learning_view.runs, &recipe);
    for (int i = 0; i <= 25; i++) {
        Net *net = &f->app.model.net;
        for (size_t w = 0; w < net->floats; w++) {
            net->block[w] *= 1.02f;
        }
        timeline_add(&f->app.timeline, i / 40.0, net);
    }
    app_weights_changed(&f->app);
    views_show(&f->app, view);
    settle(f);
}

/* In both themes, in the smallest window, and at twice the scale. */
static void hold_everywhere(Fixture *f, ViewId view, const char *name)
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
        fixture_start_again(f, f->data.text);
        bring_up(f, view, HOW[i].w_px, HOW[i].h_px, HOW[i].px_per_unit, HOW[i].dark);
        snprintf(picture, sizeof picture, "%s-%s", name, HOW[i].ending);
        hold(f, picture);
    }
}

static void the_view_network(void **state)
{
    hold_everywhere(*state, VIEW_NETWORK, "network");
}

static void the_view_neuron(void **state)
{
    hold_everywhere(*state, VIEW_NEURON, "neuron");
}

static void the_view_backprop(void **state)
{
    hold_everywhere(*state, VIEW_BACKPROP, "backprop");
}

static void the_view_learning(void **state)
{
    hold_everywhere(*state, VIEW_LEARNING, "learning");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_view_network),  APP_TEST(the_view_neuron), APP_TEST(the_view_backprop),
        APP_TEST(the_view_learning), APP_TEST(the_view_data),   APP_TEST(the_view_dreams),
        APP_TEST(the_view_tour),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
