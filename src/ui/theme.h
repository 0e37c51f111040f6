/* Colours and type: the only place that names them. */
#ifndef UI_THEME_H
#define UI_THEME_H

#include <SDL.h>
#include <stdbool.h>

/** Runs that have a colour of their own. */
enum { THEME_RUNS = 8 };

/** The colours of a theme, by what they are for. */
typedef struct Theme {
    SDL_Color window, panel, hairline, track;
    SDL_Color text, secondary;
    SDL_Color positive, on_positive; /* accent, positive numbers, "train"; and the text on it */
    SDL_Color negative;              /* negative numbers, "test" */
    SDL_Color bar;                   /* a bar that is not the strongest */
    SDL_Color paper, ink, grid;      /* of the sheet */
    SDL_Color shade;                 /* over the window, behind a dialog */
    SDL_Color neuron_off, neuron_on; /* a neuron's activation is a mix of the two */
    const Uint32 *ground;            /* palette_ground() of it; */
    SDL_Color way, way_edge;         /* and what crosses it */
    SDL_Color run[THEME_RUNS];       /* of runs that are compared; each has a line pattern, too */
} Theme;

/** The dark or the light theme. Source of the blue, orange and green: Okabe and Ito (2008). */
const Theme *theme_get(bool dark);

/** The same theme for a network that sleeps: what shows of it is close to the window. */
Theme theme_asleep(const Theme *theme);

/** The same theme for what is on its way: at `share` 0 it is of the window's colour, at 1 as ever.
 */
Theme theme_coming(const Theme *theme, float share);

/** `share` of `b`, the rest `a`; opaque. */
SDL_Color theme_mix(SDL_Color a, SDL_Color b, float share);

/** The same colour, see-through: `share` 0 is nothing, 1 opaque. */
SDL_Color theme_fade(SDL_Color colour, float share);

/** A colour as 0xrrggbb, without its alpha. */
Uint32 theme_rgb(SDL_Color colour);

#endif
