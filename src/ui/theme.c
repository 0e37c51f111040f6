/* Colours and type: the only place that names them. */
#include "ui/theme.h"

#include <math.h>

#include "base/palette.h"

/* A colour from 0xrrggbb, where a constant is needed. */
#define OPAQUE(rgb)                                                                                \
    {                                                                                              \
        (rgb) >> 16, (rgb) >> 8 & 255, (rgb)&255, 255                                              \
    }

static const Theme DARK = {
    .window = OPAQUE(PALETTE_DARK_PAGE),
    .panel = OPAQUE(PALETTE_DARK_PANEL),
    .hairline = OPAQUE(PALETTE_DARK_HAIRLINE),
    .track = OPAQUE(0x242b34),
    .text = OPAQUE(PALETTE_DARK_TEXT),
    .secondary = OPAQUE(PALETTE_DARK_SECONDARY),
    .positive = OPAQUE(PALETTE_DARK_POSITIVE),
    .on_positive = OPAQUE(0x0b141b),
    .negative = OPAQUE(PALETTE_DARK_NEGATIVE),
    .bar = OPAQUE(PALETTE_DARK_SECONDARY),
    .paper = OPAQUE(0x000000),
    .ink = OPAQUE(0xffffff),
    .grid = {0x80, 0x88, 0x94, 40},
    .shade = {0x00, 0x00, 0x00, 140},
    .neuron_off = OPAQUE(PALETTE_DARK_PAGE),
    .neuron_on = OPAQUE(0xffffff),
    .ground = PALETTE_GROUND_DARK,
    .way = OPAQUE(0xfdfeff),
    .way_edge = {0x06, 0x12, 0x1c, 170},
    .run = {OPAQUE(0x56b4e9), OPAQUE(0xe69f00), OPAQUE(0x1bc090), OPAQUE(0xcc79a7),
            OPAQUE(0xf0e442), OPAQUE(0xe86a1c), OPAQUE(0xc8ced6), OPAQUE(0x6f86f0)},
};

static const Theme LIGHT = {
    .window = OPAQUE(PALETTE_LIGHT_PAGE),
    .panel = OPAQUE(PALETTE_LIGHT_PANEL),
    .hairline = OPAQUE(PALETTE_LIGHT_HAIRLINE),
    .track = OPAQUE(0xe6e9ee),
    .text = OPAQUE(PALETTE_LIGHT_TEXT),
    .secondary = OPAQUE(PALETTE_LIGHT_SECONDARY),
    .positive = OPAQUE(PALETTE_LIGHT_POSITIVE),
    .on_positive = OPAQUE(0xffffff),
    .negative = OPAQUE(PALETTE_LIGHT_NEGATIVE),
    .bar = OPAQUE(PALETTE_LIGHT_SECONDARY),
    .paper = OPAQUE(0xffffff),
    .ink = OPAQUE(0x111111),
    .grid = {0x80, 0x88, 0x94, 48},
    .shade = {0x1b, 0x1f, 0x24, 90},
    .neuron_off = OPAQUE(0xffffff),
    .neuron_on = OPAQUE(0x111111),
    .ground = PALETTE_GROUND_LIGHT,
    .way = OPAQUE(0xfdfeff),
    .way_edge = {0x0b, 0x2c, 0x46, 220},
    .run = {OPAQUE(0x0072b2), OPAQUE(0xd55e00), OPAQUE(0x007a5a), OPAQUE(0xa84a80),
            OPAQUE(0x8a6d00), OPAQUE(0x238bc4), OPAQUE(0x3c4450), OPAQUE(0x5a4fc0)},
};

const Theme *theme_get(bool dark)
{
    return dark ? &DARK : &LIGHT;
}

Theme theme_asleep(const Theme *theme)
{
    Theme asleep = *theme;
    asleep.secondary = theme_mix(theme->window, theme->secondary, 0.4f);
    asleep.bar = asleep.track = theme_mix(theme->window, theme->track, 0.5f);
    return asleep;
}

Theme theme_coming(const Theme *theme, float share)
{
    Theme coming = *theme;
    SDL_Color *const COLOUR[] = {&coming.text,  &coming.secondary, &coming.hairline,
                                 &coming.track, &coming.positive,  &coming.negative};
    for (size_t i = 0; i < sizeof COLOUR / sizeof COLOUR[0]; i++) {
        *COLOUR[i] = theme_mix(theme->window, *COLOUR[i], share);
    }
    return coming;
}

SDL_Color theme_mix(SDL_Color a, SDL_Color b, float share)
{
    share = fminf(fmaxf(share, 0.0f), 1.0f);
    return (SDL_Color){palette_mix(a.r, b.r, share), palette_mix(a.g, b.g, share),
                       palette_mix(a.b, b.b, share), 255};
}

Uint32 theme_rgb(SDL_Color colour)
{
    return (Uint32)colour.r << 16 | (Uint32)colour.g << 8 | (Uint32)colour.b;
}

SDL_Color theme_fade(SDL_Color colour, float share)
{
    colour.a = palette_mix(0, 255, fminf(fmaxf(share, 0.0f), 1.0f));
    return colour;
}
