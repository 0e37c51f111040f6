/* The view Network. */
#include "app/view_network.h"

#include "app/views.h"

const View VIEW_OF_NETWORK = {.name = "Network"};
