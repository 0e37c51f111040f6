/* The view Learning. */
#include "app/view_learning.h"

#include "app/views.h"

const View VIEW_OF_LEARNING = {.name = "Learning"};
