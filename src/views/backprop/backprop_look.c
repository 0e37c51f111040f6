/* What the view Backprop looks at. */
#include "views/backprop/backprop_look.h"

#include "lab/mine.h"
#include "shell/selected.h"

bool backprop_on_drawing(const BackpropView *view)
{
    return view->page != BACKPROP_MINIBATCH;
}

bool backprop_has_picture(const BackpropView *view)
{
    return view->page == BACKPROP_PICTURE || view->page == BACKPROP_GRADIENT;
}

int backprop_layer(const BackpropView *view)
{
    DiagramNeuron at = selected_neuron(view->shell);
    return at.neuron >= 0 ? at.layer : view->lab->model.net.shape.layers - 1;
}

int backprop_neuron(const BackpropView *view)
{
    DiagramNeuron at = selected_neuron(view->shell);
    return at.neuron >= 0 ? at.neuron : backprop_wanted(view);
}

int backprop_wanted(const BackpropView *view)
{
    int own = mine_on_sheet(view->lab);
    return view->picked ? view->digit
           : own >= 0   ? view->lab->mine.own.digits.digit[own].label
           : view->lab->exhibit.shown && view->lab->exhibit.label >= 0 ? view->lab->exhibit.label
                                                                       : view->lab->answer.digit;
}
