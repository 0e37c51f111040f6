/* The user's own digits: labelling a drawing, taking it back, the tally. */
#include "app_fixture.h"

#include "lab/mine.h"
#include "lab/models.h"
#include "lab/reading.h"

static int digits(const Fixture *f)
{
    return f->app.lab.mine.own.digits.digits;
}

static int label_of(const Fixture *f, int i)
{
    return f->app.lab.mine.own.digits.digit[i].label;
}

/* A stroke of its own for each `which`, by mouse. */
static void draw(Fixture *f, int which)
{
    float low = 4.3f + (float)which;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, low);
    fixture_stroke(f, SDL_BUTTON_LEFT, 24.5f, low, 10.5f, 22.5f);
}

static bool is_labelled(const Fixture *f, int i, int label)
{
    return mine_on_sheet(&f->app.lab) == i && label_of(f, i) == label;
}

static void assert_note(const Fixture *f, const char *expected)
{
    char note[64];
    mine_print_note(&f->app.lab, note, sizeof note);
    assert_string_equal(note, expected);
}

static void a_key_keeps_the_drawing_with_its_label(void **state)
{
    static const SDL_Keycode KEY[] = {SDLK_0, SDLK_7, SDLK_9, SDLK_KP_0, SDLK_KP_4, SDLK_KP_9};
    static const int LABEL[] = {0, 7, 9, 0, 4, 9};
    Fixture *f = *state;
    for (int i = 0; i < 6; i++) {
        draw(f, i);
        assert_note(f, "Teach: this was a … press 0 to 9");
        fixture_key(f, KEY[i], 0);
        assert_int_equal(digits(f), i + 1);
        assert_true(is_labelled(f, i, LABEL[i]));
        assert_false(raster_is_blank(&f->app.lab.sheet)); /* it stays to be looked at */
        assert_non_null(strstr(f->app.shell.notice.text, "in my digits"));
    }
}

static void digits_on_shift_are_keys_too(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    SDL_Event event = {.key = {.type = SDL_KEYDOWN,
                               .keysym = {.sym = SDLK_AMPERSAND, .scancode = SDL_SCANCODE_1}}};
    app_handle(&f->app, &event);
    fixture_frame(f);
    assert_true(is_labelled(f, 0, 1));
    event.key.keysym.sym = SDLK_e; /* has a meaning of its own */
    event.key.keysym.scancode = SDL_SCANCODE_2;
    app_handle(&f->app, &event);
    assert_true(is_labelled(f, 0, 1));
}

static void a_press_on_the_label_of_a_bar_keeps_it_too(void **state)
{
    Fixture *f = *state;
    fixture_click(f, fixture_widget(f, ACTION_LABEL_0 + 6));
    assert_int_equal(digits(f), 0); /* the sheet is blank */
    draw(f, 0);
    fixture_move(f, fixture_widget(f, ACTION_LABEL_0 + 6));
    fixture_draw(f);
    SDL_Rect box = chart_digit_box(&f->board.paint, f->app.shell.layout.digits, 6);
    Uint32 line = board_colour(f->board.paint.theme->secondary);
    assert_int_equal(board_pixel(&f->board, box.x, box.y), line); /* it can be pressed */
    fixture_click(f, fixture_middle(box));
    assert_true(is_labelled(f, 0, 6));
}

static void another_key_relabels_instead_of_keeping_twice(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    fixture_key(f, SDLK_1, 0);
    fixture_key(f, SDLK_1, 0);
    assert_int_equal(digits(f), 1);
    assert_true(is_labelled(f, 0, 1));
    assert_int_equal(f->app.lab.mine.own.edits, 2); /* the last key changed nothing */
}

static void with_ctrl_a_digit_means_something_else(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_2, KMOD_LCTRL);
    assert_int_equal(digits(f), 0);
    assert_int_equal(f->app.lab.plan.cost, NET_COST_SQUARED);
}

static void a_blank_sheet_is_no_digit(void **state)
{
    Fixture *f = *state;
    fixture_key(f, SDLK_7, 0);
    assert_note(f, "");
    draw(f, 0);
    fixture_key(f, SDLK_DELETE, 0);
    fixture_key(f, SDLK_7, 0);
    assert_int_equal(digits(f), 0);
    assert_string_equal(f->app.shell.notice.text, "");
}

static void the_next_stroke_begins_a_new_drawing(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    Sheet first = f->app.lab.sheet;
    fixture_key(f, SDLK_7, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 25.5f, 20.5f, 25.5f);
    assert_int_equal(fixture_ink(f, 4, 4), 0);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    assert_note(f, "Teach: this was a … press 0 to 9");
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* the stroke */
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* the clear: the drawing is back, with its label */
    assert_memory_equal(&f->app.lab.sheet, &first, sizeof first);
    assert_true(is_labelled(f, 0, 7));
    assert_int_equal(digits(f), 1);
    fixture_key(f, SDLK_1, 0);
    assert_int_equal(digits(f), 1);
    assert_true(is_labelled(f, 0, 1));
}

