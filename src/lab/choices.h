/* What the person chooses, one function each: the settings of the window, and what the next run is
 * to be. What there is to say of a choice becomes news. */
#ifndef LAB_CHOICES_H
#define LAB_CHOICES_H

#include "lab/lab.h"

/** Draw with a Tool. */
void choices_tool(Lab *lab, int tool);

/** Whether it is that one. */
bool choices_has_tool(const Lab *lab, int tool);

/** So many steps more of the width of the brush. */
void choices_brush(Lab *lab, int steps);

/** Of the speed of training, likewise. */
void choices_speed(Lab *lab, int steps);

/** Of the scale of the window; 0 for the usual scale. */
void choices_zoom(Lab *lab, int steps);

/** Where the slider of the brush is, 0..1. */
float choices_brush_share(const Lab *lab);

/** Move that slider. */
void choices_slide_brush(Lab *lab, float share);

/** Where the slider of the speed is, 0..1. */
float choices_speed_share(const Lab *lab);

/** Move that slider. */
void choices_slide_speed(Lab *lab, float share);

/** How drawings are prepared: fitted (PREPARATION_FITTED) or straightened (one of the others), or
 * no longer. What was raw is prepared as the network on show was trained, and of the two ways to
 * straighten it is that of the network, or upright. */
void choices_prepare(Lab *lab, int preparation);

/** Whether drawings are fitted, or straightened in either way. */
bool choices_has_preparation(const Lab *lab, int preparation);

/** Prepare drawings so from now on. */
void choices_prepare_as(Lab *lab, Preparation preparation);

/** A NetCost of the next run. */
void choices_cost(Lab *lab, int cost);

/** Whether it is that one. */
bool choices_has_cost(const Lab *lab, int cost);

/** Where the images of the next run come from. */
typedef enum Source { SOURCE_MNIST, SOURCE_STROKES, SOURCE_OWN } Source;

/** Train on a Source too, or no longer; what is chosen last stays chosen. */
void choices_data(Lab *lab, int source);

/** Whether it is trained on. */
bool choices_has_data(const Lab *lab, int source);

/** Leave a part of the window out while presenting, or no longer: a bit, as Settings has it. */
void choices_present(Lab *lab, int part);

/** Whether it is shown while presenting. */
bool choices_presents(const Lab *lab, int part);

/** The window was made that large, as the desktop counts at its scale 1. */
void choices_window(Lab *lab, int w, int h);

/** The time line of training is unfolded, or folded. */
void choices_strip(Lab *lab, bool open);

/** The tour is at a step, 0.., and these are done, a bit each. */
void choices_tour(Lab *lab, int step, unsigned done);

/** Something was on the sheet once; or that is forgotten, and the first start comes again. */
void choices_has_drawn(Lab *lab, bool has_drawn);

#endif
