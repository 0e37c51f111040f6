/* The numbers of the view Data, for other programs. */
#ifndef APP_DATA_TABLE_H
#define APP_DATA_TABLE_H

#include <stdio.h>

#include "app/app.h"

/** Write the confusion matrix, or the images on the wall, as CSV. False where that fails. */
bool data_table(const App *app, FILE *out);

#endif
