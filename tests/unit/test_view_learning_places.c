/* The view Learning in the window: a rail with sheet and bars, curves, settings beside them, and an
 * invitation where there is no run. */
#include "learning_fixture.h"

#include "lab/scrub.h"
#include "lab/weights.h"
#include "shell/progress.h"
#include "shell/seat.h"

static void train(Fixture *f)
{
    f->app.lab.recipe.epochs = EPOCHS;
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_idle);
}

static void show(Fixture *f)
{
    fixture_key(f, SDLK_ESCAPE, 0); /* a notice would lie over the view */
    fixture_key(f, SDLK_F5, 0);
    assert_int_equal(f->app.shell.view, VIEW_LEARNING);
}

static void press(Fixture *f, int command)
{
    SDL_Point at = fixture_widget(f, action(command));
    int unit_px = (int)f->app.shell.px_per_unit;
    fixture_click(f, (SDL_Point){at.x / unit_px, at.y / unit_px});
}

static SDL_Rect box_of(Fixture *f, int command)
{
    return widgets_box(&f->app.shell, action(command));
}

static bool is_there(Fixture *f, int command)
{
    return box_of(f, command).w > 0;
}

static bool is_inside(SDL_Rect box, SDL_Rect of)
{
    return box.x >= of.x && box.y >= of.y && box.x + box.w <= of.x + of.w &&
           box.y + box.h <= of.y + of.h;
}

/* Every widget of the view is in its box and clear of the others, but for the areas that they lie
 * on. */
static void check_places(Fixture *f)
{
    const Shell *shell = &f->app.shell;
    for (int i = 0; i < shell->widgets; i++) {
        const Widget *one = &shell->widget[i];
        if (one->action < VIEW_FIRST_ACTION) {
            continue;
        }
        assert_true(one->box.w > 0 && one->box.h > 0);
        assert_true(is_inside(one->box, shell->layout.view));
        for (int j = i + 1; j < shell->widgets; j++) {
            bool area = shell->widget[j].kind == WIDGET_AREA; /* it is below what comes first */
            assert_true(area || !SDL_HasIntersection(&one->box, &shell->widget[j].box));
        }
    }
}

static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {1920, 1080}, {2560, 1600}};

enum { SIZES = sizeof SIZE / sizeof SIZE[0] };

static void resize(Fixture *f, int size)
{
    fixture_resize(f, SIZE[size].x, SIZE[size].y, size == 3 ? 2.0f : 1.0f);
}

/* Settings, experiments, and back. */
static void check_pages(Fixture *f, bool narrow)
{
    f->app.learning_view.page = PAGE_CURVES;
    shell_redraw(&f->app.shell);
    fixture_frame(f);
    check_places(f);
    if (narrow) {
        press(f, LEARNING_SETTINGS);
        check_places(f);
    }
    for (int turn = 0; turn < 2 && !is_there(f, LEARNING_EXPERIMENTS); turn++) {
        press(f, LEARNING_MORE);
        check_places(f);
    }
    press(f, LEARNING_EXPERIMENTS);
    check_places(f);
    press(f, LEARNING_BACK);
    check_places(f);
    if (narrow) {
        press(f, LEARNING_SETTINGS);
        assert_int_equal(f->app.learning_view.page, PAGE_CURVES);
    }
}

static void everything_has_its_place_in_windows_of_all_sizes(void **state)
{
    Fixture *f = *state;
    show(f);
    for (int i = 0; i < SIZES; i++) {
        resize(f, i);
        check_pages(f, i == 0);
    }
    for (int run = 0; run < RUNS_MAX + 1; run++) {
        train(f);
    }
    assert_int_equal(f->app.lab.runs.count, RUNS_MAX);
    for (int i = 0; i < SIZES; i++) {
        resize(f, i);
        f->app.lab.settings.strip_open = i % 2 == 0;
        fixture_frame(f);
        check_pages(f, i == 0);
    }
}

