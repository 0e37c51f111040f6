/* Colours that are shared. */
#include "base/palette.h"

#include <math.h>

const uint32_t PALETTE_GROUND_DARK[PALETTE_GROUND] = {0x0b2c46, 0x12598a, 0x3287bd, 0x8a979f,
                                                      0xc48a14};

const uint32_t PALETTE_GROUND_LIGHT[PALETTE_GROUND] = {0x0d5486, 0x2f86bd, 0x8dbfdf, 0xdcdcd6,
                                                       0xe8a24c};

uint8_t palette_mix(uint8_t a, uint8_t b, float share)
{
    return (uint8_t)lroundf((float)a + ((float)b - (float)a) * share);
}
