/* Colours that are shared. */
#include "base/palette.h"

#include <math.h>

uint8_t palette_mix(uint8_t a, uint8_t b, float share)
{
    return (uint8_t)lroundf((float)a + ((float)b - (float)a) * share);
}
