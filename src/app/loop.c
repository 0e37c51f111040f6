/* The window and its frame loop. */
#include "app/loop.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/session.h"
#include "app/settings.h"

typedef struct Window {
    SDL_Window *window;
    SDL_Renderer *renderer;
    Paint paint;
    FILE *frame_log; /* a line a frame where INKLING_FRAME_LOG names a file; else NULL */
} Window;

static void window_close(Window *w)
{
    paint_free(&w->paint);
    if (w->frame_log) {
        fclose(w->frame_log);
    }
    SDL_DestroyRenderer(w->renderer);
    SDL_DestroyWindow(w->window);
    TTF_Quit();
    SDL_Quit();
}

/* Hardware where there is some, kept in step with the screen; else software, which need not wait.
 */
static SDL_Renderer *make_renderer(SDL_Window *window)
{
    const char *driver = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    if (driver && strcmp(driver, "software") == 0) {
        return SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
    }
    SDL_Renderer *renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_PRESENTVSYNC);
    return renderer ? renderer : SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
}

/* Asked before SDL is, whose libraries have words of their own to say about it. */
static bool has_display(void)
{
#ifdef __APPLE__
    return true;
#else
    return getenv("DISPLAY") || getenv("WAYLAND_DISPLAY") || getenv("SDL_VIDEODRIVER");
#endif
}

static bool window_open(Window *w, Err *err)
{
    if (!has_display()) {
        return err_set(err,
                       "There is no display for a window: start Inkling on a desktop, or give it "
                       "a command; inkling --help names them.");
    }
    SDL_SetHint(SDL_HINT_APP_NAME, "Inkling");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION,
                "0"); /* the software renderer presents 30 times faster */
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    setenv("SDL_VIDEO_X11_WMCLASS", "inkling", 0);
    setenv("SDL_VIDEO_WAYLAND_WMCLASS", "inkling", 0);
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return err_set(err,
                       "The window cannot be opened: %s. Start Inkling from a desktop session.",
                       SDL_GetError());
    }
    SDL_EnableScreenSaver(); /* SDL turns it off */
    if (TTF_Init() != 0) {
        return err_set(err, "Text cannot be drawn: %s.", TTF_GetError());
    }
    Settings size = settings_default();
    w->window = SDL_CreateWindow(
        "Inkling", SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.window_w, size.window_h,
        SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
    w->renderer = w->window ? make_renderer(w->window) : NULL;
    if (!w->renderer) {
        return err_set(err, "The window cannot be opened: %s.", SDL_GetError());
    }
    SDL_StopTextInput();
    SDL_SetWindowMinimumSize(w->window, LAYOUT_MIN_W / 2, LAYOUT_MIN_H / 2);
    const char *log = getenv("INKLING_FRAME_LOG");
    w->frame_log = log ? fopen(log, "w") : NULL;
    if (log && !w->frame_log) {
        return err_set(err, "The frame log %s cannot be written: %s.", log, strerror(errno));
    }
    if (w->frame_log) {
        setvbuf(w->frame_log, NULL, _IOLBF, 0); /* who follows it sees each frame at once */
    }
    return paint_make(&w->paint, w->renderer, err);
}

/* The scale comes from the renderer: it alone knows how many pixels are drawn. */
static void measure(App *app, const Window *w)
{
    int w_px = 0, h_px = 0, units = 0;
    SDL_GetRendererOutputSize(w->renderer, &w_px, &h_px);
    SDL_GetWindowSize(w->window, &units, NULL);
    if (w_px > 0 && h_px > 0 && units > 0 && (w_px != app->w_px || h_px != app->h_px)) {
        app_resize(app, w_px, h_px, (float)w_px / (float)units);
    }
}

static double now_ms(void)
{
    return 1e3 * (double)SDL_GetPerformanceCounter() / (double)SDL_GetPerformanceFrequency();
}

/* A hidden window is drawn when it is shown again: that is an event. */
static void present(const App *app, const Window *w)
{
    if (!(SDL_GetWindowFlags(w->window) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN))) {
        app_draw(app);
        SDL_RenderPresent(w->renderer);
    }
}

static void run(App *app, Window *w)
{
    while (!app->quit) {
        SDL_Event event;
        int got = SDL_WaitEventTimeout(&event, app_sleep_ms(app)), events = 0, motions = 0;
        double start_ms = now_ms();
        for (; got; got = SDL_PollEvent(&event)) {
            app_handle(app, &event);
            events++;
            motions += event.type == SDL_MOUSEMOTION;
        }
        measure(app, w);
        app_update(app);
        if (app->redraw) {
            app->redraw = false;
            present(app, w);
            if (w->frame_log) {
                fprintf(w->frame_log, "%d %d %.3f\n", events, motions, now_ms() - start_ms);
            }
        }
    }
}

/* The window as the last session left it. */
static void restore_window(const App *app, const Window *w)
{
    SDL_SetWindowSize(w->window, app->settings.window_w, app->settings.window_h);
    SDL_SetWindowPosition(w->window, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
    if (app->settings.full_screen) {
        SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    SDL_ShowWindow(w->window);
}

int app_run(const char *data, const char *network)
{
    Window w = {0};
    App app;
    Err err;
    if (!window_open(&w, &err) || !app_make(&app, w.window, &w.paint, data, network, &err)) {
        fprintf(stderr, "inkling: %s\n", err.text);
        window_close(&w);
        return EXIT_FAILURE;
    }
    restore_window(&app, &w);
    measure(&app, &w);
    run(&app, &w);
    if (!app.settings.full_screen) {
        SDL_GetWindowSize(w.window, &app.settings.window_w, &app.settings.window_h);
    }
    bool kept = session_save(&app, &err);
    if (!kept) {
        fprintf(stderr, "inkling: %s\n", err.text);
    }
    app_free(&app);
    window_close(&w);
    return kept ? EXIT_SUCCESS : EXIT_FAILURE;
}
