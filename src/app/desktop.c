/* What the desktop says of its screens. */
#include "app/desktop.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The first window, at scale 1, and its share of a large screen. */
enum { FIRST_W = 1280, FIRST_H = 800 };
static const float FIRST_SHARE = 0.75f;

/* What Wayland leaves to a window is not known: panels and the window's own title go off. */
static const float WAYLAND_SHARE = 0.9f;

static const float USUAL_DPI = 96.0f;

/* Xft.dpi is where desktops on X11 keep their scale. SDL has loaded the library already; it is no
 * dependency, as nothing else is missed where it is not. */
static float x11_dpi(void)
{
    void *library = SDL_LoadObject("libX11.so.6");
    if (!library) {
        return 0.0f;
    }
    void *(*open_display)(const char *) =
        (void *(*)(const char *))SDL_LoadFunction(library, "XOpenDisplay");
    char *(*get)(void *, const char *, const char *) =
        (char *(*)(void *, const char *, const char *))SDL_LoadFunction(library, "XGetDefault");
    int (*close_display)(void *) = (int (*)(void *))SDL_LoadFunction(library, "XCloseDisplay");
    void *display = open_display && get && close_display ? open_display(NULL) : NULL;
    const char *text = display ? get(display, "Xft", "dpi") : NULL;
    float dpi = text ? strtof(text, NULL) : 0.0f;
    if (display) {
        close_display(display);
    }
    SDL_UnloadObject(library);
    return dpi;
}

static bool driver_is(const char *name)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && strcmp(driver, name) == 0;
}

SDL_Rect desktop_usable(int display)
{
    SDL_Rect usable = {0, 0, FIRST_W, FIRST_H};
    SDL_GetDisplayUsableBounds(display, &usable);
    if (driver_is("wayland")) {
        usable.w = (int)((float)usable.w * WAYLAND_SHARE);
        usable.h = (int)((float)usable.h * WAYLAND_SHARE);
    }
    return usable;
}

float desktop_scale_of(float dpi, SDL_Rect usable)
{
    if (dpi > 0.0f) {
        return SDL_clamp(dpi / USUAL_DPI, 0.5f, 4.0f);
    }
    float fits = FIRST_SHARE * fminf((float)usable.w / FIRST_W, (float)usable.h / FIRST_H);
    return SDL_clamp(floorf(4.0f * fits) / 4.0f, 1.0f, 4.0f);
}

float desktop_scale(void)
{
    return driver_is("x11") ? desktop_scale_of(x11_dpi(), desktop_usable(0)) : 1.0f;
}

static int side(int usable, float scale, int wish, int first)
{
    float least = (float)first * scale, share = FIRST_SHARE * (float)usable;
    float wanted = wish > 0 ? (float)wish * scale : fmaxf(least, share);
    return (int)lroundf(fminf(wanted, (float)usable));
}

SDL_Rect desktop_place(SDL_Rect usable, float scale, int w, int h)
{
    SDL_Rect box = {.w = side(usable.w, scale, w, FIRST_W), .h = side(usable.h, scale, h, FIRST_H)};
    box.x = usable.x + (usable.w - box.w) / 2;
    box.y = usable.y + (usable.h - box.h) / 2;
    return box;
}
