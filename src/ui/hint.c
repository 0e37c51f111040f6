/* What a number on the screen is. */
#include "ui/hint.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "ui/row.h"
#include "ui/wish.h"

enum { HINT_W = 340, HINT_PAD = 10, HINT_GAP = 8, LINE_H = 20 };

static const double HUGE_SIZE = 1e7, LEAST_SIZE = 1e-30;

void hint_title(Hint *hint, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(hint->title, sizeof hint->title, format, values);
    va_end(values);
}

void hint_unit(Hint *hint, const char *format, ...)
{
    va_list values;
    va_start(values, format);
    vsnprintf(hint->unit, sizeof hint->unit, format, values);
    va_end(values);
}

void hint_say(Hint *hint, const char *format, ...)
{
    va_list values;
    size_t used = strlen(hint->formula);
    va_start(values, format);
    vsnprintf(hint->formula + used, sizeof hint->formula - used, format, values);
    va_end(values);
}

static double without_tiny(double value)
{
    return fabs(value) < LEAST_SIZE ? 0.0 : value;
}

HintNumber hint_number(double value, int decimals)
{
    double size = fabs(without_tiny(value));
    if (size > 0.0 && (size < pow(10.0, 1 - decimals) || size >= HUGE_SIZE)) {
        return hint_short(value);
    }
    HintNumber number;
    snprintf(number.text, sizeof number.text, "%.*f", decimals, without_tiny(value));
    return number;
}

HintNumber hint_signed(double value, int decimals)
{
    HintNumber size = hint_number(fabs(value), decimals), number;
    snprintf(number.text, sizeof number.text, "%c%.*s", without_tiny(value) < 0.0 ? '-' : '+',
             HINT_NUMBER - 2, size.text);
    return number;
}

/* The value, or 0 where all that would be left of it is a sign: "-0.00" is no number. */
static double without_minus_zero(double value, int decimals)
{
    return fabs(value) * pow(10.0, decimals) <= 0.5 ? 0.0 : value;
}

HintNumber hint_fixed(double value, int decimals)
{
    HintNumber number;
    snprintf(number.text, sizeof number.text, "%.*f", decimals,
             without_minus_zero(value, decimals));
    return number;
}

HintNumber hint_fixed_signed(double value, int decimals)
{
    HintNumber number;
    snprintf(number.text, sizeof number.text, "%+.*f", decimals,
             without_minus_zero(value, decimals));
    return number;
}

HintNumber hint_short(double value)
{
    HintNumber number;
    wish_print(without_tiny(value), number.text);
    return number;
}

HintNumber hint_activation(double value)
{
    double rest = 1.0 - value;
    HintNumber number = hint_short(value);
    if (rest > 0.0 && rest < 0.005) {
        snprintf(number.text, sizeof number.text, "%.*f", (int)ceil(-log10(rest)) + 1, value);
    }
    return number;
}

/* Beside what is to be left clear: left of it, where the window has more room, or right. */
static SDL_Rect place_beside(SDL_Rect about, SDL_Rect clear, SDL_Rect window, int w, int h, int gap)
{
    int left = clear.x - window.x, right = window.x + window.w - clear.x - clear.w;
    int y = SDL_clamp(about.y + about.h / 2 - h / 2, window.y, window.y + window.h - h);
    return (SDL_Rect){left >= right ? clear.x - gap - w : clear.x + clear.w + gap, y, w, h};
}

/* Where a box of that size stands: under what it is about, else over it, else beside it; always
 * beside it where more is to be left clear. */
static SDL_Rect place(SDL_Rect about, SDL_Rect clear, SDL_Rect window, int w, int h, int gap)
{
    SDL_Rect box = {about.x, about.y + about.h + gap, w, h};
    if (box.y + h > window.y + window.h) {
        box.y = about.y - gap - h;
    }
    if (box.y < window.y) {
        bool right = about.x + about.w + gap + w <= window.x + window.w;
        box.x = right ? about.x + about.w + gap : about.x - gap - w;
        box.y = SDL_clamp(about.y, window.y, window.y + window.h - h);
    }
    if (!SDL_RectEquals(&about, &clear)) {
        box = place_beside(about, clear, window, w, h, gap);
    }
    box.x = SDL_max(window.x, SDL_min(box.x, window.x + window.w - w));
    return box;
}

/* As wide as its longest line, which ends at a newline; at most `most`. */
static int text_width(Paint *out, const char *text, int size, int most)
{
    char line[320];
    int widest = 0;
    while (*text) {
        int length = (int)strcspn(text, "\n");
        snprintf(line, sizeof line, "%.*s", length, text);
        widest = SDL_max(widest, paint_text_width(out, line, size, TEXT_REGULAR));
        text += length + (text[length] == '\n');
    }
    return SDL_min(widest + 1, most);
}

void hint_draw(Paint *out, const Hint *hint, SDL_Rect about, SDL_Rect clear, SDL_Rect window)
{
    const Theme *theme = out->theme;
    int pad = paint_px(out, HINT_PAD), line = paint_px(out, LINE_H);
    int most = paint_px(out, HINT_W) - 2 * pad,
        title_w = text_width(out, hint->title, PAINT_BODY, most);
    int formula_w = text_width(out, hint->formula, PAINT_LABEL, most);
    int unit_w = text_width(out, hint->unit, PAINT_LABEL, most);
    int w = SDL_max(title_w, SDL_max(formula_w, unit_w)) + 2 * pad;
    SDL_Rect text = {0, 0, w - 2 * pad, window.h};
    int formula_h = paint_lines(out, text, hint->formula, PAINT_LABEL, theme->text, true);
    int unit_h = paint_lines(out, text, hint->unit, PAINT_LABEL, theme->secondary, true);
    int title_h = paint_lines(out, text, hint->title, PAINT_BODY, theme->text, true);
    int h = 2 * pad + SDL_max(title_h, line) + formula_h + unit_h;
    SDL_Rect box = place(about, clear, window, w, h, paint_px(out, HINT_GAP));
    paint_panel(out, box, 5.0f, theme->panel, theme->secondary);
    text = row_inset(box, pad, pad);
    paint_lines(out, row_top(&text, SDL_max(title_h, line), 0), hint->title, PAINT_BODY,
                theme->text, false);
    paint_lines(out, row_top(&text, formula_h, 0), hint->formula, PAINT_LABEL, theme->text, false);
    paint_lines(out, text, hint->unit, PAINT_LABEL, theme->secondary, false);
}
