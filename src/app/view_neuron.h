/* State of the view Neuron; VIEW_OF_NEURON in app/views.h has what it does. */
#ifndef APP_VIEW_NEURON_H
#define APP_VIEW_NEURON_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct NeuronView {
    int layer, neuron;
} NeuronView;

#endif
