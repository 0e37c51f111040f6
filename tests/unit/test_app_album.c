/* The panel of the user's own digits: looking, relabelling, deleting, undoing. */
#include "app_fixture.h"

#include <unistd.h>

#include "lab/mine.h"
#include "lab/models.h"
#include "shell/panel.h"

enum { DIGITS = 60 };

static const Digits *digits(const Fixture *f)
{
    return &f->app.lab.mine.own.digits;
}

/* A collection of slanted strokes, each of its own, labelled 0 to 9 in turn. */
static void start_with_digits(Fixture *f)
{
    Path folder = scratch_path(&f->home, "inkling");
    char text[DIGITS * 48];
    size_t size = 0;
    Err err;
    for (int i = 0; i < DIGITS; i++) {
        size +=
            (size_t)snprintf(text + size, sizeof text - size, "%d me 0,0 %d,1000;%d,500 999,%d\n",
                             i % 10, i * 15, i * 10, i * 5);
    }
    assert_true(path_make_folder(folder.text, &err));
    scratch_write(scratch_path(&f->home, "inkling/digits").text, text, size);
    fixture_start_again(f, f->data.text);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.dialog, DIALOG_MINE);
    assert_int_equal(digits(f)->digits, DIGITS);
}

/* The middle of a tile that shows without scrolling. */
static SDL_Point tile_at(const Fixture *f, int tile)
{
    const WallPlaces *at = &f->app.shell.panel.places;
    int column = tile % at->columns, row = tile / at->columns;
    return (SDL_Point){at->box.x + column * at->tiles_w / at->columns + at->side_px / 2,
                       at->box.y + row * at->pitch_h + at->side_px / 2};
}

static void mark(Fixture *f, int tile)
{
    fixture_click(f, tile_at(f, tile));
    assert_int_equal(f->app.shell.panel.wall.marked, tile);
}

static void every_digit_shows_how_it_is_read(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    const Panel *panel = &f->app.shell.panel;
    const Reading *reading = &f->app.lab.mine.reading;
    int bad = 0;
    assert_int_equal(panel->wall.tiles, DIGITS);
    for (int i = 0; i < DIGITS; i++) {
        int label = digits(f)->digit[i].label;
        assert_int_equal(panel->tile[i].caption[0] - '0', label);
        assert_int_equal(panel->tile[i].frame == WALL_BAD, reading->answer[i] != label);
        assert_ptr_equal(panel->tile[i].level, reading->input[i].cell);
        bad += panel->tile[i].frame == WALL_BAD;
    }
    assert_int_equal(reading->of, DIGITS);
    assert_int_equal(reading->right, DIGITS - bad);
    fixture_draw(f);
}

static void a_digit_is_relabelled_by_key_and_button(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    mark(f, 12);
    fixture_key(f, SDLK_7, 0);
    assert_int_equal(digits(f)->digit[12].label, 7);
    assert_int_equal(f->app.shell.panel.tile[12].caption[0], '7');
    fixture_click(f, fixture_widget(f, ACTION_LABEL_0 + 3));
    assert_int_equal(digits(f)->digit[12].label, 3);
    assert_int_equal(f->app.shell.panel.wall.marked, 12);
    assert_int_equal(digits(f)->digits, DIGITS);
}

static void a_digit_is_deleted_by_key_and_button(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    mark(f, 4);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(digits(f)->digits, DIGITS - 1);
    assert_int_equal(digits(f)->digit[4].label, 5);
    Sheet input;
    Err err;
    assert_true(digits_input(digits(f), 4, model_preparation(&f->app.lab.model), &input, &err));
    assert_memory_equal(f->app.shell.panel.tile[4].level, &input, sizeof input);
    fixture_click(f, fixture_widget(f, ACTION_DELETE_DIGIT));
    assert_int_equal(digits(f)->digit[4].label, 6);
    fixture_key(f, SDLK_END, 0);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(f->app.shell.panel.wall.marked, DIGITS - 4);
    assert_int_equal(f->app.shell.panel.wall.tiles, DIGITS - 3);
}

