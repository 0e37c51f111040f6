/* The recipe of the next run as knobs that turn from stop to stop. */
#ifndef APP_RECIPE_H
#define APP_RECIPE_H

#include "app/app.h"
#include "ui/hint.h"

typedef enum Knob {
    KNOB_RATE,
    KNOB_MINIBATCH,
    KNOB_EPOCHS,
    KNOB_DECAY,
    KNOB_LAYERS,
    KNOB_SEED,
    KNOBS
} Knob;

const char *recipe_knob_name(Knob knob);

/** Where it stands, 0..1. */
float recipe_share(const App *app, Knob knob);

/** Turn it to the stop nearest to that share of its way, or by so many stops. Shapes and seeds of
 * random weights that nothing has trained take hold at once. */
void recipe_slide(App *app, Knob knob, float share);
void recipe_turn(App *app, Knob knob, int stops);

void recipe_print_value(const App *app, Knob knob, char *text, size_t room);

/** When the value takes hold: "in use", "now", "next run". */
const char *recipe_when(const App *app, Knob knob);

/** The same for cost, data and augmentation. */
const char *recipe_when_cost(const App *app);
const char *recipe_when_augment(const App *app);
const char *recipe_when_data(const App *app);

void recipe_explain(const App *app, Knob knob, Hint *hint);

/** Everything as on the first start: knobs, cost, data, augmentation. */
void recipe_default(App *app);

/** The shape of the network that the next run from random weights begins with. */
NetShape recipe_shape(const App *app);

#endif
