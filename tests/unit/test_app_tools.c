/* Other ways to draw than with the mouse, and the brush. */
#include "app_fixture.h"

#include "lab/training.h"

static void give_keyboard_to(Fixture *f, int action)
{
    for (int i = 0; i < SHELL_WIDGETS && f->app.shell.focus != action; i++) {
        fixture_key(f, SDLK_TAB, 0);
    }
    assert_int_equal(f->app.shell.focus, action);
    assert_true(f->app.shell.focus_shown);
}

static void finger(Fixture *f, Uint32 type, SDL_FingerID id, SDL_Point at)
{
    SDL_Event event = {.tfinger = {.type = type,
                                   .fingerId = id,
                                   .x = ((float)at.x + 0.5f) / (float)f->app.shell.w_px,
                                   .y = ((float)at.y + 0.5f) / (float)f->app.shell.h_px}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

/* What SDL makes of a finger for programs that know the mouse alone. */
static void mouse_of_finger(Fixture *f, Uint32 type, SDL_Point at)
{
    SDL_Event event;
    if (type == SDL_MOUSEMOTION) {
        event =
            (SDL_Event){.motion = {.type = type, .which = SDL_TOUCH_MOUSEID, .x = at.x, .y = at.y}};
    } else {
        event = (SDL_Event){.button = {.type = type,
                                       .which = SDL_TOUCH_MOUSEID,
                                       .button = SDL_BUTTON_LEFT,
                                       .x = at.x,
                                       .y = at.y}};
    }
    app_handle(&f->app, &event);
    fixture_frame(f);
}

static float brush(const Fixture *f)
{
    return f->app.lab.settings.brush_cell;
}

static void the_keyboard_draws(void **state)
{
    Fixture *f = *state;
    give_keyboard_to(f, ACTION_SHEET);
    fixture_key_often(f, SDLK_UP, 16); /* half a cell each: from the middle to (14, 6) */
    assert_true(raster_is_blank(&f->app.lab.sheet));
    fixture_key(f, SDLK_SPACE, 0);
    fixture_key_often(f, SDLK_DOWN, 20);
    assert_true(f->app.shell.chart.awake);
    fixture_key(f, SDLK_SPACE, 0);
    fixture_key_often(f, SDLK_LEFT, 12);
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_int_equal(fixture_ink(f, 13, 7), 255);
    assert_int_equal(fixture_ink(f, 13, 15), 255);
    assert_int_equal(fixture_ink(f, 9, 16), 0);
}

static void the_keyboard_stays_on_the_sheet(void **state)
{
    Fixture *f = *state;
    give_keyboard_to(f, ACTION_SHEET);
    fixture_key(f, SDLK_SPACE, 0);
    fixture_key_often(f, SDLK_RIGHT, 70);
    fixture_key_often(f, SDLK_DOWN, 70);
    assert_int_equal(fixture_ink(f, 27, 27), 255);
    fixture_key_often(f, SDLK_LEFT, 1);
    assert_true(f->app.shell.key_pen.x_cell < SHEET_SIDE);
}

static void holding_space_puts_the_pen_down_once(void **state)
{
    Fixture *f = *state;
    give_keyboard_to(f, ACTION_SHEET);
    fixture_key_down(f, SDLK_SPACE, 0, false);
    fixture_key_down(f, SDLK_SPACE, 0, true);
    assert_true(f->app.lab.drawing.pen_down);
    fixture_key_up(f, SDLK_SPACE, 0);
    assert_true(f->app.lab.drawing.pen_down);
}

static void arrows_draw_only_where_the_sheet_shows_the_focus(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_cell(f, 5.5f, 5.5f));
    Sheet before = f->app.lab.sheet;
    fixture_key(f, SDLK_SPACE, 0);
    fixture_key_often(f, SDLK_RIGHT, 4);
    assert_memory_equal(&f->app.lab.sheet, &before, sizeof before);
}

static void a_finger_draws(void **state)
{
    Fixture *f = *state;
    finger(f, SDL_FINGERDOWN, 7, fixture_cell(f, 4.5f, 4.5f));
    finger(f, SDL_FINGERMOTION, 7, fixture_cell(f, 20.5f, 4.5f));
    finger(f, SDL_FINGERUP, 7, fixture_cell(f, 20.5f, 4.5f));
    finger(f, SDL_FINGERMOTION, 7, fixture_cell(f, 20.5f, 20.5f));
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_int_equal(fixture_ink(f, 12, 4), 255);
    assert_int_equal(fixture_ink(f, 20, 12), 0);
    assert_true(f->app.shell.chart.awake);
    assert_false(f->app.shell.pointer_inside);
}

static void the_mouse_that_follows_a_finger_does_not_draw(void **state)
{
    Fixture *f = *state;
    SDL_Point from = fixture_cell(f, 4.5f, 4.5f), to = fixture_cell(f, 20.5f, 4.5f);
    mouse_of_finger(f, SDL_MOUSEMOTION, from); /* SDL sends the mouse's first */
    mouse_of_finger(f, SDL_MOUSEBUTTONDOWN, from);
    finger(f, SDL_FINGERDOWN, 7, from);
    mouse_of_finger(f, SDL_MOUSEMOTION, fixture_cell(f, 12.5f, 20.5f));
    finger(f, SDL_FINGERMOTION, 7, to);
    mouse_of_finger(f, SDL_MOUSEBUTTONUP, to);
    assert_true(f->app.lab.drawing.pen_down);
    finger(f, SDL_FINGERUP, 7, to);
    assert_int_equal(f->app.lab.drawing.points, 2);
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_false(f->app.lab.drawing.pen_down);
}

static void a_second_finger_rests(void **state)
{
    Fixture *f = *state;
    finger(f, SDL_FINGERDOWN, 1, fixture_cell(f, 4.5f, 4.5f));
    finger(f, SDL_FINGERDOWN, 2, fixture_cell(f, 20.5f, 20.5f));
    finger(f, SDL_FINGERMOTION, 2, fixture_cell(f, 24.5f, 20.5f));
    finger(f, SDL_FINGERUP, 2, fixture_cell(f, 24.5f, 20.5f));
    finger(f, SDL_FINGERMOTION, 1, fixture_cell(f, 14.5f, 4.5f));
    finger(f, SDL_FINGERUP, 1, fixture_cell(f, 14.5f, 4.5f));
    assert_int_equal(f->app.lab.drawing.shown, 1);
    assert_int_equal(fixture_ink(f, 12, 4), 255);
    assert_int_equal(fixture_ink(f, 22, 20), 0);
}

static void a_finger_presses_buttons_and_menus(void **state)
{
    enum { HELP = 5 };
    Fixture *f = *state;
    fixture_click(f, fixture_cell(f, 5.5f, 5.5f));
    SDL_Point clear = fixture_widget(f, ACTION_CLEAR);
    finger(f, SDL_FINGERDOWN, 3, clear);
    finger(f, SDL_FINGERUP, 3, clear);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
    SDL_Point help = fixture_middle(f->app.shell.menu_bar.menu[HELP].box);
    finger(f, SDL_FINGERDOWN, 4, help);
    finger(f, SDL_FINGERUP, 4, help);
    assert_true(f->app.shell.menu.open);
    SDL_Point about = fixture_middle(f->app.shell.menu_bar.menu[HELP].item[5].box);
    finger(f, SDL_FINGERDOWN, 5, about);
    finger(f, SDL_FINGERUP, 5, about);
    assert_int_equal(f->app.shell.dialog, DIALOG_ABOUT);
}

static void the_slider_follows_the_mouse(void **state)
{
    Fixture *f = *state;
    int i = widget_find(f->app.shell.widget, f->app.shell.widgets, ACTION_BRUSH_SIZE);
    SDL_Rect box = f->app.shell.widget[i].box;
    int y = box.y + box.h / 2;
    fixture_press(f, (SDL_Point){box.x + 1, y}, SDL_BUTTON_LEFT);
    assert_float_equal(brush(f), BRUSH_MIN_CELL, 0.0f);
    fixture_move(f, (SDL_Point){box.x + box.w / 2, y});
    assert_float_equal(brush(f), 0.5f * (BRUSH_MIN_CELL + BRUSH_MAX_CELL), 0.2f);
    fixture_move(f, (SDL_Point){box.x + box.w + 300, y + 200});
    assert_float_equal(brush(f), BRUSH_MAX_CELL, 0.0f);
    fixture_frame(f);
    assert_float_equal(f->app.shell.widget[i].value, 1.0f, 0.0f);
    fixture_release(f, (SDL_Point){box.x + box.w + 300, y + 200}, SDL_BUTTON_LEFT);
    fixture_move(f, (SDL_Point){box.x, y});
    assert_float_equal(brush(f), BRUSH_MAX_CELL, 0.0f);
}

static void the_slider_takes_arrows(void **state)
{
    Fixture *f = *state;
    give_keyboard_to(f, ACTION_BRUSH_SIZE);
    float before = brush(f);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_UP, 0);
    assert_true(brush(f) > before);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_float_equal(brush(f), before, 0.0f);
    fixture_key_often(f, SDLK_LEFT, 50);
    assert_float_equal(brush(f), BRUSH_MIN_CELL, 0.0f);
    fixture_key_often(f, SDLK_RIGHT, 50);
    assert_float_equal(brush(f), BRUSH_MAX_CELL, 0.0f);
}

