/* Alt alone opens the menus, and nothing else that Alt is pressed for does. */
#include "app_fixture.h"

static void alt_alone_and_f10_open_and_close_the_menus(void **state)
{
    Fixture *f = *state;
    for (int open = 1; open >= 0; open--) {
        fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
        assert_int_equal(f->app.shell.menu.open, !open);
        fixture_key_up(f, SDLK_LALT, 0);
        assert_int_equal(f->app.shell.menu.open, open);
    }
    for (int open = 1; open >= 0; open--) {
        fixture_key(f, SDLK_F10, 0);
        assert_int_equal(f->app.shell.menu.open, open);
    }
}

static void alt_that_leaves_the_window_opens_nothing(void **state)
{
    Fixture *f = *state;
    fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
    fixture_window_event(f, SDL_WINDOWEVENT_FOCUS_LOST);
    fixture_key_up(f, SDLK_LALT, 0);
    assert_false(f->app.shell.menu.open);
}

static void alt_held_for_the_mouse_opens_nothing(void **state)
{
    Fixture *f = *state;
    fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
    fixture_click(f, fixture_cell(f, 5.5f, 5.5f));
    fixture_key_up(f, SDLK_LALT, 0);
    assert_false(f->app.shell.menu.open);
}

/* Who leaves by Alt+Tab has Alt released before the window is told that the keyboard is gone. */
static void alt_released_on_leaving_the_window_opens_nothing(void **state)
{
    Fixture *f = *state;
    SDL_Event lost = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_FOCUS_LOST}};
    fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
    assert_int_equal(SDL_PushEvent(&lost), 1);
    fixture_key_up(f, SDLK_LALT, 0);
    assert_false(f->app.shell.menu.open);
    SDL_FlushEvent(SDL_WINDOWEVENT);
}

/* Who comes back by Alt+Tab holds Alt still. */
static void alt_that_came_with_the_keyboard_opens_nothing(void **state)
{
    Fixture *f = *state;
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT,
                                  .timestamp = 5000,
                                  .event = SDL_WINDOWEVENT_FOCUS_GAINED}};
    app_handle(&f->app, &event);
    event = (SDL_Event){.key = {.type = SDL_KEYDOWN,
                                .timestamp = 5001,
                                .keysym = {.sym = SDLK_LALT, .mod = KMOD_LALT}}};
    app_handle(&f->app, &event);
    fixture_key_up(f, SDLK_LALT, 0);
    assert_false(f->app.shell.menu.open);
    event.key.timestamp = 9000;
    app_handle(&f->app, &event);
    fixture_key_up(f, SDLK_LALT, 0);
    assert_true(f->app.shell.menu.open);
}

static void alt_that_moves_the_window_opens_nothing(void **state)
{
    static const Uint8 BETWEEN[] = {SDL_WINDOWEVENT_MOVED, SDL_WINDOWEVENT_RESIZED,
                                    SDL_WINDOWEVENT_LEAVE, SDL_WINDOWEVENT_ENTER};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof BETWEEN; i++) {
        fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
        fixture_window_event(f, BETWEEN[i]);
        fixture_key_up(f, SDLK_LALT, 0);
        assert_false(f->app.shell.menu.open);
    }
    fixture_key_down(f, SDLK_LALT, KMOD_LALT, false);
    fixture_window_event(f, SDL_WINDOWEVENT_EXPOSED);
    fixture_key_up(f, SDLK_LALT, 0);
    assert_true(f->app.shell.menu.open);
}

static void alt_gr_and_alt_with_others_open_nothing(void **state)
{
    static const struct {
        SDL_Keycode key;
        int mod;
    } HELD[] = {{SDLK_RALT, KMOD_RALT},
                {SDLK_MODE, KMOD_MODE},
                {SDLK_LALT, KMOD_LALT | KMOD_LCTRL},
                {SDLK_LALT, KMOD_LALT | KMOD_RALT},
                {SDLK_LALT, KMOD_LALT | KMOD_LSHIFT}};
    Fixture *f = *state;
    for (size_t i = 0; i < sizeof HELD / sizeof *HELD; i++) {
        fixture_key(f, HELD[i].key, HELD[i].mod);
        assert_false(f->app.shell.menu.open);
    }
    fixture_key(f, SDLK_e, KMOD_RALT);
    assert_false(f->app.shell.menu.open);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(alt_alone_and_f10_open_and_close_the_menus),
        APP_TEST(alt_that_leaves_the_window_opens_nothing),
        APP_TEST(alt_held_for_the_mouse_opens_nothing),
        APP_TEST(alt_released_on_leaving_the_window_opens_nothing),
        APP_TEST(alt_that_came_with_the_keyboard_opens_nothing),
        APP_TEST(alt_that_moves_the_window_opens_nothing),
        APP_TEST(alt_gr_and_alt_with_others_open_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