static void a_held_key_deletes_one(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    fixture_key_down(f, SDLK_DELETE, 0, false);
    fixture_key_down(f, SDLK_DELETE, 0, true);
    fixture_key_up(f, SDLK_DELETE, 0);
    assert_int_equal(digits(f)->digits, DIGITS - 1);
}

static void changes_are_undone_one_by_one(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    assert_false(action_can(&f->app.shell, ACTION_UNDO_DIGIT));
    mark(f, 2);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_9, 0);
    fixture_key(f, SDLK_z, 0); /* without Ctrl */
    assert_int_equal(digits(f)->digit[2].label, 9);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(digits(f)->digit[2].label, 3);
    fixture_click(f, fixture_widget(f, ACTION_UNDO_DIGIT));
    assert_int_equal(digits(f)->digits, DIGITS);
    assert_int_equal(digits(f)->digit[2].label, 2);
    assert_false(action_can(&f->app.shell, ACTION_UNDO_DIGIT));
}

static void the_misread_can_be_shown_alone(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    const Panel *panel = &f->app.shell.panel;
    int bad = DIGITS - f->app.lab.mine.reading.right;
    assert_true(bad > 1 && bad < DIGITS);
    fixture_key(f, SDLK_m, 0);
    assert_int_equal(panel->wall.tiles, bad);
    for (int i = 0; i < bad; i++) {
        assert_int_equal(panel->tile[i].frame, WALL_BAD);
    }
    int digit = panel->digit[0];
    mark(f, 0);
    fixture_key(f, SDLK_0 + f->app.lab.mine.reading.answer[digit], 0); /* now it is read right */
    assert_int_equal(panel->wall.tiles, bad - 1);
    assert_true(panel->digit[0] > digit);
    fixture_click(f, fixture_widget(f, ACTION_MISREAD));
    assert_int_equal(panel->wall.tiles, DIGITS);
}

static void assert_on_sheet(const Fixture *f, int digit)
{
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_int_equal(mine_on_sheet(&f->app.lab), digit);
    assert_false(raster_is_blank(&f->app.lab.sheet));
}

static void a_digit_goes_to_the_sheet_in_three_ways(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    mark(f, 7);
    fixture_key(f, SDLK_RETURN, 0);
    assert_on_sheet(f, 7);
    Sheet seven = f->app.lab.sheet;
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    mark(f, 9);
    fixture_click(f, fixture_widget(f, ACTION_TO_SHEET));
    assert_on_sheet(f, 9);
    assert_memory_not_equal(&seven, &f->app.lab.sheet, sizeof seven);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    SDL_Point at = tile_at(f, 11);
    SDL_Event twice = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = SDL_BUTTON_LEFT,
                                  .clicks = 2,
                                  .x = at.x,
                                  .y = at.y}};
    app_handle(&f->app, &twice);
    fixture_frame(f);
    assert_on_sheet(f, 11);
    fixture_release(f, at, SDL_BUTTON_LEFT);
    assert_int_equal(digits(f)->digits, DIGITS);
}

static void what_was_on_the_sheet_comes_back_by_undo(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    Sheet mine = f->app.lab.sheet;
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_RETURN, 0);
    for (int i = 0; i < 3; i++) { /* two strokes and the clear */
        fixture_key(f, SDLK_z, KMOD_LCTRL);
    }
    assert_memory_equal(&f->app.lab.sheet, &mine, sizeof mine);
    assert_int_equal(digits(f)->digits, DIGITS);
}

static void the_drawing_on_the_sheet_is_followed(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    mark(f, 7);
    fixture_key(f, SDLK_RETURN, 0);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_DELETE, 0); /* the first one: the others move up */
    assert_int_equal(mine_on_sheet(&f->app.lab), 6);
    mark(f, 6);
    fixture_key(f, SDLK_DELETE, 0);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(mine_on_sheet(&f->app.lab), 6);
    fixture_key(f, SDLK_ESCAPE, 0);
    int edits = f->app.lab.drawing.shown;
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* in the window it is the drawing's undo again */
    assert_int_equal(f->app.lab.drawing.shown, edits - 1);
}

