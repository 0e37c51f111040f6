/* The panel with a wall of images: built-in strokes and augmented samples. */
#include "app_fixture.h"

#include "lab/choices.h"
#include "shell/panel.h"
#include "train/generate.h"

static void assert_closed(const Fixture *f)
{
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_false(panel_shows(&f->app.shell));
    assert_null(f->app.shell.panel.tile);
}

static void built_in_strokes_show_digits_in_rows(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    const Wall *wall = &f->app.shell.panel.wall;
    assert_int_equal(f->app.shell.dialog, DIALOG_STROKES);
    assert_int_equal(wall->tiles, 200);
    for (int i = 0; i < wall->tiles; i++) {
        assert_int_equal(wall->tile[i].caption[0] - '0', i / 20);
        assert_false(raster_is_blank(&f->app.shell.panel.image[i]));
    }
    fixture_draw(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_closed(f);
}

static void every_form_of_every_digit_has_its_turn(void **state)
{
    Fixture *f = *state;
    bool seen[10][64] = {{false}};
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    for (int turn = 0; turn < 4; turn++) {
        for (int i = 0; i < 200; i++) {
            const char *name = f->app.shell.panel.tile[i].caption + 3;
            for (int form = 0; form < generate_forms(i / 20); form++) {
                seen[i / 20][form] |= strcmp(name, generate_form_name(i / 20, form)) == 0;
            }
        }
        fixture_key(f, SDLK_n, 0);
    }
    for (int label = 0; label < 10; label++) {
        for (int form = 0; form < generate_forms(label); form++) {
            assert_true(seen[label][form]);
        }
    }
}

/* Whether one of the images that the window trains on looks so. */
static bool is_trained_on(const Fixture *f, const WallTile *tile)
{
    for (int i = 0; i < f->app.lab.mix.train.images; i++) {
        Uint8 level[NET_INPUTS];
        dataset_levels(&f->app.lab.mix.train, i, level);
        if (memcmp(level, tile->level, sizeof level) == 0) {
            return f->app.lab.mix.train.label[i] == tile->caption[0] - '0';
        }
    }
    return false;
}

static void augmented_samples_begin_with_what_is_trained_on(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_a, KMOD_LCTRL | KMOD_LSHIFT);
    const Wall *wall = &f->app.shell.panel.wall;
    assert_int_equal(f->app.shell.dialog, DIALOG_AUGMENTED);
    assert_int_equal(wall->tiles, 200);
    for (int i = 0; i < wall->tiles; i++) {
        assert_int_equal(wall->tile[i].caption[0] - '0', i / 20);
        assert_int_equal(wall->tile[i].frame, i % 20 == 0 ? WALL_FRAMED : WALL_PLAIN);
        assert_false(raster_is_blank(&f->app.shell.panel.image[i]));
        assert_int_equal(i % 20 == 0, is_trained_on(f, &wall->tile[i]));
    }
    fixture_draw(f);
}

static void without_training_images_augmented_samples_are_generated(void **state)
{
    Fixture *f = *state;
    app_free(&f->app);
    Err err;
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    mix_free(&f->app.lab.mix);
    fixture_key(f, SDLK_a, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.panel.wall.tiles, 200);
    assert_false(raster_is_blank(&f->app.shell.panel.image[0]));
}

static void there_are_always_new_ones(void **state)
{
    static const SDL_Keycode KEY[] = {SDLK_k, SDLK_a};
    Fixture *f = *state;
    for (int i = 0; i < 2; i++) {
        Sheet first, second;
        fixture_key(f, KEY[i], KMOD_LCTRL | KMOD_LSHIFT);
        first = f->app.shell.panel.image[21];
        fixture_key(f, SDLK_n, 0);
        second = f->app.shell.panel.image[21];
        assert_memory_not_equal(&first, &second, sizeof first);
        fixture_click(f, fixture_widget(f, ACTION_RENEW));
        assert_memory_not_equal(&second, &f->app.shell.panel.image[21], sizeof first);
        fixture_click(f, fixture_widget(f, ACTION_CLOSE_PANEL));
        assert_closed(f);
    }
}

static void the_mark_follows_arrows_and_the_mouse(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    const Panel *panel = &f->app.shell.panel;
    assert_int_equal(panel->wall.marked, 0);
    fixture_key(f, SDLK_RIGHT, 0);
    fixture_key(f, SDLK_DOWN, 0);
    assert_int_equal(panel->wall.marked, 21);
    fixture_click(f, (SDL_Point){panel->places.box.x + 3 * panel->places.pitch_w + 5,
                                 panel->places.box.y + 2 * panel->places.pitch_h + 5});
    assert_int_equal(panel->wall.marked, 43);
    fixture_key(f, SDLK_n, 0);
    assert_int_equal(panel->wall.marked, 43); /* new ones keep it */
}

