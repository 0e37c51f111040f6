/* Where everything is in the picture of the network, from the sheet to the answer. Numbers here are
 * design pixels. */
#include <math.h>

#include "ui/diagram_places.h"
#include "ui/room.h"

enum {
    CELLS = 28,      /* of a side of the sheet */
    GAP = 16,        /* between the sheet and what belongs to it */
    UNDER_AXIS = 12, /* the axis is so much above the middle: the labels weigh less */
    LABELS_H = 32,   /* over the picture */
    NUMBER_W = 46,   /* right of a bar */
    RADIUS = 15,     /* of an output */
    NARROW_W = 900,
    ROOMY_W = 1280,
};

/* The column of inputs, of the picture's width. */
static const float WIDEST = 0.055f;

/* A size that grows with the window: so large in the smallest one, so large in that of the design.
 */
static float between(const Frame *frame, float narrow, float roomy)
{
    float share = fmaxf((frame->w - NARROW_W) / (ROOMY_W - NARROW_W), 0.0f);
    return narrow + share * (roomy - narrow);
}

/* The height that everything is centred on. */
static float axis_of(Room room)
{
    return (room.top + room.bottom) / 2.0f - UNDER_AXIS;
}

/* A room of that size, its middle at the height `axis`. */
static Room centred(Room room, float h, float axis)
{
    room.top = axis - h / 2.0f;
    room.bottom = axis + h / 2.0f;
    return room;
}

int layout_place_large_sheet(Layout *layout, Room *rest)
{
    const Frame *f = rest->frame;
    bool tools = layout_has(f, LAYOUT_TOOLS);
    float above = f->presenting ? 0.0f : LABEL_H + 8.0f;
    float under = tools ? GAP + CONTROL_H + 8.0f + LABEL_H : 0.0f;
    float axis = axis_of(*rest), bottom = rest->bottom - 8.0f - under;
    float top = fmaxf(rest->top, f->under_card) + above;
    float room = f->under_card > 0.0f ? bottom - top : 2.0f * fminf(axis - top, bottom - axis);
    float side = fminf(room, between(f, 252.0f, 392.0f));
    int cell_px = (int)fmaxf(side * f->scale / CELLS + 0.01f, 1.0f);
    side = (float)(cell_px * CELLS) / f->scale;
    float least_w = f->under_card > 0.0f ? CARD_W : 224.0f;
    Room left = room_cut_left(rest, fmaxf(side, least_w), between(f, 23.0f, 24.0f));
    Room sheet = centred(left, side, fmaxf(axis, top + side / 2.0f)); /* under a card it is lower */
    sheet.right = sheet.left + side;
    layout->sheet = room_box(sheet);
    layout->sheet.w = layout->sheet.h = cell_px * CELLS;
    Room label = left;
    label.top = sheet.top - above;
    if (!f->presenting) {
        layout->sheet_label = room_box(room_cut_top(&label, LABEL_H, 0.0f));
    }
    left.top = sheet.bottom + GAP;
    if (tools) {
        layout_place_tools(layout, room_cut_top(&left, CONTROL_H, 8.0f));
        layout->label_note = room_box(room_cut_top(&left, LABEL_H, 0.0f));
    }
    return cell_px;
}

/* What the network sees, and how that is made. */
static void place_input(Layout *layout, Room *rest, int cell_px, float axis)
{
    const Frame *f = rest->frame;
    int input_px = (int)fmaxf(0.2143f * (float)cell_px + 0.5f, 1.0f);
    float side = (float)(input_px * CELLS) / f->scale;
    Room column = room_cut_left(rest, side, 0.0f), picture = centred(column, side, axis);
    layout->input = room_box(picture);
    layout->input.w = layout->input.h = input_px * CELLS;
    layout->input_label = room_box(room_grow(picture, 0.0f, 28.0f, -side - 8.0f));
    column.top = picture.bottom + 10.0f;
    column.right = column.left + fmaxf(side, 72.0f); /* there the fan is narrow */
    if (side >= 45.0f && column.bottom - column.top >= 5 * LABEL_H + 4) {
        layout->straighten = room_box(room_cut_top(&column, LABEL_H, 0.0f));
        layout->fit = room_box(room_cut_top(&column, 2 * LABEL_H, 4.0f));
        layout->input_note = room_box(room_cut_top(&column, 2 * LABEL_H, 0.0f));
    }
}

