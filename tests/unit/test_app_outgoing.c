/* Pictures, tables and drawings that leave the window as files. */
#include <png.h>

#include "base/file.h"
#include "files_fixture.h"
#include "shell/outgoing.h"
#include "shell/panes.h"

/* A picture that was saved, as libpng reads it. */
typedef struct Picture {
    int w, h;
    uint8_t *rgb;
} Picture;

static Picture picture_of(const Path *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    if (!png_image_begin_read_from_file(&image, path->text)) {
        fail_msg("%s: %s", path->text, image.message);
    }
    image.format = PNG_FORMAT_RGB;
    Picture picture = {(int)image.width, (int)image.height, malloc(PNG_IMAGE_SIZE(image))};
    assert_non_null(picture.rgb);
    assert_true(png_image_finish_read(&image, NULL, picture.rgb, 0, NULL));
    return picture;
}

static Uint32 pixel_of(const Picture *picture, int x, int y)
{
    const uint8_t *at = picture->rgb + 3 * (y * picture->w + x);
    return (Uint32)at[0] << 16 | (Uint32)at[1] << 8 | at[2];
}

/* Carry out an action that opens the dialog, and save under that name in the home. */
static Path export_as(Fixture *f, int action, const char *name)
{
    action_do(&f->app.shell, action);
    fixture_draw(f);
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    files_retype(f, scratch_path(&f->home, name).text);
    fixture_key(f, SDLK_RETURN, 0);
    return scratch_path(&f->home, name);
}

static char *text_of(const Path *path)
{
    uint8_t *text = NULL;
    size_t size;
    Err err = {0};
    if (!file_read(path->text, 1 << 20, &text, &size, &err)) {
        fail_msg("%s", err.text);
    }
    return (char *)text;
}

static void draw(Fixture *f)
{
    fixture_stroke(f, SDL_BUTTON_LEFT, 4.5f, 4.5f, 24.5f, 4.5f);
    fixture_stroke(f, SDL_BUTTON_LEFT, 14.5f, 4.5f, 14.5f, 14.5f);
}

/* Where a colour is, how often. */
static int count_of(const Picture *picture, SDL_Color colour)
{
    int count = 0;
    for (int y = 0; y < picture->h; y++) {
        for (int x = 0; x < picture->w; x++) {
            count += pixel_of(picture, x, y) == board_colour(colour);
        }
    }
    return count;
}

static Uint32 checksum_of_window(Fixture *f)
{
    Uint32 sum = 0;
    f->app.shell.redraw = true;
    fixture_frame(f);
    app_draw(&f->app);
    for (int y = 0; y < f->app.shell.h_px; y++) {
        for (int x = 0; x < f->app.shell.w_px; x++) {
            sum = sum * 31u + board_pixel(&f->board, x, y);
        }
    }
    return sum;
}

static void a_view_is_saved_with_ink_and_answer_and_the_window_stays_as_it_is(void **state)
{
    Fixture *f = *state;
    draw(f);
    fixture_move(f, fixture_middle(f->app.shell.layout.answer));
    Uint32 before = checksum_of_window(f);
    fixture_key(f, SDLK_e, KMOD_LCTRL | KMOD_LSHIFT);
    assert_int_equal(f->app.shell.files.purpose, FILES_EXPORT_VIEW);
    files_retype(f, scratch_path(&f->home, "v").text);
    fixture_key(f, SDLK_RETURN, 0);
    assert_int_equal(f->app.shell.dialog, DIALOG_NONE);
    assert_false(f->app.shell.notice.bad);
    fixture_key(f, SDLK_ESCAPE, 0); /* the news make room again */
    assert_true(checksum_of_window(f) == before);
    Path path = scratch_path(&f->home, "v.png");
    Picture picture = picture_of(&path);
    const Theme *theme = f->board.paint.theme;
    assert_int_equal(picture.w, f->app.shell.w_px);
    assert_in_range(picture.h, f->app.shell.h_px / 2, f->app.shell.h_px);
    assert_true(pixel_of(&picture, 1, 1) == board_colour(theme->window));
    SDL_Rect sheet = f->app.shell.layout.sheet;
    int cell = sheet.w / SHEET_SIDE;
    assert_true(count_of(&picture, theme->ink) > 10 * cell * cell); /* the stroke on the sheet */
    assert_true(count_of(&picture, theme->positive) > 100);         /* the strongest bar */
    free(picture.rgb);
}

static void a_name_makes_the_picture_twice_or_four_times_as_large(void **state)
{
    static const struct {
        const char *name;
        int times;
    } CASES[] = {{"a.png", 1}, {"a@2x.png", 2}, {"a@4x.png", 4}, {"a@3x.png", 1}};
    Fixture *f = *state;
    draw(f);
    int w = 0, h = 0;
    for (size_t i = 0; i < sizeof CASES / sizeof CASES[0]; i++) {
        Path path = export_as(f, ACTION_EXPORT_VIEW, CASES[i].name);
        Picture picture = picture_of(&path);
        w = i == 0 ? picture.w : w;
        h = i == 0 ? picture.h : h;
        assert_int_equal(picture.w, CASES[i].times * w);
        assert_true(abs(picture.h - CASES[i].times * h) <= 4); /* cells are whole pixels */
        free(picture.rgb);
    }
}

