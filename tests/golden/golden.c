/* The window in fixed states, drawn by SDL's software renderer and held against small pictures.
 * INKLING_GOLDEN_RECORD=1 takes the pictures anew. */
#include "app_fixture.h"

#include "app/choose.h"
#include "app/models.h"
#include "base/path.h"
#include "picture.h"

enum { REDUCED_W = 300, SEED = 7 };

/* Levels of 0..255. Text hinted otherwise, without other widths, differs by less: 0.10 and 2.3
 * where its letters stand between pixels. A button moved by 8 pixels gives 4 and more in its tile;
 * lost hairlines 0.14 in all. */
static const double MEAN_MOST = 0.12, WORST_MOST = 2.5;

static bool is_inter(const Fixture *f)
{
    const char *name = path_name(f->board.paint.text.face[TEXT_REGULAR].file);
    return strncmp(name, "Inter", 5) == 0;
}

static Path in_folder(const char *folder, const char *name, const char *ending)
{
    Path path;
    char file[64];
    snprintf(file, sizeof file, "%s%s.png", name, ending);
    assert_true(path_join(&path, folder, file));
    return path;
}

static void keep(const Picture *picture, const char *path)
{
    Err err = {{0}};
    if (!picture_save(picture, path, &err)) {
        fail_msg("%s", err.text);
    }
}

/* Hold a picture against the recorded one; both are left in the build folder where they differ. */
static void compare(const Picture *drawn, const char *name)
{
    Picture golden;
    Err err = {{0}};
    Path recorded = in_folder(GOLDEN_PICTURES, name, "");
    Path expected = in_folder(GOLDEN_OUT, name, "-expected");
    Path actual = in_folder(GOLDEN_OUT, name, "-actual");
    if (!picture_load(&golden, recorded.text, &err)) {
        fail_msg("%s INKLING_GOLDEN_RECORD=1 takes the pictures anew.", err.text);
    }
    Difference found = {.mean = 255.0, .worst = 255.0};
    if (golden.w == drawn->w && golden.h == drawn->h) {
        found = picture_compare(drawn, &golden);
    }
    if (found.mean > MEAN_MOST || found.worst > WORST_MOST) {
        keep(&golden, expected.text);
        keep(drawn, actual.text);
        picture_free(&golden);
        fail_msg("%s differs by %.2f levels, most near %d,%d (by %.2f): see %s and %s", name,
                 found.mean, found.x, found.y, found.worst, actual.text, expected.text);
    }
    picture_free(&golden);
}

/* Draw the window and hold it against its picture, or record that. */
static void hold(Fixture *f, const char *name)
{
    Picture drawn;
    Err err = {{0}};
    if (!is_inter(f)) {
        print_message("%s is drawn in Inter, which is not installed here.\n", name);
        skip();
    }
    f->app.redraw = true;
    fixture_draw(f);
    if (!picture_reduce(&drawn, f->board.surface, f->board.surface->w / REDUCED_W, &err)) {
        fail_msg("%s", err.text);
    }
    const char *record = getenv("INKLING_GOLDEN_RECORD");
    if (record && *record) {
        keep(&drawn, in_folder(GOLDEN_PICTURES, name, "").text);
    } else {
        compare(&drawn, name);
    }
    picture_free(&drawn);
}

/* A network of fixed random weights. */
static void take_network(Fixture *f, const char *hidden)
{
    NetShape shape;
    Err err;
    f->app.recipe.seed = SEED;
    assert_true(net_shape_parse(hidden, &shape, &err) && models_new(&f->app, &shape, &err));
}

/* A window of that size, dark or light, with a fixed network and an empty sheet. */
static void begin(Fixture *f, int w_px, int h_px, float px_per_unit, bool dark)
{
    board_free(&f->board);
    board_make(&f->board, w_px, h_px);
    f->app.recipe.epochs = 40;
    f->app.recipe.minibatch = 50;
    f->app.recipe.rate = 1.5f;
    f->app.settings.dark = dark;
    take_network(f, "16,16");
    fixture_resize(f, w_px, h_px, px_per_unit);
}

