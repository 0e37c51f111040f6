/* Digits found in a picture. Neither paper nor ink is taken for granted: the paper's light is
 * estimated from place to place, marks that belong to no digit are left out, and pieces of one
 * digit are put together. */
#ifndef INK_FOUND_H
#define INK_FOUND_H

#include "ink/normalise.h"

/** The most digits in a picture. */
enum { FOUND_MAX = 64 };

/** One digit that was found. */
typedef struct FoundDigit {
    int x, y, w, h; /* its box in pixels of the picture, w and h at least 1 */
    Sheet image;    /* fitted, as the images of MNIST are */
    Sheet input;    /* prepared as the network wants it */
} FoundDigit;

/** The digits of a picture, left to right, and line by line from the top. */
typedef struct Found {
    int count; /* 0 where nothing is drawn */
    FoundDigit digit[FOUND_MAX];
} Found;

/**
 * Find the digits in a picture, dark on light or light on dark, of any colours, or drawn on paper
 * that is transparent. Shadows, light that falls off, noise, specks, frames, rulings and marks at
 * the border, boxes and lines below digits are left out, and a patch that holds digits, as a note
 * or a button, is paper itself; a clean picture is taken as it is. Lines too thin for a network are
 * drawn again, wider. Raw: the input of a single digit is the whole picture resampled.
 *
 * @param rgba   height x width x 4 bytes, row by row from the top, alpha not multiplied in
 * @param width  at least 1, as height
 *
 * Takes time and memory in proportion to the pixels of the picture, or of one reduced to a longer
 * side of 1,024; small digits in a larger one are looked at again by themselves. Errors: out of
 * memory, or more than FOUND_MAX digits; found has none then.
 */
bool found_in_picture(const uint8_t *rgba, int width, int height, Preparation preparation,
                      Found *found, Err *err);

#endif
