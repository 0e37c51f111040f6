/* What every number on the screen says of itself: the equations hold with the numbers that are
 * shown, whatever the network is. */
#include "app_fixture.h"

#include <math.h>

#include "equation.h"
#include "lab/models.h"
#include "shell/explain.h"
#include "shell/panes.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_commands.h"
#include "views/dreams/dreams_page.h"

enum { NETWORKS = 6, SETTLE_FRAMES = 400 };

typedef struct Walk {
    Fixture *f;
    int hints, equations;
} Walk;

/* -0, -0.00, nan, inf */
static bool has_odd_number(const char *text)
{
    for (const char *at = text; *at; at++) {
        bool begins = at == text || !isalnum((unsigned char)at[-1]);
        if (begins &&
            (strncmp(at, "nan", 3) == 0 || (strncmp(at, "inf", 3) == 0 && at[3] != 'o'))) {
            return true;
        }
        if (*at == '-' && isdigit((unsigned char)at[1]) && begins) {
            char *end;
            double value = strtod(at, &end);
            if (value >= 0.0) {
                return true;
            }
        }
    }
    return false;
}

static void check_hint(Walk *walk, const Spot *spot, SDL_Point at)
{
    Hint hint;
    char why[512];
    explain_print(&walk->f->app.shell, spot, at, &hint);
    walk->hints++;
    if (has_odd_number(hint.title) || has_odd_number(hint.formula) || has_odd_number(hint.unit)) {
        fail_msg("%s\n%s\n%s", hint.title, hint.formula, hint.unit);
    }
    if (strlen(hint.formula) + 1 >= sizeof hint.formula) {
        fail_msg("it has no room: %s\n%s", hint.title, hint.formula);
    }
    if (!equation_all_hold(hint.formula, &walk->equations, why)) {
        fail_msg("%s\n%s", hint.title, why);
    }
}

/* All spots as they are now, at a few places each. */
static void check_spots(Walk *walk)
{
    App *app = &walk->f->app;
    for (int i = 0; i < SETTLE_FRAMES && (panes_sleep_ms(&app->shell) >= 0 || i < 2); i++) {
        app->shell.redraw = true;
        fixture_frame(walk->f);
    }
    for (int i = 0; i < app->shell.spots; i++) {
        const Spot *spot = &app->shell.spot[i];
        for (int n = 0; n < 9; n++) {
            SDL_Point at = {spot->box.x + spot->box.w * (2 * (n % 3) + 1) / 6,
                            spot->box.y + spot->box.h * (2 * (n / 3) + 1) / 6};
            check_hint(walk, spot, at);
        }
    }
}

static void run_command(Walk *walk, int command)
{
    App *app = &walk->f->app;
    int action = view_action(app->shell.view, command);
    if (action_can(&app->shell, action)) {
        action_do(&app->shell, action);
    }
    app->shell.redraw = true;
    fixture_frame(walk->f);
}

static void check_backprop(Walk *walk)
{
    App *app = &walk->f->app;
    for (int cost = 0; cost < 2; cost++) {
        app->backprop_view.cost = (NetCost)cost;
        for (int page = 0; page < BACKPROP_PAGES; page++) {
            run_command(walk, BACKPROP_DO_PAGE + page);
            for (int layer = 0; layer < app->lab.model.net.shape.layers; layer++) {
                run_command(walk, BACKPROP_DO_LAYER + layer);
                for (int digit = 1; digit < 10; digit += 4) {
                    run_command(walk, BACKPROP_DO_DIGIT + digit);
                    run_command(walk, BACKPROP_DO_ASK + digit % 2);
                    check_spots(walk);
                }
            }
        }
    }
}

