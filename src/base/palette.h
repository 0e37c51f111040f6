/* The colours that the window and the pictures in files share, each 0xrrggbb. Source of the blue
 * and the orange: Okabe and Ito (2008). */
#ifndef BASE_PALETTE_H
#define BASE_PALETTE_H

#include <stdint.h>

/** Of the dark and of the light theme. */
enum {
    PALETTE_DARK_PAGE = 0x12151a,
    PALETTE_DARK_PANEL = 0x1a1f26,
    PALETTE_DARK_HAIRLINE = 0x2b323c,
    PALETTE_DARK_TEXT = 0xe8eaed,
    PALETTE_DARK_SECONDARY = 0x8d96a3,
    PALETTE_DARK_POSITIVE = 0x56b4e9,
    PALETTE_DARK_NEGATIVE = 0xe69f00,
    PALETTE_LIGHT_PAGE = 0xf4f5f7,
    PALETTE_LIGHT_PANEL = 0xffffff,
    PALETTE_LIGHT_HAIRLINE = 0xd9dde3,
    PALETTE_LIGHT_TEXT = 0x1b1f24,
    PALETTE_LIGHT_SECONDARY = 0x5d6673,
    PALETTE_LIGHT_POSITIVE = 0x0072b2,
    PALETTE_LIGHT_NEGATIVE = 0xd55e00,
};

/** Colours that a cost goes through, from low to high. */
enum { PALETTE_GROUND = 5 };

/** They, in the dark and in the light theme. */
extern const uint32_t PALETTE_GROUND_DARK[PALETTE_GROUND], PALETTE_GROUND_LIGHT[PALETTE_GROUND];

/** One channel of a mix: `share` of `b`, the rest `a`. `share` is 0..1. */
uint8_t palette_mix(uint8_t a, uint8_t b, float share);

#endif