static void the_speed_has_a_slider_too(void **state)
{
    Fixture *f = *state;
    action_do(&f->app.shell, ACTION_TIME_LINE);
    fixture_frame(f);
    give_keyboard_to(f, ACTION_SPEED);
    assert_int_equal(f->app.lab.plan.speed, PLAN_SPEEDS - 1);
    fixture_key(f, SDLK_LEFT, 0);
    assert_int_equal(f->app.lab.plan.speed, PLAN_SPEEDS - 2);
    fixture_key_often(f, SDLK_LEFT, 20);
    assert_int_equal(f->app.lab.plan.speed, 0);
    fixture_key(f, SDLK_UP, 0);
    assert_int_equal(f->app.lab.plan.speed, 1);
    SDL_Rect box = f->app.shell.layout.speed;
    fixture_click(f, fixture_middle(box));
    assert_int_equal(f->app.lab.plan.speed, PLAN_SPEEDS / 2);
    fixture_click(f, (SDL_Point){box.x + box.w - 1, box.y + box.h / 2});
    assert_int_equal(f->app.lab.plan.speed, PLAN_SPEEDS - 1);
    assert_float_equal(brush(f), BRUSH_DEFAULT_CELL, 0.0f);
}

static void the_wheel_changes_the_brush_over_the_sheet(void **state)
{
    Fixture *f = *state;
    float before = brush(f);
    fixture_wheel(f, 0.0f, 1.0f);
    assert_float_equal(brush(f), before, 0.0f); /* the pointer is elsewhere */
    fixture_move(f, fixture_cell(f, 14.0f, 14.0f));
    fixture_wheel(f, 0.0f, 1.0f);
    assert_true(brush(f) > before);
    fixture_wheel(f, 0.0f, -1.0f);
    assert_float_equal(brush(f), before, 0.0f);
    fixture_window_event(f, SDL_WINDOWEVENT_LEAVE);
    fixture_wheel(f, 0.0f, -1.0f);
    assert_float_equal(brush(f), before, 0.0f);
}

