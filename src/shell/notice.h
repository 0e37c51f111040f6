/* The notice over the bottom of the view: one sentence, and its buttons. One that only tells, or
 * says what undo would take back, is a toast: it goes after a while, or when it is pressed. */
#ifndef SHELL_NOTICE_H
#define SHELL_NOTICE_H

#include "shell/shell.h"

/** How high it is, in the layout as it is; 0 where there is none. */
int notice_height(const Shell *shell);

/** Place it, and add its buttons: Close, and what it suggests. They are the first widgets. */
void notice_add_widgets(Shell *shell);

/** Whether a point is on it: what lies below is out of reach there. */
bool notice_covers(const Shell *shell, float x_px, float y_px);

/** Close it. */
void notice_close(Shell *shell);

/** It is pressed beside its buttons. */
void notice_press(Shell *shell);

/** It, without its buttons. */
void notice_draw(const Shell *shell);

/** A toast that was seen for long enough goes. */
void notice_update(Shell *shell);

/** How long until then, in ms; -1 for never. */
int notice_sleep_ms(const Shell *shell);

#endif
