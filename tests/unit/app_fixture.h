/* The window's state without a window: an App with a small MNIST and a home of its own, fed with
 * events that nobody made by hand. */
#ifndef UNIT_APP_FIXTURE_H
#define UNIT_APP_FIXTURE_H

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "acts.h"
#include "app/app.h"
#include "board.h"
#include "lab/session.h"
#include "lab/session_facts.h"
#include "lab/training.h"
#include "scratch.h"
#include "shell/action.h"
#include "shell/pointed.h"
#include "shell/widgets.h"

enum {
    FIXTURE_W = 1280,
    FIXTURE_H = 800,
    FIXTURE_TRAIN = 20, /* images */
    FIXTURE_TEST = 10,
    FIXTURE_GUARD_MS = 30000, /* ends a test that waits for what never comes */
};

typedef struct Fixture {
    App app;
    Board board;
    Path home; /* XDG_DATA_HOME, and the only folder where programs are looked for */
    Path data; /* a small MNIST */
} Fixture;

#define APP_TEST(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_free)

/** One frame without its drawing. */
static inline void fixture_frame(Fixture *f)
{
    app_update(&f->app);
    f->app.shell.redraw = false;
}

/** One frame. */
static inline void fixture_draw(Fixture *f)
{
    fixture_frame(f);
    app_draw(&f->app);
    SDL_RenderPresent(f->board.renderer);
}

/** One turn of the loop, as app_run() has it: sleep until something is to be done, then a frame. */
static inline void fixture_turn(Fixture *f)
{
    SDL_Event event;
    int sleep_ms = app_sleep_ms(&f->app);
    bool guarded = sleep_ms < 0 || sleep_ms > FIXTURE_GUARD_MS;
    int got = SDL_WaitEventTimeout(&event, guarded ? FIXTURE_GUARD_MS : sleep_ms);
    if (!got && guarded) {
        fail_msg("the window waited in vain");
    }
    for (; got; got = SDL_PollEvent(&event)) {
        app_handle(&f->app, &event);
    }
    fixture_frame(f);
}

/** Run the loop until the state is so. */
static inline void fixture_wait(Fixture *f, bool (*until)(const App *app))
{
    fixture_frame(f);
    while (!until(&f->app)) {
        fixture_turn(f);
    }
}

static inline bool fixture_is_loaded(const App *app)
{
    return !app->lab.loader;
}

static inline bool fixture_is_kept(const App *app)
{
    Err err;
    return session_news(&app->lab, &err) == SESSION_KEPT;
}

/** Have the session saved. */
static inline void fixture_keep(Fixture *f)
{
    session_hurry(&f->app.lab);
    fixture_wait(f, fixture_is_kept);
}

static inline bool fixture_has_quit(const App *app)
{
    return app->shell.quit;
}

/** Start the program. @param data folder of MNIST */
static inline void fixture_start(Fixture *f, const char *data)
{
    Err err = {0};
    if (!app_make(&f->app, NULL, &f->board.paint, data, NULL, &err)) {
        fail_msg("%s", err.text);
    }
    f->app.lab.plan.data_asked = true; /* strokes go with its images, which are not MNIST's */
    f->app.lab.errands.patience_ms = FIXTURE_GUARD_MS; /* disks are slow where tests run */
    f->app.lab.settings.has_drawn = true;              /* else it is the first start */
    f->app.lab.settings.less_motion = true;            /* no test waits for what moves */
    shell_resize(&f->app.shell, FIXTURE_W, FIXTURE_H, 1.0f);
    fixture_wait(f, fixture_is_loaded);
}

/** End the program and start it again. */
static inline void fixture_start_again(Fixture *f, const char *data)
{
    app_free(&f->app);
    fixture_start(f, data);
}

static inline int fixture_make(void **state)
{
    Fixture *f = aligned_alloc(_Alignof(Fixture), sizeof *f);
    assert_non_null(f);
    memset(f, 0, sizeof *f);
    *state = f;
    scratch_make(&f->home);
    f->data = scratch_path(&f->home, "images");
    assert_int_equal(mkdir(f->data.text, 0700), 0);
    scratch_mnist(&f->data, FIXTURE_TRAIN, FIXTURE_TEST);
    setenv("XDG_DATA_HOME", f->home.text, 1);
    setenv("PATH", f->home.text, 1);                       /* no program is started */
    setenv("INKLING_MIRROR", "http://mirror.example/", 1); /* refused: nothing is downloaded */
    unsetenv("INKLING_DATA");
    board_make(&f->board, FIXTURE_W, FIXTURE_H);
    fixture_start(f, f->data.text);
    return 0;
}

static inline int fixture_free(void **state)
{
    Fixture *f = *state;
    app_free(&f->app);
    board_free(&f->board);
    scratch_free(&f->home);
    free(f);
    return 0;
}

/* Keys. */

