/* How the network on show reads the user's own digits: counted anew, a part a frame, when the
 * digits or the weights have changed. */
#ifndef LAB_READING_H
#define LAB_READING_H

#include "lab/lab.h"

/** The digits have changed. */
void reading_of_others(Lab *lab);

/** Go on with a count, or begin one that is due. Part of lab_poll(). */
void reading_update(Lab *lab);

/** Count to the end now. False where there is no memory; then there is no count. */
bool reading_finish(Lab *lab);

/** How long the loop may sleep before it goes on, in ms; -1 for as long as it likes. */
int reading_sleep_ms(const Lab *lab);

/** Release its memory. */
void reading_free(Reading *reading);

#endif
