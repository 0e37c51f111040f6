/* The window on the screen, and what draws into it. */
#include "app/window.h"

#include <SDL_ttf.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/desktop.h"
#include "base/sys.h"
#include "base/sys_rescue.h"
#include "lab/choices.h"

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

/* What a variable of the environment says. NULL where it is not set, or empty. */
static const char *said_by(const char *variable)
{
    const char *text = getenv(variable);
    return text && *text ? text : NULL;
}

/* SDL has drivers that draw where nobody sees it, and falls back on them. */
static bool is_seen(const char *driver)
{
    static const char *const SEEN[] = {"x11", "wayland", "cocoa", "windows"};
    bool seen = getenv("SDL_VIDEODRIVER") != NULL; /* then it was asked for */
    for (size_t i = 0; i < sizeof SEEN / sizeof *SEEN && driver; i++) {
        seen = seen || strcmp(driver, SEEN[i]) == 0;
    }
    return seen;
}

static bool no_answer(Err *err)
{
    const char *x = said_by("DISPLAY"), *wayland = said_by("WAYLAND_DISPLAY");
    return err_set(err, "No display answers at %s%s%s: start Inkling from a desktop session.",
                   x ? x : "", x && wayland ? " or " : "", wayland ? wayland : "");
}

/* A window and what draws into it, on a driver of SDL's choice where none is named. */
static bool open_on(Window *w, const char *driver, Err *err)
{
    if (driver) {
        SDL_SetHint(SDL_HINT_VIDEODRIVER, driver);
    }
    bool asked = getenv("SDL_VIDEODRIVER") != NULL;
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return asked ? err_set(err,
                               "The window cannot be opened: %s. Start Inkling from a desktop "
                               "session.",
                               SDL_GetError())
                     : no_answer(err);
    }
    if (!is_seen(SDL_GetCurrentVideoDriver())) {
        return no_answer(err);
    }
    /* The software renderer presents 30 times faster then; elsewhere it could not present at all.
     */
    bool x11 = strcmp(SDL_GetCurrentVideoDriver(), "x11") == 0;
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, x11 ? "0" : NULL);
    SDL_EnableScreenSaver(); /* SDL turns it off */
    SDL_Rect box = desktop_place(desktop_usable(0), 1.0f, 0, 0);
    w->window =
        SDL_CreateWindow("Inkling", box.x, box.y, box.w, box.h,
                         SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN);
    w->renderer = w->window ? make_renderer(w->window) : NULL;
    return w->renderer || err_set(err, "The window cannot be opened: %s.", SDL_GetError());
}

static void close_window(Window *w)
{
    SDL_DestroyRenderer(w->renderer);
    SDL_DestroyWindow(w->window);
    w->renderer = NULL;
    w->window = NULL;
}

/* Wayland needs OpenGL, X11 does not. */
static bool open_somewhere(Window *w, Err *err)
{
    if (open_on(w, NULL, err)) {
        return true;
    }
    const char *driver = SDL_GetCurrentVideoDriver();
    if (!driver || strcmp(driver, "wayland") != 0 || !said_by("DISPLAY") ||
        getenv("SDL_VIDEODRIVER")) {
        return false;
    }
    close_window(w);
    SDL_Quit();
    return open_on(w, "x11", err);
}

bool window_open(Window *w, char **argv, Err *err)
{
    if (!sys_has_display()) { /* before SDL, whose libraries have words of their own to say */
        return err_set(err,
                       "There is no display for a window: start Inkling on a desktop, or give it "
                       "a command; inkling --help names them.");
    }
    SDL_SetMainReady(); /* main() is not SDL's */
    SDL_SetHint(SDL_HINT_APP_NAME, "Inkling");
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    SDL_setenv("SDL_VIDEO_X11_WMCLASS", "inkling", 0);
    SDL_setenv("SDL_VIDEO_WAYLAND_WMCLASS", "inkling", 0);
    sys_rescue_begin(argv);
    bool open = open_somewhere(w, err);
    sys_rescue_end();
    if (!open) {
        return false;
    }
    if (TTF_Init() != 0) {
        return err_set(err, "Text cannot be drawn: %s.", TTF_GetError());
    }
    SDL_StopTextInput();
    SDL_SetWindowMinimumSize(w->window, LAYOUT_MIN_W / 2, LAYOUT_MIN_H / 2);
    return paint_make(&w->paint, w->renderer, err);
}

/* The scale comes from the renderer: it alone knows how many pixels are drawn. */
void window_measure(const Window *w, App *app)
{
    int w_px = 0, h_px = 0, units_w = 0, units_h = 0;
    SDL_GetRendererOutputSize(w->renderer, &w_px, &h_px);
    SDL_GetWindowSize(w->window, &units_w, &units_h);
    if (w_px <= 0 || h_px <= 0 || units_w <= 0 ||
        (w_px == app->shell.w_px && h_px == app->shell.h_px)) {
        return;
    }
    shell_resize(&app->shell, w_px, h_px, (float)w_px / (float)units_w);
    if (!(SDL_GetWindowFlags(w->window) & SDL_WINDOW_FULLSCREEN)) {
        choices_window(&app->lab, (int)lroundf((float)units_w / app->shell.desktop_scale),
                       (int)lroundf((float)units_h / app->shell.desktop_scale));
    }
}

void window_draw(const Window *w, const App *app)
{
    if (!(SDL_GetWindowFlags(w->window) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN))) {
        app_draw(app);
        SDL_RenderPresent(w->renderer);
    }
}

/* What the window manager draws around the window goes on the screen with it. */
static void leave_room_for_frame(SDL_Window *window, SDL_Rect usable)
{
    int top, left, bottom, right, w, h;
    if (SDL_GetWindowBordersSize(window, &top, &left, &bottom, &right) != 0) {
        return;
    }
    SDL_GetWindowSize(window, &w, &h);
    int most_w = usable.w - left - right, most_h = usable.h - top - bottom;
    if (w > most_w || h > most_h) {
        w = SDL_min(w, most_w);
        h = SDL_min(h, most_h);
        SDL_SetWindowSize(window, w, h);
        SDL_SetWindowPosition(window, usable.x + left + (most_w - w) / 2,
                              usable.y + top + (most_h - h) / 2);
    }
}

void window_show(const Window *w, App *app)
{
    const Settings *settings = &app->lab.settings;
    SDL_Rect usable = desktop_usable(SDL_max(SDL_GetWindowDisplayIndex(w->window), 0));
    shell_enlarge(&app->shell, desktop_scale());
    SDL_Rect box =
        desktop_place(usable, app->shell.desktop_scale, settings->window_w, settings->window_h);
    SDL_SetWindowSize(w->window, box.w, box.h);
    SDL_SetWindowPosition(w->window, box.x, box.y);
    SDL_ShowWindow(w->window);
    leave_room_for_frame(w->window, usable);
    if (settings->full_screen) {
        SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
}

void window_close(Window *w)
{
    paint_free(&w->paint);
    close_window(w);
    TTF_Quit();
    SDL_Quit();
}