static inline void fixture_key_down(Fixture *f, SDL_Keycode key, int mod, bool repeat)
{
    SDL_Event event = {.key = {.type = SDL_KEYDOWN,
                               .state = SDL_PRESSED,
                               .repeat = repeat,
                               .keysym = {.sym = key, .mod = (Uint16)mod}}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

static inline void fixture_key_up(Fixture *f, SDL_Keycode key, int mod)
{
    SDL_Event event = {.key = {.type = SDL_KEYUP, .keysym = {.sym = key, .mod = (Uint16)mod}}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

/** Press and let go. @param mod  KMOD_LCTRL and the like */
static inline void fixture_key(Fixture *f, SDL_Keycode key, int mod)
{
    fixture_key_down(f, key, mod, false);
    fixture_key_up(f, key, mod);
}

/** Press and let go of it, again and again. */
static inline void fixture_key_often(Fixture *f, SDL_Keycode key, int times)
{
    for (int i = 0; i < times; i++) {
        fixture_key(f, key, 0);
    }
}

/** Type a text, in pieces as SDL sends it. */
static inline void fixture_type(Fixture *f, const char *text)
{
    while (*text) {
        SDL_Event event = {.text = {.type = SDL_TEXTINPUT}};
        text += SDL_utf8strlcpy(event.text.text, text, sizeof event.text.text);
        app_handle(&f->app, &event);
    }
    fixture_frame(f);
}

/* The mouse. Events alone: the frame is the caller's. */

static inline void fixture_press(Fixture *f, SDL_Point at, Uint8 button)
{
    SDL_Event event = {.button = {.type = SDL_MOUSEBUTTONDOWN,
                                  .button = button,
                                  .state = SDL_PRESSED,
                                  .clicks = 1,
                                  .x = at.x,
                                  .y = at.y}};
    app_handle(&f->app, &event);
}

static inline void fixture_move(Fixture *f, SDL_Point at)
{
    SDL_Event event = {.motion = {.type = SDL_MOUSEMOTION, .x = at.x, .y = at.y}};
    app_handle(&f->app, &event);
}

static inline void fixture_release(Fixture *f, SDL_Point at, Uint8 button)
{
    SDL_Event event = {
        .button = {.type = SDL_MOUSEBUTTONUP, .button = button, .clicks = 1, .x = at.x, .y = at.y}};
    app_handle(&f->app, &event);
}

/** Go there, press the left button and let go, a frame after each. */
static inline void fixture_click(Fixture *f, SDL_Point at)
{
    fixture_move(f, at);
    fixture_frame(f);
    fixture_press(f, at, SDL_BUTTON_LEFT);
    fixture_frame(f);
    fixture_release(f, at, SDL_BUTTON_LEFT);
    fixture_frame(f);
}

/* A wheel turned by so many rows, up and to the right. */
static inline void fixture_wheel(Fixture *f, float right, float up)
{
    SDL_Event event = {.wheel = {.type = SDL_MOUSEWHEEL,
                                 .x = (Sint32)right,
                                 .y = (Sint32)up,
                                 .preciseX = right,
                                 .preciseY = up}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

static inline void fixture_window_event(Fixture *f, SDL_WindowEventID what)
{
    SDL_Event event = {.window = {.type = SDL_WINDOWEVENT, .event = (Uint8)what}};
    app_handle(&f->app, &event);
    fixture_frame(f);
}

/** Whether two networks are the same to the last bit. */
static inline bool fixture_same_weights(const Net *a, const Net *b)
{
    return net_shape_equal(&a->shape, &b->shape) &&
           memcmp(a->block, b->block, a->floats * sizeof *a->block) == 0;
}

/** The network that went on the shelf last. */
static inline const Model *fixture_previous(const Fixture *f)
{
    assert_true(f->app.lab.shelf.count > 0);
    return &f->app.lab.shelf.entry[0].model;
}

/* Places. */

static inline SDL_Point fixture_middle(SDL_Rect box)
{
    return (SDL_Point){box.x + box.w / 2, box.y + box.h / 2};
}

/** The pixel at a place on the sheet. */
static inline SDL_Point fixture_cell(const Fixture *f, float x_cell, float y_cell)
{
    const SDL_Rect *box = &f->app.shell.layout.sheet;
    return (SDL_Point){box->x + (int)(x_cell * (float)box->w / SHEET_SIDE),
                       box->y + (int)(y_cell * (float)box->h / SHEET_SIDE)};
}

/** The middle of the widget with that action, which is the panel's where one is open. */
static inline SDL_Point fixture_widget(Fixture *f, int action)
{
    int count;
    const Widget *widget = widgets_reach(&f->app.shell, &count);
    int i = widget_find(widget, count, action);
    assert_true(i >= 0);
    return fixture_middle(widget[i].box);
}

/** Draw a straight stroke with that button, a frame after each event. */
static inline void fixture_stroke(Fixture *f, Uint8 button, float x0, float y0, float x1, float y1)
{
    fixture_press(f, fixture_cell(f, x0, y0), button);
    fixture_frame(f);
    fixture_move(f, fixture_cell(f, x1, y1));
    fixture_frame(f);
    fixture_release(f, fixture_cell(f, x1, y1), button);
    fixture_frame(f);
}

/** The ink of the cell that has that place. */
static inline int fixture_ink(const Fixture *f, int x_cell, int y_cell)
{
    return f->app.lab.sheet.cell[y_cell * SHEET_SIDE + x_cell];
}

static inline void fixture_resize(Fixture *f, int w_px, int h_px, float px_per_unit)
{
    shell_resize(&f->app.shell, w_px, h_px, px_per_unit);
    fixture_frame(f);
}

/** The middle of a neuron in the picture of the network. */
static inline SDL_Point fixture_neuron(const Fixture *f, int layer, int neuron)
{
    const App *app = &f->app;
    DiagramPlaces places = pointed_places(&app->shell);
    DiagramColumn column;
    diagram_place(&column, app->shell.paint, &app->lab.model.net.shape, layer, &places);
    return fixture_middle(diagram_neuron_box(&column, neuron, &places));
}

/** The run under way has trained on something. */
static inline bool fixture_has_begun(const App *app)
{
    return app->lab.stats.images > 0;
}

/** Begin a run, so slowly that it stays in its first epoch, and untested. */
static inline void fixture_half_train(Fixture *f)
{
    f->app.lab.recipe.minibatch = 1;
    training_set_speed(&f->app.lab, 0);
    action_do(&f->app.shell, ACTION_TRAIN);
    fixture_wait(f, fixture_has_begun);
}

#endif
