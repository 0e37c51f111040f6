/* The view Backprop. */
#include "app/view_backprop.h"

#include "app/views.h"

const View VIEW_OF_BACKPROP = {.name = "Backprop"};
