/* Buttons, toggles and sliders. */
#include "ui/widget.h"

#include <math.h>

#include "ui/row.h"

enum { KNOB_RADIUS = 7, TOGGLE_W = 30, TOGGLE_H = 16 };

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

int widget_next(const Widget *widget, int count, int from, int step)
{
    for (int tried = 0, i = from < 0 && step < 0 ? 0 : from; tried < count; tried++) {
        i = (i + step + count) % count;
        if (widget[i].enabled && widget[i].kind != WIDGET_SPOT && widget[i].kind != WIDGET_TAB) {
            return i;
        }
    }
    return -1;
}

float widget_slider_value(const Widget *widget, int x, float scale)
{
    float knob = KNOB_RADIUS * scale;
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

static void slider_draw(Paint *out, const Widget *widget, bool hot)
{
    const Theme *theme = out->theme;
    int knob = paint_px(out, KNOB_RADIUS), line = paint_px(out, 4.0f);
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
    case WIDGET_SLIDER:
        slider_draw(out, widget, hot);
        break;
    }
    if (focused) {
        paint_outline(out, widget->box, 3.0f, out->theme->positive);
    }
}
