/* What the window around the views says, its menus, pages, panels and notices. */
#include "say.h"

#include <fcntl.h>
#include <sys/file.h>

#include "lab/models.h"
#include "lab/scrub.h"
#include "session_fixture.h"
#include "shell/choose.h"
#include "shell/present.h"
#include "shell/seat.h"
#include "shell/tell.h"
#include "shell/widgets.h"

static void begin(Fixture *f, bool small)
{
    hold_begin(f, small ? 900 : 1280, small ? 600 : 800, 1.0f, true);
    hold_settle(f);
}

/* A state in windows of both sizes. */
static void say_twice(Fixture *f, const char *state, unsigned what)
{
    int w = f->app.shell.w_px, h = f->app.shell.h_px;
    say(f, state, what);
    fixture_resize(f, 900, 600, 1.0f);
    hold_settle(f);
    say(f, state, what & SAY_IN_ONE_THEME);
    fixture_resize(f, w, h, 1.0f);
    hold_settle(f);
}

static void take_shipped(Fixture *f)
{
    Err err = {0};
    if (!models_open_shipped(&f->app.lab, SHIPPED_DEFAULT, &err)) {
        fail_msg("%s", err.text);
    }
    hold_settle(f);
}

static void drawings_and_answers(void **state)
{
    static const float DOUBT[NET_OUTPUTS] = {[1] = 0.52f, [3] = 0.07f, [7] = 0.81f, [9] = 0.22f};
    static const float NONE[NET_OUTPUTS] = {[2] = 0.08f, [3] = 0.21f};
    Fixture *f = *state;
    say_begin("drawing");
    begin(f, false);
    take_shipped(f);
    f->app.lab.settings.has_drawn = false;
    say_twice(f, "first start", SAY_TEXTS);
    f->app.lab.settings.has_drawn = true;
    say_twice(f, "an empty sheet", SAY_ALL_HINTS);
    hold_draw_three(f);
    hold_settle(f);
    say_twice(f, "drawn, the network that ships", SAY_ALL_HINTS);
    begin(f, false);
    say_twice(f, "drawn, random weights", SAY_ALL_HINTS);
    chart_update(&f->app.shell.chart, DOUBT);
    f->app.lab.answer = answer_of(DOUBT);
    say(f, "in doubt", SAY_ALL_HINTS);
    chart_update(&f->app.shell.chart, NONE);
    f->app.lab.answer = answer_of(NONE);
    say(f, "no digit", SAY_ALL_HINTS);
    hold_take_network(f, "128,64");
    hold_settle(f);
    say_twice(f, "a wide network", SAY_TEXTS);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    say(f, "undone", SAY_TEXTS);
    say_end(f);
}

static void preparations_and_labels(void **state)
{
    Fixture *f = *state;
    say_begin("input");
    hold_draw_three(f);
    begin(f, false);
    take_shipped(f);
    fixture_key(f, SDLK_f, 0);
    say(f, "not fitted", SAY_TEXTS);
    fixture_key(f, SDLK_f, 0);
    fixture_key(f, SDLK_g, 0);
    say(f, "straightened or no longer", SAY_TEXTS);
    fixture_key(f, SDLK_g, 0);
    fixture_key(f, SDLK_e, 0);
    fixture_key(f, SDLK_RIGHTBRACKET, 0);
    say(f, "the eraser, a thicker brush", SAY_TEXTS);
    fixture_key(f, SDLK_3, 0);
    hold_settle(f);
    say(f, "labelled", SAY_ALL_HINTS);
    fixture_key(f, SDLK_z, KMOD_LCTRL);
    hold_settle(f);
    say(f, "label taken back", SAY_TEXTS);
    lab_exhibit(&f->app.lab, f->app.lab.input.cell, 3, "MNIST test image 1,234");
    hold_settle(f);
    say_twice(f, "an image on the sheet", SAY_ALL_HINTS);
    say_end(f);
}

