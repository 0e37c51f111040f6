/* Cutting the window into its parts, as row.h cuts boxes. Edges are design pixels, and no whole
 * ones: they are rounded where a box is made of them, and not before. */
#ifndef UI_ROOM_H
#define UI_ROOM_H

#include "ui/layout.h"

/** What all parts of the window know of it, in design pixels. */
typedef struct Frame {
    float scale;
    float w, h;
    bool compact;
    float notice_h;   /* with the gap under it */
    float under_card; /* where what is under the tour's card begins; 0 where there is none */
    LayoutForm form;
    bool presenting, modes;
    unsigned hidden;
    LayoutStrip strip;
} Frame;

/** A part of the window that is still to be cut. */
typedef struct Room {
    const Frame *frame;
    float left, top, right, bottom;
} Room;

/** Left and right of everything, the height of a control and of a line of text; and how wide the
 * tour's card is, where it is not the whole window. */
enum { MARGIN = 24, CONTROL_H = 30, LABEL_H = 20, CARD_W = 364 };

/** A size, which is less in a compact window. */
float room_pick(const Frame *frame, float roomy, float compact);

/** It, in output pixels. */
SDL_Rect room_box(Room room);

/** Cut off its upper `h`, and then a gap. */
Room room_cut_top(Room *rest, float h, float gap);

/** Cut off its lower `h`. */
Room room_cut_bottom(Room *rest, float h);

/** Cut off its left `w`, and then a gap. */
Room room_cut_left(Room *rest, float w, float gap);

/** Cut off its right `w`, and then a gap. */
Room room_cut_right(Room *rest, float w, float gap);

/** A larger one around it; less than 0 makes it smaller. */
Room room_grow(Room room, float sides, float above, float below);

/** Place the sheet beside the network, and its tools; `rest` is what is right of it. @return how
 * many output pixels a cell is wide */
int layout_place_large_sheet(Layout *layout, Room *rest);

/** Place the network with what it sees, its bars and the answer. */
void layout_place_network(Layout *layout, Room picture, int cell_px);

/** Where a notice may lie over the bottom of a picture of the network: it covers nothing of the
 * answer. Where there is no room for one under the outputs it is left of them. */
Room layout_notice_room(const Layout *layout, Room picture);

/** Place a neuron's weights and sum, the layers after it, bars and answer. */
void layout_place_closeup(Layout *layout, Room picture);

/** The sheet grows over all that is between it and the layers, which go into its edge; nothing else
 * is around it. @param large  how far, above 0 and up to 1 */
void layout_enlarge_sheet(Layout *layout, float large);

/** Place pen, eraser, size, undo and clear in a row. */
void layout_place_tools(Layout *layout, Room row);

/** Place a small sheet and the bars under it; `rest` is what is right of them. */
void layout_place_rail(Layout *layout, Room *rest);

/** Whether a part of the window is shown. */
bool layout_has(const Frame *frame, LayoutPart part);

/** How high the training strip is. */
float layout_strip_height(const Frame *frame);

/** Place the training strip, all of it in `rest`. */
void layout_place_strip(Layout *layout, Room rest);

#endif
