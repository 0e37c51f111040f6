/* The ribbon: its columns are what the networks of the frames say of the drawing. */
#include "app_fixture.h"

#include "lab/moment.h"
#include "lab/scrub.h"
#include "views/learning/ribbon.h"

enum { PICTURE_W = 600, PICTURE_H = 110, MINIBATCH = 10 };

static bool has_frames(const App *app)
{
    return app->lab.timeline.frames > 6;
}

/* A run of single steps: each of them is a frame. */
static void train(Fixture *f, int steps)
{
    f->app.lab.recipe.minibatch = MINIBATCH;
    for (int step = 1; step <= steps; step++) {
        action_do(&f->app.shell, ACTION_STEP);
        while (f->app.lab.stats.images < step * MINIBATCH) {
            fixture_turn(f);
        }
    }
    assert_int_equal(f->app.lab.timeline.frames, steps + 1);
}

static void work(Fixture *f)
{
    for (int guard = 0; ribbon_sleep_ms(&f->app.learning_view) == 0; guard++) {
        assert_true(guard < 10000);
        ribbon_work(&f->app.learning_view);
    }
}

static void expect_columns_as_forward(const App *app)
{
    NetInputRoom room;
    float outputs[NET_OUTPUTS];
    NetInput input = net_input(app->lab.input.cell, &room);
    assert_int_equal(app->learning_view.ribbon.bands.columns, app->lab.timeline.frames);
    for (int i = 0; i < app->lab.timeline.frames; i++) {
        const TimelineFrame *frame = &app->lab.timeline.frame[i];
        const BandsColumn *column = &app->learning_view.ribbon.bands.column[i];
        acts_outputs(&frame->net, &input, outputs);
        assert_true(column->known);
        assert_memory_equal(column->activation, outputs, sizeof outputs);
    }
}

static void each_column_is_the_forward_run_of_its_frame(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    train(f, 20);
    work(f);
    expect_columns_as_forward(&f->app);
}

static void it_follows_the_drawing(void **state)
{
    Fixture *f = *state;
    train(f, 20);
    work(f);
    assert_false(
        f->app.learning_view.ribbon.bands.column[0].known); /* an empty sheet is not read */
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    assert_int_equal(ribbon_sleep_ms(&f->app.learning_view), 0);
    work(f);
    expect_columns_as_forward(&f->app);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 4.5f);
    work(f);
    expect_columns_as_forward(&f->app);
}

static void it_follows_the_run_through_frames_that_go(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    f->app.lab.recipe.epochs = 10000;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, has_frames);
    for (int i = 0; i < 3000; i++) { /* more than there is room for */
        double done = f->app.lab.timeline.frame[f->app.lab.timeline.frames - 1].done + 1e-6;
        f->app.lab.model.net.bias[2][i % NET_OUTPUTS] += 0.1f;
        assert_true(timeline_add(&f->app.lab.timeline, done, &f->app.lab.model.net));
        if (i % 37 == 0) {
            work(f);
        }
    }
    work(f);
    expect_columns_as_forward(&f->app);
}

static void what_is_known_is_not_computed_again(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    train(f, 20);
    work(f);
    f->app.learning_view.ribbon.bands.column[3].activation[0] = 7.0f; /* would be written over */
    assert_true(timeline_add(&f->app.lab.timeline, 2.0, &f->app.lab.model.net));
    work(f);
    assert_float_equal(f->app.learning_view.ribbon.bands.column[3].activation[0], 7.0f, 0.0f);
}

/* The ribbon as a view has it. */
static void update(Fixture *f)
{
    work(f);
    f->app.shell.widgets = f->app.shell.spots = 0;
    ribbon_update(&f->app.learning_view, (SDL_Rect){20, 30, PICTURE_W, PICTURE_H});
}

static void a_press_shows_the_moment_under_it(void **state)
{
    Fixture *f = *state;
    train(f, 20);
    update(f);
    SDL_Rect picture = f->app.learning_view.ribbon.places.picture;
    int y = picture.y + 3;
    assert_false(ribbon_press(&f->app.learning_view, picture.x, picture.y + picture.h + 1, false));
    assert_true(ribbon_press(&f->app.learning_view, picture.x, y, false));
    assert_int_equal(moment_frame(&f->app.lab), 0);
    assert_true(fixture_same_weights(&f->app.lab.model.net, &f->app.lab.timeline.frame[0].net));
    const BandsColumn *column = &f->app.learning_view.ribbon.bands.column[4];
    int x = picture.x + (int)(column->at * (float)picture.w);
    assert_true(ribbon_press(&f->app.learning_view, x, y, true));
    assert_int_equal(moment_frame(&f->app.lab), 4);
    update(f);
    assert_float_equal(f->app.learning_view.ribbon.bands.mark, column->at, 1e-6);
    assert_true(widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_RESUME_FRAME) >= 0);
    assert_true(ribbon_press(&f->app.learning_view, picture.x + 2 * picture.w, y + 500, true));
    assert_int_equal(moment_frame(&f->app.lab), -1);
    update(f);
    assert_float_equal(f->app.learning_view.ribbon.bands.mark, scrub_slider(&f->app.lab), 1e-6);
    assert_int_equal(widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_RESUME_FRAME),
                     -1);
}

static void what_is_pointed_at_explains_itself(void **state)
{
    Fixture *f = *state;
    Hint hint = {{0}, {0}, {0}};
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 20.5f);
    train(f, 20);
    update(f);
    assert_int_equal(f->app.shell.spot[0].about, RIBBON_ABOUT);
    SDL_Rect picture = f->app.learning_view.ribbon.places.picture;
    ribbon_explain(&f->app.learning_view,
                   (SDL_Point){picture.x, picture.y + (int)(3.5f * (float)picture.h / 10)}, &hint);
    char value[32];
    snprintf(value, sizeof value, "a = %.4f",
             (double)f->app.learning_view.ribbon.bands.column[0].activation[3]);
    assert_string_equal(hint.title, "Output 3 for the drawing at epoch 0");
    assert_non_null(strstr(hint.formula, value));
}

static void without_a_run_there_is_nothing_to_press(void **state)
{
    Fixture *f = *state;
    update(f);
    assert_false(ribbon_press(&f->app.learning_view, f->app.learning_view.ribbon.places.picture.x,
                              80, false));
    assert_int_equal(f->app.shell.spots, 0);
    ribbon_draw(&f->app.learning_view, (SDL_Rect){20, 30, PICTURE_W, PICTURE_H});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(each_column_is_the_forward_run_of_its_frame),
        APP_TEST(it_follows_the_drawing),
        APP_TEST(it_follows_the_run_through_frames_that_go),
        APP_TEST(what_is_known_is_not_computed_again),
        APP_TEST(a_press_shows_the_moment_under_it),
        APP_TEST(what_is_pointed_at_explains_itself),
        APP_TEST(without_a_run_there_is_nothing_to_press),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
