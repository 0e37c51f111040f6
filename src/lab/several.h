/* The digits of a picture that has several: one of them is on the sheet, the others a step away. */
#ifndef LAB_SEVERAL_H
#define LAB_SEVERAL_H

#include "ink/found.h"
#include "lab/lab.h"

/** Keep the digits of the picture whose first one lab_exhibit() has put on the sheet. Errors: out
 * of memory; there is that one alone then. */
bool several_keep(Lab *lab, const Found *found, Err *err);

/** How many the picture on the sheet has; 0 where there is none, or what is there is of no
 * picture. */
int several_count(const Lab *lab);

/** Which of them is on the sheet, from 1. */
int several_number(const Lab *lab);

/** Whether there is one that many steps further. */
bool several_can_step(const Lab *lab, int by);

/** Put that one on the sheet. What was drawn on the one that leaves comes back with it. */
void several_step(Lab *lab, int by);

/** Release them. */
void several_free(Lab *lab);

#endif
