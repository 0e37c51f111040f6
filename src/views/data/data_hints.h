/* What the view Data says of its images and of the confusion matrix. */
#ifndef VIEWS_DATA_DATA_HINTS_H
#define VIEWS_DATA_DATA_HINTS_H

#include "ui/hint.h"
#include "views/data/view_data.h"

/** Room for a line. */
enum { DATA_TEXT = 96 };

/** Two lines on an image: what it is and how it is read; how surely. */
void data_print_image(const DataView *view, int image, char line[2][DATA_TEXT]);

/** Two lines on a cell of the matrix. */
void data_print_cell(const DataView *view, int cell, char line[2][DATA_TEXT]);

/** What is on show, and how many of all: "388 of 10,000 images". Then how often the network is
 * right, or how far it is. */
void data_print_status(const DataView *view, char line[2][DATA_TEXT]);

/** What an image is, and its cost with the numbers put in. */
void data_hint_image(const DataView *view, int image, Hint *hint);

/** What a cell of the matrix counts. */
void data_hint_cell(const DataView *view, int cell, Hint *hint);

/** What is on show, and how the images are prepared. */
void data_hint_status(const DataView *view, Hint *hint);

#endif