static void one_run(void **state)
{
    Fixture *f = *state;
    say_begin("run");
    hold_bring_up(f, VIEW_NETWORK, 1280, 800, 1.0f, true);
    hold_settle(f);
    say_twice(f, "training", SAY_ALL_HINTS);
    f->app.lab.paused = true;
    f->app.lab.stats.phase = TRAIN_PAUSED;
    say(f, "paused", SAY_ALL_HINTS);
    for (int i = 0; i < 11; i++) {
        fixture_key(f, SDLK_COMMA, 0);
    }
    say(f, "slow", SAY_TEXTS);
    for (int i = 0; i < 4; i++) {
        fixture_key(f, SDLK_PERIOD, 0);
    }
    say(f, "faster", SAY_TEXTS);
    f->app.lab.paused = false;
    f->app.lab.stats.phase = TRAIN_IDLE;
    f->app.lab.stats.finished = true;
    f->app.lab.stats.done = 1.0;
    say_twice(f, "finished", SAY_ALL_HINTS);
    scrub_to(&f->app.lab, 7);
    hold_settle(f);
    say_twice(f, "a moment of before", SAY_ALL_HINTS);
    say_end(f);
}

static void notices(void **state)
{
    Fixture *f = *state;
    say_begin("notices");
    fixture_start_again(f, "/nowhere");
    say_twice(f, "no data", SAY_TEXTS);
    begin(f, false);
    tell(&f->app.shell, true, ACTION_GET_MNIST,
         "MNIST was not found: choose File > Get MNIST in the window, or name its folder with "
         "--data. Looked in /usr/share/inkling/mnist.");
    say_twice(f, "a failure, with something to do", SAY_TEXTS);
    tell(&f->app.shell, false, ACTION_NONE, "Saved.");
    say_twice(f, "news", SAY_TEXTS);
    fixture_key(f, SDLK_ESCAPE, 0);
    say(f, "news closed", SAY_TEXTS);
    say_end(f);
}

static void leaving(void **state)
{
    Fixture *f = *state;
    say_begin("leaving");
    begin(f, false);
    hold_quit_in_vain(f);
    hold_settle(f);
    say_twice(f, "a full disk", SAY_TEXTS);
    tell(&f->app.shell, false, ACTION_NONE, "The network is saved as /media/ada/mine.safetensors.");
    say_twice(f, "what was saved elsewhere", SAY_TEXTS);
    fixture_key(f, SDLK_ESCAPE, 0);
    say(f, "it goes on", SAY_TEXTS);
    say_end(f);
}

/* Start with that in the place of the session. */
static void say_of_session(Fixture *f, const char *state, const char *text)
{
    session_start_with(f, scratch_path(&f->home, SETTINGS_FILE).text, text, strlen(text));
    hold_settle(f);
    hold_name_home(f, f->app.shell.notice.text);
    say_twice(f, state, SAY_TEXTS);
    fixture_keep(f); /* its network, for the next */
}

static void sessions(void **state)
{
    Fixture *f = *state;
    say_begin("sessions");
    fixture_keep(f);
    say_of_session(f, "a damaged one", "{\"version\":");
    say_of_session(f, "that of a newer Inkling", "{\"version\":1000}");
    app_free(&f->app);
    int fd = open(scratch_path(&f->home, "inkling/session.lock").text, O_RDWR | O_CLOEXEC);
    assert_true(fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0); /* as a first window has it */
    fixture_start(f, f->data.text);
    hold_settle(f);
    say_twice(f, "a second window", SAY_TEXTS);
    close(fd);
    say_end(f);
}

static void menus(void **state)
{
    Fixture *f = *state;
    say_begin("menus");
    hold_bring_up(f, VIEW_NETWORK, 1280, 800, 1.0f, true);
    hold_settle(f);
    for (int menu = 0; menu < f->app.shell.menu_bar.menus; menu++) {
        char name[64];
        widgets_open_menu(&f->app.shell, menu, true);
        snprintf(name, sizeof name, "menu %s", f->app.shell.menu_bar.menu[menu].title);
        say_twice(f, name, SAY_TEXTS);
    }
    fixture_key(f, SDLK_ESCAPE, 0);
    say_end(f);
}

static void pages(void **state)
{
    static const struct {
        const char *name;
        int action;
    } PAGE[] = {{"Keys", ACTION_KEYS}, {"How to use it", ACTION_USE}, {"About", ACTION_ABOUT}};
    Fixture *f = *state;
    say_begin("pages");
    begin(f, false);
    for (size_t i = 0; i < sizeof PAGE / sizeof PAGE[0]; i++) {
        action_do(&f->app.shell, PAGE[i].action);
        hold_settle(f);
        say_twice(f, PAGE[i].name, SAY_TEXTS);
        fixture_key(f, SDLK_ESCAPE, 0);
    }
    say_end(f);
}

