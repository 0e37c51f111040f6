/* The guided walk: what it says, where it points, and what it asks for. */
#include "tour/tour_steps.h"

const TourStep TOUR_STEP[] = {
    {"A picture is 784 numbers",
     "Every cell of the small picture is a number: 0 without ink, 1 where the ink is full. The "
     "column holds them all, row by row, and is all that the network is told about your drawing.",
     "Draw a digit on the sheet, and watch the column.", VIEW_NETWORK, TOUR_PLACE_INPUTS, 0,
     tour_done_drawing},
    {"What the network sees",
     "Before the network looks, the drawing is brought to one size and to the middle, as the "
     "pictures were that it has learned from. The same digit, small and in a corner, is quite "
     "other numbers, and nothing tells the network that they mean the same.",
     "Draw a small digit in a corner. Then switch Fit and centre off, and on again (key F).",
     VIEW_NETWORK, TOUR_PLACE_INPUT, LAYOUT_INPUT, tour_done_preparing},
    {"Neurons hold numbers",
     "A neuron is a thing that holds one number from 0 to 1, its activation; here it is filled "
     "as much as that. Each layer is computed from the one left of it, until ten numbers are left: "
     "one for each digit.",
     "Point at a neuron to read how its number comes about. With keys: X, then the arrows.",
     VIEW_NETWORK, TOUR_PLACE_NEURONS, 0, tour_done_asking},
    {"The strongest output wins",
     "The ten outputs do not share out 100 %: several can be high at once, or none at all. The "
     "strongest one is the answer, and a close second means doubt.",
     "Change your drawing until another digit wins: close a 3 to an 8, bend a 1 to a 7.",
     VIEW_NETWORK, TOUR_PLACE_BARS, LAYOUT_ANSWER, tour_done_other_digit},
    {"What one neuron looks for",
     "Every connection into a neuron has a weight. Where it is blue, ink is a reason for the "
     "neuron to light up; where it is orange, a reason against. A neuron of the first layer has "
     "784 weights, so they make a picture.",
     "Look at another neuron: press it in the rows at the top.", VIEW_NEURON, TOUR_PLACE_VIEW, 0,
     tour_done_other_neuron},
    {"Weighted sum, bias, sigmoid",
     "The neuron adds up weight times activation of all that comes in, and its bias: how eager it "
     "is by itself. The sigmoid squeezes the sum into 0 to 1. A network is nothing but this sum, "
     "again and again.",
     "Paint on its weights, or mark one (or the bias) and change it with + and -. Ctrl+U takes it "
     "back.",
     VIEW_NEURON, TOUR_PLACE_VIEW, 0, tour_done_weights},

    {"It begins with noise",
     "Weights and biases are knobs, 13,002 of them in the small network, and nobody sets them by "
     "hand. They start at random, and so the answers start as nonsense. The network of before "
     "is not lost: Network > Previous network brings it back.",
     "Press Reset, and see what becomes of the answer.", VIEW_NETWORK, TOUR_PLACE_RESET,
     LAYOUT_STRIP, tour_done_random},
    {"Ten small steps",
     "The cost says how wrong the outputs are, on average over many images: 0 is perfect. One "
     "step looks at a minibatch of images and turns every knob a little, in the direction in "
     "which the cost falls fastest: downhill. First of all the outputs go down, as nine of "
     "ten should.",
     "Press Step ten times (Ctrl+Shift+T), and watch the bars.", VIEW_NETWORK, TOUR_PLACE_STEP,
     LAYOUT_STRIP, tour_done_ten_steps},
    {"Downhill, thousands of times",
     "An epoch is over when every training image has been used once. The curve of the test images "
     "is measured on images that are never trained on: it tells learning from remembering.",
     "Press Train or Resume (Ctrl+T), and let an epoch go by.", VIEW_LEARNING, TOUR_PLACE_TRAIN,
     LAYOUT_STRIP, tour_done_epoch},
    {"Back in time",
     "The weights of this run were kept as it went along. At every moment of it your drawing can "
     "be read again, as the network would have read it then.",
     "Move the time line to the left (Ctrl+Left), and watch the answer. Ctrl+End leads back to "
     "now.",
     VIEW_LEARNING, TOUR_PLACE_TIME_LINE, LAYOUT_STRIP, tour_done_looking_back},
    {"How long a step is",
     "The learning rate is the length of each step. With short steps it takes for ever. Long ones "
     "jump from one side of the valley to the other, and may even climb.",
     "Press Settings and choose another rate. Then Reset, Train, and compare the curves.",
     VIEW_LEARNING, TOUR_PLACE_SETTINGS, 0, tour_done_rate},
    {"Images that it gets wrong",
     "Even a good network is wrong about some images that it has never seen. A few of them would "
     "make you hesitate, too; others would not, and show that it does not look as you do.",
     "Press Mistakes, then one of the images: it comes to the sheet.", VIEW_DATA, TOUR_PLACE_VIEW,
     0, tour_done_mistake},
    {"Sure about nothing",
     "The network has been shown digits and nothing else, and it was never rewarded for doubt. So "
     "it may be quite sure that plain noise is a 5. It has learned to tell digits apart, not what "
     "a digit is.",
     "Press Noise, then Noise again to put some on the sheet.", VIEW_DREAMS, TOUR_PLACE_NOISE, 0,
     tour_done_noise},

    {"What should it have been?",
     "Learning from one image begins with the truth: for the right digit the output should be 1, "
     "for the nine others 0. The cost adds up how far off they are, squared.",
     "Draw a digit, then press here what it should be. A wrong one is allowed, too.", VIEW_BACKPROP,
     TOUR_PLACE_TARGETS, 0, tour_done_target},
    {"Ten wishes",
     "Each output has a wish: the right one wants up, the others want down, and the more the "
     "further off they are (dC/da). Outputs that are nearly right hardly matter. Times the slope "
     "of the sigmoid that is delta, which is what counts from here on.",
     "Point at the wish of an output to read its formula.", VIEW_BACKPROP, TOUR_PLACE_WISHES, 0,
     tour_done_asking},
    {"From layer to layer",
     "A neuron has three ways to get what it wants: its bias, its weights, and the activations "
     "that come in. The last are not ours to set: they become the wishes of the layer before, "
     "added up over all that it feeds. That is why it goes backwards.",
     "Choose a layer further left, and look at its wishes.", VIEW_BACKPROP, TOUR_PLACE_LAYERS, 0,
     tour_done_other_layer},
    {"One step for this image",
     "All wishes together say for every weight and bias which way to go, and how much it matters: "
     "that is the gradient. A step goes a little way against it.",
     "Apply one step, and compare the cost before and after.", VIEW_BACKPROP, TOUR_PLACE_APPLY, 0,
     tour_done_weights},
    {"One image is selfish",
     "If this image alone had its way, the network would soon call everything that digit. With "
     "each step it reads your drawing better, and perhaps all others a little worse.",
     "Apply a few more steps, then take one back (Ctrl+U).", VIEW_BACKPROP, TOUR_PLACE_APPLY, 0,
     tour_done_undoing},
    {"Asking many images",
     "So the wishes of many images are averaged. Where they contradict each other they cancel out; "
     "what they have in common remains.",
     "Open Minibatch, and compare what each image wants with the average at the right.",
     VIEW_BACKPROP, TOUR_PLACE_MINIBATCH, 0, tour_done_minibatch},
    {"That is all",
     "Pass the image forward, the wishes back, average over a minibatch, go one step, and "
     "begin again. Train does what you have done here by hand, thousands of times a second, with "
     "the cost that the menu Network has. Network > Default network brings back a well trained "
     "one.",
     "Press Step ten times, or Train.", VIEW_BACKPROP, TOUR_PLACE_STEP, LAYOUT_STRIP,
     tour_done_ten_steps},
};

const TourChapter TOUR_CHAPTER[TOUR_CHAPTERS] = {
    {"What a network is", "“But what is a neural network?”", 0, 6},
    {"Gradient descent", "“Gradient descent, how neural networks learn”", 6, 7},
    {"Backpropagation", "“Backpropagation, intuitively”, “Backpropagation calculus”", 13, 7},
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
