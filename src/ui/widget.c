/* Buttons, toggles and sliders. */
#include "ui/widget.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "ui/row.h"

enum { TOGGLE_W = 30, TOGGLE_H = 16, CHECK_W = 18, CHECK_LINE_H = 20 };

int widget_at(const Widget *widget, int count, int x, int y)
{
    for (int i = 0; i < count; i++) {
        if (SDL_PointInRect(&(SDL_Point){x, y}, &widget[i].box)) {
            return i;
        }
    }
    return -1;
}

int widget_find(const Widget *widget, int count, int action)
{
    for (int i = 0; i < count; i++) {
        if (widget[i].action == action) {
            return i;
        }
    }
    return -1;
}

/* Those that Tab passes over. */
static bool has_a_key(WidgetKind kind)
{
    return kind == WIDGET_SPOT || kind == WIDGET_TAB || kind == WIDGET_MODE;
}

int widget_next(const Widget *widget, int count, int from, int step)
{
    for (int tried = 0, i = from < 0 && step < 0 ? 0 : from; tried < count; tried++) {
        i = (i + step + count) % count;
        if (widget[i].enabled && !has_a_key(widget[i].kind)) {
            return i;
        }
    }
    return -1;
}

float widget_slider_value(const Widget *widget, int x, float scale)
{
    float knob = WIDGET_KNOB * scale;
    float share = ((float)(x - widget->box.x) - knob) / ((float)widget->box.w - 2.0f * knob);
    return fminf(fmaxf(share, 0.0f), 1.0f);
}

static void button_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    SDL_Color fill = widget->on ? theme->positive : theme->panel;
    SDL_Color line = widget->on ? theme->positive : theme->hairline;
    SDL_Color text = widget->on ? theme->on_positive : theme->text;
    if (!widget->enabled) {
        fill = theme->window;
        line = theme->hairline;
        text = theme_mix(theme->window, theme->secondary, 0.6f);
    } else if (hot) {
        fill =
            theme_mix(fill, widget->on ? theme->text : theme->hairline, widget->on ? 0.12f : 0.7f);
    }
    paint_panel(out, widget->box, 5.0f, fill, line);
    paint_text(out, widget->box, PAINT_CENTRE, widget->label, PAINT_BODY, TEXT_MEDIUM, text);
}

static void tab_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    SDL_Color text = widget->on || hot ? theme->text : theme->secondary;
    paint_text(out, widget->box, PAINT_CENTRE, widget->label, PAINT_BODY,
               widget->on ? TEXT_MEDIUM : TEXT_REGULAR, text);
    if (widget->on) {
        SDL_Rect box = widget->box;
        paint_fill(out, row_bottom(&box, paint_px(out, 2.0f), 0), theme->positive);
    }
}

static void mode_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    int edge = paint_px(out, 2.0f);
    if (widget->on) {
        paint_round(out, row_inset(widget->box, edge, edge), 4.0f,
                    theme_mix(theme->track, theme->secondary, 0.35f));
    }
    paint_text(out, widget->box, PAINT_CENTRE, widget->label, PAINT_BODY, TEXT_REGULAR,
               widget->on || hot ? theme->text : theme->secondary);
}

/* A tick, or a dash where it is off, in the middle of a line's left end. */
static void mark_draw(Paint *out, bool on, SDL_Rect line)
{
    int x = line.x + paint_px(out, 1.0f), y = line.y + line.h / 2;
    int half = SDL_max(paint_px(out, 1.0f), 1), step = paint_px(out, 3.0f);
    if (!on) {
        paint_fill(out, (SDL_Rect){x, y - half / 2, 2 * step + half, half}, out->theme->secondary);
        return;
    }
    for (int i = 0; i <= 3 * step; i++) { /* down to the right, then up twice as far */
        int at = i < step ? y + i : y + 2 * step - i;
        paint_fill(out, (SDL_Rect){x + i, at - half, 1, 2 * half}, out->theme->positive);
    }
}

static void check_draw(Paint *out, const Widget *widget, bool hot)
{
    SDL_Rect rest = widget->box;
    for (const char *word = widget->label; *word;) {
        char text[24];
        size_t length = strcspn(word, " ");
        SDL_Rect line = row_top(&rest, paint_px(out, CHECK_LINE_H), 0);
        snprintf(text, sizeof text, "%.*s", (int)length, word);
        mark_draw(out, widget->on, line);
        row_left(&line, paint_px(out, CHECK_W), 0);
        paint_text(out, line, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR,
                   hot ? out->theme->text : out->theme->secondary);
        word += length + strspn(word + length, " ");
    }
}

static void toggle_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    int w = paint_px(out, TOGGLE_W), h = paint_px(out, TOGGLE_H);
    SDL_Rect label = widget->box, box = row_left(&label, w, paint_px(out, 10.0f));
    box = row_middle(box, w, h);
    SDL_Color track = widget->on ? theme->positive : theme->track;
    paint_round(out, box, TOGGLE_H / 2.0f, hot ? theme_mix(track, theme->text, 0.12f) : track);
    int radius = h / 2 - paint_px(out, 2.0f);
    int x = widget->on ? box.x + w - h / 2 : box.x + h / 2;
    paint_disc(out, x, box.y + h / 2, radius, widget->on ? theme->on_positive : theme->secondary);
    paint_text(out, label, PAINT_LEFT, widget->label, PAINT_BODY, TEXT_REGULAR, theme->text);
}