/* As in the design: the rail, the plots from 260 on, 272 for the settings, all of which fit. */
static void sheet_bars_curves_and_settings_stand_beside_each_other(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    fixture_draw(f);
    const Layout *at = &f->app.shell.layout;
    const LearningView *view = &f->app.learning_view;
    assert_int_equal(at->sheet.x, 24);
    assert_int_equal(at->sheet.w, 168);
    assert_true(at->chart.y > at->clear.y + at->clear.h);
    assert_int_equal(at->chart.x + at->chart.w, at->sheet.x + at->sheet.w);
    assert_true(at->chart.h >= 240 && at->chart.y + at->chart.h <= at->strip.y);
    assert_int_equal(view->cost_box.x, 260);
    assert_int_equal(view->ribbon.places.picture.x, 260);
    assert_true(view->ribbon.places.picture.h >= 160);
    assert_true(view->cost_box.h >= 200 && view->accuracy_box.x > view->cost_box.x);
    assert_int_equal(view->side.w, 272);
    assert_int_equal(view->side.x + view->side.w, 1256);
    assert_true(view->accuracy_box.x + view->accuracy_box.w < view->side.x);
    assert_true(is_there(f, LEARNING_CHOICE) && is_there(f, LEARNING_EXPERIMENTS));
    assert_false(is_there(f, LEARNING_MORE) || is_there(f, LEARNING_SETTINGS));
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f); /* one draws on it */
    assert_true(f->app.lab.has_ink);
    fixture_click(f, fixture_widget(f, ACTION_UNDO));
    assert_false(f->app.lab.has_ink);
}

static void where_room_is_short_one_plot_shows_beside_the_settings(void **state)
{
    Fixture *f = *state;
    for (int run = 0; run < RUNS_MAX; run++) {
        train(f);
    }
    show(f);
    fixture_resize(f, 900, 600, 1.0f);
    const LearningView *view = &f->app.learning_view;
    assert_true(view->cost_box.w > 0 && view->accuracy_box.w > 0);
    press(f, LEARNING_SETTINGS);
    assert_true(view->cost_box.w > 0 && view->accuracy_box.w == 0);
    press(f, LEARNING_WHICH);
    assert_true(view->cost_box.w == 0 && view->accuracy_box.w > 0);
    assert_true(view->accuracy_box.x + view->accuracy_box.w < view->side.x);
    fixture_draw(f);
}

/* The run that began last is in sight. */
static void where_room_is_short_the_legend_scrolls(void **state)
{
    Fixture *f = *state;
    for (int run = 0; run < RUNS_MAX; run++) {
        train(f);
    }
    fixture_resize(f, 900, 600, 1.0f);
    show(f);
    const LearningView *view = &f->app.learning_view;
    assert_in_range(view->rows, 1, RUNS_MAX - 1);
    assert_true(is_there(f, LEARNING_SHOW + 7) && !is_there(f, LEARNING_SHOW));
    fixture_move(f, fixture_middle(view->legend));
    fixture_wheel(f, 0.0f, 20.0f);
    assert_true(is_there(f, LEARNING_SHOW) && !is_there(f, LEARNING_SHOW + 7));
    shell_focus(&f->app.shell, action(LEARNING_AREA));
    fixture_key_often(f, SDLK_DOWN, RUNS_MAX);
    assert_true(is_there(f, LEARNING_SHOW + 7));
    fixture_draw(f);
}

/* By the button, which Tab reaches, and by the wheel. */
static void settings_that_do_not_fit_are_reached(void **state)
{
    Fixture *f = *state;
    show(f);
    fixture_resize(f, 900, 600, 1.0f);
    press(f, LEARNING_SETTINGS);
    assert_true(is_there(f, LEARNING_CHOICE) && !is_there(f, LEARNING_EXPERIMENTS));
    shell_focus(&f->app.shell, action(LEARNING_MORE));
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(is_there(f, LEARNING_EXPERIMENTS) && !is_there(f, LEARNING_CHOICE));
    fixture_draw(f);
    press(f, LEARNING_MORE);
    assert_true(is_there(f, LEARNING_CHOICE));
    fixture_move(f, fixture_middle(f->app.learning_view.side));
    fixture_wheel(f, 0.0f, -40.0f);
    assert_true(is_there(f, LEARNING_EXPERIMENTS));
    fixture_wheel(f, 0.0f, 40.0f);
    assert_true(is_there(f, LEARNING_CHOICE));
}

static void without_a_run_the_view_invites_and_its_button_begins_one(void **state)
{
    Fixture *f = *state;
    const LearningView *view = &f->app.learning_view;
    show(f);
    fixture_draw(f);
    assert_true(view->invitation.w > 0 && view->cost_box.w == 0 && view->ribbon_box.w == 0);
    f->app.lab.recipe.epochs = EPOCHS;
    press(f, LEARNING_BEGIN);
    assert_int_equal(f->app.lab.runs.count, 1);
    assert_true(view->cost_box.w > 0 && view->ribbon_box.w > 0);
    assert_false(is_there(f, LEARNING_BEGIN));
    fixture_wait(f, is_idle);
    fixture_draw(f);
    press(f, LEARNING_REMOVE); /* no run, no curves */
    assert_true(is_there(f, LEARNING_BEGIN));
}

