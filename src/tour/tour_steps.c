/* The guided walk: what it says, where it points, and what it asks for. */
#include "tour/tour_steps.h"

const TourStep TOUR_STEP[] = {
    {"A picture is 784 numbers",
     "Every cell of the small picture is a number from 0 to 1. The column holds them all, row by "
     "row.",
     "Draw a digit, and watch the column.", VIEW_NETWORK, TOUR_PLACE_INPUTS, 0, TOUR_NEED_NOTHING,
     TOUR_PART, tour_done_drawing},
    {"What the network sees",
     "Each drawing is brought to one size and to the middle: elsewhere it would be quite other "
     "numbers.",
     "Draw a small digit in a corner, then switch “fitted” off and on again (F).", VIEW_NETWORK,
     TOUR_PLACE_INPUT, LAYOUT_INPUT, TOUR_NEED_NOTHING, TOUR_PART, tour_done_preparing},
    {"Neurons hold numbers",
     "Each neuron holds one number from 0 to 1, its activation, computed from the layer left of "
     "it.",
     "Point at a neuron to read how. With keys: X, then the arrows.", VIEW_NETWORK,
     TOUR_PLACE_NEURONS, 0, TOUR_NEED_INK, TOUR_PART, tour_done_asking},
    {"The strongest output wins",
     "The ten outputs need not add up to 1: several can be high at once, or none. A close second "
     "means doubt.",
     "Bend a 1 to a 7, or close a 3 to an 8: another digit wins.", VIEW_NETWORK, TOUR_PLACE_BARS,
     LAYOUT_ANSWER, TOUR_NEED_NOTHING, TOUR_PART, tour_done_other_digit},
    {"What one neuron looks for",
     "Where its weights are blue, ink is a reason for the neuron to light up; where they are "
     "orange, against.",
     "Press one of the pictures: that neuron comes close.", VIEW_NEURON, TOUR_PLACE_VIEW, 0,
     TOUR_NEED_INK, TOUR_PART, tour_done_other_neuron},
    {"Weighted sum, bias, sigmoid",
     "Weights times activations, added up, and the bias: the sigmoid squeezes that sum into 0 to "
     "1.",
     "Press a neuron and drag its bias. Ctrl+U takes it back; so does Next.", VIEW_NEURON,
     TOUR_PLACE_SUM, 0, TOUR_NEED_INK, TOUR_PART_NETWORK, tour_done_weights},
    {"It begins with noise",
     "In the small network 13,002 weights and biases begin at random, and so do the answers. Yours "
     "waits.",
     "Press Ctrl+R (Network > Reset), and see what it reads now.", VIEW_NETWORK, TOUR_PLACE_BARS,
     LAYOUT_ANSWER, TOUR_NEED_INK, TOUR_PART_NETWORK, tour_done_random},
    {"Ten small steps",
     "The cost says how wrong the outputs are. A step turns every weight a little, the way that "
     "the cost falls fastest.",
     "Press the step button ten times (Ctrl+Shift+T).", VIEW_NETWORK, TOUR_PLACE_STEP, LAYOUT_STRIP,
     TOUR_NEED_RANDOM, TOUR_PART_GOES_ON, tour_done_ten_steps},
    {"Downhill, thousands of times",
     "In an epoch each training image is used once. The test curve is of images that it never "
     "learns from.",
     "Press Train from scratch, and let an epoch go by.", VIEW_LEARNING, TOUR_PLACE_TRAIN,
     LAYOUT_STRIP, TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_epoch},
    {"Back in time",
     "The weights of the run were kept as it went: at each moment your drawing is read as it was "
     "read then.",
     "Move the time line to the left (Ctrl+Left), and watch the answer.", VIEW_LEARNING,
     TOUR_PLACE_TIME_LINE, LAYOUT_STRIP, TOUR_NEED_RUN, TOUR_PART_GOES_ON, tour_done_looking_back},
    {"How long a step is",
     "The rate is the length of a step. Short ones take for ever, long ones jump from side to side "
     "of the valley.",
     "Choose another rate, train from scratch, compare the curves.", VIEW_LEARNING,
     TOUR_PLACE_SETTINGS, LAYOUT_STRIP, TOUR_NEED_RUN, TOUR_PART_GOES_ON, tour_done_rate},
    {"Images that it gets wrong",
     "A good network is wrong, too: about some that make you hesitate, and some that show that it "
     "sees otherwise.",
     "Press Mistakes, then an image: it comes to the sheet.", VIEW_DATA, TOUR_PLACE_VIEW, 0,
     TOUR_NEED_NOTHING, TOUR_PART, tour_done_mistake},
    {"Sure about nothing",
     "It was shown digits and nothing else, and never rewarded for doubt: so it may be sure that "
     "noise is a digit.",
     "Press Noise, then the Noise button below.", VIEW_DREAMS, TOUR_PLACE_NOISE, 0,
     TOUR_NEED_NOTHING, TOUR_PART, tour_done_noise},
    {"What should it have been?",
     "The output of the right digit should be 1, the others 0. The cost adds up how far off they "
     "are, squared.",
     "Press what the drawing should be. A wrong one is allowed, too.", VIEW_BACKPROP,
     TOUR_PLACE_TARGETS, 0, TOUR_NEED_INK, TOUR_PART_NETWORK, tour_done_target},
    {"Ten wishes",
     "The right output wants up, the others down, and the more the further off. Outputs that are "
     "right hardly matter.",
     "Point at the arrow of an output to read its formula.", VIEW_BACKPROP, TOUR_PLACE_WISHES, 0,
     TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_asking},
    {"From layer to layer",
     "A neuron can change its bias, its weights, and what comes in. The last become the wishes of "
     "the layer before.",
     "Press a neuron further left, and look at the wishes there.", VIEW_BACKPROP, TOUR_PLACE_LAYERS,
     0, TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_other_layer},
    {"One step for this image",
     "All wishes together are the gradient: which way each weight should go, and how much that "
     "matters.",
     "Apply one step, and watch the squares. Too little? Raise the rate.", VIEW_BACKPROP,
     TOUR_PLACE_APPLY, 0, TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_weights},
    {"One image is selfish",
     "If it had its way, all would be called that digit: its cost falls, and that of others may "
     "rise.",
     "Apply a few more steps, then take one back (Ctrl+U).", VIEW_BACKPROP, TOUR_PLACE_APPLY, 0,
     TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_undoing},
    {"Asking many images",
     "So the wishes of many images are averaged: what contradicts cancels out, what they share "
     "remains.",
     "Open Minibatch, and compare each image with the average.", VIEW_BACKPROP,
     TOUR_PLACE_MINIBATCH, 0, TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_minibatch},
    {"All of it at once",
     "Forward, the wishes back, the average over a minibatch, one step: thousands of times a "
     "second.",
     "Press Train from scratch, and watch all of it at once.", VIEW_BACKPROP, TOUR_PLACE_TRAIN,
     LAYOUT_STRIP, TOUR_NEED_NOTHING, TOUR_PART_NETWORK, tour_done_ten_steps},
    {"One neuron a layer",
     "The smallest deep network: z = w a + b, a = sigmoid(z), three times. A nudge on w1 goes all "
     "the way to the cost.",
     "Drag the knob of w1, or Tab to it and use the arrows.", VIEW_CHAIN, TOUR_PLACE_WEIGHT, 0,
     TOUR_NEED_NOTHING, TOUR_PART, tour_done_weight_of_chain},
    {"A ratio for each branch",
     "Each branch says how many times as large a nudge comes out of it. The ratios on the way, "
     "multiplied, are the gradient.",
     "Press b2, w3 or a node: its way to the cost lights up.", VIEW_CHAIN, TOUR_PLACE_QUANTITY, 0,
     TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_quantity},
    {"Where nothing comes through",
     "One ratio of 0, and the product is 0: a flat sigmoid, a weight or an input of 0, or an "
     "output "
     "that is right.",
     "Bring dC/dw1 within 0.0005 of 0 with any knob; press w1 to read it.", VIEW_CHAIN,
     TOUR_PLACE_PRODUCT, 0, TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_product},
    {"Downhill along all six",
     "The six products of weights and biases are the gradient. A step turns each of them against "
     "its own.",
     "Press Step, and see the cost fall. Random values begin anew.", VIEW_CHAIN,
     TOUR_PLACE_STEP_OF_CHAIN, 0, TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_step_of_chain},
    {"The cost as ground",
     "Each place of the map is a network, as high as 2,000 images cost it. The ball is the one on "
     "show.",
     "Drag the ball uphill until your digit is read as another one.", VIEW_LANDSCAPE,
     TOUR_PLACE_BALL, 0, TOUR_NEED_INK, TOUR_PART_NETWORK, tour_done_uphill},
    {"Down it goes",
     "Training goes downhill from anywhere: it needs the slope under the ball alone, not the whole "
     "map.",
     "Press Continue, and watch the ball roll.", VIEW_LANDSCAPE, TOUR_PLACE_BALL, LAYOUT_STRIP,
     TOUR_NEED_INK, TOUR_PART_GOES_ON, tour_done_ten_steps},
    {"A rate that climbs",
     "A step is the slope times the learning rate. Where it is longer than the valley is wide, it "
     "ends higher up.",
     "Choose “too large”, press Play, and see the ball climb.", VIEW_SLOPE, TOUR_PLACE_VIEW, 0,
     TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_climbing},
    {"It stumbles, and gets there",
     "A minibatch of 32 images knows the slope only about: its ball goes astray at times, and is "
     "far cheaper.",
     "Choose “right”, and let both balls take five steps.", VIEW_SLOPE, TOUR_PLACE_VIEW, 0,
     TOUR_NEED_NOTHING, TOUR_PART_GOES_ON, tour_done_stumbling},
};

const TourChapter TOUR_CHAPTER[TOUR_CHAPTERS] = {
    {"What a network is", "“But what is a neural network?”", 0, 6},
    {"Gradient descent", "“Gradient descent, how neural networks learn”", 6, 7},
    {"Backpropagation", "“Backpropagation, intuitively”", 13, 7},
    {"The chain", "“Backpropagation calculus”", 20, 4},
    {"The ground of the cost", "“Gradient descent, how neural networks learn”", 24, 4},
};

int tour_steps(void)
{
    return (int)(sizeof TOUR_STEP / sizeof TOUR_STEP[0]);
}

int tour_chapter(int step)
{
    int chapter = 0;
    while (chapter < TOUR_CHAPTERS - 1 && step >= TOUR_CHAPTER[chapter + 1].first) {
        chapter++;
    }
    return chapter;
}
