/* Every view of the laboratory in fixed states. */
#include "hold.h"

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
        hold_bring_up(f, view, HOW[i].w_px, HOW[i].h_px, HOW[i].px_per_unit, HOW[i].dark);
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
