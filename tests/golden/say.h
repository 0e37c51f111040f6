/* What the window says in a state, held against a text file: every text with its box, every
 * control, every hint and where the arrows lead from it. */
#ifndef GOLDEN_SAY_H
#define GOLDEN_SAY_H

#include "hold.h"

/** What of a state is held besides its texts and controls. */
enum {
    SAY_TEXTS = 0,
    SAY_HINTS = 1,     /* of the view */
    SAY_ALL_HINTS = 3, /* and of the window around it */
    SAY_IN_ONE_THEME = 4,
};

/** What follows is held against golden/says/NAME.txt. A state is written down as what it says that
 * the one before, in a window as large, did not; what it no longer says stands after "- ". */
void say_begin(const char *name);

/** The window as it is now. Texts are the same in both themes, and in the same roles of colours. */
void say(Fixture *f, const char *state, unsigned what);

/** Compare; INKLING_GOLDEN_RECORD=1 writes the file anew. */
void say_end(Fixture *f);

/** Say how much is held, as a comment of TAP. */
void say_print_counts(void);

#endif
