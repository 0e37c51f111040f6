/* Pictures opened in the window: they go on the sheet. */
#include "lab/several.h"
#include "picture_fixture.h"

static void a_dropped_picture_stands_on_the_sheet(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    const float *weights = lab->model.net.block;
    Path path = picture_save(f, "photo.of.mine", true); /* told by its contents */
    files_drop(f, path.text);
    assert_string_equal(f->app.shell.notice.text, "");
    assert_true(lab->exhibit.shown);
    assert_string_equal(lab->exhibit.name, "photo.of.mine");
    assert_int_equal(lab->exhibit.label, -1);
    assert_true(picture_is_shown(f));
    assert_true(lab->has_ink);
    assert_ptr_equal(lab->model.net.block, weights);
}

static void the_pen_draws_on_it_and_undo_brings_back_what_was_there(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 4.5f, 20.5f);
    Sheet before = lab->sheet;
    files_drop(f, picture_save(f, "a.pgm", true).text);
    Sheet shown = lab->sheet;
    fixture_stroke(f, SDL_BUTTON_LEFT, 24.5f, 6.5f, 24.5f, 20.5f);
    assert_true(lab->exhibit.shown);
    assert_in_range(lab->sheet.cell[14 * SHEET_SIDE + 24], 100, 255);
    assert_in_range(lab->sheet.cell[14 * SHEET_SIDE + 14], 100, 255);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&lab->sheet, &shown, sizeof shown);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_false(lab->exhibit.shown);
    assert_memory_equal(&lab->sheet, &before, sizeof before);
    fixture_key(f, SDLK_z, KMOD_LCTRL | KMOD_LSHIFT);
    assert_true(picture_is_shown(f));
}

static void a_picture_is_prepared_as_drawings_are(void **state)
{
    Fixture *f = *state;
    char slanted[28 * 28 + 20];
    int used = sprintf(slanted, "P5 28 28 255\n");
    for (int i = 0; i < 28 * 28; i++) {
        int x = i % 28, y = i / 28, bar = 20 - y / 2;
        slanted[used++] = (char)(y >= 4 && y < 24 && x >= bar && x < bar + 3 ? 0 : 255);
    }
    Path path = scratch_path(&f->home, "slanted.pgm");
    scratch_write(path.text, slanted, (size_t)used);
    f->app.lab.preparation = PREPARATION_FITTED;
    files_drop(f, path.text);
    Sheet fitted = f->app.lab.input;
    f->app.lab.preparation = PREPARATION_STRAIGHTENED;
    files_drop(f, path.text);
    assert_memory_not_equal(&f->app.lab.input, &fitted, sizeof fitted);
}

static void of_several_digits_the_first_is_on_the_sheet_and_all_are_read(void **state)
{
    Fixture *f = *state;
    enum { W = 90, H = 40 };
    char bars[W * H + 20];
    int used = sprintf(bars, "P5 %d %d 255\n", W, H);
    for (int i = 0; i < W * H; i++) {
        int x = i % W, y = i / W;
        bars[used++] = (char)(y >= 8 && y < 32 && x % 30 >= 13 && x % 30 < 16 ? 0 : 255);
    }
    Path path = scratch_path(&f->home, "row.pgm");
    scratch_write(path.text, bars, (size_t)used);
    files_drop(f, path.text);
    assert_true(f->app.lab.exhibit.shown);
    assert_string_equal(f->app.shell.notice.text,
                        "row.pgm: 3 digits, read as 1 1 1; the first is on the sheet.");
}

/* A picture of a bar, a ring and a bar. */
static Path save_row(const Fixture *f)
{
    enum { W = 90, H = 40 };
    char row[W * H + 20];
    int used = sprintf(row, "P5 %d %d 255\n", W, H);
    for (int i = 0; i < W * H; i++) {
        int x = i % W, y = i / W, dx = x - 45, dy = y - 20, r = dx * dx + dy * dy;
        bool bar = y >= 8 && y < 32 && x % 30 >= 13 && x % 30 < 16 && (x < 30 || x >= 60);
        row[used++] = (char)(bar || (r >= 81 && r < 144) ? 0 : 255);
    }
    Path path = scratch_path(&f->home, "row.pgm");
    scratch_write(path.text, row, (size_t)used);
    return path;
}