static void check_neuron(Walk *walk)
{
    App *app = &walk->f->app;
    for (int layer = 0; layer < app->lab.model.net.shape.layers; layer++) {
        app->shell.selected = (DiagramNeuron){layer, 3};
        for (int gated = 0; gated < 2; gated++) {
            app->neuron_view.page = NEURON_NUMBERS_PAGE;
            app->neuron_view.gated = gated;
            check_spots(walk);
        }
        app->neuron_view.page = NEURON_ZOOM_PAGE;
        check_spots(walk);
        app->neuron_view.page = NEURON_WALL_PAGE;
        app->neuron_view.layer = layer;
        check_spots(walk);
    }
}

static void check_views(Walk *walk)
{
    App *app = &walk->f->app;
    for (int view = 0; view < VIEWS; view++) {
        panes_show(&app->shell, (ViewId)view);
        fixture_frame(walk->f);
        if (view == VIEW_BACKPROP) {
            check_backprop(walk);
        } else if (view == VIEW_NEURON) {
            check_neuron(walk);
        } else if (view == VIEW_DREAMS) {
            for (int page = 0; page < DREAMS_PAGES; page++) {
                run_command(walk, DREAMS_SHOW_PAGE + page);
                check_spots(walk);
            }
        } else {
            check_spots(walk);
        }
    }
}

/* Weights of that size, of both signs, one in three of them 0. */
static void make_extreme(Net *net, float size)
{
    Rng rng;
    rng_init(&rng, 5);
    for (int l = 0; l < net->shape.layers; l++) {
        for (int j = 0; j < net->shape.size[l + 1]; j++) {
            for (int i = 0; i < net->shape.size[l]; i++) {
                net->weight[l][i * net->stride[l] + j] = size * (float)(rng_below(&rng, 3) - 1);
            }
            net->bias[l][j] = size * (float)(rng_below(&rng, 3) - 1);
        }
    }
}

static void bring(App *app, int which)
{
    Err err;
    Rng rng;
    assert_true(models_open_shipped(&app->lab, which == 1 ? SHIPPED_LARGE : SHIPPED_DEFAULT, &err));
    if (which == 2) {
        rng_init(&rng, 1);
        net_randomise(&app->lab.model.net, &rng);
    } else if (which == 3) {
        make_extreme(&app->lab.model.net, 1e3f); /* all neurons are at their ends */
    } else if (which == 4) {
        make_extreme(&app->lab.model.net, 2.0f); /* many are near them */
    } else if (which == 5) {
        net_zero(&app->lab.model.net);
    }
    lab_net_changed(&app->lab);
}

static void what_is_shown_adds_up(void **state)
{
    Walk walk = {.f = *state};
    fixture_stroke(walk.f, SDL_BUTTON_LEFT, 8.5f, 6.5f, 20.5f, 6.5f);
    fixture_stroke(walk.f, SDL_BUTTON_LEFT, 20.5f, 6.5f, 12.5f, 24.5f);
    for (int which = 0; which < NETWORKS; which++) {
        bring(&walk.f->app, which);
        fixture_frame(walk.f);
        check_views(&walk);
    }
    assert_true(walk.hints > 10000);
    assert_true(walk.equations > 10000);
}

static void equations_that_do_not_hold_are_found(void **state)
{
    static const char *const RIGHT[] = {"a = 1.5 · 2.00 = 3.0", "z\n  = 0.5 - 0.123 = 0.377",
                                        "-(ln 0.50 + ln 1.00) = 0.69", "12 / 255 = 0.047"};
    static const char *const WRONG[] = {"-1.0e9 · 1.7e-22 · 1 = -1.00", "0 · 5.0 = 0.1",
                                        "1.00 + 1.00 = 2.1", "2.00^2 + 1.0 = 3.00"};
    char why[512];
    (void)state;
    for (int i = 0; i < 4; i++) {
        int checked = 0;
        assert_true(equation_all_hold(RIGHT[i], &checked, why));
        assert_false(equation_all_hold(WRONG[i], &checked, why));
        assert_int_equal(checked, 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equations_that_do_not_hold_are_found),
        APP_TEST(what_is_shown_adds_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
