/* What the settings of the view Learning are. */
#include "views/learning/learning_hints.h"

#include "lab/recipe.h"
#include "views/learning/learning_legend.h"
#include "views/learning/learning_settings.h"

static void explain_layers(const Lab *lab, Hint *hint)
{
    char value[64];
    NetShape shape = recipe_shape(lab);
    net_shape_print(&shape, value, sizeof value);
    hint_title(hint, "Layers: %s (%s)", value, recipe_when_layers(lab));
    hint_say(hint, "Neurons of each layer: %s.\nThe first are the pixels, the last the ten digits.",
             value);
    hint_unit(hint, "neurons");
}

static void explain_knob(const Lab *lab, Knob knob, Hint *hint)
{
    static const struct {
        const char *before, *after, *unit; /* the value stands between the first two */
    } TEXT[KNOBS] = {
        [KNOB_RATE] = {"w <- w - rate * dC/dw, with rate = ",
                       " at the start;\nit falls along a cosine to a hundredth of that.",
                       "a factor, no unit"},
        [KNOB_MINIBATCH] = {"The gradient of a step is the mean over ", " training images.",
                            "images"},
        [KNOB_DECAY] = {"w <- w * (1 - rate * decay) with each step, decay = ",
                        ":\nweights that nothing needs fade away.", "a factor, no unit"},
        [KNOB_EPOCHS] = {"A run passes ", " times through all training images.", "passes"},
        [KNOB_SEED] = {"Random weights and the order of the images come from seed ",
                       ":\nthe same seed and recipe, the same run.", "any whole number"},
    };
    char value[64];
    recipe_print_value(lab, knob, value, sizeof value);
    hint_title(hint, "%s: %s (%s)", recipe_knob_name(knob), value, recipe_when(lab, knob));
    hint_say(hint, "%s%s%s", TEXT[knob].before, value, TEXT[knob].after);
    if (knob == KNOB_RATE && lab->recipe.first_layer < 1.0f) {
        hint_say(hint, "\nThe first layer takes %g of it: hundreds of pixels pull at each neuron.",
                 (double)lab->recipe.first_layer);
    }
    hint_unit(hint, "%s", TEXT[knob].unit);
}

static void explain_choice(const LearningView *view, int choice, Hint *hint)
{
    static const struct {
        const char *text, *unit;
    } TEXT[LEARNING_CHOICES] = {
        {"Digits on paper: 60,000 images to train on, and 10,000\nothers that are the test.",
         "images of 28 x 28 pixels"},
        {"Digits written by chance, in the forms that people learn in\ndifferent countries; with "
         "MNIST a third of all images.",
         "images of 28 x 28 pixels"},
        {"What you drew and labelled with the keys 0 to 9: repeated until\nit is a twentieth of "
         "all images, each 200 times at most.",
         "drawings"},
        {"Each time an image is trained on, it is turned, moved and bent\na little, at random: no "
         "two are ever the same.",
         "chosen or not"},
        {"C = -sum of y ln a + (1 - y) ln(1 - a) over the ten outputs:\nthe more wrong, the "
         "steeper.",
         "0 is perfect"},
        {"C = sum of (a - y)^2 over the ten outputs,\nas in the videos.", "0 is perfect"},
    };
    hint_title(hint, "%s", learning_settings_name(view, choice));
    bool other = choice == 0 && view->lab->mix.other;
    hint_say(hint, "%s",
             other ? "Files that have MNIST's names, and other images." : TEXT[choice].text);
    hint_unit(hint, "%s", TEXT[choice].unit);
}

void learning_hints_explain(const LearningView *view, int about, Hint *hint)
{
    if (about >= LEARNING_ABOUT_CHOICE) {
        explain_choice(view, about - LEARNING_ABOUT_CHOICE, hint);
    } else if (about == LEARNING_ABOUT_LAYERS) {
        explain_layers(view->lab, hint);
    } else {
        explain_knob(view->lab, (Knob)(about - LEARNING_ABOUT_KNOB), hint);
    }
}
