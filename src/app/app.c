/* The window's state as one value, and the path of the ink through it. */
#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/actions.h"
#include "app/album.h"
#include "app/choose.h"
#include "app/errand.h"
#include "app/keys.h"
#include "app/leave.h"
#include "app/mine.h"
#include "app/mine_file.h"
#include "app/models.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/reading.h"
#include "app/screen.h"
#include "app/session.h"
#include "app/settings.h"
#include "app/supply.h"
#include "app/tour.h"
#include "app/training.h"
#include "app/views.h"
#include "app/weights.h"

enum { PATIENCE_MS = 50, FETCH_LOOK_MS = 50, JOBS_END_MS = 2000 };

void app_tell(App *app, bool bad, int action, const char *text)
{
    app->notice = (Notice){.action = action, .bad = bad};
    snprintf(app->notice.text, sizeof app->notice.text, "%s", text);
    app->redraw = true;
}

void app_tell_unless(App *app, bool ok, const Err *err)
{
    if (!ok) {
        app_tell(app, true, ACTION_NONE, err->text);
    }
}

/* The network of the last session, or else the one that ships. */
static bool start_model(App *app, Err *err)
{
    return session_load(app) || models_open_shipped(app, SHIPPED_DEFAULT, err);
}

bool app_make(App *app, SDL_Window *window, Paint *paint, const char *data, const char *network,
              Err *err)
{
    *app = (App){
        .window = window,
        .paint = paint,
        .lab = {.plan = plan_default(),
                .recipe = train_config_default(),
                .config = train_config_default(),
                .patience_ms = PATIENCE_MS,
                .inked.all = true,
                .answer_stale = true},
        .settings = settings_default(),
        .px_per_unit = 1.0f,
        .desktop_scale = 1.0f,
        .explained = -1,
        .key_pen = {SHEET_SIDE / 2.0f, SHEET_SIDE / 2.0f},
        .wake_event = SDL_RegisterEvents(1),
        .redraw = true,
    };
    app->jobs = jobs_create(app_wake, app, err);
    if (!app->jobs || !errand_start(app, err) || !start_model(app, err)) {
        app_free(app);
        return false;
    }
    if (data && !(app->lab.data_folder = strdup(data))) {
        app_free(app);
        return err_set(err, "There is not enough memory to start.");
    }
    Err why;
    if (network && !models_open(app, network, &why)) {
        app_tell(app, true, ACTION_NONE, why.text);
    }
    if (!mine_start(app, err)) {
        app_free(app);
        return false;
    }
    supply_start(app);
    return true;
}

void app_free(App *app)
{
    errand_free(app);
    bool idle = jobs_destroy(app->jobs, JOBS_END_MS);
    session_free(app, idle);
    training_free(app);
    supply_free(app);
    choose_free(app);
    panel_free(app);
    views_free(app);
    mine_free(app);
    model_free(&app->lab.model);
    model_free(&app->lab.previous);
    weights_forget(app);
    drawing_free(&app->lab.drawing);
    free(app->lab.data_folder);
    *app = (App){0};
}

void app_resize(App *app, int w_px, int h_px, float px_per_unit)
{
    app->w_px = w_px;
    app->h_px = h_px;
    app->px_per_unit = px_per_unit;
    app->redraw = true;
}

static void handle_window(App *app, const SDL_WindowEvent *event)
{
    if (event->event == SDL_WINDOWEVENT_CLOSE) {
        leave_ask(app, false);
    } else if (event->event == SDL_WINDOWEVENT_FOCUS_LOST ||
               event->event == SDL_WINDOWEVENT_HIDDEN) {
        pointer_release(app);
    } else if (event->event == SDL_WINDOWEVENT_LEAVE) {
        app->pointer_inside = false;
        app->pointer_x_px = app->pointer_y_px = -1.0f;
    }
    app->redraw = true;
}

static void handle_drop(App *app, char *file)
{
    Err err;
    if (file && !models_open(app, file, &err)) {
        app_tell(app, true, ACTION_NONE, err.text);
    }
    SDL_free(file);
}

void app_handle(App *app, const SDL_Event *event)
{
    keys_note(app, event);
    switch (event->type) {
    case SDL_QUIT:
        leave_ask(app, true);
        break;
    case SDL_WINDOWEVENT:
        handle_window(app, &event->window);
        break;
    case SDL_DROPFILE:
        handle_drop(app, event->drop.file);
        break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
        paint_forget(app->paint);
        app->redraw = true;
        break;
    case SDL_KEYDOWN:
    case SDL_KEYUP:
    case SDL_TEXTINPUT:
        keys_handle(app, event);
        break;
    default:
        pointer_handle(app, event);
        break;
    }
}

