/* The numbers of the contour lines, and the scale of the ground. */
#ifndef VIEWS_LANDSCAPE_LANDSCAPE_LABELS_H
#define VIEWS_LANDSCAPE_LANDSCAPE_LABELS_H

#include "views/landscape/view_landscape.h"

/** Where the number of a contour line stands. */
typedef struct LandscapeLabel {
    float x, y; /* from the map's corner */
    int line;   /* counted as in relief_first_line() */
} LandscapeLabel;

/** Find places for them, no line twice; returns how many. */
int landscape_labels_find(const LandscapeView *view, LandscapeLabel best[RELIEF_LINES]);

/** The costs of contour lines on the map, away from the way of the run. */
void landscape_labels_map(const LandscapeView *view);

/** The scale of the costs, at the left corner of the ground. */
void landscape_labels_ground(const LandscapeView *view);

#endif