/* Folded and open, the strip tells the same of a network that ships; and of no other weights. */
static void the_strip_tells_what_is_known_of_just_these_weights(void **state)
{
    Fixture *f = *state;
    Err err;
    const Strip *strip = &f->app.shell.strip;
    char past[96], told[96];
    show(f);
    progress_print_past(&f->app.shell, past, sizeof past);
    snprintf(told, sizeof told, "trained for %s epochs, cost %s on test images",
             strip->figure[0].value, strip->figure[1].value);
    assert_string_equal(past, told);
    assert_string_equal(strip->status, past);
    f->app.lab.settings.strip_open = true;
    fixture_frame(f);
    assert_string_equal(strip->title, past);
    assert_non_null(strchr(strip->figure[3].value, '%'));
    assert_true(weights_keep(&f->app.lab, "one weight", &err));
    f->app.lab.model.net.weight[1][3] += 1.0f;
    weights_changed(&f->app.lab);
    fixture_frame(f);
    assert_string_equal(strip->title, "changed by hand since it was trained");
    for (int i = 0; i < STRIP_FIGURES; i++) {
        assert_string_equal(strip->figure[i].value, "–");
    }
    action_do(&f->app.shell, ACTION_TIME_LINE);
    fixture_frame(f);
    assert_string_equal(strip->status, "changed by hand since it was trained");
    action_do(&f->app.shell, ACTION_UNDO_WEIGHTS);
    fixture_frame(f);
    assert_string_equal(strip->status, past);
}

/* A line that is too long loses parts, and none of them half. */
static void the_line_of_the_strip_is_shortened_by_whole_parts(void **state)
{
    Fixture *f = *state;
    const Shell *shell = &f->app.shell;
    f->app.lab.settings.strip_open = true;
    show(f);
    for (int letters = 1; letters < 60; letters++) {
        memset(f->app.lab.mix.name, 'm', (size_t)letters);
        f->app.lab.mix.name[letters] = 0;
        shell_redraw(&f->app.shell);
        fixture_frame(f);
        const char *status = shell->strip.status;
        assert_memory_equal(status, f->app.lab.mix.name, (size_t)letters);
        const char *end = strrchr(status, ' ');
        bool whole =
            strstr(status, "images") &&
            (strcmp(end, " images") == 0 || strcmp(end, " 32") == 0 || strcmp(end, " 3.2") == 0);
        assert_true(whole);
        assert_true(strcmp(end, " images") == 0 ||
                    paint_text_width(shell->paint, status, PAINT_LABEL, TEXT_REGULAR) <=
                        shell->layout.status.w);
    }
}

/* The axis of the ribbon is that of the time line. */
static void the_ribbon_goes_by_minibatches(void **state)
{
    Fixture *f = *state;
    train(f);
    show(f);
    const Bands *bands = &f->app.learning_view.ribbon.bands;
    const Timeline *timeline = &f->app.lab.timeline;
    assert_int_equal(bands->columns, timeline->frames);
    for (int i = 0; i < bands->columns; i++) {
        double step = timeline->frame[i].done * (double)f->app.lab.stats.steps_planned;
        assert_float_equal(bands->column[i].at, scrub_place(&f->app.lab, step), 1e-5f);
    }
    assert_string_equal(bands->tick[0].text, "1");
    assert_float_equal(bands->tick[0].at, scrub_place(&f->app.lab, 1.0), 1e-6f);
    assert_float_equal(bands->mark, scrub_slider(&f->app.lab), 1e-6f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(everything_has_its_place_in_windows_of_all_sizes),
        APP_TEST(sheet_bars_curves_and_settings_stand_beside_each_other),
        APP_TEST(where_room_is_short_one_plot_shows_beside_the_settings),
        APP_TEST(where_room_is_short_the_legend_scrolls),
        APP_TEST(settings_that_do_not_fit_are_reached),
        APP_TEST(without_a_run_the_view_invites_and_its_button_begins_one),
        APP_TEST(the_strip_tells_what_is_known_of_just_these_weights),
        APP_TEST(the_line_of_the_strip_is_shortened_by_whole_parts),
        APP_TEST(the_ribbon_goes_by_minibatches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
