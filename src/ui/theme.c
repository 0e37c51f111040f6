/* Colours and type: the only place that names them. */
#include "ui/theme.h"

#include <math.h>

static const Theme DARK = {
    .window = {0x12, 0x15, 0x1a, 255},
    .panel = {0x1a, 0x1f, 0x26, 255},
    .hairline = {0x2b, 0x32, 0x3c, 255},
    .track = {0x24, 0x2b, 0x34, 255},
    .text = {0xe8, 0xea, 0xed, 255},
    .secondary = {0x8d, 0x96, 0xa3, 255},
    .positive = {0x56, 0xb4, 0xe9, 255},
    .on_positive = {0x0b, 0x14, 0x1b, 255},
    .negative = {0xe6, 0x9f, 0x00, 255},
    .bar = {0x8d, 0x96, 0xa3, 255},
    .paper = {0x00, 0x00, 0x00, 255},
    .ink = {0xff, 0xff, 0xff, 255},
    .grid = {0x80, 0x88, 0x94, 40},
    .shade = {0x00, 0x00, 0x00, 140},
    .neuron_off = {0x12, 0x15, 0x1a, 255},
    .neuron_on = {0xff, 0xff, 0xff, 255},
};

static const Theme LIGHT = {
    .window = {0xf4, 0xf5, 0xf7, 255},
    .panel = {0xff, 0xff, 0xff, 255},
    .hairline = {0xd9, 0xdd, 0xe3, 255},
    .track = {0xe6, 0xe9, 0xee, 255},
    .text = {0x1b, 0x1f, 0x24, 255},
    .secondary = {0x5d, 0x66, 0x73, 255},
    .positive = {0x00, 0x72, 0xb2, 255},
    .on_positive = {0xff, 0xff, 0xff, 255},
    .negative = {0xd5, 0x5e, 0x00, 255},
    .bar = {0x5d, 0x66, 0x73, 255},
    .paper = {0xff, 0xff, 0xff, 255},
    .ink = {0x11, 0x11, 0x11, 255},
    .grid = {0x80, 0x88, 0x94, 48},
    .shade = {0x1b, 0x1f, 0x24, 90},
    .neuron_off = {0xff, 0xff, 0xff, 255},
    .neuron_on = {0x11, 0x11, 0x11, 255},
};

const Theme *theme_get(bool dark)
{
    return dark ? &DARK : &LIGHT;
}

static Uint8 mix(Uint8 a, Uint8 b, float share)
{
    return (Uint8)lroundf((float)a + ((float)b - (float)a) * share);
}

SDL_Color theme_mix(SDL_Color a, SDL_Color b, float share)
{
    share = fminf(fmaxf(share, 0.0f), 1.0f);
    return (SDL_Color){mix(a.r, b.r, share), mix(a.g, b.g, share), mix(a.b, b.b, share), 255};
}

SDL_Color theme_fade(SDL_Color colour, float share)
{
    colour.a = mix(0, 255, fminf(fmaxf(share, 0.0f), 1.0f));
    return colour;
}
