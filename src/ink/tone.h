/* The colours of a picture made into one grey a pixel, with as much contrast as there is. */
#ifndef INK_TONE_H
#define INK_TONE_H

#include "ink/field.h"

/** The longest side that a picture is looked at with. */
enum { TONE_MAX_SIDE = 1024 };

/**
 * Reduce a picture by area to TONE_MAX_SIDE where it is larger, and make it grey. A picture of
 * greys keeps them. Colours are laid along the axis in which neighbours differ most, so that ink
 * shows on paper of equal lightness. Where all is of one colour and only alpha differs, the grey is
 * 255 less alpha; else what is transparent becomes white or black, whichever is like the paper.
 *
 * @param rgba       height x width x 4, alpha not multiplied in
 * @param[out] grey  the caller frees it
 *
 * Errors: out of memory; grey is zeroed then. Source of the axis: Di Zenzo (1986).
 */
bool tone_of(const uint8_t *rgba, int width, int height, Field *grey);

#endif
