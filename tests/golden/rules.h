/* What holds of all texts on a screen, wherever they stand. */
#ifndef GOLDEN_RULES_H
#define GOLDEN_RULES_H

#include "record.h"

/**
 * Hold the rules of layout against what was drawn: all texts are inside the window, none is cut
 * without a sign of it, no two that can be seen lie over each other. What breaks one is printed.
 *
 * @param where  names the screen in what is printed
 * @return       how many times a rule is broken
 */
int rules_check(const Record *record, SDL_Rect window, const char *where);

#endif
