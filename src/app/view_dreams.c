/* The view Dreams. */
#include "app/view_dreams.h"

#include "app/views.h"

const View VIEW_OF_DREAMS = {.name = "Dreams"};
