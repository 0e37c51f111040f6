/* The numbers of the view Data, for other programs. */
#ifndef VIEWS_DATA_DATA_TABLE_H
#define VIEWS_DATA_DATA_TABLE_H

#include <stdio.h>

#include "views/data/view_data.h"

/** Write the confusion matrix, or the images on the wall, as CSV. False where that fails. */
bool data_table(const void *self, FILE *out);

#endif
