/* Presses of keys as SDL tells of them on twelve layouts, and what was meant. */
#include "shell/keyboard.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on

typedef struct Press {
    const char *layout;
    SDL_Keycode sym;
    SDL_Scancode place;
    int mod;
    char typed; /* 0 where the system does not say, or it is no ASCII */
} Press;

static bool has_latin(const char *layout)
{
    static const char *const WITHOUT[] = {"ru", "ua", "gr", "il", "ara", "bg"};
    bool latin = true;
    for (size_t i = 0; i < sizeof WITHOUT / sizeof *WITHOUT; i++) {
        latin = latin && SDL_strcmp(layout, WITHOUT[i]) != 0;
    }
    return latin;
}

/* Where among the readings a key is, with these of Ctrl, Shift and Alt; -1 where it is not. */
static int place_of(const Press *press, SDL_Keycode key, int mod)
{
    SDL_Keysym reading[KEYBOARD_READINGS];
    SDL_Keysym sym = {.sym = press->sym, .scancode = press->place, .mod = (Uint16)press->mod};
    int readings = keyboard_read(&sym, press->typed, has_latin(press->layout), reading);
    assert_in_range(readings, 1, KEYBOARD_READINGS);
    for (int i = 0; i < readings; i++) {
        int held = reading[i].mod & (KMOD_CTRL | KMOD_SHIFT | KMOD_ALT | KMOD_MODE);
        if (reading[i].sym == key && held == mod) {
            return i;
        }
    }
    return -1;
}

static void assert_all_read(const Press *press, size_t count, SDL_Keycode key, int mod)
{
    for (size_t i = 0; i < count; i++) {
        if (place_of(&press[i], key, mod) < 0) {
            fail_msg("%s: key %x at place %d is not %x", press[i].layout, (unsigned)press[i].sym,
                     (int)press[i].place, (unsigned)key);
        }
    }
}

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { CTRL = KMOD_LCTRL, SHIFT = KMOD_LSHIFT, ALTGR = KMOD_RALT };

static void ctrl_z_is_undo_on_every_layout(void **state)
{
    static const Press Z[] = {
        {"us", SDLK_z, SDL_SCANCODE_Z, CTRL, 0}, {"de", SDLK_z, SDL_SCANCODE_Y, CTRL, 0},
        {"fr", SDLK_z, SDL_SCANCODE_W, CTRL, 0}, {"es", SDLK_z, SDL_SCANCODE_Z, CTRL, 0},
        {"jp", SDLK_z, SDL_SCANCODE_Z, CTRL, 0}, {"dvorak", SDLK_z, SDL_SCANCODE_SLASH, CTRL, 0},
        {"ru", 0x44f, SDL_SCANCODE_Z, CTRL, 0},  {"ua", 0x44f, SDL_SCANCODE_Z, CTRL, 0},
        {"gr", 0x3b6, SDL_SCANCODE_Z, CTRL, 0},  {"il", 0x5d6, SDL_SCANCODE_Z, CTRL, 0},
        {"ara", 0x626, SDL_SCANCODE_Z, CTRL, 0}, {"bg", 0x44e, SDL_SCANCODE_Z, CTRL, 0},
    };
    (void)state;
    assert_all_read(Z, COUNT(Z), SDLK_z, CTRL);
}

static void a_bracket_is_found_where_it_is_typed_and_where_it_lies(void **state)
{
    static const Press BRACKET[] = {
        {"us", ']', SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"de", SDLK_9, SDL_SCANCODE_9, ALTGR, ']'},
        {"de", '+', SDL_SCANCODE_RIGHTBRACKET, 0, '+'},
        {"fr", ')', SDL_SCANCODE_MINUS, ALTGR, ']'},
        {"fr", '$', SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"es", '+', SDL_SCANCODE_RIGHTBRACKET, ALTGR, ']'},
        {"jp", ']', SDL_SCANCODE_BACKSLASH, 0, 0},
        {"ru", 0x44a, SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"ua", 0x457, SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"gr", ']', SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"il", ']', SDL_SCANCODE_LEFTBRACKET, 0, 0},
        {"ara", 0x62f, SDL_SCANCODE_RIGHTBRACKET, 0, 0},
        {"ara", 0x64a, SDL_SCANCODE_D, SHIFT, ']'},
        {"bg", ';', SDL_SCANCODE_RIGHTBRACKET, 0, 0},
    };
    (void)state;
    assert_all_read(BRACKET, COUNT(BRACKET), SDLK_RIGHTBRACKET, 0);
    assert_int_equal(place_of(&BRACKET[10], SDLK_RIGHTBRACKET, 0), 0); /* before the place */
}

