/* The controls of the view Data. */
#include "views/data/data_controls.h"

/* Design pixels. */
enum { CONTROL_H = 26, GAP = 4, WIDE_GAP = 12, DIGIT_W = 24 };

/* Controls in a row, or in several where they do not fit. */
typedef struct Flow {
    DataView *view;
    SDL_Rect box; /* in which they stand */
    int x, y;     /* of the next one */
} Flow;

/* Begin a group `w` design pixels wide, which stays together. */
static void flow_group(Flow *flow, int w)
{
    const Paint *paint = flow->view->shell->paint;
    int gap = paint_px(paint, WIDE_GAP - GAP);
    bool first = flow->x == flow->box.x;
    if (!first && flow->x + gap + paint_px(paint, (float)w) > flow->box.x + flow->box.w) {
        flow->x = flow->box.x;
        flow->y += paint_px(paint, CONTROL_H + GAP);
    } else if (!first) {
        flow->x += gap;
    }
}

static void flow_add(Flow *flow, int command, int w, int gap, bool on)
{
    const Paint *paint = flow->view->shell->paint;
    SDL_Rect box = {flow->x, flow->y, paint_px(paint, (float)w), paint_px(paint, CONTROL_H)};
    panes_add_widget(flow->view->shell, WIDGET_BUTTON, command, box, on);
    flow->x += box.w + paint_px(paint, (float)gap);
}

/* What chooses among the images; a matrix is of all. */
static void add_filters(Flow *flow)
{
    const ReviewFilter *filter = &flow->view->filter;
    flow_group(flow, 28 + 10 * (DIGIT_W + 2));
    flow_add(flow, DATA_COMMAND_DIGIT + CONFUSION_ALL, 28, 2, filter->label == CONFUSION_ALL);
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        flow_add(flow, DATA_COMMAND_DIGIT + digit, DIGIT_W, digit < NET_OUTPUTS - 1 ? 2 : GAP,
                 filter->label == digit);
    }
    flow_group(flow, 72 + 68 + 96 + 76 + 3 * GAP);
    flow_add(flow, DATA_COMMAND_MISTAKES, 72, GAP, filter->mistakes);
    flow_add(flow, DATA_COMMAND_DOUBT, 68, GAP, filter->doubtful);
    flow_add(flow, DATA_COMMAND_ORDER, 96, GAP, filter->order != REVIEW_AS_THEY_ARE);
    flow_add(flow, DATA_COMMAND_RANDOM, 76, GAP, false);
}

int data_add_controls(DataView *view, SDL_Rect box)
{
    static const int W[IMAGE_SOURCES] = {46, 72, 68, 48};
    Flow flow = {view, box, box.x, box.y};
    for (int source = 0; source < IMAGE_SOURCES; source++) {
        flow_add(&flow, DATA_COMMAND_SOURCE + source, W[source], GAP, (int)view->source == source);
    }
    flow_group(&flow, 84);
    flow_add(&flow, DATA_COMMAND_MATRIX, 84, GAP, view->matrix);
    if (!view->matrix) {
        flow.x = box.x;
        flow.y += paint_px(view->shell->paint, CONTROL_H + GAP);
        add_filters(&flow);
    }
    return flow.y + paint_px(view->shell->paint, CONTROL_H);
}

const char *data_label(const void *self, int command)
{
    const DataView *view = self;
    static const char *const NAME[] = {
        [DATA_COMMAND_SOURCE + IMAGES_TEST] = "Test",
        [DATA_COMMAND_SOURCE + IMAGES_TRAIN] = "Training",
        [DATA_COMMAND_SOURCE + IMAGES_STROKES] = "Strokes",
        [DATA_COMMAND_SOURCE + IMAGES_MINE] = "Mine",
        [DATA_COMMAND_MATRIX] = "Confusion",
        [DATA_COMMAND_DIGIT + CONFUSION_ALL] = "All",
        [DATA_COMMAND_MISTAKES] = "Mistakes",
        [DATA_COMMAND_DOUBT] = "In doubt",
    };
    static const char *const DIGITS[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};
    static const char *const ORDERS[] = {"As they are", "Highest cost", "Lowest cost"};
    static const char *const RANDOMS[] = {"Random 0", "Random 1", "Random 2", "Random 3",
                                          "Random 4", "Random 5", "Random 6", "Random 7",
                                          "Random 8", "Random 9", "Random"};
    const ReviewFilter *filter = &view->filter;
    return command == DATA_COMMAND_ORDER    ? ORDERS[filter->order]
           : command == DATA_COMMAND_RANDOM ? RANDOMS[filter->label]
           : command >= DATA_COMMAND_DIGIT && command < DATA_COMMAND_DIGIT + NET_OUTPUTS
               ? DIGITS[command - DATA_COMMAND_DIGIT]
               : NAME[command];
}
