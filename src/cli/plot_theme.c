/* The colours of what `inkling plot` draws: those of the window's themes. */
#include "cli/plot_theme.h"

#include <math.h>

#include "base/palette.h"

enum { SHADES = 32 }; /* of each colour: pictures of many weights stay small files */

static const PlotTheme LIGHT = {
    .page = PALETTE_LIGHT_PAGE,
    .panel = PALETTE_LIGHT_PANEL,
    .hairline = PALETTE_LIGHT_HAIRLINE,
    .text = PALETTE_LIGHT_TEXT,
    .secondary = PALETTE_LIGHT_SECONDARY,
    .positive = PALETTE_LIGHT_POSITIVE,
    .negative = PALETTE_LIGHT_NEGATIVE,
};

static const PlotTheme DARK = {
    .page = PALETTE_DARK_PAGE,
    .panel = PALETTE_DARK_PANEL,
    .hairline = PALETTE_DARK_HAIRLINE,
    .text = PALETTE_DARK_TEXT,
    .secondary = PALETTE_DARK_SECONDARY,
    .positive = PALETTE_DARK_POSITIVE,
    .negative = PALETTE_DARK_NEGATIVE,
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
        uint8_t zero = (uint8_t)(theme->panel >> shift), one = (uint8_t)(full >> shift);
        mixed |= (uint32_t)palette_mix(zero, one, part) << shift;
    }
    return mixed;
}
