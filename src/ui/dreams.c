/* Drawing of the view Dreams. */
#include "ui/dreams.h"

#include <math.h>
#include <stdio.h>

#include "ui/hint.h"

enum { SIDE = 28, TALLY_ROWS = NET_OUTPUTS + 2, MOVE_ROW = 20 };

/* How much of its colour ink has under signed numbers. */
static const float INK_UNDER = 0.45f;

/* What is small beside the greatest is a little brighter than its share. */
static const float BRIGHTNESS = 0.7f;

/* From this share of the full colour on, a cell of what counts against has its dash. */
static const float DASH_FROM = 0.35f;

static SDL_Rect cell_box(SDL_Rect box, int cell)
{
    int x = cell % SIDE, y = cell / SIDE;
    int left = box.x + x * box.w / SIDE, top = box.y + y * box.h / SIDE;
    return (SDL_Rect){left, top, box.x + (x + 1) * box.w / SIDE - left,
                      box.y + (y + 1) * box.h / SIDE - top};
}

static void dash_draw(Paint *out, SDL_Rect cell)
{
    int inset = cell.w / 4, line = SDL_max(1, cell.h / 8);
    SDL_Rect dash = {cell.x + inset, cell.y + (cell.h - line) / 2, cell.w - 2 * inset, line};
    if (cell.w >= 5) {
        paint_fill(out, dash, out->theme->window);
    }
}

void dreams_picture_draw(Paint *out, const uint8_t *level, const float *value, float most,
                         SDL_Rect box)
{
    const Theme *theme = out->theme;
    paint_fill(out, (SDL_Rect){box.x - 1, box.y - 1, box.w + 2, box.h + 2}, theme->hairline);
    paint_fill(out, box, theme->paper);
    for (int i = 0; i < SIDE * SIDE; i++) {
        float ink = level ? (float)level[i] / 255.0f : 0.0f;
        float share = value && most > 0.0f ? fminf(fabsf(value[i]) / most, 1.0f) : 0.0f;
        share = powf(share, BRIGHTNESS);
        if (ink <= 0.0f && share < 0.02f) {
            continue;
        }
        bool against = share > 0.0f && value[i] < 0.0f;
        SDL_Color under = theme_mix(theme->paper, theme->ink, value ? INK_UNDER * ink : ink);
        SDL_Rect cell = cell_box(box, i);
        paint_fill(out, cell, theme_mix(under, against ? theme->negative : theme->positive, share));
        if (against && share >= DASH_FROM) {
            dash_draw(out, cell);
        }
    }
}

int dreams_cell_at(SDL_Rect box, SDL_Point at)
{
    if (!SDL_PointInRect(&at, &box)) {
        return -1;
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
        SDL_Rect cell = cell_box(box, i);
        if (SDL_PointInRect(&at, &cell)) {
            return i;
        }
    }
    return -1;
}

SDL_Rect dreams_tally_row(SDL_Rect box, int row)
{
    int top = (row + 1) * box.h / TALLY_ROWS; /* under the line of names */
    return (SDL_Rect){box.x, box.y + top, box.w, (row + 2) * box.h / TALLY_ROWS - top};
}

/* Columns of the tally, in design pixels. */
enum { TALLY_NAME_W = 60, TALLY_COUNT_W = 64 };

static void tally_text(Paint *out, SDL_Rect row, int from_right, const char *text, SDL_Color colour)
{
    int w = paint_px(out, TALLY_COUNT_W);
    SDL_Rect box = {row.x + row.w - from_right * w, row.y, w, row.h};
    paint_text(out, box, PAINT_RIGHT, text, PAINT_LABEL, TEXT_REGULAR, colour);
}

/* SDL makes a line of a box that has no width. */
static void bar_draw(Paint *out, SDL_Rect bar, SDL_Color colour)
{
    if (bar.w > 0) {
        paint_fill(out, bar, colour);
    }
}

static void tally_row_draw(Paint *out, const char *name, const int count[2], int most, SDL_Rect row)
{
    const Theme *theme = out->theme;
    int name_w = paint_px(out, TALLY_NAME_W), h = SDL_min(paint_px(out, 16.0f), row.h * 3 / 4);
    SDL_Rect track = {row.x + name_w, row.y + (row.h - h) / 2,
                      row.w - name_w - 2 * paint_px(out, TALLY_COUNT_W), h};
    int sure_w = most > 0 ? track.w * count[0] / most : 0;
    int doubt_w = most > 0 ? track.w * count[1] / most : 0;
    char text[16];
    paint_text(out, (SDL_Rect){row.x, row.y, name_w, row.h}, PAINT_LEFT, name, PAINT_BODY,
               TEXT_REGULAR, theme->text);
    paint_fill(out, track, theme->track);
    bar_draw(out, (SDL_Rect){track.x, track.y, sure_w, h}, theme->positive);
    bar_draw(out, (SDL_Rect){track.x + sure_w, track.y + h / 4, doubt_w, h - h / 4 * 2},
             theme_mix(theme->track, theme->bar, 0.8f));
    for (int i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "%d", count[i]);
        tally_text(out, row, 2 - i, text, count[i] > 0 ? theme->text : theme->secondary);
    }
}

