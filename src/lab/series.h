/* Experiments under way: one run after the other, and at the end a sentence of what was seen. */
#ifndef LAB_SERIES_H
#define LAB_SERIES_H

#include "lab/experiments.h"
#include "lab/lab.h"

/** Begin one. What a run under way has learned stays on show until the images are there. */
void series_begin(Lab *lab, Experiment which);

/** Begin its next run where one has come to its end. Comes after training_poll(). */
void series_poll(Lab *lab);

/** Which run of how many it is at, or what was seen, or that it was stopped; "" for nothing. */
void series_print(const Lab *lab, char *text, size_t room);

#endif
