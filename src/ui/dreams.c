/* Drawing of the view Dreams. */
#include "ui/dreams.h"

#include <math.h>
#include <stdio.h>

#include "ui/hint.h"
#include "ui/row.h"

enum { SIDE = 28, TALLY_ROWS = NET_OUTPUTS + 2, MOVE_ROW = 20 };

/* How much of its colour ink has under signed numbers. */
static const float INK_UNDER = 0.45f;

/* What is small beside the greatest is a little brighter than its share. */
static const float BRIGHTNESS = 0.7f;

/* From this share of the full colour on, a cell of what counts against has its dash. */
static const float DASH_FROM = 0.35f;

static void dash_draw(Paint *out, SDL_Rect cell)
{
    if (cell.w >= 5) {
        SDL_Rect dash = row_inset(cell, cell.w / 4, 0);
        paint_fill(out, row_middle(dash, dash.w, SDL_max(1, cell.h / 8)), out->theme->window);
    }
}

void dreams_picture_draw(Paint *out, const uint8_t *level, const float *value, float most,
                         SDL_Rect box)
{
    const Theme *theme = out->theme;
    paint_frame(out, box);
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
        SDL_Rect cell = row_cell(box, SIDE, i);
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
        SDL_Rect cell = row_cell(box, SIDE, i);
        if (SDL_PointInRect(&at, &cell)) {
            return i;
        }
    }
    return -1;
}

SDL_Rect dreams_tally_row(SDL_Rect box, int row)
{
    return row_down(box, TALLY_ROWS, row + 1); /* under the line of names */
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
    int h = SDL_min(paint_px(out, 16.0f), row.h * 3 / 4);
    SDL_Rect rest = row, label = row_left(&rest, paint_px(out, TALLY_NAME_W), 0);
    row_right(&rest, 2 * paint_px(out, TALLY_COUNT_W), 0);
    SDL_Rect track = row_middle(rest, rest.w, h);
    int sure_w = most > 0 ? track.w * count[0] / most : 0;
    int doubt_w = most > 0 ? track.w * count[1] / most : 0;
    char text[16];
    paint_text(out, label, PAINT_LEFT, name, PAINT_BODY, TEXT_REGULAR, theme->text);
    paint_fill(out, track, theme->track);
    bar_draw(out, row_left(&track, sure_w, 0), theme->positive);
    bar_draw(out, row_inset(row_left(&track, doubt_w, 0), 0, h / 4),
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
    SDL_Rect bar = row_middle(track, track.w, track.h / 2);
    paint_fill(out, bar, theme->track);
    bar.x += half - (change < 0.0f ? w : 0);
    bar.w = w;
    bar_draw(out, bar, change < 0.0f ? theme->negative : theme->positive);
    paint_fill(out, (SDL_Rect){track.x + half, track.y, 1, track.h}, theme->secondary);
}

static void move_texts_draw(Paint *out, const char *const text[4], SDL_Rect row, SDL_Color colour)
{
    int level_w = paint_px(out, MOVE_LEVEL_W), pad = paint_px(out, 4.0f);
    SDL_Rect box[4];
    row_left(&row, pad, 0);
    row_right(&row, pad, 0);
    box[0] = row_left(&row, paint_px(out, MOVE_NAME_W) - pad, 0);
    box[1] = row_left(&row, level_w, 0);
    box[2] = row_left(&row, level_w, 0);
    box[3] = row_right(&row, paint_px(out, MOVE_EFFECT_W) - pad, 0);
    for (int i = 0; i < 4; i++) {
        paint_text(out, box[i], i == 0 ? PAINT_LEFT : PAINT_RIGHT, text[i], PAINT_LABEL,
                   TEXT_REGULAR, colour);
    }
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
    row_left(&row, paint_px(out, MOVE_NAME_W + 2 * MOVE_LEVEL_W + 10), 0);
    row_right(&row, paint_px(out, MOVE_EFFECT_W), 0);
    change_bar_draw(out, compare_change(move), row);
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
