/* Layout by cutting: strips come off the edges of a box, and what is left is cut further. All
 * lengths are output pixels; what is cut off may be larger than what there is. */
#ifndef UI_ROW_H
#define UI_ROW_H

#include <SDL.h>

/** Cut a strip off the upper edge of `rest`. The `gap` under it goes, too. */
SDL_Rect row_top(SDL_Rect *rest, int h, int gap);

/** Off the lower edge, with the gap over it. */
SDL_Rect row_bottom(SDL_Rect *rest, int h, int gap);

/** Off the left edge, with the gap right of it. */
SDL_Rect row_left(SDL_Rect *rest, int w, int gap);

/** Off the right edge, with the gap left of it. */
SDL_Rect row_right(SDL_Rect *rest, int w, int gap);

/** Part i of `count` that share the width to the last pixel. Where i is beyond them, the part lies
 * where it would be if they went on. */
SDL_Rect row_across(SDL_Rect box, int count, int i);

/** The same with a gap between them. */
SDL_Rect row_apart(SDL_Rect box, int gap, int count, int i);

/** Part i of `count` that share the height, likewise. */
SDL_Rect row_down(SDL_Rect box, int count, int i);

/** A cell of a picture of `side` x `side` cells, row by row. */
SDL_Rect row_cell(SDL_Rect box, int side, int cell);

/** The cell of such a picture at a place, the nearest where it is outside. */
int row_cell_at(SDL_Rect box, int side, SDL_Point at);

/** `count` boxes beside each other from the left, as wide as they should be or as there is room
 * for. */
void row_flow(SDL_Rect row, int w, int gap, int count, SDL_Rect *box);

/** `line` is what is left of a line of `box`: begin the next, `gap` under it. */
void row_break(SDL_Rect box, SDL_Rect *line, int gap);

/** The same where there is no room for `w` more and `before` ahead of it; where there is, `before`
 * goes. At the beginning of a line there always is, with nothing ahead of it. */
void row_wrap(SDL_Rect box, SDL_Rect *line, int before, int w, int gap);

/** A box of that size with the same middle. */
SDL_Rect row_middle(SDL_Rect box, int w, int h);

/** What is left where its edges come in by so much; below 0, they go out. */
SDL_Rect row_inset(SDL_Rect box, int x, int y);

/** The box around all of them; empty ones do not count. */
SDL_Rect row_around(const SDL_Rect *box, int count);

#endif