/* Bars, their numbers, and the answer at the height of the axis. */
static void place_answer(Layout *layout, Room *rest, Room rows, float axis, float w)
{
    float answer_w = 0.15f * w, number_w = fminf(0.09f * w, NUMBER_W);
    Room answer = room_cut_right(rest, fminf(fmaxf(answer_w, 60.0f), 200.0f), 0.025f * w);
    float answer_h = fminf(1.6f * (answer.right - answer.left), rows.bottom - rows.top);
    layout->answer = room_box(centred(answer, answer_h, axis));
    Room chart = room_cut_right(rest, 0.223f * w + fmaxf(number_w, 40.0f), RADIUS * 0.33f);
    chart.top = rows.top;
    chart.bottom = rows.bottom;
    layout->chart = room_box(chart);
    Room digits = rows;
    digits.right = rest->right;
    digits.left = digits.right - 2 * RADIUS;
    layout->digits = room_box(digits);
}

/* How high the column of inputs is, in output pixels: its cells are whole pixels where they can be.
 */
static int column_height_px(Room picture)
{
    const Frame *f = picture.frame;
    float h = picture.bottom - picture.top - 2.0f * LABELS_H - UNDER_AXIS;
    float w = WIDEST * (picture.right - picture.left);
    int pitch_px = (int)(fminf(h / DIAGRAM_LINES, w / DIAGRAM_LINE_CELLS) * f->scale);
    return pitch_px >= 3 ? pitch_px * DIAGRAM_LINES : (int)fmaxf(h * f->scale, 1.0f);
}

void layout_place_network(Layout *layout, Room picture, int cell_px)
{
    const Frame *f = picture.frame;
    float axis = axis_of(picture), right = picture.right;
    if (layout_has(f, LAYOUT_INPUT)) {
        place_input(layout, &picture, cell_px, axis);
    }
    int h_px = column_height_px(picture);
    Room rows = centred(picture, (float)h_px / f->scale, axis);
    float inputs_w = (float)(h_px * DIAGRAM_LINE_CELLS / DIAGRAM_LINES) / f->scale;
    float fan_w = layout_has(f, LAYOUT_INPUT) ? between(f, 32.0f, 60.0f) : 12.0f;
    float w = picture.right - picture.left - fan_w - inputs_w;
    rows.right = picture.right;
    if (layout_has(f, LAYOUT_ANSWER)) {
        place_answer(layout, &picture, rows, axis, w);
        rows.right = picture.right;
    }
    layout->diagram = room_box(rows);
    layout->diagram.h = h_px;
    layout->chart.y = layout->digits.y = layout->diagram.y;
    layout->chart.h = layout->digits.h = layout->chart.w > 0 ? layout->diagram.h : 0;
    layout->inputs = (SDL_Rect){layout->diagram.x + (int)lroundf(fan_w * f->scale),
                                layout->diagram.y, h_px * DIAGRAM_LINE_CELLS / DIAGRAM_LINES, h_px};
    layout->layers = layout->diagram;
    layout->layers.x = layout->inputs.x + layout->inputs.w;
    layout->layers.w = layout->diagram.x + layout->diagram.w - layout->layers.x;
    Room label = rows;
    label.bottom = rows.top - 10.0f;
    label.top = label.bottom - LABEL_H;
    layout->diagram_label = room_box(label);
    rows.top = picture.top;
    rows.bottom = picture.bottom - GAP;
    rows.right = f->form == LAYOUT_BACKWARD ? right : rows.right;
    layout->view = room_box(rows);
}

Room layout_notice_room(const Layout *layout, Room picture)
{
    enum { LEAST_H = 66, OUTPUTS = 10 }; /* of a line, its buttons, and what is under it */
    const SDL_Rect *digits = &layout->digits;
    float scale = picture.frame->scale, pitch = (float)digits->h / scale / OUTPUTS;
    float last = (float)(digits->y + digits->h) / scale - pitch / 2.0f + RADIUS;
    if (digits->h > 0 && picture.bottom - last < LEAST_H) {
        picture.right = (float)digits->x / scale - GAP / 2;
    }
    return picture;
}

enum {
    SAID_H = 40,         /* two lines */
    CAPTION_H = 28,      /* over the weights */
    UNDER_WEIGHTS = 32,  /* their scale */
    UNDER_ANSWER_W = 88, /* what is written under the answer, up to the margin */
};

/* The weights at most, of the width; and of what is right of them: where the sum ends, where the
 * diagram begins and where it ends, where the bars end, and the answer begins. */
static const float WEIGHTS = 0.3637f, SUM_END = 0.301f, DIAGRAM = 0.312f, OUTPUTS_END = 0.638f,
                   BARS_END = 0.84f, ANSWER = 0.866f;

/* From one share of a room's width to another. */
static Room part_of(Room room, float from, float to)
{
    float w = room.right - room.left;
    room.right = room.left + to * w;
    room.left += from * w;
    return room;
}

