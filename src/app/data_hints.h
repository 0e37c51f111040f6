/* What the view Data says of its images and of the confusion matrix. */
#ifndef APP_DATA_HINTS_H
#define APP_DATA_HINTS_H

#include "app/app.h"
#include "ui/hint.h"

enum { DATA_TEXT = 96 };

/** "test image 1,234": its place in its source, from 1 on. */
void data_print_name(DataSource source, int image, char text[DATA_TEXT]);

/** "Test image 1,234" */
void data_print_title(DataSource source, int image, char text[DATA_TEXT]);

/** Two lines on an image: what it is and how it is read; how surely. */
void data_print_image(const App *app, int image, char line[2][DATA_TEXT]);

/** Two lines on a cell of the matrix. */
void data_print_cell(const App *app, int cell, char line[2][DATA_TEXT]);

/** What is on show, and how many of all: "388 of 10,000 images". Then how often the network is
 * right, or how far it is. */
void data_print_status(const App *app, char line[2][DATA_TEXT]);

void data_hint_image(const App *app, int image, Hint *hint);
void data_hint_cell(const App *app, int cell, Hint *hint);
void data_hint_status(const App *app, Hint *hint);

#endif
