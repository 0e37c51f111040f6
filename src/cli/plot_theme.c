/* The colours of what `inkling plot` draws: those of the window's themes. */
#include "cli/plot_theme.h"

#include <math.h>

enum { SHADES = 32 }; /* of each colour: pictures of many weights stay small files */

static const PlotTheme LIGHT = {
    .page = 0xf4f5f7,
    .panel = 0xffffff,
    .hairline = 0xd9dde3,
    .text = 0x1b1f24,
    .secondary = 0x5d6673,
    .positive = 0x0072b2,
    .negative = 0xd55e00,
};

static const PlotTheme DARK = {
    .page = 0x12151a,
    .panel = 0x1a1f26,
    .hairline = 0x2b323c,
    .text = 0xe8eaed,
    .secondary = 0x8d96a3,
    .positive = 0x56b4e9,
    .negative = 0xe69f00,
};

const PlotTheme *plot_theme_get(bool dark)
{
    return dark ? &DARK : &LIGHT;
}

uint32_t plot_theme_weight(const PlotTheme *theme, float share)
{
    uint32_t full = share < 0 ? theme->negative : theme->positive, mixed = 0;
    float part = roundf(fminf(fabsf(share), 1) * SHADES) / SHADES;
    for (int shift = 16; shift >= 0; shift -= 8) {
        float zero = (float)(theme->panel >> shift & 255), one = (float)(full >> shift & 255);
        mixed |= (uint32_t)lroundf(zero + (one - zero) * part) << shift;
    }
    return mixed;
}
