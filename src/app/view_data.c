/* The view Data. */
#include "app/view_data.h"

#include "app/views.h"

const View VIEW_OF_DATA = {.name = "Data"};
