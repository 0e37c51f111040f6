/* Events by chance, in all views and dialogs while a network trains: nothing breaks.
 * INKLING_EVENTS and INKLING_EVENTS_SEED say how many, and which. */
#include "app_fixture.h"

#include <math.h>
#include <unistd.h>

#include "lab/models.h"
#include "lab/training.h"
#include "shell/networks.h"
#include "shell/panes.h"
#include "shell/widgets.h"

enum { EVENTS = 20000, EVENTS_A_DRAWING = 100, LEAST_W = 640, LEAST_H = 420 };

typedef struct Storm {
    Fixture *f;
    Rng rng;
    Path net, bad; /* to drop */
    int sent;
    SDL_Point at;            /* the pointer */
    unsigned views, dialogs; /* that were met, a bit each */
    bool trained, drawn;     /* likewise */
} Storm;

static int below(Storm *storm, int n)
{
    return rng_below(&storm->rng, n);
}

static int from_environment(const char *name, int otherwise)
{
    const char *text = getenv(name);
    return text && *text ? (int)strtol(text, NULL, 10) : otherwise;
}

static void check_boxes(const Storm *storm)
{
    const App *app = &storm->f->app;
    SDL_Rect window = {0, 0, app->shell.w_px, app->shell.h_px}, both;
    for (int i = 0; i < app->shell.widgets; i++) {
        const SDL_Rect *box = &app->shell.widget[i].box;
        SDL_UnionRect(&window, box, &both);
        if (box->w > 0 && box->h > 0 && !SDL_RectEquals(&window, &both)) {
            fail_msg("event %d: widget %d at %d, %d, %d x %d in %d x %d, view %d", storm->sent,
                     app->shell.widget[i].action, box->x, box->y, box->w, box->h, window.w,
                     window.h, (int)app->shell.view);
        }
    }
}

static void check_drawing(const Drawing *drawing)
{
    assert_true(drawing->shown >= 0 && drawing->shown <= drawing->strokes);
    int points = 0;
    for (int i = 0; i < drawing->strokes; i++) {
        assert_int_equal(drawing->stroke[i].first, points);
        points += drawing->stroke[i].count;
    }
    assert_int_equal(points, drawing->points);
    for (int i = 0; i < drawing->points; i++) {
        assert_true(isfinite(drawing->point[i].x_cell) && isfinite(drawing->point[i].y_cell));
    }
}

static void note_what_is_met(Storm *storm)
{
    const App *app = &storm->f->app;
    storm->views |= 1u << app->shell.view;
    storm->dialogs |= 1u << app->shell.dialog;
    storm->trained |= app->lab.run > 0 || app->lab.start_when_ready != START_NONE;
    storm->drawn |= app->lab.drawing.strokes > 0;
}

/* What holds whatever has happened. */
static void check(const Storm *storm)
{
    const App *app = &storm->f->app;
    const Net *net = &app->lab.model.net;
    check_drawing(&app->lab.drawing);
    assert_true(net_is_finite(net));
    for (int i = 0; i < NET_OUTPUTS; i++) {
        float a = net_outputs(net, &app->lab.acts)[i];
        assert_true(a >= 0.0f && a <= 1.0f);
    }
    assert_true(app->shell.view < VIEWS);
    assert_true(app->shell.spots <= SHELL_SPOTS &&
                app->shell.explained < SDL_max(app->shell.spots, 1));
    assert_true(app->shell.covered >= 0 && app->shell.covered <= app->shell.widgets);
    assert_null(strstr(app->shell.hint.formula, "nan"));
    assert_true(app->shell.paint->scale > 0.0f);
    check_boxes(storm);
}

/* Tab leads to a widget, from wherever the keyboard is. */
static void check_focus(Storm *storm)
{
    App *app = &storm->f->app;
    int count;
    if (app->shell.menu.open || app->shell.dialog == DIALOG_FILES) {
        return;
    }
    if (app->shell.dialog == DIALOG_KEYS || app->shell.dialog == DIALOG_USE ||
        app->shell.dialog == DIALOG_ABOUT) {
        return; /* any key closes it */
    }
    if (networks_types(&app->shell)) {
        return; /* Tab takes the name */
    }
    fixture_key(storm->f, SDLK_TAB, 0);
    const Widget *widget = widgets_reach(&app->shell, &count);
    assert_true(count == 0 || widget_find(widget, count, app->shell.focus) >= 0);
}

static SDL_Point somewhere(Storm *storm)
{
    const App *app = &storm->f->app;
    int choice = below(storm, 8);
    if (choice < 4 && app->shell.widgets > 0) {
        SDL_Rect box = app->shell.widget[below(storm, app->shell.widgets)].box;
        return (SDL_Point){box.x + below(storm, SDL_max(box.w, 1)),
                           box.y + below(storm, SDL_max(box.h, 1))};
    }
    if (choice == 4 && app->shell.spots > 0) {
        return fixture_middle(app->shell.spot[below(storm, app->shell.spots)].box);
    }
    return (SDL_Point){below(storm, app->shell.w_px + 100) - 50,
                       below(storm, app->shell.h_px + 100) - 50};
}