static void what_was_done_in_the_panel_is_not_undone_in_the_window(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_key(f, SDLK_7, 0);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_ESCAPE, 0);
    assert_int_equal(digits(f)->digits, DIGITS);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(digits(f)->digits, DIGITS);
    assert_true(drawing_is_empty(&f->app.lab.drawing));
}

static void what_another_window_did_shows_when_the_panel_opens(void **state)
{
    static const char LINE[] = "4 me 0,0 900,1000\n";
    Fixture *f = *state;
    start_with_digits(f);
    fixture_key(f, SDLK_ESCAPE, 0);
    FILE *file = fopen(scratch_path(&f->home, "inkling/digits").text, "a");
    assert_non_null(file);
    assert_true(fputs(LINE, file) >= 0 && fclose(file) == 0);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.panel.wall.tiles, DIGITS + 1);
    assert_int_equal(f->app.shell.panel.tile[DIGITS].caption[0], '4');
}

static void the_wall_follows_the_network(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    Uint8 before[DIGITS];
    memcpy(before, f->app.lab.mine.reading.answer, sizeof before);
    NetShape shape = net_shape_default();
    Err err;
    assert_true(models_new(&f->app.lab, &shape, &err)); /* as training would, under the panel */
    fixture_frame(f);
    assert_memory_not_equal(before, f->app.lab.mine.reading.answer, sizeof before);
    for (int i = 0; i < DIGITS; i++) {
        assert_int_equal(f->app.shell.panel.tile[i].frame == WALL_BAD,
                         f->app.lab.mine.reading.answer[i] != digits(f)->digit[i].label);
    }
}

static void many_digits_scroll(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    fixture_resize(f, 900, 600, 1.0f);
    const Panel *panel = &f->app.shell.panel;
    assert_int_equal(panel->wall.top, 0);
    fixture_key(f, SDLK_END, 0);
    assert_int_equal(panel->wall.marked, DIGITS - 1);
    assert_int_equal(panel->wall.top, 1);
    fixture_draw(f);
    fixture_wheel(f, 0.0f, 1.0f);
    assert_int_equal(panel->wall.top, 0);
    fixture_wheel(f, 0.0f, -5.0f);
    assert_int_equal(panel->wall.top, 1);
}

static void an_empty_album_opens_and_does_nothing(void **state)
{
    static const SDL_Keycode KEY[] = {SDLK_7, SDLK_DELETE, SDLK_RETURN, SDLK_m, SDLK_RIGHT};
    Fixture *f = *state;
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    for (int i = 0; i < 5; i++) {
        fixture_key(f, KEY[i], 0);
        assert_int_equal(f->app.shell.dialog, DIALOG_MINE);
        fixture_draw(f);
    }
    assert_int_equal(digits(f)->digits, 0);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void a_change_that_cannot_be_saved_is_said(void **state)
{
    Fixture *f = *state;
    start_with_digits(f);
    assert_int_equal(unlink(scratch_path(&f->home, "inkling/digits").text), 0);
    assert_int_equal(mkdir(scratch_path(&f->home, "inkling/digits").text, 0700), 0);
    fixture_key(f, SDLK_7, 0);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "digits"));
    fixture_draw(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(every_digit_shows_how_it_is_read),
        APP_TEST(a_digit_is_relabelled_by_key_and_button),
        APP_TEST(a_digit_is_deleted_by_key_and_button),
        APP_TEST(a_held_key_deletes_one),
        APP_TEST(changes_are_undone_one_by_one),
        APP_TEST(the_misread_can_be_shown_alone),
        APP_TEST(a_digit_goes_to_the_sheet_in_three_ways),
        APP_TEST(what_was_on_the_sheet_comes_back_by_undo),
        APP_TEST(the_drawing_on_the_sheet_is_followed),
        APP_TEST(what_was_done_in_the_panel_is_not_undone_in_the_window),
        APP_TEST(what_another_window_did_shows_when_the_panel_opens),
        APP_TEST(the_wall_follows_the_network),
        APP_TEST(many_digits_scroll),
        APP_TEST(an_empty_album_opens_and_does_nothing),
        APP_TEST(a_change_that_cannot_be_saved_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
