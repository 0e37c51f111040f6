/* What can be done in the view Backprop. */
#include "views/backprop/backprop_commands.h"

#include <math.h>
#include <string.h>

#include "lab/weights.h"
#include "shell/selected.h"
#include "views/backprop/backprop_batch.h"
#include "views/backprop/backprop_look.h"
#include "views/backprop/backprop_picture.h"

static const float LEAST_RATE = 0.001f, MOST_RATE = 10.0f;

static bool same_shape(const BackpropView *view, const Net *grad)
{
    return net_shape_equal(&grad->shape, &view->lab->model.net.shape);
}

bool backprop_can(const void *self, int command)
{
    const BackpropView *view = self;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        return view->lab->has_ink;
    }
    switch (command) {
    case BACKPROP_DO_APPLY:
        return backprop_on_drawing(view)
                   ? view->ready && same_shape(view, &view->nudge.grad)
                   : view->batch.ready && view->batch.done == BACKPROP_IMAGES &&
                         same_shape(view, &view->batch.mean);
    case BACKPROP_DO_UNDO:
        return weights_can_undo(view->lab);
    case BACKPROP_DO_NEXT:
        return view->lab->mix.train.images > 0;
    case BACKPROP_DO_MINE:
        return view->lab->has_ink;
    default:
        return true;
    }
}

/* The weights go against the gradient of what is on show. */
static void apply(BackpropView *view)
{
    BackpropBatch *batch = &view->batch;
    bool drawing = backprop_on_drawing(view);
    bool ends_run = view->lab->stats.phase != TRAIN_IDLE;
    BackpropStep *step = drawing ? &view->step : &batch->step;
    Err err;
    if (!weights_keep(shell_change(view->shell),
                      drawing ? "step of backprop" : "step on a minibatch", &err)) {
        tell(view->shell, true, ACTION_NONE, err.text);
        return;
    }
    *step = (BackpropStep){.cost_before = drawing ? view->nudge.cost : batch->mean_cost};
    if (drawing) {
        memcpy(step->before, net_outputs(&view->nudge.grad, &view->nudge.acts),
               sizeof step->before);
    }
    *(drawing ? &view->stepped : &batch->stepped) = true;
    net_step(&shell_change(view->shell)->model.net, drawing ? &view->nudge.grad : &batch->mean,
             view->rate, 0.0f);
    weights_changed(shell_change(view->shell));
    shell_move(view->shell, MOTION_STEP, MOTION_STEP_MS);
    if (ends_run) {
        tell(view->shell, false, ACTION_NONE,
             "The run ended with this step. Network > Networks has what it had learned.");
    }
}

/* Whether an output is selected. */
static bool is_on_output(const BackpropView *view)
{
    DiagramNeuron at = selected_neuron(view->shell);
    return at.neuron >= 0 && at.layer == view->lab->model.net.shape.layers - 1;
}

void backprop_run(void *self, int command)
{
    BackpropView *view = self;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        view->digit = command - BACKPROP_DO_DIGIT;
        view->picked = true;
        if (is_on_output(view)) {
            selected_set(view->shell, backprop_layer(view), view->digit);
        }
    } else if (command >= BACKPROP_DO_PAGE && command < BACKPROP_DO_LAYER) {
        view->page = (BackpropPage)(command - BACKPROP_DO_PAGE);
    } else if (command >= BACKPROP_DO_LAYER && command < BACKPROP_DO_APPLY) {
        selected_set(view->shell, command - BACKPROP_DO_LAYER, backprop_neuron(view));
    } else if (command == BACKPROP_DO_APPLY) {
        apply(view);
    } else if (command == BACKPROP_DO_UNDO) {
        weights_undo(shell_change(view->shell));
    } else if (command == BACKPROP_DO_NEXT) {
        backprop_batch_next(view);
    } else if (command == BACKPROP_DO_MINE) {
        view->with_mine = !view->with_mine;
    } else if (command >= BACKPROP_DO_COST) {
        NetCost cost = (NetCost)(command - BACKPROP_DO_COST);
        view->cost = cost != view->cost               ? cost
                     : cost == NET_COST_CROSS_ENTROPY ? NET_COST_SQUARED
                                                      : NET_COST_CROSS_ENTROPY;
    } else if (command >= BACKPROP_DO_MOVE && command < BACKPROP_DO_ASK) {
        backprop_picture_move(view, command == BACKPROP_DO_MOVE ? -1 : 1);
    } else if (command >= BACKPROP_DO_ASK) {
        view->of_neuron = command != BACKPROP_DO_ASK;
    }
    shell_redraw(view->shell);
}

const char *backprop_label(const void *self, int command)
{
    const BackpropView *view = self;
    static const char *const DIGIT[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const LAYER[] = {"Layer 1", "Layer 2", "Layer 3", "Layer 4", "Layer 5"};
    static const char *const PAGE[BACKPROP_PAGES] = {"Picture", "Gradient", "Numbers", "Minibatch"};
    bool output = command == BACKPROP_DO_LAYER + view->lab->model.net.shape.layers - 1;
    if (command >= BACKPROP_DO_DIGIT && command < BACKPROP_DO_PAGE) {
        return DIGIT[command - BACKPROP_DO_DIGIT];
    }
    if (command >= BACKPROP_DO_PAGE && command < BACKPROP_DO_LAYER) {
        return PAGE[command - BACKPROP_DO_PAGE];
    }
    if (command >= BACKPROP_DO_LAYER && command < BACKPROP_DO_APPLY) {
        return output ? "Output" : LAYER[command - BACKPROP_DO_LAYER];
    }
    switch (command) {
    case BACKPROP_DO_APPLY:
        return backprop_on_drawing(view) ? "Apply one step" : "Apply average";
    case BACKPROP_DO_UNDO:
        return "Undo step";
    case BACKPROP_DO_NEXT:
        return "Next minibatch";
    case BACKPROP_DO_MINE:
        return "With my drawing";
    case BACKPROP_DO_MOVE:
        return "‹";
    case BACKPROP_DO_MOVE + 1:
        return "›";
    case BACKPROP_DO_ASK:
        return "Biases";
    case BACKPROP_DO_ASK + 1:
        return "Weights";
    case BACKPROP_DO_COST + NET_COST_SQUARED:
        return "Squares";
    case BACKPROP_DO_COST + NET_COST_CROSS_ENTROPY:
        return "Cross-entropy";
    default:
        return "";
    }
}

/* The slider is even in the logarithm of the rate. */
float backprop_slider(const void *self, int command)
{
    const BackpropView *view = self;
    (void)command;
    return logf(view->rate / LEAST_RATE) / logf(MOST_RATE / LEAST_RATE);
}

void backprop_slide(void *self, int command, float share)
{
    BackpropView *view = self;
    (void)command;
    view->rate = LEAST_RATE * powf(MOST_RATE / LEAST_RATE, share);
}