static void send_mouse(Storm *storm, SDL_Event *event)
{
    static const Uint8 BUTTON[] = {SDL_BUTTON_LEFT, SDL_BUTTON_LEFT, SDL_BUTTON_LEFT,
                                   SDL_BUTTON_RIGHT, SDL_BUTTON_MIDDLE};
    int what = below(storm, 4);
    storm->at = below(storm, 3) == 0 ? somewhere(storm)
                                     : (SDL_Point){storm->at.x + below(storm, 31) - 15,
                                                   storm->at.y + below(storm, 31) - 15};
    if (what < 2) {
        event->motion =
            (SDL_MouseMotionEvent){.type = SDL_MOUSEMOTION, .x = storm->at.x, .y = storm->at.y};
        return;
    }
    event->button =
        (SDL_MouseButtonEvent){.type = what == 2 ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP,
                               .button = BUTTON[below(storm, 5)],
                               .state = what == 2 ? SDL_PRESSED : SDL_RELEASED,
                               .clicks = (Uint8)(1 + below(storm, 2)),
                               .x = storm->at.x,
                               .y = storm->at.y};
}

static void send_wheel(Storm *storm, SDL_Event *event)
{
    float up = (float)(below(storm, 41) - 20) / 4.0f, right = (float)(below(storm, 9) - 4) / 2.0f;
    event->wheel = (SDL_MouseWheelEvent){.type = SDL_MOUSEWHEEL,
                                         .x = (Sint32)right,
                                         .y = (Sint32)up,
                                         .preciseX = right,
                                         .preciseY = up};
}

static void send_touch(Storm *storm, SDL_Event *event)
{
    static const Uint32 TYPE[] = {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERMOTION, SDL_FINGERUP};
    event->tfinger = (SDL_TouchFingerEvent){.type = TYPE[below(storm, 4)],
                                            .fingerId = below(storm, 3),
                                            .x = (float)below(storm, 1201) / 1000.0f - 0.1f,
                                            .y = (float)below(storm, 1201) / 1000.0f - 0.1f};
}

static void send_key(Storm *storm, SDL_Event *event)
{
    static const SDL_Keycode KEY[] = {
        SDLK_TAB,  SDLK_TAB,      SDLK_RETURN,   SDLK_SPACE,       SDLK_ESCAPE,
        SDLK_LEFT, SDLK_RIGHT,    SDLK_UP,       SDLK_DOWN,        SDLK_HOME,
        SDLK_END,  SDLK_PAGEUP,   SDLK_PAGEDOWN, SDLK_DELETE,      SDLK_BACKSPACE,
        SDLK_LALT, SDLK_KP_ENTER, SDLK_PERIOD,   SDLK_LEFTBRACKET, SDLK_RIGHTBRACKET,
        SDLK_PLUS, SDLK_MINUS,    SDLK_COMMA,    SDLK_SLASH,       SDLK_EQUALS};
    static const Uint16 MOD[] = {0,          0,           0,         0,
                                 KMOD_LCTRL, KMOD_LSHIFT, KMOD_LALT, KMOD_LCTRL | KMOD_LSHIFT};
    int kind = below(storm, 4);
    SDL_Keycode key =
        kind == 0   ? SDLK_a + below(storm, 26)
        : kind == 1 ? (below(storm, 2) ? SDLK_F1 + below(storm, 12) : SDLK_0 + below(storm, 10))
                    : KEY[below(storm, (int)SDL_arraysize(KEY))];
    bool down = below(storm, 3) > 0;
    event->key = (SDL_KeyboardEvent){.type = down ? SDL_KEYDOWN : SDL_KEYUP,
                                     .state = down ? SDL_PRESSED : SDL_RELEASED,
                                     .repeat = (Uint8)(below(storm, 6) == 0),
                                     .keysym = {.sym = key,
                                                .scancode = SDL_GetScancodeFromKey(key),
                                                .mod = MOD[below(storm, (int)SDL_arraysize(MOD))]}};
}

static void send_text(Storm *storm, SDL_Event *event)
{
    static const char *const TEXT[] = {"a", "7", "é", "日", " ", "digits", ".csv", ".png", "\xff"};
    event->text = (SDL_TextInputEvent){.type = SDL_TEXTINPUT};
    snprintf(event->text.text, sizeof event->text.text, "%s", TEXT[below(storm, 9)]);
}

