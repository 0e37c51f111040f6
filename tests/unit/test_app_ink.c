/* The path of the ink: from events to strokes, sheet, input and bars. */
#include "app_fixture.h"

#include <math.h>

/* The bars are what the network says of the input on show. */
static void assert_bars_belong_to_input(const App *app)
{
    float outputs[NET_OUTPUTS];
    acts_outputs_of(&app->lab.model.net, app->lab.input.cell, outputs);
    assert_true(app->shell.chart.awake);
    assert_memory_equal(app->shell.chart.activation, outputs, sizeof app->shell.chart.activation);
    assert_int_equal(app->shell.chart.answer.digit, net_answer(outputs));
}

static void assert_rests(const App *app)
{
    assert_true(raster_is_blank(&app->lab.sheet));
    assert_true(raster_is_blank(&app->lab.input));
    assert_false(app->shell.chart.awake);
}

/* The sheet is what the drawing inks, however it came to be. */
static void assert_sheet_is_drawing(const App *app)
{
    Sheet anew;
    raster_drawing(&anew, &app->lab.drawing);
    assert_memory_equal(&app->lab.sheet, &anew, sizeof anew);
}

static void a_stroke_reaches_sheet_input_and_bars_in_one_update(void **state)
{
    Fixture *f = *state;
    assert_rests(&f->app);
    fixture_press(f, fixture_cell(f, 8.5f, 6.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 20.5f, 6.5f));
    fixture_move(f, fixture_cell(f, 14.5f, 22.5f));
    assert_rests(&f->app);
    assert_true(f->app.shell.redraw);
    fixture_frame(f);
    assert_int_equal(fixture_ink(f, 8, 6), 255);
    assert_int_equal(fixture_ink(f, 14, 6), 255);
    assert_int_equal(fixture_ink(f, 14, 22), 255);
    assert_int_equal(fixture_ink(f, 4, 20), 0);
    assert_false(raster_is_blank(&f->app.lab.input));
    assert_bars_belong_to_input(&f->app);
}

static void each_piece_moves_the_bars(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 8.5f, 6.5f), SDL_BUTTON_LEFT);
    for (int i = 0; i < 20; i++) {
        Chart before = f->app.shell.chart;
        fixture_move(f, fixture_cell(f, 8.5f + (float)(i % 5) * 2.0f, 7.0f + (float)i * 0.75f));
        fixture_frame(f);
        assert_bars_belong_to_input(&f->app);
        assert_sheet_is_drawing(&f->app);
        assert_memory_not_equal(before.activation, f->app.shell.chart.activation,
                                sizeof before.activation);
    }
}

static void a_click_makes_a_dot(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_cell(f, 13.5f, 8.5f));
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_int_equal(fixture_ink(f, 13, 8), 255);
    assert_true(f->app.shell.chart.awake);
    assert_int_equal(f->app.shell.hold, HOLD_NOTHING);
}

static void the_right_button_erases(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 14.5f, 24.5f, 14.5f);
    fixture_stroke(f, SDL_BUTTON_RIGHT, 14.5f, 8.5f, 14.5f, 20.5f);
    assert_int_equal(fixture_ink(f, 14, 14), 0);
    assert_int_equal(fixture_ink(f, 6, 14), 255);
    assert_int_equal(fixture_ink(f, 22, 14), 255);
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
    assert_sheet_is_drawing(&f->app);
}

static void the_eraser_erases_with_the_left_button(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 14.5f, 24.5f, 14.5f);
    fixture_click(f, fixture_widget(f, ACTION_ERASER));
    f->app.lab.settings.brush_cell = 4.0f;
    fixture_stroke(f, SDL_BUTTON_LEFT, 2.5f, 14.5f, 26.5f, 14.5f);
    assert_rests(&f->app);
}

static void a_stroke_may_leave_the_sheet_and_come_back(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 14.5f, 5.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 40.5f, 5.5f));
    fixture_frame(f);
    fixture_move(f, fixture_cell(f, 40.5f, 20.5f));
    fixture_frame(f);
    assert_int_equal(fixture_ink(f, 27, 12), 0);
    fixture_move(f, fixture_cell(f, 10.5f, 20.5f));
    fixture_frame(f);
    assert_int_equal(fixture_ink(f, 27, 5), 255);
    assert_int_equal(fixture_ink(f, 27, 20), 255);
    assert_int_equal(fixture_ink(f, 10, 20), 255);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
    assert_sheet_is_drawing(&f->app);
}

