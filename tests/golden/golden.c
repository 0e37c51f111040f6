/* The window around its views, its pages and panels, in fixed states. */
#include "hold.h"

#include "lab/models.h"
#include "shell/choose.h"
#include "shell/tell.h"

static void first_start(void **state)
{
    Fixture *f = *state;
    f->app.lab.settings.has_drawn = f->app.lab.settings.less_motion = false;
    hold_begin(f, 1280, 800, 1.0f, true);
    shell_tick(&f->app.shell, 1800); /* the ghost writes */
    hold(f, "first-start-dark");
    f->app.lab.settings.less_motion = true;
    hold_begin(f, 1280, 800, 1.0f, false);
    hold(f, "first-start-light");
}

static void a_drawing(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, true);
    hold(f, "drawing-dark");
    hold_begin(f, 1280, 800, 1.0f, false);
    hold(f, "drawing-light");
}

static void the_smallest_window(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 900, 600, 1.0f, true);
    hold_train_a_while(f);
    hold(f, "smallest-dark");
}

static void twice_the_scale(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 2560, 1600, 2.0f, true);
    hold(f, "double-dark");
}

static void training(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, true);
    hold_train_a_while(f);
    hold(f, "training-dark");
    hold_begin(f, 1280, 800, 1.0f, false);
    hold_train_a_while(f);
    hold(f, "training-light");
}

static void an_open_menu(void **state)
{
    Fixture *f = *state;
    hold_begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_n, KMOD_LALT);
    hold(f, "menu-dark");
    f->app.lab.settings.dark = false;
    fixture_key(f, SDLK_LEFT, 0);
    hold(f, "menu-light");
}

static void the_page_of_keys(void **state)
{
    Fixture *f = *state;
    hold_begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_F1, 0);
    hold(f, "keys-dark");
    hold_begin(f, 900, 600, 1.0f, true);
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
    hold_begin(f, 1280, 800, 1.0f, false);
    choose_begin(&f->app.shell, FILES_SAVE);
    Files *files = &f->app.shell.files;
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
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, true);
    tell(&f->app.shell, true, ACTION_GET_MNIST,
         "MNIST was not found: choose File > Get MNIST in the window, or name its folder with "
         "--data. Looked in /usr/share/inkling/mnist.");
    hold(f, "notice-dark");
}

static void a_disk_that_is_full_at_the_end(void **state)
{
    Fixture *f = *state;
    hold_begin(f, 900, 600, 1.0f, true);
    hold_quit_in_vain(f);
    hold(f, "leave-smallest");
    hold_begin(f, 1280, 800, 1.0f, false);
    hold(f, "leave-light");
}

static void a_wide_network(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, true);
    hold_take_network(f, "128,64");
    hold(f, "wide-dark");
}

/* What the other states do not show: the eraser in hand, no fitting, the focus, the brush. */
static void the_other_switches(void **state)
{
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, false);
    f->app.lab.settings.tool = TOOL_ERASER;
    f->app.lab.preparation = PREPARATION_RAW;
    f->app.lab.answer_stale = true;
    f->app.shell.focus = ACTION_FIT;
    f->app.shell.focus_shown = true;
    f->app.lab.settings.brush_cell = 5.0f;
    fixture_move(f, fixture_cell(f, 9.0f, 15.0f)); /* the ring of the brush, on paper */
    hold(f, "switches-light");
}

static void a_doubtful_answer(void **state)
{
    static const float DOUBT[NET_OUTPUTS] = {[1] = 0.52f, [3] = 0.07f, [7] = 0.81f, [9] = 0.22f};
    static const float NONE[NET_OUTPUTS] = {[2] = 0.08f, [3] = 0.21f};
    Fixture *f = *state;
    hold_draw_three(f);
    hold_begin(f, 1280, 800, 1.0f, false);
    chart_update(&f->app.shell.chart, DOUBT);
    f->app.lab.answer = answer_of(DOUBT);
    hold(f, "doubt-light");
    hold_begin(f, 900, 600, 1.0f, true);
    chart_update(&f->app.shell.chart, NONE);
    f->app.lab.answer = answer_of(NONE);
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
    hold_begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    const Reading *reading = &f->app.lab.mine.reading;
    for (int i = 0; i < reading->of; i += 2) {
        f->app.lab.mine.own.digits.digit[i].label = reading->answer[i];
    }
    lab_net_changed(&f->app.lab); /* read them anew */
    for (int i = 0; i < 5; i++) {
        fixture_key(f, SDLK_RIGHT, 0);
    }
    hold(f, "my-digits-dark");
    hold_begin(f, 900, 600, 1.0f, false);
    hold(f, "my-digits-smallest");
}

static void samples(void **state)
{
    Fixture *f = *state;
    hold_begin(f, 1280, 800, 1.0f, false);
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    hold(f, "strokes-light");
    fixture_key(f, SDLK_ESCAPE, 0);
    hold_begin(f, 1280, 800, 1.0f, true);
    fixture_key(f, SDLK_a, KMOD_LCTRL | KMOD_LSHIFT);
    hold(f, "augmented-dark");
}

/* Random weights on show, two on the shelf, one of them with a name. */
static void networks(void **state)
{
    Fixture *f = *state;
    hold_begin(f, 1280, 800, 1.0f, true);
    hold_draw_three(f);
    fixture_key(f, SDLK_l, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_n, KMOD_LCTRL);
    models_name(&f->app.lab, 0, "The one with 256 neurons");
    fixture_key(f, SDLK_o, KMOD_LCTRL | KMOD_LSHIFT);
    fixture_key(f, SDLK_RIGHT, 0);
    hold(f, "networks-dark");
    hold_begin(f, 900, 600, 1.0f, false);
    hold(f, "networks-smallest");
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
        APP_TEST(a_disk_that_is_full_at_the_end),
        APP_TEST(a_wide_network),
        APP_TEST(the_other_switches),
        APP_TEST(a_doubtful_answer),
        APP_TEST(my_digits),
        APP_TEST(samples),
        APP_TEST(networks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
