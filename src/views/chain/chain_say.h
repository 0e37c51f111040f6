/* What the view Chain says of the quantity that is selected. */
#ifndef VIEWS_CHAIN_CHAIN_SAY_H
#define VIEWS_CHAIN_CHAIN_SAY_H

#include "ui/hint.h"
#include "ui/name.h"
#include "views/chain/view_chain.h"

/** Bytes of a sentence, its final 0 included. */
enum { CHAIN_SENTENCE = 256 };

/** The nudge that is spoken of. */
static const double CHAIN_NUDGE = 0.01;

/** A gradient below that size is spoken of as nothing. */
static const double CHAIN_NOTHING = 0.0005;

/** "dz2/dw2": the ratio of a quantity to what it goes into. */
Name chain_say_ratio(int quantity);

/** What the nudge will do to the cost by the gradient; what it does; and why so little of it
 * arrives, or where most of it is lost. */
void chain_say(const Chain *chain, int quantity, char said[CHAIN_SAYS][CHAIN_SENTENCE]);

/** A number with so many digits that say something: "0.00058"; with a power of ten only where that
 * would be long. */
HintNumber chain_say_number(double value, int digits);

#endif