static void a_stroke_that_ends_on_a_button_does_not_press_it(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 14.5f, 5.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_widget(f, ACTION_CLEAR));
    fixture_frame(f);
    fixture_release(f, fixture_widget(f, ACTION_CLEAR), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_int_equal(f->app.shell.hold, HOLD_NOTHING);
}

static void a_fast_stroke_has_no_gaps(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 1.5f, 2.5f, 26.5f, 24.5f);
    for (int i = 0; i <= 100; i++) {
        float share = (float)i / 100.0f;
        assert_in_range(fixture_ink(f, (int)(1.5f + 25.0f * share), (int)(2.5f + 22.0f * share)),
                        120, 255);
    }
}

static void the_ink_is_under_the_pointer_at_every_size(void **state)
{
    static const struct {
        int w, h;
        float px_per_unit;
    } SIZE[] = {{900, 600, 1.0f},  {1280, 800, 1.0f},  {1024, 1400, 1.0f},
                {3840, 700, 1.0f}, {2560, 1600, 2.0f}, {3840, 2160, 1.5f}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        float unit = SIZE[i].px_per_unit;
        fixture_resize(f, SIZE[i].w, SIZE[i].h, unit);
        SDL_Rect box = f->app.shell.layout.sheet;
        SDL_Point at = {(int)(((float)box.x + 0.37f * (float)box.w) / unit),
                        (int)(((float)box.y + 0.61f * (float)box.h) / unit)};
        fixture_click(f, at);
        Point centre = raster_centre(&f->app.lab.sheet);
        float cell_px = (float)box.w / SHEET_SIDE;
        float x_px = (float)box.x + centre.x_cell * cell_px;
        float y_px = (float)box.y + centre.y_cell * cell_px;
        assert_true(fabsf(x_px - ((float)at.x + 0.5f) * unit) < 0.15f * cell_px);
        assert_true(fabsf(y_px - ((float)at.y + 0.5f) * unit) < 0.15f * cell_px);
        fixture_key(f, SDLK_DELETE, 0);
    }
}

static void undo_redo_and_clear_by_keys(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet first = f->app.lab.sheet;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    Sheet second = f->app.lab.sheet;
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&f->app.lab.sheet, &first, sizeof first);
    assert_bars_belong_to_input(&f->app);
    fixture_key(f, SDLK_z, KMOD_LCTRL | KMOD_LSHIFT);
    assert_memory_equal(&f->app.lab.sheet, &second, sizeof second);
    fixture_key(f, SDLK_z, KMOD_RCTRL);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    assert_memory_equal(&f->app.lab.sheet, &second, sizeof second);
    fixture_key(f, SDLK_DELETE, 0);
    assert_rests(&f->app);
    fixture_key(f, SDLK_z, KMOD_LCTRL | KMOD_NUM | KMOD_CAPS);
    assert_memory_equal(&f->app.lab.sheet, &second, sizeof second);
}

static void undo_in_mid_stroke_takes_it_back_for_good(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 14.5f, 4.5f));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_rests(&f->app);
    fixture_move(f, fixture_cell(f, 20.5f, 20.5f));
    fixture_frame(f);
    fixture_release(f, fixture_cell(f, 20.5f, 20.5f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_rests(&f->app);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_sheet_is_drawing(&f->app);
}

static void clear_in_mid_stroke_ends_it(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 14.5f, 4.5f));
    fixture_key(f, SDLK_DELETE, 0);
    fixture_move(f, fixture_cell(f, 20.5f, 20.5f));
    fixture_frame(f);
    assert_rests(&f->app);
}

static void losing_the_focus_ends_the_stroke(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 14.5f, 4.5f));
    fixture_window_event(f, SDL_WINDOWEVENT_FOCUS_LOST);
    Sheet before = f->app.lab.sheet;
    fixture_move(f, fixture_cell(f, 20.5f, 20.5f));
    fixture_frame(f);
    assert_memory_equal(&f->app.lab.sheet, &before, sizeof before);
    fixture_release(f, fixture_cell(f, 20.5f, 20.5f), SDL_BUTTON_LEFT);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 20.5f, 24.5f, 20.5f);
    assert_int_equal(f->app.lab.drawing.shown, 2);
}

