/* Marks beside a digit that are no part of it: a pen that touched the sheet, a line below. */
#ifndef INK_STRAY_H
#define INK_STRAY_H

#include "ink/visible.h"

/**
 * Leave out the marks that lie beside what was written: short ones well outside of it, and level
 * lines below all of it. A mark is what was drawn without lifting the pen, as far as it shows. Of
 * what is drawn, something always stays.
 */
void stray_leave_out(Visible *visible);

#endif
