/* One neuron: the rows to choose it from, and the sum that it is. */
#ifndef UI_NEURON_H
#define UI_NEURON_H

#include "nn/look.h"
#include "ui/neuron_places.h"

/** Rows of the sum that are no weight. */
enum { NEURON_NO_MARK = -2, NEURON_BIAS_MARK = -1 };

/** What is drawn of the neuron on show; borrowed for the frame. */
typedef struct NeuronSum {
    const LookSum *sum;
    int terms;      /* of them that show */
    int others;     /* that do not: neither here nor in the network's list */
    double rest;    /* their sum */
    bool of_pixels; /* the terms come from pixels */
    int mark;       /* the weight from there, or one of the above */
} NeuronSum;

/** The rows of the sum: terms and fixed ones. */
int neuron_rows(const NeuronSum *sum);

/** "12, 7" for a pixel (column and row, from 0), "neuron 4" for a neuron, "bias" for its mark. */
void neuron_print_from(bool pixel, int from, char *text, size_t room);

/** The rows of neurons, each lit by its activation. */
void neuron_picker_draw(Paint *out, const NeuronPlaces *places, const NetShape *shape,
                        const NetActs *acts, int layer, int neuron);

/** How the terms on show and the rest make up the sum; fills in others and rest. */
void neuron_sum_fit(NeuronSum *shown, const NeuronPlaces *places);

/** Draw the terms, largest first, with bars that compare them, then the rest, the bias, z and a.
 * Call neuron_sum_fit() before. */
void neuron_sum_draw(Paint *out, const NeuronPlaces *places, const NeuronSum *shown);

#endif