static void ctrl_and_full_stop_is_stop_on_every_layout(void **state)
{
    static const Press STOP[] = {
        {"us", '.', SDL_SCANCODE_PERIOD, CTRL, 0},
        {"de", '.', SDL_SCANCODE_PERIOD, CTRL, '.'},
        {"fr", ';', SDL_SCANCODE_COMMA, CTRL | SHIFT, '.'},
        {"fr", ':', SDL_SCANCODE_PERIOD, CTRL, ':'},
        {"ru", '.', SDL_SCANCODE_SLASH, CTRL, '.'},
        {"ru", 0x44e, SDL_SCANCODE_PERIOD, CTRL, 0},
        {"il", 0x5e5, SDL_SCANCODE_PERIOD, CTRL, 0},
        {"ara", 0x632, SDL_SCANCODE_PERIOD, CTRL | SHIFT, '.'},
        {"ara", 0x632, SDL_SCANCODE_PERIOD, CTRL, 0},
        {"bg", '.', SDL_SCANCODE_EQUALS, CTRL, '.'},
        {"dvorak", '.', SDL_SCANCODE_E, CTRL, '.'},
    };
    (void)state;
    assert_all_read(STOP, COUNT(STOP), SDLK_PERIOD, CTRL);
}

static void a_digit_is_a_digit_on_every_layout(void **state)
{
    static const Press SIX[] = {
        {"us", SDLK_6, SDL_SCANCODE_6, 0, 0},       {"ru", SDLK_6, SDL_SCANCODE_6, 0, '6'},
        {"fr", SDLK_6, SDL_SCANCODE_6, 0, '-'},     {"fr", '-', SDL_SCANCODE_6, 0, 0},
        {"fr", '-', SDL_SCANCODE_6, SHIFT, '6'},    {"us", SDLK_KP_6, SDL_SCANCODE_KP_6, 0, 0},
        {"cz", 0x17e, SDL_SCANCODE_6, 0, 0},        {"cz", 0x17e, SDL_SCANCODE_6, SHIFT, '6'},
        {"fr", SDLK_KP_6, SDL_SCANCODE_KP_6, 0, 0},
    };
    (void)state;
    assert_all_read(SIX, COUNT(SIX), SDLK_6, 0);
    Press shifted = {"us", SDLK_6, SDL_SCANCODE_6, SHIFT, '^'};
    assert_int_equal(place_of(&shifted, SDLK_6, SHIFT), 1); /* after the sign that it types */
    for (int digit = 0; digit < 10; digit++) {
        Press pad = {"us", digit ? SDLK_KP_1 + digit - 1 : SDLK_KP_0, SDL_SCANCODE_UNKNOWN, 0, 0};
        assert_int_equal(place_of(&pad, SDLK_0 + digit, 0), 0);
        assert_int_equal(keyboard_digit(SDLK_0 + digit), digit);
    }
    assert_int_equal(keyboard_digit(SDLK_a), -1);
    assert_int_equal(keyboard_digit(SDLK_KP_PLUS), -1);
}

static void a_letter_is_never_taken_for_its_place(void **state)
{
    static const Press LETTER[] = {
        {"fr", SDLK_w, SDL_SCANCODE_Z, CTRL, 0},
        {"fr", SDLK_a, SDL_SCANCODE_Q, CTRL, 0},
        {"de", SDLK_y, SDL_SCANCODE_Z, CTRL, 0},
        {"dvorak", '\'', SDL_SCANCODE_Q, CTRL, 0},
        {"dvorak", SDLK_s, SDL_SCANCODE_SEMICOLON, 0, 0},
        {"us", SDLK_RETURN, SDL_SCANCODE_RETURN, 0, 0},
        {"us", SDLK_LEFT, SDL_SCANCODE_A, 0, 0},
        {"us", SDLK_UNKNOWN, SDL_SCANCODE_A, 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(LETTER); i++) {
        SDL_Keysym reading[KEYBOARD_READINGS];
        SDL_Keysym sym = {
            .sym = LETTER[i].sym, .scancode = LETTER[i].place, .mod = (Uint16)LETTER[i].mod};
        assert_int_equal(keyboard_read(&sym, LETTER[i].typed, true, reading), 1);
        assert_int_equal(reading[0].sym, LETTER[i].sym);
    }
}

static void alt_gr_alone_changes_nothing(void **state)
{
    (void)state;
    Press nine = {"de", SDLK_9, SDL_SCANCODE_9, ALTGR, 0};
    assert_int_equal(place_of(&nine, SDLK_9, 0), -1);
    assert_int_equal(place_of(&nine, SDLK_9, ALTGR), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ctrl_z_is_undo_on_every_layout),
        cmocka_unit_test(a_bracket_is_found_where_it_is_typed_and_where_it_lies),
        cmocka_unit_test(ctrl_and_full_stop_is_stop_on_every_layout),
        cmocka_unit_test(a_digit_is_a_digit_on_every_layout),
        cmocka_unit_test(a_letter_is_never_taken_for_its_place),
        cmocka_unit_test(alt_gr_alone_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