static void a_step_leads_to_the_other_digits_of_a_picture(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    files_drop(f, save_row(f).text);
    Sheet first = lab->sheet;
    assert_int_equal(several_count(lab), 3);
    assert_false(action_can(&f->app.shell, ACTION_PREVIOUS_DIGIT));
    fixture_draw(f);
    fixture_click(f, fixture_widget(f, ACTION_NEXT_DIGIT));
    assert_int_equal(several_number(lab), 2);
    Sheet ring = lab->sheet;
    assert_int_equal(ring.cell[14 * SHEET_SIDE + 14], 0); /* it is hollow */
    assert_memory_not_equal(&ring, &first, sizeof first);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 10.5f, 14.5f, 18.5f);
    Sheet drawn_on = lab->sheet;
    fixture_key(f, SDLK_PAGEDOWN, KMOD_LCTRL);
    assert_int_equal(several_number(lab), 3);
    assert_false(action_can(&f->app.shell, ACTION_NEXT_DIGIT));
    assert_memory_equal(&lab->sheet, &first, sizeof first); /* a bar as the first one */
    fixture_key(f, SDLK_PAGEUP, KMOD_LCTRL);
    assert_memory_equal(&lab->sheet, &drawn_on, sizeof drawn_on);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_memory_equal(&lab->sheet, &ring, sizeof ring);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    assert_int_equal(several_count(lab), 0); /* none is on the sheet */
    fixture_key(f, SDLK_z, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(several_number(lab), 2);
    lab_exhibit(&f->app.lab, first.cell, 1, "another image");
    assert_int_equal(several_count(lab), 0);
}

static void marks_beside_a_picture_do_not_count(void **state)
{
    Fixture *f = *state;
    const Lab *lab = &f->app.lab;
    files_drop(f, picture_save(f, "a.pgm", true).text);
    Sheet input = lab->input;
    fixture_stroke(f, SDL_BUTTON_LEFT, 24.5f, 14.5f, 24.8f, 14.5f); /* a dot */
    fixture_stroke(f, SDL_BUTTON_LEFT, 2.5f, 14.5f, 6.5f, 14.5f);   /* a dash */
    assert_in_range(lab->sheet.cell[14 * SHEET_SIDE + 24], 100, 255);
    assert_in_range(lab->sheet.cell[14 * SHEET_SIDE + 4], 100, 255);
    assert_memory_equal(&lab->input, &input, sizeof input);
    fixture_stroke(f, SDL_BUTTON_LEFT, 20.5f, 8.5f, 20.5f, 20.5f);
    assert_in_range(lab->input.cell[14 * SHEET_SIDE + 20], 100, 255);
}

static void how_drawings_are_prepared_is_not_said_of_a_picture(void **state)
{
    Fixture *f = *state;
    fixture_draw(f);
    assert_true(widgets_box(&f->app.shell, ACTION_FIT).w > 0);
    files_drop(f, picture_save(f, "a.pgm", true).text);
    fixture_draw(f);
    assert_int_equal(widgets_box(&f->app.shell, ACTION_FIT).w, 0);
    assert_int_equal(widgets_box(&f->app.shell, ACTION_STRAIGHTEN).w, 0);
}

static void what_is_told_of_a_picture_covers_nothing_of_the_answer(void **state)
{
    Fixture *f = *state;
    const Shell *shell = &f->app.shell;
    f->app.lab.settings.strip_open = true; /* there is no room under the outputs */
    fixture_resize(f, 900, 600, 1.0f);
    files_drop(f, save_row(f).text);
    assert_true(*shell->notice.text);
    fixture_draw(f);
    assert_true(shell->notice_box.h > 0);
    assert_false(SDL_HasIntersection(&shell->notice_box, &shell->layout.digits));
    assert_false(SDL_HasIntersection(&shell->notice_box, &shell->layout.chart));
    assert_false(SDL_HasIntersection(&shell->notice_box, &shell->layout.answer));
}

static void what_is_no_picture_and_no_network_is_said_to_be_neither(void **state)
{
    static const char TEXT[] = "Milk, bread, and a pound of butter.\n";
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "list.txt");
    scratch_write(path.text, TEXT, sizeof TEXT - 1);
    files_drop(f, path.text);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(
        strstr(f->app.shell.notice.text, "list.txt is neither a picture nor a network"));
    assert_int_equal(f->app.lab.recent.count, 0);
    path = scratch_path(&f->home, "list.safetensors"); /* by its name it should be one */
    scratch_write(path.text, TEXT, sizeof TEXT - 1);
    files_drop(f, path.text);
    assert_non_null(strstr(f->app.shell.notice.text, "cannot be opened as a network"));
}