/* The dialog in a folder that looks the same everywhere. */
static void choose(Fixture *f, FilesPurpose purpose, const char *message)
{
    static const FileEntry ENTRY[] = {{"..", true},
                                      {"older", true},
                                      {"784-128-64-10.safetensors", false},
                                      {"784-16-16-10.safetensors", false},
                                      {"my-first.safetensors", false}};
    choose_begin(&f->app.shell, purpose);
    Files *files = &f->app.shell.files;
    files->folder = (Path){"/srv/ada/networks"};
    files->entries = sizeof ENTRY / sizeof ENTRY[0];
    memcpy(files->entry, ENTRY, sizeof ENTRY);
    files->marked = 3;
    files->caret = snprintf(files->name, sizeof files->name, "%s", ENTRY[3].name);
    snprintf(files->message, sizeof files->message, "%s", message);
}

static void choosing_files(void **state)
{
    static const char *const NAME[] = {"open",
                                       "open picture",
                                       "save",
                                       "save with its run",
                                       "export my digits",
                                       "export view",
                                       "export table",
                                       "export drawing",
                                       "film"};
    Fixture *f = *state;
    say_begin("files");
    hold_draw_three(f);
    begin(f, false);
    for (int purpose = FILES_OPEN; purpose <= FILES_FILM; purpose++) {
        choose(f, (FilesPurpose)purpose, "");
        say_twice(f, NAME[purpose], SAY_TEXTS);
        fixture_key(f, SDLK_ESCAPE, 0);
    }
    choose(f, FILES_SAVE, "It is there already: press Save again to replace it.");
    say_twice(f, "a question", SAY_TEXTS);
    fixture_key(f, SDLK_ESCAPE, 0);
    say_end(f);
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

static void panels(void **state)
{
    Fixture *f = *state;
    say_begin("panels");
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    hold_settle(f);
    say_twice(f, "no digits of my own", SAY_TEXTS);
    collect_digits(f);
    begin(f, false);
    say_twice(f, "my digits are counted", SAY_ALL_HINTS);
    fixture_key(f, SDLK_m, KMOD_LCTRL | KMOD_LSHIFT);
    hold_settle(f);
    say_twice(f, "my digits", SAY_TEXTS);
    fixture_key_often(f, SDLK_RIGHT, 5);
    say(f, "the sixth is marked", SAY_TEXTS);
    fixture_key(f, SDLK_m, 0);
    hold_settle(f);
    say(f, "the misread alone", SAY_TEXTS);
    fixture_key(f, SDLK_DELETE, 0);
    hold_settle(f);
    say(f, "one deleted", SAY_TEXTS);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_k, KMOD_LCTRL | KMOD_LSHIFT);
    hold_settle(f);
    say_twice(f, "built-in strokes", SAY_TEXTS);
    fixture_key(f, SDLK_ESCAPE, 0);
    fixture_key(f, SDLK_a, KMOD_LCTRL | KMOD_LSHIFT);
    hold_settle(f);
    say_twice(f, "augmented samples", SAY_TEXTS);
    say_end(f);
}

static void presenting(void **state)
{
    static const int PART[] = {ACTION_PRESENT_TOOLS, ACTION_PRESENT_INPUT, ACTION_PRESENT_ANSWER,
                               ACTION_PRESENT_STRIP};
    Fixture *f = *state;
    say_begin("presenter");
    for (int view = 0; view < VIEWS; view++) {
        char name[64];
        hold_start_afresh(f);
        hold_bring_up(f, (ViewId)view, 1280, 800, 1.0f, true);
        fixture_key(f, SDLK_F9, 0);
        hold_settle(f);
        snprintf(name, sizeof name, "presenting %s",
                 action_label(&f->app.shell, ACTION_VIEW_NETWORK + view));
        say_twice(f, name, SAY_TEXTS);
    }
    for (int i = 0; i < 4; i++) {
        char name[64];
        action_do(&f->app.shell, PART[i]);
        hold_settle(f);
        snprintf(name, sizeof name, "%d parts hidden", i + 1);
        say_twice(f, name, SAY_TEXTS);
    }
    widgets_open_menu(&f->app.shell, 0, true);
    say(f, "a menu over it", SAY_TEXTS);
    say_end(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(drawings_and_answers),
        APP_TEST(preparations_and_labels),
        APP_TEST(one_run),
        APP_TEST(notices),
        APP_TEST(leaving),
        APP_TEST(sessions),
        APP_TEST(menus),
        APP_TEST(pages),
        APP_TEST(choosing_files),
        APP_TEST(panels),
        APP_TEST(presenting),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    say_print_counts();
    return failed;
}
