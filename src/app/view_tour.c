/* The view Tour. */
#include "app/view_tour.h"

#include "app/views.h"

const View VIEW_OF_TOUR = {.name = "Tour"};
