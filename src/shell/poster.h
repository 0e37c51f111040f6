/* The picture of the view on show that leaves the window: the ink, the network or what else is
 * seen, the answer, and a line that says what it is; without controls. */
#ifndef SHELL_POSTER_H
#define SHELL_POSTER_H

#include "shell/shell.h"

/**
 * Its pixels.
 *
 * @param times     so much larger than in the window
 * @param[out] rgb  w_px * h_px * 3 bytes, the caller's to free; NULL after an error
 *
 * Errors: out of memory, the renderer makes no picture of that size.
 */
bool poster_pixels(Shell *shell, int times, uint8_t **rgb, int *w_px, int *h_px, Err *err);

/** Its lines and shapes as SVG. What goes wrong shows in ferror(out). */
void poster_svg(Shell *shell, FILE *out);

#endif
