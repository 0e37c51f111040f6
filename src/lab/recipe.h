/* The recipe of the next run as knobs that turn from stop to stop. */
#ifndef LAB_RECIPE_H
#define LAB_RECIPE_H

#include "lab/lab.h"

/** What can be turned, in the order of the settings. */
typedef enum Knob { KNOB_RATE, KNOB_MINIBATCH, KNOB_DECAY, KNOB_EPOCHS, KNOB_SEED, KNOBS } Knob;

/** "Learning rate"; static. */
const char *recipe_knob_name(Knob knob);

/** Where it stands, 0..1. */
float recipe_share(const Lab *lab, Knob knob);

/** Turn it to the stop nearest to that share of its way. Layers and seed of random weights that
 * nothing has trained take hold at once. */
void recipe_slide(Lab *lab, Knob knob, float share);

/** Turn it by so many stops, or to its end. */
void recipe_turn(Lab *lab, Knob knob, int stops);

/** Its value: "0.5". */
void recipe_print_value(const Lab *lab, Knob knob, char *text, size_t room);

/** The value that it has on the first start. False where that is its value now. */
bool recipe_print_default(const Lab *lab, Knob knob, char *text, size_t room);

/** Give the network so many hidden layers more, as wide as its last one, or fewer; one stays. */
void recipe_add_layers(Lab *lab, int layers);

/** Whether it can have as many. */
bool recipe_can_add_layers(const Lab *lab, int layers);

/** Make a hidden layer, 0.., one stop wider (step 1) or narrower (step -1). */
void recipe_add_neurons(Lab *lab, int layer, int step);

/** Whether it is not at its end. */
bool recipe_can_add_neurons(const Lab *lab, int layer, int step);

/** When the value takes hold: "in use", "now", "next run". */
const char *recipe_when(const Lab *lab, Knob knob);

/** The same for the layers. */
const char *recipe_when_layers(const Lab *lab);

/** For the cost. */
const char *recipe_when_cost(const Lab *lab);

/** And for augmentation. */
const char *recipe_when_augment(const Lab *lab);

/** And for the sources of images. */
const char *recipe_when_data(const Lab *lab);

/** Everything as on the first start: knobs, layers, cost, data, augmentation. */
void recipe_default(Lab *lab);

/** Whether everything is so. */
bool recipe_is_default(const Lab *lab);

/** The shape of the network that the next run from random weights begins with. */
NetShape recipe_shape(const Lab *lab);

#endif