static void what_cannot_be_read_says_so_and_the_drawing_stays(void **state)
{
    Fixture *f = *state;
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 4.5f, 20.5f);
    Sheet before = f->app.lab.sheet;
    Path path = scratch_path(&f->home, "photo.heic");
    scratch_write(path.text,
                  "\0\0\0\x18"
                  "ftypheic",
                  12);
    files_drop(f, path.text);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "HEIC"));
    scratch_write(path.text, "P5 90 90 255\n1234", 17);
    files_drop(f, path.text);
    assert_true(f->app.shell.notice.bad);
    assert_non_null(strstr(f->app.shell.notice.text, "ends too early"));
    files_drop(f, picture_save(f, "blank.pgm", false).text);
    assert_false(f->app.shell.notice.bad);
    assert_string_equal(f->app.shell.notice.text, "blank.pgm: nothing is drawn on it.");
    assert_false(f->app.lab.exhibit.shown);
    assert_memory_equal(&f->app.lab.sheet, &before, sizeof before);
}

static void the_dialog_lists_pictures_and_opens_one(void **state)
{
    Fixture *f = *state;
    Files *files = &f->app.shell.files;
    files_drop(f, files_save_network(f, "net.safetensors", "5").text); /* its folder is shown */
    picture_save(f, "a.pgm", true);
    picture_save(f, "b.JPG", true);
    picture_save(f, "c.txt", true);
    fixture_key(f, SDLK_i, KMOD_LCTRL);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_int_equal(files->focus, FILES_LIST);
    assert_true(files_listed(f, "a.pgm") > 0);
    assert_true(files_listed(f, "b.JPG") > 0);
    assert_int_equal(files_listed(f, "c.txt"), -1);
    assert_int_equal(files_listed(f, "net.safetensors"), -1);
    fixture_key(f, SDLK_END, 0);
    fixture_draw(f);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_true(picture_is_shown(f));
    assert_string_equal(f->app.lab.exhibit.name, "b.JPG");
}

static void a_picture_can_be_given_at_the_start(void **state)
{
    Fixture *f = *state;
    Err err;
    Path path = picture_save(f, "given.pgm", true);
    app_free(&f->app);
    assert_true(app_make(&f->app, NULL, &f->board.paint, NULL, path.text, &err));
    shell_resize(&f->app.shell, FIXTURE_W, FIXTURE_H, 1.0f);
    while (!f->app.lab.exhibit.shown) {
        fixture_turn(f);
    }
    fixture_draw(f);
    assert_true(picture_is_shown(f));
    assert_true(f->app.lab.settings.has_drawn); /* it is no empty sheet that invites */
}

/* The length of a header may be the letters "P5" or "BM". */
static void a_network_is_no_picture_whatever_its_first_bytes_are(void **state)
{
    Fixture *f = *state;
    Path path = scratch_path(&f->home, "net.safetensors");
    scratch_write(path.text, "BM\0\0\0\0\0\0{\"a\":1}", 15);
    files_drop(f, path.text);
    assert_true(f->app.shell.notice.bad);
    assert_null(strstr(f->app.shell.notice.text, "picture"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_dropped_picture_stands_on_the_sheet),
        APP_TEST(the_pen_draws_on_it_and_undo_brings_back_what_was_there),
        APP_TEST(a_picture_is_prepared_as_drawings_are),
        APP_TEST(of_several_digits_the_first_is_on_the_sheet_and_all_are_read),
        APP_TEST(a_step_leads_to_the_other_digits_of_a_picture),
        APP_TEST(marks_beside_a_picture_do_not_count),
        APP_TEST(how_drawings_are_prepared_is_not_said_of_a_picture),
        APP_TEST(what_is_told_of_a_picture_covers_nothing_of_the_answer),
        APP_TEST(what_is_no_picture_and_no_network_is_said_to_be_neither),
        APP_TEST(what_cannot_be_read_says_so_and_the_drawing_stays),
        APP_TEST(the_dialog_lists_pictures_and_opens_one),
        APP_TEST(a_picture_can_be_given_at_the_start),
        APP_TEST(a_network_is_no_picture_whatever_its_first_bytes_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
