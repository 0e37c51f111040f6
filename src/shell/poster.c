/* The picture of the view on show that leaves the window. */
#include "shell/poster.h"

#include <stdlib.h>

#include "base/svg.h"
#include "shell/panes.h"
#include "shell/screen.h"
#include "ui/row.h"

/* Design pixels. */
enum { EDGE = 24, CAPTION_H = 40 };

/* What of the window is other for it, and as it was. */
typedef struct Before {
    float scale, x_px, y_px;
    bool inside, focus_shown, presenting;
} Before;

/* All of it stands below this: there are no menus and no modes. */
static int top_of(const Layout *at, int edge)
{
    SDL_Rect parts[] = {at->sheet, at->view,        at->chart,         at->answer, at->input_label,
                        at->input, at->sheet_label, at->diagram_label, at->digits};
    return SDL_max(row_around(parts, sizeof parts / sizeof parts[0]).y - edge, 0);
}

/* The window is laid out as the picture, which is a part of it. */
static SDL_Rect lay_out(Shell *shell, Before *before, int times)
{
    Paint *paint = shell->paint;
    *before = (Before){paint->scale,          shell->pointer_x_px, shell->pointer_y_px,
                       shell->pointer_inside, shell->focus_shown,  shell->presenting};
    shell->pointer_x_px = shell->pointer_y_px = -1.0f;
    shell->pointer_inside = shell->focus_shown = false;
    shell->presenting = true; /* so views are reduced to their picture */
    LayoutWish wish = {
        .form = panes_form(shell), .presenting = true, .hidden = LAYOUT_TOOLS | LAYOUT_STRIP};
    paint_set_scale(paint, paint->scale * (float)times);
    int w = times * shell->w_px, h = times * shell->h_px, caption = paint_px(paint, CAPTION_H);
    layout_make(&shell->layout, w, h - caption, paint->scale, &wish);
    shell->layout.window.h = h;
    shell->layout.label_note.w = 0; /* it says what keys do */
    shell->layout.modes.h = 0;
    shell->widgets = shell->spots = 0;
    panes_update(shell);
    int top = top_of(&shell->layout, paint_px(paint, EDGE));
    return (SDL_Rect){0, top, w, h - top};
}

/* The window is as it was. */
static void lay_back(Shell *shell, const Before *before)
{
    paint_set_scale(shell->paint, before->scale);
    shell->pointer_x_px = before->x_px;
    shell->pointer_y_px = before->y_px;
    shell->pointer_inside = before->inside;
    shell->focus_shown = before->focus_shown;
    shell->presenting = before->presenting;
    screen_update(shell);
    shell->redraw = true;
}

/* "Strongest output: 3 (0.97) · 784-16-16-10 · 97.6 % on MNIST", and at the right what made it. */
static void draw_caption(const Shell *shell)
{
    char text[TEXT_MAX];
    Paint *out = shell->paint;
    const Lab *lab = shell->lab;
    SDL_Rect line = shell->layout.window;
    line = row_bottom(&line, paint_px(out, CAPTION_H), 0);
    line = row_inset(line, paint_px(out, EDGE), 0);
    if (lab->has_ink) {
        snprintf(text, sizeof text, "Strongest output: %d (%.2f) · %s", lab->answer.digit,
                 (double)net_outputs(&lab->model.net, &lab->acts)[lab->answer.digit],
                 shell->model_text);
    } else {
        snprintf(text, sizeof text, "%s", shell->model_text);
    }
    SDL_Color faint = out->theme->secondary;
    paint_text(out, row_right(&line, paint_px(out, 80.0f), 0), PAINT_RIGHT, "Inkling", PAINT_LABEL,
               TEXT_REGULAR, faint);
    paint_text(out, line, PAINT_LEFT, text, PAINT_LABEL, TEXT_REGULAR, faint);
}

static void draw(const Shell *shell)
{
    screen_draw_picture(shell);
    draw_caption(shell);
}

/* Drawn beside the window, and read back. */
static bool render(Shell *shell, SDL_Rect box, uint8_t *rgb)
{
    SDL_Renderer *renderer = shell->paint->renderer;
    const SDL_Rect *window = &shell->layout.window;
    SDL_Texture *texture = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ARGB8888,
                                             SDL_TEXTUREACCESS_TARGET, window->w, window->h);
    bool ok = texture && SDL_SetRenderTarget(renderer, texture) == 0;
    if (ok) {
        draw(shell);
        ok = SDL_RenderReadPixels(renderer, &box, SDL_PIXELFORMAT_RGB24, rgb, 3 * box.w) == 0;
        SDL_SetRenderTarget(renderer, NULL);
    }
    if (texture) {
        SDL_DestroyTexture(texture);
    }
    return ok;
}

bool poster_pixels(Shell *shell, int times, uint8_t **rgb, int *w_px, int *h_px, Err *err)
{
    Before before;
    SDL_Rect box = lay_out(shell, &before, times);
    *rgb = malloc(3 * (size_t)box.w * (size_t)box.h);
    bool ok = *rgb || err_set(err, "There is not enough memory for the picture; make it smaller.");
    if (ok && !render(shell, box, *rgb)) {
        ok = err_set(err, "The view cannot be saved in that size (%s); make it smaller.",
                     SDL_GetError());
        free(*rgb);
        *rgb = NULL;
    }
    *w_px = box.w;
    *h_px = box.h;
    lay_back(shell, &before);
    return ok;
}

void poster_svg(Shell *shell, FILE *out)
{
    Before before;
    SDL_Rect box = lay_out(shell, &before, 1);
    svg_begin(out, box.w, box.h, theme_rgb(shell->paint->theme->window));
    svg_move(out, (SvgBox){0, -box.y, box.w, box.y + box.h}, 0);
    paint_record(shell->paint, out);
    draw(shell);
    paint_record(shell->paint, NULL);
    svg_moved(out);
    svg_end(out);
    lay_back(shell, &before);
}
