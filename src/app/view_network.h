/* State of the view Network; VIEW_OF_NETWORK in app/views.h has what it does. */
#ifndef APP_VIEW_NETWORK_H
#define APP_VIEW_NETWORK_H

#include <stdbool.h>

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct NetworkView {
    bool all_edges;
    bool selected; /* a neuron, that shows its edges alone */
    int layer, neuron;
} NetworkView;

#endif
