/* The gradient as a list. */
#include "views/backprop/backprop_list.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ui/row.h"
#include "ui/wish.h"
#include "views/backprop/backprop_explain.h"

/* Design pixels. */
enum { ROW_H = 20, ARROW_W = 14, ARROW_H = 16, VALUE_W = 48, GAP = 8, BAR_W = 3 };

static bool make_room(BackpropList *list, const NetShape *shape, Err *err)
{
    int count = net_shape_parameters(shape);
    if (list->component && count == list->count) {
        return true;
    }
    backprop_list_free(list);
    list->component = malloc((size_t)count * sizeof *list->component);
    list->count = list->component ? count : 0;
    return list->component ||
           err_set(err, "There is not enough memory for the list of the gradient.");
}

void backprop_list_work(BackpropView *view)
{
    BackpropList *list = &view->list;
    Err err;
    if (!view->ready || view->page != BACKPROP_GRADIENT || list->nudges == view->nudges) {
        return;
    }
    list->nudges = view->nudges;
    if (make_room(list, &view->nudge.grad.shape, &err)) {
        components_list(&view->nudge.grad, list->component);
    } else {
        tell(view->shell, true, ACTION_NONE, err.text);
    }
}

void backprop_list_free(BackpropList *list)
{
    free(list->component);
    *list = (BackpropList){0};
}

static int last_first(const BackpropList *list)
{
    return SDL_max(list->count - list->rows, 0);
}

void backprop_list_update(BackpropView *view, SDL_Rect box, SDL_Rect head)
{
    BackpropList *list = &view->list;
    int row_h = paint_px(view->shell->paint, ROW_H);
    list->head = (SDL_Rect){box.x, head.y, box.w, head.h};
    list->rows = SDL_min(box.h / SDL_max(row_h, 1), list->count);
    list->box = row_top(&box, list->rows * row_h, 0);
    list->first = SDL_clamp(list->first, 0, last_first(list));
    list->marked = SDL_clamp(list->marked, 0, SDL_max(list->count - 1, 0));
    for (int i = 0; i < list->rows; i++) {
        panes_add_spot(view->shell, row_down(list->box, list->rows, i), ABOUT_COMPONENT + i);
    }
}

const Component *backprop_list_at(const BackpropView *view, int row)
{
    const BackpropList *list = &view->list;
    int place = list->first + row;
    return row >= 0 && row < list->rows && place < list->count ? &list->component[place] : NULL;
}

DiagramEdge backprop_list_mark(const BackpropView *view)
{
    const BackpropList *list = &view->list;
    if (!view->ready || list->count == 0) {
        return (DiagramEdge){.shown = false};
    }
    const Component *marked = &list->component[list->marked];
    return (DiagramEdge){true, marked->layer, marked->from, marked->to};
}

void backprop_list_press(BackpropView *view, SDL_Point at)
{
    BackpropList *list = &view->list;
    if (SDL_PointInRect(&at, &list->box)) {
        list->marked = list->first + (at.y - list->box.y) * list->rows / list->box.h;
    }
}

void backprop_list_go(BackpropView *view, int rows)
{
    BackpropList *list = &view->list;
    int last = SDL_max(list->count - 1, 0);
    list->marked = rows < -list->marked         ? 0
                   : rows > last - list->marked ? last
                                                : list->marked + rows;
    int from = SDL_max(list->marked - list->rows + 1, 0);
    list->first = SDL_clamp(list->first, from, list->marked);
}

void backprop_list_scroll(BackpropView *view, int rows)
{
    view->list.first = SDL_clamp(view->list.first + rows, 0, last_first(&view->list));
}

/* "pixel 12, 7 → neuron 3 of layer 1", "bias of output 4". In short "12, 7 → 3 (1)", "4 (3)", where
 * the layer is in brackets. */
static void print_name(const BackpropView *view, const Component *it, bool in_short, char *text,
                       size_t room)
{
    Name to = name_neuron(&view->nudge.grad.shape, it->layer, it->to),
         from = backprop_from(it->layer, it->from);
    if (in_short) {
        snprintf(to.text, sizeof to.text, "%d (%d)", it->to, it->layer + 1);
    }
    if (it->from == COMPONENT_BIAS) {
        snprintf(text, room, in_short ? "bias %s" : "bias of %s", to.text);
    } else {
        snprintf(text, room, "%s → %s", from.text + (in_short ? strcspn(from.text, " ") + 1 : 0),
                 to.text);
    }
}

static void row_draw(const BackpropView *view, int row, float most)
{
    Paint *out = view->shell->paint;
    const Theme *theme = out->theme;
    const BackpropList *list = &view->list;
    const Component *it = backprop_list_at(view, row);
    SDL_Rect box = row_down(list->box, list->rows, row);
    bool marked = list->first + row == list->marked;
    char name[2 * NAME_TEXT + 8], value[WISH_TEXT];
    if (marked) {
        paint_round(out, box, 3.0f, theme->track);
    }
    row_left(&box, paint_px(out, GAP / 2.0f), 0);
    row_right(&box, paint_px(out, GAP / 2.0f), 0);
    SDL_Rect arrow = row_left(&box, paint_px(out, ARROW_W), paint_px(out, GAP));
    wish_arrow(out, row_middle(arrow, arrow.w, paint_px(out, ARROW_H)), -it->value / most);
    wish_print((double)it->value, value);
    paint_text(out, row_right(&box, paint_px(out, VALUE_W), paint_px(out, GAP)), PAINT_RIGHT, value,
               PAINT_LABEL, marked ? TEXT_MEDIUM : TEXT_REGULAR, theme->text);
    print_name(view, it, false, name, sizeof name);
    if (paint_text_width(out, name, PAINT_LABEL, TEXT_REGULAR) > box.w) {
        print_name(view, it, true, name, sizeof name);
    }
    paint_text(out, box, PAINT_LEFT, name, PAINT_LABEL, TEXT_REGULAR,
               marked ? theme->text : theme->secondary);
}

/* Where in the list one is. */
static void bar_draw(const BackpropView *view)
{
    Paint *out = view->shell->paint;
    const BackpropList *list = &view->list;
    int w = paint_px(out, BAR_W), least = paint_px(out, 16.0f);
    SDL_Rect track = {list->box.x + list->box.w, list->box.y, w, list->box.h};
    int h = SDL_max((int)((int64_t)track.h * list->rows / list->count), least);
    int y = (int)((int64_t)(track.h - h) * list->first / SDL_max(last_first(list), 1));
    paint_fill(out, track, out->theme->track);
    paint_fill(out, (SDL_Rect){track.x, track.y + y, w, h}, out->theme->secondary);
}

void backprop_list_draw(const BackpropView *view)
{
    const BackpropList *list = &view->list;
    Paint *out = view->shell->paint;
    char title[64], count[24];
    if (!view->ready || list->count == 0) {
        return;
    }
    number_print(count, sizeof count, list->count);
    snprintf(title, sizeof title, "%s components", count);
    SDL_Rect head = list->head;
    paint_text(out, row_right(&head, paint_px(out, VALUE_W), 0), PAINT_RIGHT, "dC/dw", PAINT_LABEL,
               TEXT_REGULAR, out->theme->secondary);
    paint_text(out, head, PAINT_LEFT, title, PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    float most = fmaxf(fabsf(list->component[0].value), 1e-30f);
    for (int i = 0; i < list->rows; i++) {
        row_draw(view, i, most);
    }
    bar_draw(view);
}