/* Two bars, or a triangle with its tip right, or left of a bar, or right of one. */
static void picture_draw(Paint *out, WidgetPicture picture, SDL_Rect box, SDL_Color colour)
{
    int half = box.h / 5, bar = SDL_max(paint_px(out, 2.0f), half / 2);
    int x = box.x + box.w / 2, y = box.y + box.h / 2;
    if (picture == WIDGET_PAUSE) {
        paint_fill(out, (SDL_Rect){x - half, y - half, bar, 2 * half}, colour);
        paint_fill(out, (SDL_Rect){x + half - bar, y - half, bar, 2 * half}, colour);
        return;
    }
    bool left = picture == WIDGET_BACK;
    int wide = 3 * half / 2, from = x - wide / 2;
    for (int i = 0; i < wide; i++) {
        int h = half * (left ? i + 1 : wide - i) / wide;
        paint_fill(out, (SDL_Rect){from + i, y - h, 1, 2 * h}, colour);
    }
    if (picture != WIDGET_PLAY) {
        paint_fill(out, (SDL_Rect){left ? from - bar : from + wide, y - half, bar, 2 * half},
                   colour);
    }
}

static void round_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    SDL_Rect box = widget->box;
    int radius = box.h / 2, x = box.x + radius, y = box.y + radius;
    SDL_Color fill = widget->on ? theme->positive : theme->window;
    SDL_Color mark = widget->on ? theme->on_positive : theme->text;
    if (!widget->enabled) {
        mark = theme_mix(theme->window, theme->secondary, 0.6f);
    }
    paint_disc(
        out, x, y, radius,
        hot ? theme_mix(fill, widget->on ? theme->text : theme->hairline, widget->on ? 0.12f : 0.7f)
            : fill);
    if (!widget->on) {
        paint_ring(out, x, y, radius, theme->hairline);
    }
    picture_draw(out, widget->picture, box, mark);
}

/* Two strokes that meet in the middle, above or, where it is open, below. */
static void fold_draw(Paint *out, const Widget *widget, bool hot)
{
    SDL_Color colour = hot ? out->theme->text : out->theme->secondary;
    SDL_Rect label = widget->box;
    int arm = paint_px(out, 5.0f), half = SDL_max(paint_px(out, 1.0f), 1);
    SDL_Rect mark = row_right(&label, 2 * arm + half, paint_px(out, 8.0f));
    for (int i = 0; i <= 2 * arm; i++) {
        int rise = arm - SDL_abs(i - arm), y = mark.y + mark.h / 2 + (widget->on ? rise : -rise);
        y += widget->on ? -arm / 2 : arm / 2;
        paint_fill(out, (SDL_Rect){mark.x + i, y - half, half, 2 * half}, colour);
    }
    paint_text(out, label, PAINT_RIGHT, widget->label, PAINT_LABEL, TEXT_REGULAR, colour);
}

static void upright_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    int knob = paint_px(out, WIDGET_KNOB), line = paint_px(out, 2.0f), radius = knob - line / 2;
    SDL_Rect track = row_inset(widget->box, knob, 0);
    int x = track.x + (int)lroundf(widget->value * (float)track.w);
    int bottom = track.y + track.h, filled = (int)lroundf(widget->filled * (float)track.w);
    paint_fill(out, (SDL_Rect){track.x, bottom - line, track.w, line}, theme->track);
    paint_fill(out, (SDL_Rect){track.x, bottom - line, filled, line}, theme->positive);
    paint_fill(out, (SDL_Rect){x - line / 2, track.y, line, track.h}, theme->text);
    paint_disc(out, x, track.y, hot ? radius + 1 : radius, theme->text);
}

static void slider_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    int knob = paint_px(out, WIDGET_KNOB), line = paint_px(out, 4.0f);
    int middle = widget->box.y + widget->box.h / 2;
    float room = (float)(widget->box.w - 2 * knob);
    int x = widget->box.x + knob + (int)lroundf(widget->value * room);
    int filled = widget->filled < 1.0f ? knob + (int)lroundf(widget->filled * room) : widget->box.w;
    SDL_Rect track = {widget->box.x, middle - line / 2, widget->box.w, line};
    paint_round(out, track, 2.0f, theme->track);
    paint_round(out, row_left(&track, filled, 0), 2.0f, theme->positive);
    paint_disc(out, x, middle, hot ? knob + 1 : knob, theme->text);
}

void widget_draw(Paint *out, const Widget *widget, bool hot, bool focused)
{
    hot = hot && widget->enabled;
    switch (widget->kind) {
    case WIDGET_AREA:
        break;
    case WIDGET_SPOT:
        if (hot) {
            paint_outline(out, widget->box, 0.0f, out->theme->secondary);
        }
        break;
    case WIDGET_TAB:
        tab_draw(out, widget, hot);
        break;
    case WIDGET_BUTTON:
        button_draw(out, widget, hot);
        break;
    case WIDGET_TOGGLE:
        toggle_draw(out, widget, hot);
        break;
    case WIDGET_MODE:
        mode_draw(out, widget, hot);
        break;
    case WIDGET_CHECK:
        check_draw(out, widget, hot);
        break;
    case WIDGET_SLIDER:
        (widget->upright ? upright_draw : slider_draw)(out, widget, hot);
        break;
    case WIDGET_ROUND:
        round_draw(out, widget, hot);
        break;
    case WIDGET_FOLD:
        fold_draw(out, widget, hot);
        break;
    }
    if (focused) {
        paint_outline(out, widget->box, 3.0f, out->theme->positive);
    }
}
