/* The window in fixed states, held against small pictures. */
#include "hold.h"

#include "base/path.h"
#include "lab/models.h"
#include "lab/reading.h"
#include "picture.h"
#include "scratch_disk.h"
#include "shell/leave.h"
#include "shell/panes.h"

enum { REDUCED_W = 300, SEED = 7 };

static const char HOME[] = "/srv/ada/share";

/* Levels of 0..255. Text hinted otherwise, without other widths, differs by less: 0.10 and 2.3
 * where its letters stand between pixels. A button moved by 8 pixels gives 4 and more in its tile;
 * lost hairlines 0.14 in all. */
static const double MEAN_MOST = 0.12, WORST_MOST = 2.5;

static Path in_folder(const char *folder, const char *name, const char *ending)
{
    Path path;
    char file[64];
    snprintf(file, sizeof file, "%s%s.png", name, ending);
    assert_true(path_join(&path, folder, file));
    return path;
}

static void keep(const Golden *picture, const char *path)
{
    Err err = {0};
    if (!golden_save(picture, path, &err)) {
        fail_msg("%s", err.text);
    }
}

/* Hold a picture against the recorded one; both are left in the build folder where they differ. */
static void compare(const Golden *drawn, const char *name)
{
    Golden golden;
    Err err = {0};
    Path recorded = in_folder(GOLDEN_PICTURES, name, "");
    Path expected = in_folder(GOLDEN_OUT, name, "-expected");
    Path actual = in_folder(GOLDEN_OUT, name, "-actual");
    if (!golden_load(&golden, recorded.text, &err)) {
        fail_msg("%s INKLING_GOLDEN_RECORD=1 takes the pictures anew.", err.text);
    }
    Difference found = {.mean = 255.0, .worst = 255.0};
    if (golden.w == drawn->w && golden.h == drawn->h) {
        found = golden_compare(drawn, &golden);
    }
    if (found.mean > MEAN_MOST || found.worst > WORST_MOST) {
        keep(&golden, expected.text);
        keep(drawn, actual.text);
        golden_free(&golden);
        fail_msg("%s differs by %.2f levels, most near %d,%d (by %.2f): see %s and %s", name,
                 found.mean, found.x, found.y, found.worst, actual.text, expected.text);
    }
    golden_free(&golden);
}

void hold_settle(Fixture *f)
{
    for (int frames = 0; frames < FIXTURE_GUARD_MS; frames++) {
        f->app.shell.redraw = true;
        fixture_frame(f);
        int view_ms = panes_sleep_ms(&f->app.shell), reading_ms = reading_sleep_ms(&f->app.lab);
        if (view_ms < 0 && reading_ms < 0 && !f->app.lab.loader) {
            return;
        }
        SDL_Delay(view_ms == 0 || reading_ms == 0 ? 0 : 1);
    }
    fail_msg("there is always something left to compute");
}

void hold(Fixture *f, const char *name)
{
    Golden drawn;
    Err err = {0};
    hold_settle(f);
    fixture_draw(f);
    if (!golden_reduce(&drawn, f->board.surface, f->board.surface->w / REDUCED_W, &err)) {
        fail_msg("%s", err.text);
    }
    const char *record = getenv("INKLING_GOLDEN_RECORD");
    if (record && *record) {
        keep(&drawn, in_folder(GOLDEN_PICTURES, name, "").text);
    } else {
        compare(&drawn, name);
    }
    golden_free(&drawn);
}

void hold_take_network(Fixture *f, const char *hidden)
{
    NetShape shape;
    Err err;
    f->app.lab.recipe.seed = SEED;
    assert_true(net_shape_parse(hidden, &shape, &err) && models_new(&f->app.lab, &shape, &err));
}

void hold_begin(Fixture *f, int w_px, int h_px, float px_per_unit, bool dark)
{
    board_free(&f->board);
    board_make(&f->board, w_px, h_px);
    f->app.lab.recipe.epochs = 40;
    f->app.lab.recipe.minibatch = 50;
    f->app.lab.recipe.rate = 1.5f;
    f->app.lab.config = f->app.lab.recipe;
    f->app.lab.settings.dark = dark;
    hold_take_network(f, "16,16");
    fixture_resize(f, w_px, h_px, px_per_unit);
}

