/* The window's state as one value, and the path of the ink through it. */
#include "app/app.h"

#include "app/actions.h"
#include "app/album.h"
#include "app/choose.h"
#include "app/hold.h"
#include "app/keys.h"
#include "app/leave.h"
#include "app/panel.h"
#include "app/pointer.h"
#include "app/screen.h"
#include "app/tell.h"
#include "app/tour.h"
#include "app/tour_steps.h"
#include "app/views.h"
#include "base/clock.h"
#include "lab/models.h"
#include "lab/session.h"

bool app_make(App *app, SDL_Window *window, Paint *paint, const char *data, const char *network,
              Err *err)
{
    *app = (App){
        .window = window,
        .paint = paint,
        .px_per_unit = 1.0f,
        .desktop_scale = 1.0f,
        .explained = -1,
        .key_pen = {SHEET_SIDE / 2.0f, SHEET_SIDE / 2.0f},
        .wake_event = SDL_RegisterEvents(1),
        .redraw = true,
    };
    if (!lab_make(&app->lab, data, app_wake, app, err)) {
        app_free(app);
        return false;
    }
    app->lab.settings.present_hidden = LAYOUT_TOOLS | LAYOUT_INPUT | LAYOUT_STRIP;
    if (!lab_start(&app->lab, network, err)) {
        app_free(app);
        return false;
    }
    app->lab.settings.tour_step = SDL_min(app->lab.settings.tour_step, tour_steps() - 1);
    tell_news(app);
    return true;
}

void app_free(App *app)
{
    choose_free(app);
    panel_free(app);
    views_free(app);
    lab_free(&app->lab);
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
        hold_release(app);
    } else if (event->event == SDL_WINDOWEVENT_LEAVE) {
        app->pointer_inside = false;
        app->pointer_x_px = app->pointer_y_px = -1.0f;
    }
    app->redraw = true;
}

static void handle_drop(App *app, char *file)
{
    Err err;
    if (file && !models_open(&app->lab, file, &err)) {
        tell(app, true, ACTION_NONE, err.text);
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
    tell_news(app);
}

/* Files that were opened or saved. */
static void end_errands(App *app)
{
    ErrandEnd end;
    if (errand_poll(&app->lab.errands, &end)) {
        app->redraw = true;
        if (end.in_dialog) {
            choose_end(app, end.ok, &end.err);
        } else {
            tell_unless(app, end.ok, &end.err);
        }
    }
}

/* The answer goes into its bars. */
static void show_answer(App *app)
{
    const Lab *lab = &app->lab;
    if (lab->has_ink) {
        chart_update(&app->chart, net_outputs(&lab->model.net, &lab->acts));
    } else {
        chart_rest(&app->chart);
    }
    app->redraw = true;
}

void app_update(App *app)
{
    lab_poll(&app->lab);
    if (lab_update(&app->lab)) {
        show_answer(app);
    }
    end_errands(app);
    tell_news(app);
    choose_update(app);
    album_follow(app);
    views_work(app);
    tour_update(app);
    session_update(&app->lab, !(*app->notice.text && app->notice.bad));
    leave_update(app);
    tell_news(app);
    if (app->redraw) {
        screen_update(app);
    }
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

int app_sleep_ms(const App *app)
{
    int least_ms = clock_sooner_ms(lab_sleep_ms(&app->lab), views_sleep_ms(app));
    least_ms = clock_sooner_ms(least_ms,
                               clock_sooner_ms(session_sleep_ms(&app->lab), leave_sleep_ms(app)));
    return app->redraw ? 0 : least_ms;
}
