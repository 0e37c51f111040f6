/* Menus, focus and pages, by mouse and by keyboard. */
#include "app_fixture.h"
#include "shell/seat.h"

enum { MENU_FILE, MENU_EDIT, MENU_VIEW, MENU_NETWORK, MENU_DATA, MENU_HELP, MENUS };

static SDL_Point title(const Fixture *f, int menu)
{
    return fixture_middle(f->app.shell.menu_bar.menu[menu].box);
}

/* The place of an action in its menu. */
static int item_of(const Fixture *f, int menu, int action)
{
    const Menu *in = &f->app.shell.menu_bar.menu[menu];
    for (int i = 0; i < in->items; i++) {
        if (in->item[i].action == action) {
            return i;
        }
    }
    fail_msg("action %d is not in the menu", action);
    return -1;
}

static SDL_Point item(const Fixture *f, int menu, int action)
{
    return fixture_middle(f->app.shell.menu_bar.menu[menu].item[item_of(f, menu, action)].box);
}

static void a_menu_opens_and_closes_by_mouse(void **state)
{
    Fixture *f = *state;
    fixture_click(f, title(f, MENU_VIEW));
    assert_true(f->app.shell.menu.open);
    assert_int_equal(f->app.shell.menu.menu, MENU_VIEW);
    fixture_click(f, title(f, MENU_VIEW));
    assert_false(f->app.shell.menu.open);
    fixture_click(f, title(f, MENU_FILE));
    fixture_move(f, title(f, MENU_EDIT));
    assert_int_equal(f->app.shell.menu.menu, MENU_EDIT);
    fixture_click(f, fixture_cell(f, 20.0f, 20.0f));
    assert_false(f->app.shell.menu.open);
    assert_true(drawing_is_empty(&f->app.lab.drawing)); /* the press was for the menu */
}

static void an_item_is_chosen_by_mouse(void **state)
{
    Fixture *f = *state;
    fixture_click(f, title(f, MENU_VIEW));
    fixture_move(f, item(f, MENU_VIEW, ACTION_DARK));
    assert_int_equal(f->app.shell.menu.item, item_of(f, MENU_VIEW, ACTION_DARK));
    fixture_click(f, item(f, MENU_VIEW, ACTION_DARK));
    assert_false(f->app.shell.menu.open);
    assert_false(f->app.lab.settings.dark);
    assert_ptr_equal(f->board.paint.theme, theme_get(false));
}

static void press_drag_and_release_chooses(void **state)
{
    Fixture *f = *state;
    fixture_press(f, title(f, MENU_FILE), SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_move(f, title(f, MENU_EDIT));
    fixture_frame(f);
    fixture_move(f, item(f, MENU_EDIT, ACTION_ERASER));
    fixture_frame(f);
    fixture_release(f, item(f, MENU_EDIT, ACTION_ERASER), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(f->app.lab.settings.tool, TOOL_ERASER);
    assert_false(f->app.shell.menu.open);
}

static void a_disabled_item_is_not_chosen(void **state)
{
    Fixture *f = *state;
    fixture_click(f, title(f, MENU_EDIT));
    fixture_click(f, item(f, MENU_EDIT, ACTION_UNDO));
    assert_true(f->app.shell.menu.open);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_false(f->app.shell.menu.open);
    fixture_click(f, fixture_widget(f, ACTION_UNDO));
    assert_int_equal(f->app.shell.hold, HOLD_NOTHING);
    assert_int_equal(f->app.lab.drawing.shown, 0);
}

static void undo_redo_and_clear_by_menu(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet drawn = f->app.lab.sheet;
    static const int ORDER[] = {ACTION_UNDO, ACTION_REDO, ACTION_CLEAR, ACTION_UNDO};
    for (int i = 0; i < 4; i++) {
        fixture_click(f, title(f, MENU_EDIT));
        fixture_click(f, item(f, MENU_EDIT, ORDER[i]));
        assert_int_equal(raster_is_blank(&f->app.lab.sheet), i % 2 == 0);
    }
    assert_memory_equal(&f->app.lab.sheet, &drawn, sizeof drawn);
}

static void alt_and_a_letter_open_each_menu(void **state)
{
    static const SDL_Keycode LETTER[] = {SDLK_f, SDLK_e, SDLK_v, SDLK_n, SDLK_d, SDLK_h};
    Fixture *f = *state;
    for (int menu = 0; menu < MENUS; menu++) {
        fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
        fixture_key(f, LETTER[menu], KMOD_LALT);
        fixture_key_up(f, SDLK_LALT, 0);
        assert_true(f->app.shell.menu.open);
        assert_int_equal(f->app.shell.menu.menu, menu);
        assert_true(f->app.shell.menu.item >= 0);
    }
}

static void menus_are_walked_by_arrows(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F10, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    assert_int_equal(f->app.shell.menu.menu, MENU_EDIT);
    assert_int_equal(f->app.shell.menu.item,
                     item_of(f, MENU_EDIT, ACTION_PASTE)); /* the first enabled */
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_equal(f->app.shell.menu.item, item_of(f, MENU_EDIT, ACTION_PEN));
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_equal(f->app.shell.menu.item, item_of(f, MENU_EDIT, ACTION_ERASER));
    fixture_key(f, SDLK_RETURN, 0);
    assert_false(f->app.shell.menu.open);
    assert_int_equal(f->app.lab.settings.tool, TOOL_ERASER);
    fixture_key(f, SDLK_F10, 0);
    fixture_key(f, SDLK_LEFT, 0);
    assert_int_equal(f->app.shell.menu.menu, MENU_HELP);
    fixture_key(f, SDLK_UP, 0);
    fixture_key(f, SDLK_SPACE, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_ABOUT);
}

static void an_open_menu_keeps_keys_from_the_window(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_F10, 0);
    fixture_key(f, SDLK_e, 0);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
    assert_false(f->app.shell.quit);
    assert_true(f->app.shell.menu.open);
}

static void every_menu_stays_in_the_window_and_can_be_drawn(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {450, 300}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        fixture_resize(f, SIZE[i].x, SIZE[i].y, 1.0f);
        for (int menu = 0; menu < MENUS; menu++) {
            fixture_click(f, title(f, menu));
            SDL_Rect popup = f->app.shell.menu_bar.menu[menu].popup;
            assert_true(popup.x >= 0 && popup.x + popup.w <= SIZE[i].x);
            assert_true(popup.y >= 0 && popup.y + popup.h <= SIZE[i].y);
            fixture_draw(f);
            fixture_key(f, SDLK_ESCAPE, 0);
        }
    }
}

