/* The training strip: what it says of the run, and its widgets. */
#ifndef SHELL_PROGRESS_H
#define SHELL_PROGRESS_H

#include "shell/shell.h"

/** Folded, until the time line is asked for or a run begins; open, or low beside the view Learning,
 * whose curves stand for its own. */
LayoutStrip progress_form(const Shell *shell);

/** Its buttons and sliders, in the order of Tab. */
void progress_add_widgets(Shell *shell);

/** Its texts, curve and figures, from the state. Part of screen_update(). */
void progress_update(Shell *shell);

/** Print how the weights on show did on test images: "96.8 % on MNIST"; "not tested as it is" where
 * these very weights were not, or "random weights". Of several sources the first is tested on, see
 * mix_load(). */
void progress_print_tested(const Lab *lab, char *text, size_t room);

/** Print what is known of the network on show without a run of its own: "trained for 300 epochs,
 * cost 0.174 on test images". */
void progress_print_past(const Shell *shell, char *text, size_t room);

/** Print what is left of the run at the speed of lately; "" where there is nothing to say. */
void progress_print_left(const Shell *shell, char *text, size_t room);

#endif
