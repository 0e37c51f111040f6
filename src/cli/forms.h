/* Which way of writing its digit somebody chose, told from the strokes by plain rules. */
#ifndef CLI_FORMS_H
#define CLI_FORMS_H

#include "ink/digits.h"

/** Forms of a digit that are told apart, at most. */
enum { FORMS_MAX = 4 };

/** How many forms of a digit are told apart, 1..FORMS_MAX. */
int forms_count(int label);

/** "long upstroke", "crossed": what sets form 0..forms_count(label)-1 apart from the others. */
const char *forms_name(int label, int form);

/** The form of digit i, written as its label says. */
int forms_tell(const Digits *digits, int i);

#endif