static void tab_reaches_every_control_and_shows_the_focus(void **state)
{
    const int WANTED[] = {ACTION_SHEET,
                          ACTION_PEN,
                          ACTION_ERASER,
                          ACTION_BRUSH_SIZE,
                          ACTION_UNDO,
                          ACTION_CLEAR,
                          ACTION_STRAIGHTEN,
                          ACTION_FIT,
                          view_action(VIEW_NETWORK, 0),
                          view_action(VIEW_NETWORK, 1),
                          ACTION_CONTINUE,
                          ACTION_SCRATCH,
                          ACTION_TIME_LINE,
                          ACTION_SHEET};
    enum { COUNT = sizeof WANTED / sizeof WANTED[0] };
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    f->app.shell.focus = ACTION_NONE;
    for (int i = 0; i < COUNT; i++) {
        fixture_key(f, SDLK_TAB, 0);
        assert_int_equal(f->app.shell.focus, WANTED[i]);
        assert_true(f->app.shell.focus_shown);
    }
    for (int i = COUNT - 2; i >= 0; i--) {
        fixture_key(f, SDLK_TAB, KMOD_LSHIFT);
        assert_int_equal(f->app.shell.focus, WANTED[i]);
    }
    fixture_click(f, fixture_cell(f, 5.5f, 5.5f));
    assert_false(f->app.shell.focus_shown);
}

/* The hairline that shows the focus, 3 design pixels outside the box. */
static bool has_outline(const Fixture *f, SDL_Rect box)
{
    Uint32 colour = board_colour(f->board.paint.theme->positive);
    return board_pixel(&f->board, box.x - 3, box.y + box.h / 2) == colour &&
           board_pixel(&f->board, box.x + box.w / 2, box.y - 3) == colour;
}

static void the_focus_can_be_seen(void **state)
{
    Fixture *f = *state;
    for (int i = 0; i < 8; i++) {
        fixture_key(f, SDLK_TAB, 0);
        fixture_draw(f);
        for (int k = 0; k < f->app.shell.widgets; k++) {
            bool focused = f->app.shell.widget[k].action == f->app.shell.focus;
            assert_int_equal(has_outline(f, f->app.shell.widget[k].box), focused);
        }
    }
}

static void space_and_enter_press_the_button_with_the_focus(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    while (f->app.shell.focus != ACTION_CLEAR) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_SPACE, 0);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
    while (f->app.shell.focus != ACTION_FIT) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.lab.preparation, PREPARATION_RAW);
}