static void a_sideways_wheel_leaves_the_brush(void **state)
{
    Fixture *f = *state;
    float before = brush(f);
    fixture_move(f, fixture_cell(f, 14.0f, 14.0f));
    fixture_wheel(f, 1.0f, 0.0f);
    fixture_wheel(f, -1.0f, 0.0f);
    assert_float_equal(brush(f), before, 0.0f);
}

static void a_thicker_brush_inks_more(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 8.5f, 24.5f, 8.5f);
    assert_int_equal(fixture_ink(f, 14, 11), 0);
    fixture_key_often(f, SDLK_RIGHTBRACKET, 16);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 8.5f, 24.5f, 8.5f);
    assert_int_equal(fixture_ink(f, 14, 10), 255);
    fixture_key_often(f, SDLK_LEFTBRACKET, 16);
    assert_float_equal(brush(f), BRUSH_DEFAULT_CELL, 0.0f);
}

static void tools_change_by_key_and_button(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_e, 0);
    assert_int_equal(f->app.lab.settings.tool, TOOL_ERASER);
    fixture_key(f, SDLK_p, 0);
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
    fixture_click(f, fixture_widget(f, ACTION_ERASER));
    assert_int_equal(f->app.lab.settings.tool, TOOL_ERASER);
    fixture_click(f, fixture_widget(f, ACTION_PEN));
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
}

static void the_eraser_says_where_there_is_nothing_to_erase(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_e, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 8.5f, 24.5f, 8.5f);
    assert_non_null(strstr(f->app.shell.notice.text, "nothing to erase"));
    assert_false(f->app.shell.notice.bad);
    assert_false(lab_can_undo(&f->app.lab));
    f->app.shell.notice = (Notice){0};
    fixture_key(f, SDLK_p, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 8.5f, 8.5f, 8.5f);
    fixture_stroke(f, SDL_BUTTON_RIGHT, 2.5f, 8.5f, 12.5f, 8.5f);
    assert_int_equal(fixture_ink(f, 6, 8), 0);
    assert_string_equal(f->app.shell.notice.text, "");
    fixture_key_often(f, SDLK_RIGHTBRACKET, 16);
    fixture_stroke(f, SDL_BUTTON_RIGHT, 2.5f, 8.5f, 12.5f, 8.5f);
    assert_true(raster_is_blank(&f->app.lab.sheet));
    int edits = f->app.lab.drawing.shown;
    fixture_stroke(f, SDL_BUTTON_RIGHT, 2.5f, 8.5f, 12.5f, 8.5f);
    assert_non_null(strstr(f->app.shell.notice.text, "nothing to erase"));
    assert_int_equal(f->app.lab.drawing.shown, edits);
}

static void clear_takes_the_pen(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 8.5f, 24.5f, 8.5f);
    fixture_key(f, SDLK_e, 0);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(the_keyboard_draws),
        APP_TEST(the_keyboard_stays_on_the_sheet),
        APP_TEST(holding_space_puts_the_pen_down_once),
        APP_TEST(arrows_draw_only_where_the_sheet_shows_the_focus),
        APP_TEST(a_finger_draws),
        APP_TEST(the_mouse_that_follows_a_finger_does_not_draw),
        APP_TEST(a_second_finger_rests),
        APP_TEST(a_finger_presses_buttons_and_menus),
        APP_TEST(the_slider_follows_the_mouse),
        APP_TEST(the_slider_takes_arrows),
        APP_TEST(the_speed_has_a_slider_too),
        APP_TEST(the_wheel_changes_the_brush_over_the_sheet),
        APP_TEST(a_sideways_wheel_leaves_the_brush),
        APP_TEST(a_thicker_brush_inks_more),
        APP_TEST(tools_change_by_key_and_button),
        APP_TEST(the_eraser_says_where_there_is_nothing_to_erase),
        APP_TEST(clear_takes_the_pen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
