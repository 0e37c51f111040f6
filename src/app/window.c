/* The window on the screen, and what draws into it. */
#include "app/window.h"

#include <SDL_ttf.h>
#include <stdlib.h>
#include <string.h>

#include "app/settings.h"

void window_close(Window *w)
{
    paint_free(&w->paint);
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

bool window_open(Window *w, Err *err)
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
    return paint_make(&w->paint, w->renderer, err);
}

/* The scale comes from the renderer: it alone knows how many pixels are drawn. */
void window_measure(const Window *w, App *app)
{
    int w_px = 0, h_px = 0, units = 0;
    SDL_GetRendererOutputSize(w->renderer, &w_px, &h_px);
    SDL_GetWindowSize(w->window, &units, NULL);
    if (w_px > 0 && h_px > 0 && units > 0 && (w_px != app->w_px || h_px != app->h_px)) {
        app_resize(app, w_px, h_px, (float)w_px / (float)units);
    }
}

void window_draw(const Window *w, const App *app)
{
    if (!(SDL_GetWindowFlags(w->window) & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN))) {
        app_draw(app);
        SDL_RenderPresent(w->renderer);
    }
}

void window_show(const Window *w, const Settings *settings)
{
    SDL_SetWindowSize(w->window, settings->window_w, settings->window_h);
    SDL_SetWindowPosition(w->window, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED);
    if (settings->full_screen) {
        SDL_SetWindowFullscreen(w->window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    SDL_ShowWindow(w->window);
}

void window_keep_size(const Window *w, Settings *settings)
{
    if (!settings->full_screen) {
        SDL_GetWindowSize(w->window, &settings->window_w, &settings->window_h);
    }
}