/* A 3, as in the picture of the design. */
static void draw_three(Fixture *f)
{
    static const Point THREE[] = {{9.0f, 6.5f},   {11.5f, 5.0f},  {15.0f, 4.6f},  {18.5f, 5.4f},
                                  {20.5f, 7.8f},  {20.2f, 10.3f}, {17.5f, 12.2f}, {12.5f, 12.8f},
                                  {17.5f, 13.4f}, {20.4f, 15.8f}, {20.6f, 18.8f}, {18.4f, 21.6f},
                                  {14.0f, 23.2f}, {9.5f, 22.6f},  {7.4f, 20.4f}};
    Err err;
    enum { POINTS = sizeof THREE / sizeof THREE[0] };
    assert_true(drawing_pen_down(&f->app.drawing, TOOL_PEN, 2.2f, THREE[0], &err));
    for (int i = 1; i < POINTS; i++) {
        assert_true(drawing_pen_to(&f->app.drawing, THREE[i], &err));
    }
    drawing_pen_up(&f->app.drawing);
    f->app.inked.all = true;
    f->app.answer_stale = true;
}

/* The figures of a run in its 25th of 40 epochs. */
static void train_a_while(Fixture *f)
{
    App *app = &f->app;
    for (int i = 0; i <= 25; i++) {
        double left = 1.0 / (1.0 + 0.9 * i);
        TrainEpoch epoch = {.epoch = i,
                            .train_cost = 0.07 + 0.93 * left * left + 0.12 * left,
                            .test_cost = 0.14 + 0.86 * left * left + 0.09 * left,
                            .train_accuracy = 0.971 - 0.87 * left * left,
                            .test_accuracy = 0.963 - 0.86 * left * left};
        assert_true(curves_add(&app->curves, &epoch));
    }
    app->model.fresh = false;
    app->model.info.tested = true;
    app->model.info.test_accuracy = 0.959;
    snprintf(app->model.info.data, sizeof app->model.info.data, "MNIST");
    app->stats.phase = TRAIN_RUNNING;
    app->stats.done = 25.0 / 40.0;
    app->stats.seconds = 12.3;
    app->stats.images_per_second = 98.0;
}

static void first_start(void **state)
{
    Fixture *f = *state;
    begin(f, 1280, 800, 1.0f, true);
    hold(f, "first-start-dark");
    begin(f, 1280, 800, 1.0f, false);
    hold(f, "first-start-light");
}

static void a_drawing(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 1280, 800, 1.0f, true);
    hold(f, "drawing-dark");
    begin(f, 1280, 800, 1.0f, false);
    hold(f, "drawing-light");
}

static void the_smallest_window(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 900, 600, 1.0f, true);
    train_a_while(f);
    hold(f, "smallest-dark");
}

static void twice_the_scale(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 2560, 1600, 2.0f, true);
    hold(f, "double-dark");
}

static void training(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 1280, 800, 1.0f, true);
    train_a_while(f);
    hold(f, "training-dark");
    begin(f, 1280, 800, 1.0f, false);
    train_a_while(f);
    hold(f, "training-light");
}

static void an_open_menu(void **state)
{
    Fixture *f = *state;
    begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_n, KMOD_LALT);
    hold(f, "menu-dark");
    f->app.settings.dark = false;
    fixture_key(f, SDLK_LEFT, 0);
    hold(f, "menu-light");
}

static void the_page_of_keys(void **state)
{
    Fixture *f = *state;
    begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_F1, 0);
    hold(f, "keys-dark");
    begin(f, 900, 600, 1.0f, true);
    hold(f, "keys-smallest");
}

static void choosing_a_file(void **state)
{
    static const FileEntry ENTRY[] = {{"..", true},
                                      {"older", true},
                                      {"784-128-64-10.safetensors", false},
                                      {"784-16-16-10.safetensors", false},
                                      {"my-first.safetensors", false}};
    Fixture *f = *state;
    begin(f, 1280, 800, 1.0f, false);
    choose_begin(&f->app, FILES_SAVE);
    Files *files = &f->app.files;
    files->folder = (Path){"/srv/ada/networks"};
    files->entries = sizeof ENTRY / sizeof ENTRY[0];
    memcpy(files->entry, ENTRY, sizeof ENTRY);
    files->marked = 3;
    files->caret = snprintf(files->name, sizeof files->name, "%s", ENTRY[3].name);
    snprintf(files->message, sizeof files->message,
             "It is there already: press Save again to replace it.");
    hold(f, "files-light");
}

