/* Wishes of a gradient as arrows, bars and pictures. */
#include "ui/wish.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ui/row.h"

void wish_print(double value, char text[WISH_TEXT])
{
    double size = fabs(value);
    if (value == 0.0) {
        snprintf(text, WISH_TEXT, "0");
    } else if (size >= 0.00995 && size < 999.5) {
        snprintf(text, WISH_TEXT, "%.*f", size < 0.995 ? 3 : size < 9.95 ? 2 : size < 99.5, value);
    } else {
        snprintf(text, WISH_TEXT, "%.1e", value); /* the exponent has a sign and two digits */
        char *power = strchr(text, 'e');
        int number = power ? (int)strtol(power + 1, NULL, 10) : 0;
        if (power) {
            snprintf(power, (size_t)(text + WISH_TEXT - power), "e%d", number);
        }
    }
}

float wish_largest(const float *gradient, int stride, int count)
{
    float most = 0.0f;
    for (int i = 0; i < count; i++) {
        most = fmaxf(most, fabsf(gradient[i * stride]));
    }
    return most;
}

static SDL_Color colour_of(const Theme *theme, float share)
{
    return share > 0.0f ? theme->positive : theme->negative;
}

void wish_arrow(Paint *out, SDL_Rect box, float share)
{
    int half = paint_px(out, 4.0f), line = paint_px(out, 2.0f);
    int length = (int)lroundf(fminf(fabsf(share), 1.0f) * (float)box.h);
    int middle = box.x + box.w / 2, top = box.y + (box.h - length) / 2;
    SDL_Color colour = colour_of(out->theme, share);
    half = length > line ? SDL_min(half, length - 1) : -1; /* less is a speck, no arrow */
    for (int i = 0; i <= half; i++) {                      /* the head, from its tip */
        int y = share > 0.0f ? top + i : top + length - 1 - i;
        paint_fill(out, (SDL_Rect){middle - i, y, 2 * i + 1, 1}, colour);
    }
    int shaft = length - half - 1;
    if (half >= 0 && shaft > 0) {
        int y = share > 0.0f ? top + half + 1 : top;
        paint_fill(out, (SDL_Rect){middle - line / 2, y, line, shaft}, colour);
    }
}

void wish_bar(Paint *out, SDL_Rect box, float share)
{
    int middle = box.x + box.w / 2, inset = box.h / 4;
    int w = (int)lroundf(fminf(fabsf(share), 1.0f) * (float)(box.w / 2));
    SDL_Rect bar = {share > 0.0f ? middle : middle - w, box.y + inset, w, box.h - 2 * inset};
    paint_fill(out, (SDL_Rect){middle, box.y, 1, box.h}, out->theme->hairline);
    paint_fill(out, bar, colour_of(out->theme, share));
}

void wish_bars(Paint *out, SDL_Rect box, const float *gradient, int count, int marked)
{
    const Theme *theme = out->theme;
    float most = fmaxf(wish_largest(gradient, 1, count), 1e-30f);
    int middle = box.y + box.h / 2, line = paint_px(out, 2.0f);
    int gap = box.w / count >= 3 * line ? line : 0;
    paint_fill(out, box, theme_mix(theme->window, theme->track, 0.5f));
    for (int i = 0; i < count; i++) {
        SDL_Rect bar = row_across(box, count, i);
        bar.w = SDL_max(bar.w - gap, 1);
        float share = -gradient[i] / most;
        int h = (int)lroundf(fabsf(share) * (float)(box.h / 2));
        if (i == marked) {
            paint_fill(out, bar, theme->track);
            paint_fill(out, (SDL_Rect){bar.x, box.y + box.h - line, SDL_max(bar.w, line), line},
                       theme->text);
        }
        bar.y = share > 0.0f ? middle - h : middle;
        bar.h = h;
        paint_fill(out, bar, colour_of(theme, share));
    }
    paint_fill(out, (SDL_Rect){box.x, middle, box.w, 1}, theme->secondary);
}

int wish_bar_at(SDL_Rect box, int count, int x)
{
    int i = SDL_clamp((int)((long)(x - box.x) * count / SDL_max(box.w, 1)), 0, count - 1);
    return i + 1 < count && x >= row_across(box, count, i + 1).x ? i + 1 : i;
}

/* The cells in the middle of which a dash says "fall". */
static void dashes_draw(Paint *out, SDL_Rect box, const float *gradient, int stride, float most)
{
    int side = box.w / WISH_CELLS, line = SDL_max(side / 6, 1);
    for (int i = 0; i < WISH_CELLS * WISH_CELLS && side >= 5; i++) {
        if (gradient[i * stride] > 0.1f * most) {
            SDL_Rect cell = row_cell(box, WISH_CELLS, i);
            SDL_Rect dash =
                row_middle((SDL_Rect){cell.x, cell.y, side, side}, side - 2 * (side / 4), line);
            paint_fill(out, dash, out->theme->window);
        }
    }
}

void wish_picture(Paint *out, SDL_Rect box, const float *gradient, int stride)
{
    const Theme *theme = out->theme;
    Canvas *canvas = &out->canvas[PAINT_WISHES];
    float most = wish_largest(gradient, stride, WISH_CELLS * WISH_CELLS);
    paint_frame(out, box);
    if (!canvas_begin(canvas, WISH_CELLS, WISH_CELLS, theme->window)) {
        return;
    }
    for (int i = 0; i < WISH_CELLS * WISH_CELLS && most > 0.0f; i++) {
        float share = -gradient[i * stride] / most;
        SDL_Color c = theme_mix(theme->window, colour_of(theme, share), sqrtf(fabsf(share)));
        canvas->pixel[i] = 0xff000000u | theme_rgb(c);
    }
    if (canvas_upload(canvas, out->renderer)) {
        canvas_show_part(canvas, out->renderer, (SDL_Rect){0, 0, WISH_CELLS, WISH_CELLS}, box);
    }
    dashes_draw(out, box, gradient, stride, most);
}

int wish_cell_at(SDL_Rect box, SDL_Point at)
{
    return row_cell_at(box, WISH_CELLS, at);
}
