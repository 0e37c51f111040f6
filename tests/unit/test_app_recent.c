/* File > Open recent: what was opened lately, by keyboard and mouse, and from start to start. */
#include "picture_fixture.h"

#include <unistd.h>

enum { MENU_FILE };

static const RecentFiles *recent(const Fixture *f)
{
    return &f->app.lab.recent;
}

/* The menu beside the item, as it is in the bar now; its items. */
static const Menu *beside(Fixture *f)
{
    fixture_draw(f);
    return &f->app.shell.menu_bar.menu[f->app.shell.menu_bar.menus];
}

/* Open it by keyboard: its first item is marked. */
static void open_by_keys(Fixture *f)
{
    const Shell *shell = &f->app.shell;
    fixture_key(f, SDLK_f, KMOD_LALT);
    for (int i = 0; i < MENU_MAX_ITEMS; i++) {
        const MenuItem *item = &shell->menu_bar.menu[MENU_FILE].item[shell->menu.item];
        if (item->action == ACTION_OPEN_RECENT) {
            fixture_key(f, SDLK_RIGHT, 0);
            assert_int_equal(shell->menu.menu, shell->menu_bar.menus);
            assert_int_equal(shell->menu.item, 0);
            return;
        }
        fixture_key(f, SDLK_DOWN, 0);
    }
    fail_msg("there is no such item");
}

static void open_two(Fixture *f)
{
    files_drop(f, files_save_network(f, "five.safetensors", "5").text);
    files_drop(f, picture_save(f, "bar.pgm", true).text);
}

static void nothing_was_opened_at_first(void **state)
{
    Fixture *f = *state;
    assert_int_equal(recent(f)->count, 0);
    assert_false(action_can(&f->app.shell, ACTION_OPEN_RECENT));
    fixture_key(f, SDLK_f, KMOD_LALT);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_DOWN, 0); /* what is disabled is passed over */
    assert_int_equal(f->app.shell.menu_bar.menu[MENU_FILE].item[f->app.shell.menu.item].action,
                     ACTION_SAVE);
}

static void what_was_opened_is_listed_and_opens_again(void **state)
{
    Fixture *f = *state;
    open_two(f);
    const Menu *menu = beside(f);
    assert_int_equal(menu->items, 3); /* and to clear them */
    assert_string_equal(menu->item[0].label, "bar.pgm");
    assert_string_equal(menu->item[1].label, "five.safetensors");
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* the picture goes */
    assert_false(f->app.lab.exhibit.shown);
    open_by_keys(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_false(f->app.shell.menu.open);
    assert_true(f->app.lab.exhibit.shown);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    assert_int_equal(files_hidden_neurons(f), 16);
    open_by_keys(f);
    fixture_key(f, SDLK_DOWN, 0);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(files_hidden_neurons(f), 5);
    assert_string_equal(beside(f)->item[0].label, "five.safetensors"); /* the newest again */
}

static void the_mouse_opens_it_too(void **state)
{
    Fixture *f = *state;
    const Shell *shell = &f->app.shell;
    open_two(f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_draw(f);
    fixture_click(f, fixture_middle(shell->menu_bar.menu[MENU_FILE].box));
    fixture_draw(f);
    SDL_Rect item = {0};
    for (int i = 0; i < shell->menu_bar.menu[MENU_FILE].items; i++) {
        const MenuItem *at = &shell->menu_bar.menu[MENU_FILE].item[i];
        item = at->action == ACTION_OPEN_RECENT ? at->box : item;
    }
    fixture_click(f, fixture_middle(item));
    fixture_draw(f);
    assert_true(shell->menu.open);
    assert_int_equal(shell->menu.menu, shell->menu_bar.menus);
    fixture_click(f, fixture_middle(beside(f)->item[0].box));
    assert_false(shell->menu.open);
    assert_true(f->app.lab.exhibit.shown);
}

static void a_file_that_is_gone_is_said_and_drops_out(void **state)
{
    Fixture *f = *state;
    open_two(f);
    assert_int_equal(unlink(scratch_path(&f->home, "bar.pgm").text), 0);
    open_by_keys(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "bar.pgm"));
    assert_int_equal(recent(f)->count, 1);
    assert_string_equal(beside(f)->item[0].label, "five.safetensors");
}

static void they_come_back_with_the_session(void **state)
{
    Fixture *f = *state;
    open_two(f);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_int_equal(recent(f)->count, 2);
    assert_string_equal(path_name(recent(f)->file[0].text), "bar.pgm");
    assert_int_equal(recent(f)->file[0].text[0], '/');
    open_by_keys(f);
    fixture_key(f, SDLK_END, 0); /* clear them */
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(recent(f)->count, 0);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_int_equal(recent(f)->count, 0);
}

static void a_network_that_was_saved_is_listed_too(void **state)
{
    Fixture *f = *state;
    files_drop(f, files_save_network(f, "five.safetensors", "5").text);
    files_begin(f, true);
    files_retype(f, "saved.safetensors");
    fixture_key(f, SDLK_RETURN, 0);
    assert_string_equal(beside(f)->item[0].label, "saved.safetensors");
    files_drop(f, "/nowhere/at/all.png"); /* what does not open is not */
    assert_int_equal(recent(f)->count, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(nothing_was_opened_at_first),
        APP_TEST(what_was_opened_is_listed_and_opens_again),
        APP_TEST(the_mouse_opens_it_too),
        APP_TEST(a_file_that_is_gone_is_said_and_drops_out),
        APP_TEST(they_come_back_with_the_session),
        APP_TEST(a_network_that_was_saved_is_listed_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