static void the_keyboard_begins_a_new_drawing_too(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    while (f->app.shell.focus != ACTION_SHEET || !f->app.shell.focus_shown) {
        fixture_key(f, SDLK_TAB, 0);
    }
    fixture_key(f, SDLK_SPACE, 0);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_key(f, SDLK_4, 0); /* lifts the pen */
    assert_int_equal(fixture_ink(f, 4, 4), 0);
    assert_int_equal(digits(f), 2);
    assert_true(is_labelled(f, 1, 4));
}

static void a_stroke_more_without_a_label_goes_on_with_the_drawing(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 25.5f, 20.5f, 25.5f);
    assert_true(fixture_ink(f, 4, 4) > 0);
}

static void the_eraser_leaves_a_labelled_drawing_there(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    fixture_stroke(f, SDL_BUTTON_RIGHT, 24.5f, 4.3f, 20.5f, 8.5f);
    assert_true(fixture_ink(f, 5, 4) > 0);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1); /* another drawing now */
}

static void undo_takes_the_label_back_first(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    int shown = f->app.lab.drawing.shown;
    fixture_key(f, SDLK_7, 0);
    fixture_key(f, SDLK_1, 0);
    fixture_click(f, fixture_widget(f, ACTION_UNDO));
    assert_true(is_labelled(f, 0, 7));
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(digits(f), 0);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    assert_int_equal(f->app.lab.drawing.shown, shown);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(f->app.lab.drawing.shown, shown - 1);
    fixture_key(f, SDLK_y, KMOD_LCTRL);
    fixture_key(f, SDLK_7, 0);
    assert_true(is_labelled(f, 0, 7));
}

static void undo_after_more_strokes_leaves_the_label(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    draw(f, 1);
    for (int i = 0; i < 10; i++) {
        fixture_key(f, SDLK_z, KMOD_LCTRL);
    }
    assert_int_equal(f->app.lab.drawing.shown, 0);
    assert_int_equal(digits(f), 1);
}

static void a_drawing_changed_after_undo_is_another_one(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    f->app.lab.mine.labelled.edits = 0; /* as if something had happened since */
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 25.5f, 20.5f, 25.5f); /* in the second's place */
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    fixture_press(f, fixture_cell(f, 14.5f, 25.5f), SDL_BUTTON_LEFT); /* to the same end */
    fixture_move(f, fixture_cell(f, 12.5f, 12.5f));
    fixture_move(f, fixture_cell(f, 10.5f, 22.5f));
    fixture_release(f, fixture_cell(f, 10.5f, 22.5f), SDL_BUTTON_LEFT);
    fixture_frame(f);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    fixture_key(f, SDLK_2, 0);
    assert_int_equal(digits(f), 2);
}

static void labelled_digits_survive_the_end_of_the_program(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    fixture_keep(f);
    fixture_start_again(f, f->data.text);
    assert_int_equal(digits(f), 1);
    assert_true(is_labelled(f, 0, 7)); /* the drawing is back, too, and is known */
    fixture_key(f, SDLK_1, 0);
    assert_int_equal(digits(f), 1);
    assert_int_equal(label_of(f, 0), 1);
}

static void a_folder_that_cannot_be_written_is_said(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "inkling/digits");
    assert_int_equal(mkdir(path.text, 0777), 0); /* in the way */
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "inkling/digits"));
    assert_int_equal(digits(f), 0);
    assert_int_equal(mine_on_sheet(&f->app.lab), -1);
    fixture_key(f, SDLK_z, KMOD_LCTRL); /* takes back a stroke: there is no label */
    assert_int_equal(f->app.lab.drawing.shown, 1);
}

static void damaged_lines_are_said_at_the_start(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    Path path = scratch_path(&f->home, "inkling/digits");
    scratch_write(path.text, "7 me 1,1 2\n3 me 0,0 5,1000\n", 27);
    fixture_start_again(f, f->data.text);
    assert_int_equal(digits(f), 1);
    assert_non_null(strstr(f->app.shell.notice.text, "Line 1"));
}

/* How many digits the network on show reads as they were meant, counted one by one. */
static int count_right(const Fixture *f)
{
    int right = 0;
    for (int i = 0; i < digits(f); i++) {
        Sheet input;
        float outputs[NET_OUTPUTS];
        Err err;
        assert_true(digits_input(&f->app.lab.mine.own.digits, i,
                                 model_preparation(&f->app.lab.model), &input, &err));
        acts_outputs_of(&f->app.lab.model.net, input.cell, outputs);
        right += net_answer(outputs) == label_of(f, i);
    }
    return right;
}