static void two_digits_side_by_side_are_told_to_be_several(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 6.5f, 4.5f, 6.5f, 22.5f);
    assert_false(f->app.lab.several_drawn);
    fixture_stroke(f, SDL_BUTTON_LEFT, 20.5f, 4.5f, 20.5f, 22.5f);
    assert_true(f->app.lab.several_drawn);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(f->app.lab.several_drawn);
}

static void another_button_neither_draws_nor_ends_the_stroke(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_MIDDLE);
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_RIGHT);
    fixture_release(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_RIGHT);
    fixture_release(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_MIDDLE);
    fixture_move(f, fixture_cell(f, 20.5f, 4.5f));
    fixture_frame(f);
    assert_int_equal(fixture_ink(f, 20, 4), 255);
    assert_int_equal(f->app.lab.drawing.shown, 1);
}

static void a_dialog_or_menu_ends_the_stroke(void **state)
{
    static const struct {
        SDL_Keycode key;
        int mod;
    } OPEN[] = {{SDLK_F1, 0}, {SDLK_F10, 0}, {SDLK_o, KMOD_LCTRL}, {SDLK_h, KMOD_LALT}};
    Fixture *f = *state;
    for (int i = 0; i < 4; i++) {
        fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
        fixture_move(f, fixture_cell(f, 14.5f, 4.5f));
        fixture_key(f, OPEN[i].key, OPEN[i].mod);
        fixture_move(f, fixture_cell(f, 14.5f, 20.5f));
        fixture_frame(f);
        assert_int_equal(fixture_ink(f, 14, 15), 0);
        fixture_release(f, fixture_cell(f, 14.5f, 20.5f), SDL_BUTTON_LEFT);
        fixture_key(f, SDLK_ESCAPE, 0);
        assert_int_equal(f->app.lab.drawing.shown, i + 1);
    }
}

static void a_resize_in_mid_stroke_keeps_the_ink(void **state)
{
    Fixture *f = *state;
    fixture_press(f, fixture_cell(f, 4.5f, 4.5f), SDL_BUTTON_LEFT);
    fixture_move(f, fixture_cell(f, 14.5f, 4.5f));
    fixture_resize(f, 1900, 1200, 1.0f);
    fixture_move(f, fixture_cell(f, 14.5f, 20.5f));
    fixture_frame(f);
    assert_int_equal(fixture_ink(f, 10, 4), 255);
    assert_int_equal(fixture_ink(f, 14, 12), 255);
    assert_sheet_is_drawing(&f->app);
}

static void fitting_can_be_switched_off_and_on(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 2.5f, 2.5f, 8.5f, 8.5f);
    Sheet fitted = f->app.lab.input;
    assert_memory_not_equal(&fitted, &f->app.lab.sheet, sizeof fitted);
    fixture_key(f, SDLK_f, 0);
    assert_memory_equal(&f->app.lab.input, &f->app.lab.sheet, sizeof fitted);
    assert_bars_belong_to_input(&f->app);
    fixture_click(f, fixture_widget(f, ACTION_FIT));
    assert_memory_equal(&f->app.lab.input, &fitted, sizeof fitted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_stroke_reaches_sheet_input_and_bars_in_one_update),
        APP_TEST(each_piece_moves_the_bars),
        APP_TEST(a_click_makes_a_dot),
        APP_TEST(the_right_button_erases),
        APP_TEST(the_eraser_erases_with_the_left_button),
        APP_TEST(a_stroke_may_leave_the_sheet_and_come_back),
        APP_TEST(a_stroke_that_ends_on_a_button_does_not_press_it),
        APP_TEST(a_fast_stroke_has_no_gaps),
        APP_TEST(the_ink_is_under_the_pointer_at_every_size),
        APP_TEST(undo_redo_and_clear_by_keys),
        APP_TEST(undo_in_mid_stroke_takes_it_back_for_good),
        APP_TEST(clear_in_mid_stroke_ends_it),
        APP_TEST(losing_the_focus_ends_the_stroke),
        APP_TEST(two_digits_side_by_side_are_told_to_be_several),
        APP_TEST(another_button_neither_draws_nor_ends_the_stroke),
        APP_TEST(a_dialog_or_menu_ends_the_stroke),
        APP_TEST(a_resize_in_mid_stroke_keeps_the_ink),
        APP_TEST(fitting_can_be_switched_off_and_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
