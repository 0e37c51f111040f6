/* The recipe of the next run as knobs that turn from stop to stop. */
#ifndef LAB_RECIPE_H
#define LAB_RECIPE_H

#include "lab/lab.h"

/** What can be turned, in the order of the settings. */
typedef enum Knob {
    KNOB_RATE,
    KNOB_MINIBATCH,
    KNOB_EPOCHS,
    KNOB_DECAY,
    KNOB_LAYERS,
    KNOB_SEED,
    KNOBS
} Knob;

/** "Learning rate"; static. */
const char *recipe_knob_name(Knob knob);

/** Where it stands, 0..1. */
float recipe_share(const Lab *lab, Knob knob);

/** Turn it to the stop nearest to that share of its way. Shapes and seeds of random weights that
 * nothing has trained take hold at once. */
void recipe_slide(Lab *lab, Knob knob, float share);

/** Turn it by so many stops, or to its end. */
void recipe_turn(Lab *lab, Knob knob, int stops);

/** Its value: "0.5", "784-16-16-10". */
void recipe_print_value(const Lab *lab, Knob knob, char *text, size_t room);

/** When the value takes hold: "in use", "now", "next run". */
const char *recipe_when(const Lab *lab, Knob knob);

/** The same for the cost. */
const char *recipe_when_cost(const Lab *lab);

/** And for augmentation. */
const char *recipe_when_augment(const Lab *lab);

/** And for the sources of images. */
const char *recipe_when_data(const Lab *lab);

/** Everything as on the first start: knobs, cost, data, augmentation. */
void recipe_default(Lab *lab);

/** The shape of the network that the next run from random weights begins with. */
NetShape recipe_shape(const Lab *lab);

#endif