void hold_draw_three(Fixture *f)
{
    static const Point THREE[] = {{9.0f, 6.5f},   {11.5f, 5.0f},  {15.0f, 4.6f},  {18.5f, 5.4f},
                                  {20.5f, 7.8f},  {20.2f, 10.3f}, {17.5f, 12.2f}, {12.5f, 12.8f},
                                  {17.5f, 13.4f}, {20.4f, 15.8f}, {20.6f, 18.8f}, {18.4f, 21.6f},
                                  {14.0f, 23.2f}, {9.5f, 22.6f},  {7.4f, 20.4f}};
    Err err;
    enum { POINTS = sizeof THREE / sizeof THREE[0] };
    assert_true(drawing_pen_down(&f->app.lab.drawing, TOOL_PEN, 2.2f, THREE[0], &err));
    for (int i = 1; i < POINTS; i++) {
        assert_true(drawing_pen_to(&f->app.lab.drawing, THREE[i], &err));
    }
    drawing_pen_up(&f->app.lab.drawing);
    f->app.lab.answer_stale = true;
}

void hold_name_home(const Fixture *f, char *sentence)
{
    char named[ERR_TEXT_MAX] = "";
    size_t length = strlen(f->home.text);
    for (const char *at = sentence; *at;) {
        bool is_home = strncmp(at, f->home.text, length) == 0;
        size_t used = strlen(named), step = is_home ? length : 1;
        snprintf(named + used, sizeof named - used, "%.*s", is_home ? (int)sizeof HOME - 1 : 1,
                 is_home ? HOME : at);
        at += step;
    }
    snprintf(sentence, ERR_TEXT_MAX, "%s", named);
}

static bool asks_to_leave(const App *app)
{
    return leave_shows(&app->shell);
}

void hold_quit_in_vain(Fixture *f)
{
    fixture_keep(f); /* the drawing alone is to be saved */
    struct rlimit kept = scratch_fill_disk(100);
    hold_draw_three(f);
    fixture_key(f, SDLK_q, KMOD_LCTRL);
    fixture_wait(f, asks_to_leave);
    scratch_free_disk(kept);
    hold_name_home(f, f->app.shell.leave.err.text);
}

void hold_train_a_while(Fixture *f)
{
    App *app = &f->app;
    for (int i = 0; i <= 25; i++) {
        double left = 1.0 / (1.0 + 0.9 * i);
        TrainEpoch epoch = {.epoch = i,
                            .train_cost = 0.07 + 0.93 * left * left + 0.12 * left,
                            .test_cost = 0.14 + 0.86 * left * left + 0.09 * left,
                            .train_accuracy = 0.971 - 0.87 * left * left,
                            .test_accuracy = 0.963 - 0.86 * left * left};
        assert_true(curves_add(&app->lab.curves, &epoch));
    }
    app->lab.stats.steps_planned = 40 * 1000;
    for (int64_t step = 1; step <= 25 * 1000; step++) {
        double smooth = 0.12 + 3.1 / (1.0 + (double)step / 90.0);
        double rough = 1.0 + 0.2 * (double)(step * 7919 % 101 - 50) / 50.0;
        history_add(&app->lab.history, &(HistoryPoint){step, (float)(smooth * rough), (float)smooth,
                                                       (float)(0.96 - 0.86 * smooth / 3.22), step});
    }
    app->lab.following = true;
    app->lab.settings.strip_open = true;
    app->lab.model.fresh = false;
    app->lab.model.info.tested = true;
    app->lab.model.info.test_accuracy = 0.959;
    snprintf(app->lab.model.info.data, sizeof app->lab.model.info.data, "MNIST");
    app->lab.stats.phase = TRAIN_RUNNING;
    app->lab.stats.done = 25.0 / 40.0;
    app->lab.stats.steps = app->lab.stats.accuracy_step = 25 * 1000;
    app->lab.stats.estimated = true;
    app->lab.stats.accuracy = 0.957;
    app->lab.stats.seconds = 12.3;
    app->lab.stats.images_per_second = 98.0;
}

void hold_start_afresh(Fixture *f)
{
    static int homes;
    char name[32];
    snprintf(name, sizeof name, "home-%d", ++homes);
    Path home = scratch_path(&f->home, name);
    assert_int_equal(mkdir(home.text, 0700), 0);
    app_free(&f->app);
    setenv("XDG_DATA_HOME", home.text, 1);
    fixture_start(f, f->data.text);
}

void hold_bring_up(Fixture *f, ViewId view, int w_px, int h_px, float px_per_unit, bool dark)
{
    hold_draw_three(f);
    hold_begin(f, w_px, h_px, px_per_unit, dark);
    hold_train_a_while(f);
    RunRecipe recipe = {
        .config = f->app.lab.config, .shape = f->app.lab.model.net.shape, .data = "MNIST"};
    runs_begin(&f->app.lab.runs, &recipe);
    for (int i = 0; i <= 25; i++) {
        Net *net = &f->app.lab.model.net;
        for (size_t w = 0; w < net->floats; w++) {
            net->block[w] *= 1.02f;
        }
        timeline_add(&f->app.lab.timeline, i / 40.0, net);
    }
    lab_net_changed(&f->app.lab);
    panes_show(&f->app.shell, view);
}