static void a_button_is_pressed_where_it_is_let_go(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_press(f, fixture_widget(f, ACTION_CLEAR), SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_release(f, fixture_widget(f, ACTION_UNDO), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(f->app.lab.drawing.shown, 1);
    fixture_click(f, fixture_widget(f, ACTION_CLEAR));
    assert_true(drawing_is_empty(&f->app.lab.drawing));
}

static void pages_open_and_any_of_several_keys_closes_them(void **state)
{
    static const SDL_Keycode CLOSE[] = {SDLK_ESCAPE, SDLK_RETURN, SDLK_SPACE, SDLK_F1};
    Fixture *f = *state;
    for (int i = 0; i < 4; i++) {
        fixture_key(f, SDLK_F1, 0);
        assert_int_equal(f->app.shell.dialog, DIALOG_KEYS);
        fixture_key(f, SDLK_e, 0);
        assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
        fixture_draw(f);
        fixture_key(f, CLOSE[i], 0);
        assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    }
    fixture_key(f, SDLK_F1, 0);
    fixture_click(f, fixture_cell(f, 5.5f, 5.5f));
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
}

static void zoom_changes_the_scale_as_far_as_the_window_allows(void **state)
{
    Fixture *f = *state;
    fixture_resize(f, 3840, 2160, 1.0f);
    assert_float_equal(f->board.paint.scale, 1.0f, 0.0f);
    fixture_key(f, SDLK_PLUS, KMOD_LCTRL);
    assert_float_equal(f->board.paint.scale, 1.25f, 0.0f);
    fixture_key(f, SDLK_EQUALS, KMOD_LCTRL | KMOD_LSHIFT);
    assert_float_equal(f->board.paint.scale, 1.5f, 0.0f);
    fixture_key(f, SDLK_MINUS, KMOD_LCTRL);
    assert_float_equal(f->board.paint.scale, 1.25f, 0.0f);
    for (int i = 0; i < 30; i++) {
        fixture_key(f, SDLK_KP_PLUS, KMOD_LCTRL);
    }
    assert_float_equal(f->board.paint.scale, 3.6f, 0.01f);
    assert_non_null(strstr(f->app.shell.notice.text, "the window is too small"));
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_MINUS, KMOD_LCTRL); /* what came to nothing is not to be taken back */
    assert_float_equal(f->board.paint.scale, 3.5f, 0.0f);
    for (int i = 0; i < 30; i++) {
        fixture_key(f, SDLK_KP_MINUS, KMOD_LCTRL);
    }
    assert_float_equal(f->board.paint.scale, 0.5f, 0.0f);
    assert_string_equal(f->app.shell.notice.text, "Nothing gets smaller than this.");
    fixture_resize(f, 7680, 4320, 1.0f);
    for (int i = 0; i < 30; i++) {
        fixture_key(f, SDLK_PLUS, KMOD_LCTRL);
    }
    assert_float_equal(f->board.paint.scale, 4.0f, 0.0f);
    assert_string_equal(f->app.shell.notice.text, "Nothing gets larger than this.");
    fixture_key(f, SDLK_0, KMOD_LCTRL);
    assert_float_equal(f->board.paint.scale, 1.0f, 0.0f);
    assert_float_equal(f->app.lab.settings.zoom, 1.0f, 0.0f);
    fixture_resize(f, 3840, 2160, 2.0f); /* the same window on a screen twice as dense */
    assert_float_equal(f->board.paint.scale, 2.0f, 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_menu_opens_and_closes_by_mouse),
        APP_TEST(an_item_is_chosen_by_mouse),
        APP_TEST(press_drag_and_release_chooses),
        APP_TEST(a_disabled_item_is_not_chosen),
        APP_TEST(undo_redo_and_clear_by_menu),
        APP_TEST(alt_and_a_letter_open_each_menu),
        APP_TEST(menus_are_walked_by_arrows),
        APP_TEST(an_open_menu_keeps_keys_from_the_window),
        APP_TEST(every_menu_stays_in_the_window_and_can_be_drawn),
        APP_TEST(tab_reaches_every_control_and_shows_the_focus),
        APP_TEST(the_focus_can_be_seen),
        APP_TEST(space_and_enter_press_the_button_with_the_focus),
        APP_TEST(a_button_is_pressed_where_it_is_let_go),
        APP_TEST(pages_open_and_any_of_several_keys_closes_them),
        APP_TEST(zoom_changes_the_scale_as_far_as_the_window_allows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