static void a_notice(void **state)
{
    Fixture *f = *state;
    fixture_start_again(f, "/nowhere");
    draw_three(f);
    begin(f, 1280, 800, 1.0f, true);
    app_tell(&f->app, true, ACTION_GET_MNIST,
             "MNIST was not found: choose File > Get MNIST in the window, or name its folder with "
             "--data. Looked in /usr/share/inkling/mnist.");
    hold(f, "notice-dark");
}

static void a_wide_network(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 1280, 800, 1.0f, true);
    take_network(f, "128,64");
    hold(f, "wide-dark");
}

/* What the other states do not show: the eraser in hand, no fitting, the focus, the brush. */
static void the_other_switches(void **state)
{
    Fixture *f = *state;
    draw_three(f);
    begin(f, 1280, 800, 1.0f, false);
    f->app.settings.tool = TOOL_ERASER;
    f->app.preparation = PREPARATION_RAW;
    f->app.answer_stale = true;
    f->app.focus = ACTION_FIT;
    f->app.focus_shown = true;
    f->app.settings.brush_cell = 5.0f;
    fixture_move(f, fixture_cell(f, 9.0f, 15.0f)); /* the ring of the brush, on paper */
    hold(f, "switches-light");
}

static void a_doubtful_answer(void **state)
{
    static const float DOUBT[NET_OUTPUTS] = {[1] = 0.52f, [3] = 0.07f, [7] = 0.81f, [9] = 0.22f};
    static const float NONE[NET_OUTPUTS] = {[2] = 0.08f, [3] = 0.21f};
    Fixture *f = *state;
    draw_three(f);
    begin(f, 1280, 800, 1.0f, false);
    chart_update(&f->app.chart, DOUBT);
    hold(f, "doubt-light");
    begin(f, 900, 600, 1.0f, true);
    chart_update(&f->app.chart, NONE);
    hold(f, "no-digit-smallest");
}

/* A collection of one's own digits, half of them read right. */
static void collect_digits(Fixture *f)
{
    static const char LINES[] =
        "7 me 100,60 480,20 860,0 700,300 520,640 400,1000\n"
        "4 me 420,0 240,330 40,640 400,650 800,640;600,420 580,700 560,1000\n"
        "1 me 330,250 500,0 490,500 480,1000\n"
        "3 me 160,120 420,0 700,110 640,360 380,460 700,560 720,840 420,1000 100,900\n";
    Path path = scratch_path(&f->home, "inkling");
    Err err;
    assert_true(path_make_folder(path.text, &err));
    path = scratch_path(&f->home, "inkling/digits");
    char text[6 * sizeof LINES] = "";
    for (int i = 0; i < 6; i++) {
        strncat(text, LINES, sizeof text - strlen(text) - 1);
    }
    scratch_write(path.text, text, strlen(text));
    fixture_start_again(f, f->data.text);
}

static void my_digits(void **state)
{
    Fixture *f = *state;
    collect_digits(f);
    begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    const Reading *reading = &f->app.mine.reading;
    for (int i = 0; i < reading->of; i += 2) {
        f->app.mine.own.digits.digit[i].label = reading->answer[i];
    }
    app_weights_changed(&f->app); /* read them anew */
    for (int i = 0; i < 5; i++) {
        fixture_key(f, SDLK_RIGHT, 0);
    }
    hold(f, "my-digits-dark");
    begin(f, 900, 600, 1.0f, false);
    hold(f, "my-digits-smallest");
}

static void samples(void **state)
{
    Fixture *f = *state;
    begin(f, 1280, 800, 1.0f, false);
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    hold(f, "strokes-light");
    fixture_key(f, SDLK_ESCAPE, 0);
    begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_a, KMOD_LCTRL | KMOD_LSHIFT);
    hold(f, "augmented-dark");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(first_start),
        APP_TEST(a_drawing),
        APP_TEST(the_smallest_window),
        APP_TEST(twice_the_scale),
        APP_TEST(training),
        APP_TEST(an_open_menu),
        APP_TEST(the_page_of_keys),
        APP_TEST(choosing_a_file),
        APP_TEST(a_notice),
        APP_TEST(a_wide_network),
        APP_TEST(the_other_switches),
        APP_TEST(a_doubtful_answer),
        APP_TEST(my_digits),
        APP_TEST(samples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
