/* A hand that writes a 3 onto the sheet, so faint that nobody takes it for ink: what there is to do
 * here. */
#ifndef UI_GHOST_H
#define UI_GHOST_H

#include "ink/drawing.h"
#include "ui/paint.h"

/** Where its pen is, in cells of the sheet. @param share  of the 3, 0..1 */
Point ghost_pen(float share);

/** Draw sheet and ghost: what is written, a dotted line where it goes on, and its pen, which there
 * is none of where all is written. @param written  share of the 3, 0..1 */
void ghost_draw(Paint *out, float written, SDL_Rect sheet);

#endif
