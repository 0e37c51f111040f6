/* The numbers of the view Backprop as CSV. */
#include "views/backprop/backprop_table.h"

static void write_neuron(const Nudge *nudge, int layer, int neuron, FILE *out)
{
    const Net *grad = &nudge->grad;
    const float *weight = grad->weight[layer] + neuron;
    int largest;
    fprintf(out, "%d,%d,%.9g,", layer + 1, neuron, (double)nudge->acts.activation[layer][neuron]);
    if (layer == grad->shape.layers - 1) {
        fprintf(out, "%d", neuron == nudge->label);
    }
    nudge_largest(weight, grad->stride[layer], grad->shape.size[layer], &largest, 1);
    fprintf(out, ",%.9g,%.9g,%.9g,%d,%.9g\n", (double)nudge->by_a[layer][neuron],
            (double)nudge->acts.delta[layer][neuron], (double)grad->bias[layer][neuron], largest,
            (double)weight[largest * grad->stride[layer]]);
}

static void write_drawing(const Nudge *nudge, FILE *out)
{
    fprintf(out, "layer,neuron,a,y,dC/da,delta,dC/db,largest weight from,its dC/dw\n");
    for (int layer = nudge->grad.shape.layers - 1; layer >= 0; layer--) {
        for (int neuron = 0; neuron < nudge->grad.shape.size[layer + 1]; neuron++) {
            write_neuron(nudge, layer, neuron, out);
        }
    }
}

static void write_minibatch(const BackpropBatch *batch, FILE *out)
{
    fprintf(out, "layer,neuron,weight from");
    for (int n = 0; n < BACKPROP_IMAGES; n++) {
        if (n == 0 && batch->mine) {
            fprintf(out, ",wish of the drawing");
        } else {
            fprintf(out, ",wish of image %d", batch->image[n] + 1);
        }
    }
    fprintf(out, ",average\n");
    for (int i = 0; i < batch->rows; i++) {
        const MinibatchRow *row = &batch->row[i];
        fprintf(out, "%d,%d,", row->layer + 1, row->to);
        if (row->from < 0) {
            fprintf(out, "bias");
        } else {
            fprintf(out, "%d", row->from);
        }
        for (int n = 0; n < BACKPROP_IMAGES; n++) {
            fprintf(out, ",%.9g", -(double)row->by_w[n]);
        }
        fprintf(out, ",%.9g\n", -(double)row->mean);
    }
}

static void write_gradient(const BackpropList *list, FILE *out)
{
    fprintf(out, "layer,neuron,weight from,gradient\n");
    for (int i = 0; i < list->count; i++) {
        const Component *it = &list->component[i];
        fprintf(out, "%d,%d,", it->layer + 1, it->to);
        if (it->from == COMPONENT_BIAS) {
            fprintf(out, "bias");
        } else {
            fprintf(out, "%d", it->from);
        }
        fprintf(out, ",%.9g\n", (double)it->value);
    }
}

bool backprop_table(const void *self, FILE *out)
{
    const BackpropView *view = self;
    if (view->page == BACKPROP_GRADIENT && view->ready) {
        write_gradient(&view->list, out);
    } else if (view->page != BACKPROP_MINIBATCH && view->ready) {
        write_drawing(&view->nudge, out);
    } else if (view->page == BACKPROP_MINIBATCH && view->batch.ready) {
        write_minibatch(&view->batch, out);
    }
    return !ferror(out);
}