void dreams_tally_draw(Paint *out, const int tally[NET_OUTPUTS][DREAMS_KINDS], int of, SDL_Rect box)
{
    SDL_Rect head = dreams_tally_row(box, -1);
    int none = 0, most = 1;
    for (int d = 0; d < NET_OUTPUTS; d++) {
        none += tally[d][ANSWER_NONE];
        most = SDL_max(most, tally[d][ANSWER_SURE] + tally[d][ANSWER_DOUBT]);
    }
    most = SDL_max(most, none);
    paint_text(out, head, PAINT_LEFT, "called", PAINT_LABEL, TEXT_REGULAR, out->theme->secondary);
    tally_text(out, head, 2, "surely", out->theme->secondary);
    tally_text(out, head, 1, "in doubt", out->theme->secondary);
    for (int d = 0; of > 0 && d < NET_OUTPUTS; d++) {
        int count[2] = {tally[d][ANSWER_SURE], tally[d][ANSWER_DOUBT]};
        char name[4];
        snprintf(name, sizeof name, "%d", d);
        tally_row_draw(out, name, count, most, dreams_tally_row(box, d));
    }
    if (of > 0) {
        tally_row_draw(out, "no digit", (const int[2]){0, none}, most,
                       dreams_tally_row(box, NET_OUTPUTS));
    }
}

int dreams_moves_fit(const Paint *paint, SDL_Rect box)
{
    return SDL_max(0, box.h / paint_px(paint, MOVE_ROW) - 1);
}

SDL_Rect dreams_moves_row(const Paint *paint, SDL_Rect box, int row)
{
    int h = paint_px(paint, MOVE_ROW);
    return (SDL_Rect){box.x, box.y + (row + 1) * h, box.w, h};
}

void dreams_print_neuron(int layer, int neuron, int outputs, char *text, size_t room)
{
    if (layer == outputs) {
        snprintf(text, room, "output %d", neuron);
    } else {
        snprintf(text, room, "layer %d, neuron %d", layer + 1, neuron);
    }
}

/* Columns of the list, in design pixels: from the left the name, before and after; from the right
 * the effect; a bar of the change takes what is between. */
enum { MOVE_NAME_W = 122, MOVE_LEVEL_W = 36, MOVE_EFFECT_W = 62 };

/* From the middle: to the right what grew, to the left, with a dash before it, what shrank. */
static void change_bar_draw(Paint *out, float change, SDL_Rect track)
{
    const Theme *theme = out->theme;
    int half = track.w / 2, w = (int)lroundf(fabsf(change) * (float)half);
    int h = track.h / 2, y = track.y + (track.h - h) / 2;
    SDL_Rect bar = {track.x + half - (change < 0.0f ? w : 0), y, w, h};
    paint_fill(out, (SDL_Rect){track.x, y, track.w, h}, theme->track);
    bar_draw(out, bar, change < 0.0f ? theme->negative : theme->positive);
    paint_fill(out, (SDL_Rect){track.x + half, track.y, 1, track.h}, theme->secondary);
}

static void move_texts_draw(Paint *out, const char *const text[4], SDL_Rect row, SDL_Color colour)
{
    int name_w = paint_px(out, MOVE_NAME_W), level_w = paint_px(out, MOVE_LEVEL_W);
    int effect_w = paint_px(out, MOVE_EFFECT_W), pad = paint_px(out, 4.0f);
    SDL_Rect box = {row.x + pad, row.y, name_w - pad, row.h};
    paint_text(out, box, PAINT_LEFT, text[0], PAINT_LABEL, TEXT_REGULAR, colour);
    for (int i = 0; i < 2; i++) {
        box = (SDL_Rect){row.x + name_w + i * level_w, row.y, level_w, row.h};
        paint_text(out, box, PAINT_RIGHT, text[1 + i], PAINT_LABEL, TEXT_REGULAR, colour);
    }
    box = (SDL_Rect){row.x + row.w - effect_w, row.y, effect_w - pad, row.h};
    paint_text(out, box, PAINT_RIGHT, text[3], PAINT_LABEL, TEXT_REGULAR, colour);
}

static void move_draw(Paint *out, const DreamsMoves *list, const CompareMove *move, SDL_Rect row)
{
    char name[32], before[8], after[8], effect[HINT_NUMBER] = "";
    dreams_print_neuron(move->layer, move->neuron, list->outputs, name, sizeof name);
    snprintf(before, sizeof before, "%.2f", (double)move->before);
    snprintf(after, sizeof after, "%.2f", (double)move->after);
    if (move->layer != list->outputs) {
        snprintf(effect, sizeof effect, "%s",
                 hint_fixed_signed((double)compare_effect(move), 2).text);
    }
    move_texts_draw(out, (const char *const[4]){name, before, after, effect}, row,
                    out->theme->text);
    int left = paint_px(out, MOVE_NAME_W + 2 * MOVE_LEVEL_W + 10);
    SDL_Rect track = {row.x + left, row.y, row.w - left - paint_px(out, MOVE_EFFECT_W), row.h};
    change_bar_draw(out, compare_change(move), track);
}

void dreams_moves_draw(Paint *out, const DreamsMoves *list, SDL_Rect box)
{
    int fit = dreams_moves_fit(out, box);
    char effect[16];
    snprintf(effect, sizeof effect, "on z of %d", list->digit);
    move_texts_draw(out, (const char *const[4]){"neuron", "A", "B", effect},
                    dreams_moves_row(out, box, -1), out->theme->secondary);
    for (int i = 0; i < fit && list->top + i < list->count; i++) {
        SDL_Rect row = dreams_moves_row(out, box, i);
        if (list->top + i == list->selected) {
            paint_fill(out, row, out->theme->hairline);
        }
        move_draw(out, list, &list->moves[list->top + i], row);
    }
}
