/* The window in fixed states, drawn by SDL's software renderer and held against small pictures. */
#ifndef GOLDEN_HOLD_H
#define GOLDEN_HOLD_H

#include "app_fixture.h"

/** A window of that size, dark or light, with a network of fixed random weights. */
void hold_begin(Fixture *f, int w_px, int h_px, float px_per_unit, bool dark);

/** Another network of fixed random weights. */
void hold_take_network(Fixture *f, const char *hidden);

/** A 3, as in the picture of the design. */
void hold_draw_three(Fixture *f);

/** The figures of a run in its 25th of 40 epochs. */
void hold_train_a_while(Fixture *f);

/** End the program and start it as the first time: in a home that knows of no session. */
void hold_start_afresh(Fixture *f);

/** Frames until nothing is left to compute. */
void hold_settle(Fixture *f);

/** A drawing, a run in its 25th epoch with its time line, and one view, all computed. */
void hold_bring_up(Fixture *f, ViewId view, int w_px, int h_px, float px_per_unit, bool dark);

/** What a sentence on show names as the home, which is another one each time, is Ada's from here
 * on.
 */
void hold_name_home(const Fixture *f, char *sentence);

/** A 3, a full disk, and the wish to quit. The disk has room again. */
void hold_quit_in_vain(Fixture *f);

/** Draw the window and hold it against its picture; INKLING_GOLDEN_RECORD=1 takes the picture anew.
 */
void hold(Fixture *f, const char *name);

#endif
