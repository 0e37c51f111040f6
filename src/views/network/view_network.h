/* The view Network: its state, and the pane that it is. */
#ifndef VIEWS_NETWORK_VIEW_NETWORK_H
#define VIEWS_NETWORK_VIEW_NETWORK_H

#include "views/view.h"

/** All of it belongs to the UI thread; zeroed at the start but for the two pointers. */
typedef struct NetworkView {
    const Lab *lab; /* borrowed, as long as the view lives */
    Shell *shell;   /* likewise */
    bool all_edges;
} NetworkView;

/** What it does. */
extern const Pane PANE_OF_NETWORK;

#endif
