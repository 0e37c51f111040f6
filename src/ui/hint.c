/* What a number on the screen is. */
#include "ui/hint.h"

enum { HINT_W = 340, HINT_PAD = 10, HINT_GAP = 8, LINE_H = 20 };

/* Where a box of that size stands: under what it is about, else over it, else beside it. */
static SDL_Rect place(SDL_Rect about, SDL_Rect window, int w, int h, int gap)
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
    box.x = SDL_max(window.x, SDL_min(box.x, window.x + window.w - w));
    return box;
}

void hint_draw(Paint *out, const Hint *hint, SDL_Rect about, SDL_Rect window)
{
    const Theme *theme = out->theme;
    int pad = paint_px(out, HINT_PAD), w = paint_px(out, HINT_W), line = paint_px(out, LINE_H);
    SDL_Rect text = {0, 0, w - 2 * pad, window.h};
    int formula_h =
        *hint->formula ? paint_lines(out, text, hint->formula, PAINT_LABEL, theme->text, true) : 0;
    int unit_h =
        *hint->unit ? paint_lines(out, text, hint->unit, PAINT_LABEL, theme->secondary, true) : 0;
    int title_h = paint_lines(out, text, hint->title, PAINT_BODY, theme->text, true);
    int h = 2 * pad + SDL_max(title_h, line) + formula_h + unit_h;
    SDL_Rect box = place(about, window, w, h, paint_px(out, HINT_GAP));
    paint_panel(out, box, 5.0f, theme->panel, theme->secondary);
    text = (SDL_Rect){box.x + pad, box.y + pad, box.w - 2 * pad, box.h - 2 * pad};
    paint_lines(out, text, hint->title, PAINT_BODY, theme->text, false);
    text.y += SDL_max(title_h, line);
    if (*hint->formula) {
        paint_lines(out, text, hint->formula, PAINT_LABEL, theme->text, false);
        text.y += formula_h;
    }
    if (*hint->unit) {
        paint_lines(out, text, hint->unit, PAINT_LABEL, theme->secondary, false);
    }
}
