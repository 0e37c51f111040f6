/* The numbers of the contour lines, and the scale of the ground. */
#ifndef VIEWS_LANDSCAPE_LANDSCAPE_LABELS_H
#define VIEWS_LANDSCAPE_LANDSCAPE_LABELS_H

#include "views/landscape/view_landscape.h"

/** The costs of contour lines on the map, away from the way of the run. */
void landscape_labels_map(const LandscapeView *view);

/** The scale of the costs, at the left corner of the ground. */
void landscape_labels_ground(const LandscapeView *view);

#endif
