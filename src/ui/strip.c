/* The training strip: what is being done, curves, figures. */
#include "ui/strip.h"

#include <math.h>

#include "ui/row.h"

static void figures_draw(Paint *out, const Strip *strip, SDL_Rect box)
{
    for (int i = 0; i < STRIP_FIGURES; i++) {
        SDL_Rect row = {box.x, box.y + i * box.h / STRIP_FIGURES, box.w, box.h / STRIP_FIGURES};
        paint_text(out, row, PAINT_LEFT, strip->figure[i].name, PAINT_LABEL, TEXT_REGULAR,
                   out->theme->secondary);
        paint_text(out, row, PAINT_RIGHT, strip->figure[i].value, PAINT_BODY, TEXT_MEDIUM,
                   out->theme->text);
    }
}

static void progress_draw(Paint *out, float share, SDL_Rect box)
{
    SDL_Rect bar = row_middle(box, box.w, paint_px(out, 6.0f));
    paint_round(out, bar, 3.0f, out->theme->track);
    bar.w = (int)lroundf(share * (float)bar.w);
    paint_round(out, bar, 3.0f, out->theme->positive);
}

void strip_draw(Paint *out, const Strip *strip, const Layout *layout)
{
    const Theme *theme = out->theme;
    SDL_Rect ground = layout->strip;
    paint_fill(out, ground, theme->panel);
    paint_fill(out, row_top(&ground, 1, 0), theme->hairline);
    for (int i = 0; i < 2; i++) {
        paint_text(out, layout->status[i], PAINT_LEFT, strip->status[i], PAINT_LABEL, TEXT_REGULAR,
                   theme->secondary);
    }
    paint_text(out, layout->speed_label, PAINT_LEFT, "Speed", PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    paint_text(out, layout->speed_value, PAINT_LEFT, strip->speed, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    if (!strip->time_line) {
        progress_draw(out, strip->progress, layout->progress);
    }
    if (layout->cost.w > 0) {
        plot_draw(out, &strip->cost, PAINT_COST, layout->cost);
    }
    plot_draw(out, &strip->accuracy, PAINT_ACCURACY, layout->accuracy);
    figures_draw(out, strip, layout->figures);
}