/* The sentence, and the weights on the axis. @return what is right of them */
static Room place_weights(Layout *layout, Room picture, float axis)
{
    const Frame *f = picture.frame;
    float w = picture.right - picture.left, gap = between(f, 20.0f, 40.0f);
    float over = axis - picture.top - SAID_H - CAPTION_H,
          under = picture.bottom - axis - UNDER_WEIGHTS;
    float side = fminf(2.0f * fminf(over, under), WEIGHTS * w);
    int cell_px = (int)fmaxf(side * f->scale / CELLS + 0.01f, 1.0f);
    side = (float)(cell_px * CELLS) / f->scale;
    Room weights = centred(picture, side, axis);
    weights.right = weights.left + side;
    layout->weights = room_box(weights);
    layout->weights.w = layout->weights.h = cell_px * CELLS;
    picture.left = weights.right + gap;
    Room sum = part_of(picture, 0.0f, SUM_END), said = sum;
    sum.top = weights.top - CAPTION_H;
    sum.bottom = weights.bottom;
    layout->sum = room_box(sum);
    said.left = weights.left;
    said.top = sum.top - SAID_H;
    said.bottom = sum.top;
    layout->said = room_box(said);
    return picture;
}

void layout_place_closeup(Layout *layout, Room picture)
{
    const Frame *f = picture.frame;
    float axis = axis_of(picture), top = picture.top;
    bool answers = layout_has(f, LAYOUT_ANSWER);
    layout->view = room_box(room_grow(picture, 0.0f, 0.0f, -GAP));
    Room right = place_weights(layout, picture, axis);
    int h_px = column_height_px(picture);
    Room rows = centred(right, (float)h_px / f->scale, axis);
    Room diagram = part_of(rows, DIAGRAM, answers ? OUTPUTS_END : 1.0f);
    layout->diagram = room_box(diagram);
    layout->diagram.h = h_px;
    layout->layers = layout->inputs = layout->diagram;
    layout->inputs.w = 0;
    Room label = diagram;
    label.bottom = fmaxf(diagram.top - 10.0f, top + LABEL_H);
    label.top = label.bottom - LABEL_H;
    layout->diagram_label = room_box(label);
    if (answers) {
        Room chart = part_of(rows, OUTPUTS_END, BARS_END), answer = part_of(rows, ANSWER, 1.0f);
        chart.left += 5.0f;
        chart.right = fminf(chart.right, rows.right - UNDER_ANSWER_W);
        layout->chart = room_box(chart);
        layout->answer = room_box(centred(
            answer, fminf(1.6f * (answer.right - answer.left), rows.bottom - rows.top), axis));
        diagram.left = diagram.right - 2 * RADIUS;
        layout->digits = room_box(diagram);
        layout->chart.h = layout->digits.h = h_px;
    }
}

/* So far from one number to the other. */
static int toward(int from, int to, float share)
{
    return from + (int)lroundf(share * (float)(to - from));
}

/* As high as the network, and no wider than up to its layers. */
static SDL_Rect large_sheet(const Layout *layout)
{
    const SDL_Rect *layers = &layout->layers;
    int cell_px = SDL_min(layers->h, layers->x - layout->sheet.x) / CELLS;
    int side = SDL_max(cell_px * CELLS, layout->sheet.w);
    return (SDL_Rect){layout->sheet.x, layers->y + (layers->h - side) / 2, side, side};
}

/* A box right of the sheet, which comes out of its edge. */
static SDL_Rect unfolded(SDL_Rect box, int edge, int large_edge, float large)
{
    box.x = toward(box.x, large_edge, large);
    box.w = toward(box.w, 0, large);
    box.x = SDL_max(box.x, edge);
    return box;
}

void layout_enlarge_sheet(Layout *layout, float large)
{
    SDL_Rect to = large_sheet(layout), *sheet = &layout->sheet, *input = &layout->input;
    int right = layout->layers.x + layout->layers.w, middle = input->y + input->h / 2;
    sheet->y = toward(sheet->y, to.y, large);
    sheet->w = sheet->h = toward(sheet->w, to.w, large);
    int edge = sheet->x + sheet->w + 1, large_edge = to.x + to.w + 1; /* with the hairline */
    *input = unfolded(*input, edge, large_edge, large);
    input->h = input->w;
    input->y = middle - input->h / 2;
    layout->inputs = unfolded(layout->inputs, edge, large_edge, large);
    layout->diagram.x = SDL_max(input->x + input->w, edge);
    layout->diagram.w = right - layout->diagram.x;
    layout->view.w += layout->view.x - layout->diagram.x;
    layout->view.x = layout->diagram.x;
    SDL_Rect *const AROUND[] = {&layout->sheet_label, &layout->pen,          &layout->eraser,
                                &layout->size_label,  &layout->size,         &layout->undo,
                                &layout->clear,       &layout->label_note,   &layout->input_label,
                                &layout->straighten,  &layout->input_note,   &layout->fit,
                                &layout->modes,       &layout->diagram_label};
    for (size_t i = 0; i < sizeof AROUND / sizeof AROUND[0]; i++) {
        *AROUND[i] = (SDL_Rect){0};
    }
}