/* Strokes become cells: what was added since the last time, or all where something was taken away.
 */
static void ink_sheet(App *app)
{
    const Drawing *drawing = &app->lab.drawing;
    if (app->lab.exhibit.shown) {
        app->lab.sheet = app->lab.exhibit.level;
        app->lab.inked.all = true;
        return;
    }
    bool grew =
        !app->lab.inked.all && app->lab.inked.strokes == drawing->shown && drawing->shown > 0;
    if (grew) {
        raster_stroke(&app->lab.sheet, drawing, drawing->shown - 1, app->lab.inked.points);
    } else {
        raster_drawing(&app->lab.sheet, drawing);
    }
    app->lab.inked.all = false;
    app->lab.inked.strokes = drawing->shown;
    app->lab.inked.points = drawing->shown > 0 ? drawing->stroke[drawing->shown - 1].count : 0;
}

/* The drawing becomes an input, the input an answer. */
static void answer(App *app)
{
    Err err;
    NetInputRoom room;
    if (app->lab.exhibit.shown) {
        app->lab.input = app->lab.exhibit.level; /* prepared before */
    } else if (!normalise_drawing(&app->lab.drawing, app->lab.preparation, &app->lab.input, &err)) {
        app_tell(app, true, ACTION_NONE, err.text);
    }
    NetInput input = net_input(app->lab.input.cell, &room);
    net_forward(&app->lab.model.net, &input, &app->lab.acts);
    app->lab.answers++;
    if (raster_is_blank(&app->lab.input)) {
        chart_rest(&app->chart);
    } else {
        chart_update(&app->chart, net_outputs(&app->lab.model.net, &app->lab.acts));
    }
}

void app_update(App *app)
{
    supply_poll(app);
    training_poll(app);
    supply_update(app);
    if (app->lab.answer_stale) {
        app->lab.answer_stale = false;
        ink_sheet(app);
        answer(app);
        app->redraw = true;
    }
    errand_update(app);
    choose_update(app);
    if (mine_update(app)) {
        album_follow(app);
    }
    reading_update(app);
    views_work(app);
    tour_update(app);
    session_update(app);
    leave_update(app);
    if (app->redraw) {
        screen_update(app);
    }
}

void app_before_pen(App *app, Tool tool)
{
    Err err;
    if (app->lab.exhibit.shown) {
        app->lab.exhibit.shown = false;
        app_tell_unless(app, drawing_clear(&app->lab.drawing, &err), &err);
    }
    mine_before_pen(app, tool);
}

void app_drawing_changed(App *app)
{
    app->lab.inked.all = true;
    app->lab.answer_stale = true;
    app->redraw = true;
}

void app_exhibit(App *app, const uint8_t level[SHEET_CELLS], int label, const char *name)
{
    drawing_pen_up(&app->lab.drawing);
    app->lab.exhibit = (Exhibit){.shown = true, .label = label};
    memcpy(app->lab.exhibit.level.cell, level, SHEET_CELLS);
    snprintf(app->lab.exhibit.name, sizeof app->lab.exhibit.name, "%s", name);
    app_drawing_changed(app);
}

void app_weights_changed(App *app)
{
    app->lab.answer_stale = true;
    app->lab.weight_changes++;
    app->lab.mine.reading.stale = true;
}

void app_wake(void *context)
{
    SDL_Event event = {.type = ((const App *)context)->wake_event};
    SDL_PushEvent(&event);
}

void app_draw(const App *app)
{
    screen_draw(app);
}

/* -1 is never. */
static int sooner(int a_ms, int b_ms)
{
    return a_ms < 0 ? b_ms : b_ms < 0 ? a_ms : SDL_min(a_ms, b_ms);
}

int app_sleep_ms(const App *app)
{
    int fetch_ms = app->lab.fetch ? FETCH_LOOK_MS : -1, reading_ms = reading_sleep_ms(app);
    int least_ms = sooner(sooner(fetch_ms, reading_ms), views_sleep_ms(app));
    least_ms = sooner(least_ms, mine_file_sleep_ms(&app->lab.mine));
    least_ms = sooner(least_ms, sooner(session_sleep_ms(app), leave_sleep_ms(app)));
    return app->redraw ? 0 : least_ms;
}
