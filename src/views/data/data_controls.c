/* The controls of the view Data. */
#include "views/data/data_controls.h"

#include "ui/row.h"

/* Design pixels. */
enum { CONTROL_H = 26, GAP = 4, WIDE_GAP = 12, DIGIT_W = 24 };

/* From one line to the next. */
static int line_gap(const Paint *paint)
{
    return paint_px(paint, CONTROL_H + GAP) - paint_px(paint, CONTROL_H);
}

/* Begin a group `w` design pixels wide, which stays together. */
static void begin_group(const DataView *view, SDL_Rect box, SDL_Rect *line, int w)
{
    const Paint *paint = view->shell->paint;
    row_wrap(box, line, paint_px(paint, WIDE_GAP - GAP), paint_px(paint, (float)w),
             line_gap(paint));
}

static void add(DataView *view, SDL_Rect *line, int command, int w, int gap, bool on)
{
    const Paint *paint = view->shell->paint;
    SDL_Rect box = row_left(line, paint_px(paint, (float)w), paint_px(paint, (float)gap));
    panes_add_widget(view->shell, WIDGET_BUTTON, command, box, on);
}

/* What chooses among the images; a matrix is of all. */
static void add_filters(DataView *view, SDL_Rect box, SDL_Rect *line)
{
    const ReviewFilter *filter = &view->filter;
    add(view, line, DATA_COMMAND_DIGIT + CONFUSION_ALL, 28, 2, filter->label == CONFUSION_ALL);
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        add(view, line, DATA_COMMAND_DIGIT + digit, DIGIT_W, digit < NET_OUTPUTS - 1 ? 2 : GAP,
            filter->label == digit);
    }
    begin_group(view, box, line, 72 + 68 + 96 + 76 + 3 * GAP);
    add(view, line, DATA_COMMAND_MISTAKES, 72, GAP, filter->mistakes);
    add(view, line, DATA_COMMAND_DOUBT, 68, GAP, filter->doubtful);
    add(view, line, DATA_COMMAND_ORDER, 96, GAP, filter->order != REVIEW_AS_THEY_ARE);
    add(view, line, DATA_COMMAND_RANDOM, 76, GAP, false);
}

int data_add_controls(DataView *view, SDL_Rect box)
{
    static const int W[IMAGE_SOURCES] = {46, 72, 68, 48};
    SDL_Rect rest = box, line = row_top(&rest, paint_px(view->shell->paint, CONTROL_H), 0);
    for (int source = 0; source < IMAGE_SOURCES; source++) {
        add(view, &line, DATA_COMMAND_SOURCE + source, W[source], GAP, (int)view->source == source);
    }
    begin_group(view, box, &line, 84);
    add(view, &line, DATA_COMMAND_MATRIX, 84, GAP, view->matrix);
    if (!view->matrix) {
        row_break(box, &line, line_gap(view->shell->paint));
        add_filters(view, box, &line);
    }
    return line.y + line.h;
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