static void what_is_typed_takes_the_place_of_the_proposed_name(void **state)
{
    Fixture *f = *state;
    const Files *files = &f->app.shell.files;
    action_do(&f->app.shell, ACTION_EXPORT_VIEW);
    fixture_draw(f);
    assert_string_equal(files->name, "view.png");
    fixture_key(f, SDLK_LSHIFT, KMOD_LSHIFT); /* which begins a capital */
    fixture_type(f, "Ab");
    assert_string_equal(files->name, "Ab");
    fixture_type(f, "c");
    assert_string_equal(files->name, "Abc");
    fixture_key(f, SDLK_a, KMOD_LCTRL);
    fixture_key(f, SDLK_BACKSPACE, 0);
    assert_string_equal(files->name, "");
    fixture_type(f, "xy");
    fixture_key(f, SDLK_a, KMOD_LCTRL);
    fixture_key(f, SDLK_LEFT, 0);
    fixture_draw(f);
    fixture_type(f, "w");
    assert_string_equal(files->name, "xwy");
}

/* All elements are closed, in their order. */
static void assert_is_xml(const char *text)
{
    int depth = 0;
    while ((text = strchr(text, '<')) != NULL) {
        const char *end = strchr(text, '>');
        assert_non_null(end);
        if (text[1] == '/') {
            depth--;
        } else if (text[1] != '?' && end[-1] != '/') {
            depth++;
        }
        assert_true(depth >= 0);
        text = end;
    }
    assert_int_equal(depth, 0);
}

static int count_in(const char *text, const char *part)
{
    int count = 0;
    while ((text = strstr(text, part)) != NULL) {
        count++;
        text += strlen(part);
    }
    return count;
}

static void a_view_is_saved_as_svg(void **state)
{
    Fixture *f = *state;
    draw(f);
    Uint32 before = checksum_of_window(f);
    for (int view = 0; view < VIEW_TOUR; view++) {
        char name[32];
        panes_show(&f->app.shell, (ViewId)view);
        fixture_frame(f);
        snprintf(name, sizeof name, "v%d.svg", view);
        Path path = export_as(f, ACTION_EXPORT_VIEW, name);
        char *text = text_of(&path);
        assert_is_xml(text);
        assert_int_equal(count_in(text, ">Inkling<"), 1);
        assert_int_equal(count_in(text, ">Undo<") + count_in(text, ">File<"), 0);
        if (view == VIEW_NETWORK) {
            assert_true(count_in(text, "<circle") >= 16 + 16 + 10);
            assert_true(count_in(text, "<path") > 16 * 16 + 16 * 10);
            assert_int_equal(count_in(text, ">10 outputs<"), 1);
        }
        free(text);
        fixture_key(f, SDLK_ESCAPE, 0);
    }
    panes_show(&f->app.shell, VIEW_NETWORK);
    assert_true(checksum_of_window(f) == before);
}

static void a_drawing_is_saved_as_the_sheet_shows_it(void **state)
{
    Fixture *f = *state;
    draw(f);
    for (int light = 0; light < 2; light++) {
        Path path = export_as(f, ACTION_EXPORT_DRAWING, light ? "light.png" : "dark.png");
        Picture picture = picture_of(&path);
        const Theme *theme = f->board.paint.theme;
        assert_int_equal(picture.w % SHEET_SIDE, 0);
        assert_int_equal(picture.w, picture.h);
        int cell = picture.w / SHEET_SIDE;
        assert_true(pixel_of(&picture, 14 * cell, 4 * cell) == board_colour(theme->ink));
        assert_true(pixel_of(&picture, 15 * cell - 1, 5 * cell - 1) == board_colour(theme->ink));
        assert_true(pixel_of(&picture, 14 * cell, 20 * cell) == board_colour(theme->paper));
        free(picture.rgb);
        fixture_key(f, SDLK_d, KMOD_LCTRL);
        fixture_draw(f);
    }
}

static void strokes_are_saved_with_the_label_they_have(void **state)
{
    static const char *const STROKES = " me 0,0 1000,0;500,0 500,500\n";
    Fixture *f = *state;
    char line[64];
    draw(f);
    Path path = export_as(f, ACTION_EXPORT_DRAWING, "some.txt");
    char *text = text_of(&path);
    snprintf(line, sizeof line, "?%s", STROKES);
    assert_string_equal(text, line);
    free(text);
    fixture_key(f, SDLK_7, 0);
    path = export_as(f, ACTION_EXPORT_DRAWING, "seven.txt");
    text = text_of(&path);
    snprintf(line, sizeof line, "7%s", STROKES);
    assert_string_equal(text, line);
    free(text);
}