static void assert_tally(Fixture *f)
{
    while (reading_sleep_ms(&f->app.lab) >= 0) {
        fixture_frame(f);
    }
    char expected[64];
    snprintf(expected, sizeof expected, " · %d of %d of my digits", count_right(f), digits(f));
    f->app.shell.redraw = true;
    fixture_frame(f);
    assert_non_null(strstr(f->app.shell.model_text, expected));
}

static void the_tally_follows_digits_and_network(void **state)
{
    Fixture *f = *state;
    assert_null(strstr(f->app.shell.model_text, "my digits"));
    for (int i = 0; i < 12; i++) {
        draw(f, i);
        fixture_key(f, SDLK_0 + (i * 7) % 10, 0);
        assert_tally(f);
    }
    fixture_key(f, SDLK_n, KMOD_LCTRL); /* random weights */
    assert_tally(f);
    fixture_key(f, SDLK_b, KMOD_LCTRL);
    assert_tally(f);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_tally(f);
    char note[64];
    mine_print_note(&f->app.lab, note, sizeof note);
    assert_int_equal(digits(f), 11);
}

static void a_tally_of_digits_trained_on_says_so(void **state)
{
    Fixture *f = *state;
    draw(f, 3);
    fixture_key(f, SDLK_3, 0);
    assert_null(strstr(f->app.shell.model_text, "trained on them"));
    snprintf(f->app.lab.model.info.data, sizeof f->app.lab.model.info.data, "MNIST + my digits");
    assert_tally(f);
    assert_non_null(strstr(f->app.shell.model_text, "1 of my digits, trained on them"));
}

static void the_tally_goes_by_the_preparation_of_the_network(void **state)
{
    Fixture *f = *state;
    draw(f, 0);
    fixture_key(f, SDLK_7, 0);
    assert_tally(f);
    Sheet fitted = f->app.lab.mine.reading.input[0];
    snprintf(f->app.lab.model.info.preparation, sizeof f->app.lab.model.info.preparation, "raw");
    lab_net_changed(&f->app.lab);
    assert_tally(f);
    assert_memory_not_equal(&fitted, &f->app.lab.mine.reading.input[0], sizeof fitted);
    fixture_key(f, SDLK_f, 0); /* what a drawing gets does not matter */
    assert_int_equal(f->app.lab.mine.reading.preparation, PREPARATION_RAW);
}

static void many_digits_are_counted_a_part_a_frame(void **state)
{
    enum { MANY = 1500 };
    Fixture *f = *state;
    Path folder = scratch_path(&f->home, "inkling"), path;
    char text[MANY * 24];
    size_t size = 0;
    Err err;
    for (int i = 0; i < MANY; i++) {
        size += (size_t)snprintf(text + size, sizeof text - size, "%d me 0,0 %d,1000\n", i % 10,
                                 i % 1000);
    }
    assert_true(path_make_folder(folder.text, &err) && path_join(&path, folder.text, "digits"));
    scratch_write(path.text, text, size);
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, f->data.text, NULL, &err));
    fixture_resize(f, FIXTURE_W, FIXTURE_H, 1.0f);
    assert_int_equal(digits(f), MANY);
    int before = f->app.lab.mine.reading.read;
    assert_true(before > 0 && before < MANY);
    assert_int_equal(app_sleep_ms(&f->app), 0);
    fixture_frame(f);
    assert_true(f->app.lab.mine.reading.read > before && f->app.lab.mine.reading.read < MANY);
    assert_tally(f);
    assert_int_equal(f->app.lab.mine.reading.of, MANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_key_keeps_the_drawing_with_its_label),
        APP_TEST(digits_on_shift_are_keys_too),
        APP_TEST(a_press_on_the_label_of_a_bar_keeps_it_too),
        APP_TEST(another_key_relabels_instead_of_keeping_twice),
        APP_TEST(with_ctrl_a_digit_means_something_else),
        APP_TEST(a_blank_sheet_is_no_digit),
        APP_TEST(the_next_stroke_begins_a_new_drawing),
        APP_TEST(the_keyboard_begins_a_new_drawing_too),
        APP_TEST(a_stroke_more_without_a_label_goes_on_with_the_drawing),
        APP_TEST(the_eraser_leaves_a_labelled_drawing_there),
        APP_TEST(undo_takes_the_label_back_first),
        APP_TEST(undo_after_more_strokes_leaves_the_label),
        APP_TEST(a_drawing_changed_after_undo_is_another_one),
        APP_TEST(labelled_digits_survive_the_end_of_the_program),
        APP_TEST(a_folder_that_cannot_be_written_is_said),
        APP_TEST(damaged_lines_are_said_at_the_start),
        APP_TEST(the_tally_follows_digits_and_network),
        APP_TEST(a_tally_of_digits_trained_on_says_so),
        APP_TEST(the_tally_goes_by_the_preparation_of_the_network),
        APP_TEST(many_digits_are_counted_a_part_a_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