/* Window events, new sizes and scales, and lost textures. */
static void send_window(Storm *storm, SDL_Event *event)
{
    static const Uint8 WHAT[] = {SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_FOCUS_GAINED,
                                 SDL_WINDOWEVENT_LEAVE,      SDL_WINDOWEVENT_ENTER,
                                 SDL_WINDOWEVENT_HIDDEN,     SDL_WINDOWEVENT_SHOWN,
                                 SDL_WINDOWEVENT_EXPOSED,    SDL_WINDOWEVENT_RESIZED};
    int what = below(storm, 12);
    if (what < 8) {
        event->window = (SDL_WindowEvent){.type = SDL_WINDOWEVENT, .event = WHAT[what]};
    } else if (what == 8) {
        event->type = below(storm, 2) ? SDL_RENDER_TARGETS_RESET : SDL_RENDER_DEVICE_RESET;
    } else {
        static const float SCALE[] = {1.0f, 1.0f, 1.5f, 2.0f};
        float scale = SCALE[below(storm, 4)];
        shell_resize(&storm->f->app.shell, (int)(scale * (float)(LEAST_W + below(storm, 700))),
                     (int)(scale * (float)(LEAST_H + below(storm, 500))), scale);
    }
}

static void send_drop(Storm *storm, SDL_Event *event)
{
    int what = below(storm, 4);
    event->drop =
        (SDL_DropEvent){.type = SDL_DROPFILE,
                        .file = what == 0 ? NULL
                                          : SDL_strdup(what == 1   ? storm->net.text
                                                       : what == 2 ? storm->bad.text
                                                                   : "/nonexistent/file")};
}

/* Actions have their share, so that all are met. */
static void do_action(Storm *storm)
{
    App *app = &storm->f->app;
    int action = 1 + below(storm, ACTION_EXPLAIN - 1);
    if (action != ACTION_QUIT && !app->shell.menu.open && app->shell.dialog == DIALOG_NONE &&
        action_can(&app->shell, action)) {
        action_do(&app->shell, action);
    }
}

/* The dialog of files stays in the home of the test. */
static void stay_at_home(Storm *storm)
{
    App *app = &storm->f->app;
    if (app->shell.dialog == DIALOG_FILES &&
        strncmp(app->shell.files.folder.text, storm->f->home.text, strlen(storm->f->home.text)) !=
            0) {
        app->shell.dialog = DIALOG_NONE;
    }
    app->shell.quit = false;
}

static void send_one(Storm *storm)
{
    typedef void Send(Storm * storm, SDL_Event * event);
    static Send *const SEND[] = {send_mouse, send_mouse, send_mouse, send_mouse,
                                 send_key,   send_key,   send_key,   send_wheel,
                                 send_touch, send_text,  send_window};
    SDL_Event event = {0};
    int kind = below(storm, 100);
    if (kind == 0) {
        send_drop(storm, &event);
    } else if (kind < 4) {
        do_action(storm);
    } else if (kind < 6) {
        panes_show(&storm->f->app.shell, (ViewId)below(storm, VIEWS));
    } else {
        SEND[below(storm, (int)SDL_arraysize(SEND))](storm, &event);
    }
    if (event.type != 0) {
        app_handle(&storm->f->app, &event);
    }
}

static void begin(Storm *storm, Fixture *f, uint64_t seed)
{
    Err err;
    *storm = (Storm){.f = f};
    rng_init(&storm->rng, seed);
    setenv("HOME", f->home.text, 1);
    assert_int_equal(chdir(f->home.text), 0);
    storm->net = scratch_path(&f->home, "dropped.safetensors");
    storm->bad = scratch_path(&f->home, "bad.safetensors");
    assert_true(net_save(&f->app.lab.model.net, &f->app.lab.model.info, storm->net.text, &err));
    scratch_write(storm->bad.text, "no network", 10);
}

static int bits(unsigned set)
{
    return set ? (int)(set & 1u) + bits(set >> 1) : 0;
}

static void nothing_breaks_whatever_happens(void **state)
{
    Fixture *f = *state;
    Storm storm;
    int events = from_environment("INKLING_EVENTS", EVENTS);
    int seed = from_environment("INKLING_EVENTS_SEED", 1);
    print_message("# %d events, seed %d\n", events, seed);
    begin(&storm, f, (uint64_t)seed);
    for (storm.sent = 0; storm.sent < events; storm.sent++) {
        send_one(&storm);
        stay_at_home(&storm);
        bool draw = storm.sent % EVENTS_A_DRAWING == 0;
        f->app.shell.redraw |= draw;
        fixture_frame(f);
        if (draw) {
            fixture_draw(f);
            check_focus(&storm);
            stay_at_home(&storm);
        }
        check(&storm);
        note_what_is_met(&storm);
    }
    assert_int_equal(chdir("/"), 0);
    if (events >= EVENTS) { /* enough to meet everything, but for what is up to time and chance */
        assert_int_equal(storm.views, (1u << VIEWS) - 1);
        assert_in_range(bits(storm.dialogs), DIALOG_LEAVE - 1, DIALOG_LEAVE + 1);
        assert_true(storm.trained);
        assert_true(storm.drawn);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(nothing_breaks_whatever_happens),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