static void an_image_on_the_sheet_has_no_strokes(void **state)
{
    Fixture *f = *state;
    uint8_t level[SHEET_CELLS] = {[30] = 255};
    draw(f);
    lab_exhibit(&f->app.lab, level, 3, "image");
    fixture_frame(f);
    export_as(f, ACTION_EXPORT_DRAWING, "image.txt");
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "no strokes"));
    fixture_key(f, SDLK_ESCAPE, 0);
    Path path = export_as(f, ACTION_EXPORT_DRAWING, "image.png");
    Picture picture = picture_of(&path);
    int cell = picture.w / SHEET_SIDE;
    assert_true(pixel_of(&picture, 2 * cell, cell) == board_colour(f->board.paint.theme->ink));
    free(picture.rgb);
}

static void an_empty_sheet_is_not_exported(void **state)
{
    Fixture *f = *state;
    assert_false(action_can(&f->app.shell, ACTION_EXPORT_DRAWING));
    draw(f);
    assert_true(action_can(&f->app.shell, ACTION_EXPORT_DRAWING));
}

/* Commas of a line of CSV that are not within quotes. */
static int commas_of(const char *line)
{
    int found = 0;
    bool quoted = false;
    for (; *line; line++) {
        quoted = quoted != (*line == '"');
        found += *line == ',' && !quoted;
    }
    assert_false(quoted);
    return found;
}

/* Every view that says it has a table writes one: a line of names, and as many fields in each. */
static void tables_have_a_line_of_names_and_even_rows(void **state)
{
    Fixture *f = *state;
    draw(f);
    for (int view = 0; view < VIEWS; view++) {
        panes_show(&f->app.shell, (ViewId)view);
        fixture_draw(f);
        assert_int_equal(action_can(&f->app.shell, ACTION_EXPORT_TABLE),
                         f->app.shell.pane[view].pane->table != NULL);
        if (!action_can(&f->app.shell, ACTION_EXPORT_TABLE)) {
            continue;
        }
        Path path = export_as(f, ACTION_EXPORT_TABLE, "t.csv");
        char *text = text_of(&path);
        int commas = -1;
        assert_true(strlen(text) > 0 && text[strlen(text) - 1] == '\n');
        for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
            int found = commas_of(line);
            assert_true(commas < 0 || found == commas);
            commas = found;
        }
        free(text);
        assert_int_equal(unlink(path.text), 0);
    }
}

static bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE;
}

static void a_network_is_saved_with_the_curves_of_its_run(void **state)
{
    Fixture *f = *state;
    Net net;
    NetInfo info;
    Err err;
    f->app.lab.recipe.epochs = 5;
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    Path path = export_as(f, ACTION_SAVE_AS, "run.safetensors");
    assert_true(net_load(&net, &info, path.text, &err));
    net_free(&net);
    assert_int_equal(info.curves.points, 6);
    for (int i = 0; i < 6; i++) {
        const NetPoint *point = &info.curves.point[i];
        assert_int_equal(point->epoch, i);
        assert_float_equal(point->test_cost, f->app.lab.curves.test_cost[i], 1e-3);
        assert_float_equal(point->train_accuracy, f->app.lab.curves.train_accuracy[i], 1e-5);
    }
    f->app.lab.recipe.epochs = 2; /* the next run has curves of its own */
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, is_idle);
    assert_int_equal(f->app.lab.model.info.curves.points, 3);
    action_do(&f->app.shell, ACTION_RESET);
    assert_int_equal(f->app.lab.model.info.curves.points, 0);
}

static void what_cannot_be_saved_is_said_in_the_dialog(void **state)
{
    Fixture *f = *state;
    draw(f);
    export_as(f, ACTION_EXPORT_VIEW, "nowhere/v.png");
    assert_int_equal(f->app.shell.dialog, DIALOG_FILES);
    assert_non_null(strstr(f->app.shell.files.message, "cannot be saved"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_view_is_saved_with_ink_and_answer_and_the_window_stays_as_it_is),
        APP_TEST(a_name_makes_the_picture_twice_or_four_times_as_large),
        APP_TEST(what_is_typed_takes_the_place_of_the_proposed_name),
        APP_TEST(a_view_is_saved_as_svg),
        APP_TEST(a_drawing_is_saved_as_the_sheet_shows_it),
        APP_TEST(strokes_are_saved_with_the_label_they_have),
        APP_TEST(an_image_on_the_sheet_has_no_strokes),
        APP_TEST(an_empty_sheet_is_not_exported),
        APP_TEST(tables_have_a_line_of_names_and_even_rows),
        APP_TEST(a_network_is_saved_with_the_curves_of_its_run),
        APP_TEST(what_cannot_be_saved_is_said_in_the_dialog),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
