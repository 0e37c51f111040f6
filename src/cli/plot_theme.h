/* The colours of what `inkling plot` draws: those of the window's themes. */
#ifndef CLI_PLOT_THEME_H
#define CLI_PLOT_THEME_H

#include <stdbool.h>
#include <stdint.h>

/** Each 0xrrggbb. */
typedef struct PlotTheme {
    uint32_t page, panel, hairline, text, secondary, positive, negative;
} PlotTheme;

/** The dark or the light theme. */
const PlotTheme *plot_theme_get(bool dark);

/** The colour of a weight: `share` of what the full colours stand for, cut at -1 and 1. */
uint32_t plot_theme_weight(const PlotTheme *theme, float share);

#endif