static void the_panel_keeps_keys_and_the_mouse_from_the_window(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_frame(f);
    SDL_Point pen = fixture_widget(f, ACTION_PEN),
              title = fixture_middle(f->app.shell.menu_bar.box);
    title.x = f->app.shell.menu_bar.menu[0].box.x + 5;
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_e, 0);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    fixture_key(f, SDLK_F10, 0);
    fixture_key(f, SDLK_F1, 0);
    fixture_click(f, pen);
    fixture_click(f, title);
    fixture_press(f, fixture_cell(f, 5.0f, 25.0f), SDL_BUTTON_LEFT);
    fixture_release(f, fixture_cell(f, 5.0f, 25.0f), SDL_BUTTON_LEFT);
    fixture_wheel(f, 0.0f, 1.0f);
    assert_int_equal(f->app.shell.dialog, DIALOG_STROKES);
    assert_int_equal(f->app.lab.settings.tool, TOOL_PEN);
    assert_float_equal(f->app.lab.settings.brush_cell, session_facts_default().settings.brush_cell,
                       0.0f);
    assert_int_equal(f->app.lab.drawing.strokes, 1);
    assert_false(f->app.shell.quit || f->app.shell.menu.open);
    assert_false(raster_is_blank(&f->app.lab.sheet));
}

static void keys_may_come_before_the_panel_is_placed(void **state)
{
    Fixture *f = *state;
    SDL_Event down = {.key = {.type = SDL_KEYDOWN, .keysym.sym = SDLK_DOWN}};
    SDL_Event wheel = {.wheel = {.type = SDL_MOUSEWHEEL, .y = -1}};
    action_do(&f->app.shell, ACTION_STROKES);
    app_handle(&f->app, &down);
    app_handle(&f->app, &wheel);
    fixture_frame(f);
    assert_int_equal(f->app.shell.dialog, DIALOG_STROKES);
    assert_in_range(f->app.shell.panel.wall.marked, 0, 199);
}

static void tab_stays_in_the_panel(void **state)
{
    static const int WANTED[] = {ACTION_RENEW, ACTION_CLOSE_PANEL, ACTION_WALL};
    Fixture *f = *state;
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.focus, ACTION_WALL);
    for (int i = 0; i < 3; i++) {
        fixture_key(f, SDLK_TAB, 0);
        assert_int_equal(f->app.shell.focus, WANTED[i]);
        fixture_draw(f);
    }
    fixture_key(f, SDLK_TAB, 0);
    fixture_key(f, SDLK_TAB, 0);
    fixture_key(f, SDLK_SPACE, 0);
    assert_closed(f);
    assert_int_equal(f->app.shell.focus, ACTION_SHEET);
}

static void the_panel_fits_every_window(void **state)
{
    static const SDL_Point SIZE[] = {{900, 600}, {1280, 800}, {450, 300}, {2560, 1440}};
    Fixture *f = *state;
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    for (size_t i = 0; i < sizeof SIZE / sizeof SIZE[0]; i++) {
        board_free(&f->board);
        board_make(&f->board, SIZE[i].x, SIZE[i].y);
        fixture_resize(f, SIZE[i].x, SIZE[i].y, 1.0f);
        const Panel *panel = &f->app.shell.panel;
        SDL_Rect window = {0, 0, SIZE[i].x, SIZE[i].y}, common;
        assert_true(SDL_IntersectRect(&window, &panel->box, &common));
        assert_true(SDL_RectEquals(&common, &panel->box));
        assert_true(panel->places.rows >= 10); /* all of them show */
        fixture_draw(f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(built_in_strokes_show_digits_in_rows),
        APP_TEST(every_form_of_every_digit_has_its_turn),
        APP_TEST(augmented_samples_begin_with_what_is_trained_on),
        APP_TEST(without_training_images_augmented_samples_are_generated),
        APP_TEST(there_are_always_new_ones),
        APP_TEST(the_mark_follows_arrows_and_the_mouse),
        APP_TEST(the_panel_keeps_keys_and_the_mouse_from_the_window),
        APP_TEST(keys_may_come_before_the_panel_is_placed),
        APP_TEST(tab_stays_in_the_panel),
        APP_TEST(the_panel_fits_every_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
