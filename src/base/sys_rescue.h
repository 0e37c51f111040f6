/* A graphics driver that ends the program (by an error of X, a crash, or never coming back) ends
 * its own attempt only: the program starts again in its place, without it. That costs nothing where
 * the driver works. */
#ifndef BASE_SYS_RESCUE_H
#define BASE_SYS_RESCUE_H

#include <stdbool.h>

/**
 * From here to sys_rescue_end() the program begins anew with what SDL draws itself, instead of
 * ending. What libraries say meanwhile is not heard. Nothing happens where SDL_RENDER_DRIVER names
 * what is to draw, as it does in the second life.
 *
 * @param argv  of main(), for the second life
 */
void sys_rescue_begin(char **argv);

/** The driver works, or has failed as it should. */
void sys_rescue_end(void);

#endif
