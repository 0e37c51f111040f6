/* The controls of the view Data: which images, and in which order. */
#ifndef VIEWS_DATA_DATA_CONTROLS_H
#define VIEWS_DATA_DATA_CONTROLS_H

#include "views/data/view_data.h"

/** The commands of the view. */
enum {
    DATA_COMMAND_AREA,
    DATA_COMMAND_SOURCE, /* a ImageSource more for each */
    DATA_COMMAND_MATRIX = DATA_COMMAND_SOURCE + IMAGE_SOURCES,
    DATA_COMMAND_DIGIT, /* 0 to 9, then all */
    DATA_COMMAND_MISTAKES = DATA_COMMAND_DIGIT + CONFUSION_SIDE,
    DATA_COMMAND_DOUBT,
    DATA_COMMAND_ORDER,
    DATA_COMMAND_RANDOM,
};

/** Add the widgets from the top of `box` on; returns where they end. */
int data_add_controls(DataView *view, SDL_Rect box);

/** What is written on one. */
const char *data_label(const void *self, int command);

#endif
