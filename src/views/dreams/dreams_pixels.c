/* Dreams, page Pixels: what each pixel says for and against an output, while the pen moves. */
#include <math.h>

#include "nn/look.h"
#include "ui/row.h"
#include "views/dreams/dreams_page.h"

/* Spots. */
enum { GRADIENT, PRODUCT, SUM, SIDES };

static void work(void *self)
{
    DreamsView *view = self;
    DreamsPixels *pixels = &view->pixels;
    const Net *net = &view->lab->model.net;
    float z[NET_OUTPUTS];
    int digit = dreams_page_digit(view);
    if (pixels->answers == view->lab->answers && pixels->digit == digit) {
        return;
    }
    pixels->answers = view->lab->answers;
    pixels->digit = digit;
    dream_gradient(net, &view->lab->acts, digit, &pixels->gradient);
    dream_sums(net, &view->lab->acts, z);
    pixels->z = z[digit];
    pixels->a = net_outputs(net, &view->lab->acts)[digit];
    pixels->in_favour = pixels->against = 0.0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float product = pixels->gradient.pixel[i] * (float)view->lab->input.cell[i] / 255.0f;
        pixels->product[i] = product;
        pixels->in_favour += (double)fmaxf(product, 0.0f);
        pixels->against += (double)fminf(product, 0.0f);
    }
    pixels->most_gradient = look_largest(pixels->gradient.pixel);
    pixels->most_product = look_largest(pixels->product);
    shell_redraw(view->shell);
}

static void update(void *self, SDL_Rect body)
{
    DreamsView *view = self;
    DreamsPlaces *at = &view->at;
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, 16.0f), line = paint_px(paint, DREAMS_LINE);
    int side = SDL_max(0, SDL_min((body.w - gap) / 2, body.h - 3 * line));
    SDL_Rect both = row_top(&body, side + 2 * line, 0);
    for (int i = 0; i < 2; i++) {
        SDL_Rect column = row_left(&both, i == 0 ? side : both.w, gap);
        at->caption[i] = row_top(&column, line, 0);
        at->line[i] = row_bottom(&column, line, 0);
        at->picture[i] = row_left(&column, side, 0);
        panes_add_spot(view->shell, at->picture[i], GRADIENT + i);
        panes_add_spot(view->shell, at->line[i], SUM + i);
    }
    at->line[2] = row_top(&body, line, 0);
}

static void draw(const void *self, SDL_Rect box)
{
    const DreamsView *view = self;
    const DreamsPixels *pixels = &view->pixels;
    const DreamsPlaces *at = &view->at;
    const Theme *theme = view->shell->paint->theme;
    (void)box;
    const uint8_t *ink = pixels->on_ink ? view->lab->input.cell : NULL;
    char text[2][96], key[96];
    dreams_picture_draw(view->shell->paint, ink, pixels->gradient.pixel, pixels->most_gradient,
                        at->picture[0]);
    dreams_picture_draw(view->shell->paint, ink, pixels->product, pixels->most_product,
                        at->picture[1]);
    snprintf(text[0], sizeof text[0], "z of output %d: %s, a: %.2f", pixels->digit,
             hint_fixed((double)pixels->z, 2).text, (double)pixels->a);
    snprintf(text[1], sizeof text[1], "for: %s, against: %s",
             hint_fixed_signed(pixels->in_favour, 2).text, hint_fixed(pixels->against, 2).text);
    snprintf(key, sizeof key, "Blue speaks for %d; orange, with a dash, against it.",
             pixels->digit);
    static const char *const CAPTION[2] = {"What more ink would do", "What the ink does"};
    for (int i = 0; i < 2; i++) {
        paint_text(view->shell->paint, at->caption[i], PAINT_LEFT, CAPTION[i], PAINT_LABEL,
                   TEXT_REGULAR, theme->secondary);
        paint_text(view->shell->paint, at->line[i], PAINT_LEFT, text[i], PAINT_LABEL, TEXT_REGULAR,
                   theme->text);
    }
    paint_text(view->shell->paint, at->line[2], PAINT_LEFT, key, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
}

static void explain_cell(const DreamsView *view, int about, int cell, Hint *hint)
{
    const DreamsPixels *pixels = &view->pixels;
    double gradient = (double)pixels->gradient.pixel[cell],
           ink = view->lab->input.cell[cell] / 255.0;
    hint_title(hint, "Pixel in column %d, row %d, for output %d", cell % SHEET_SIDE,
               cell / SHEET_SIDE, pixels->digit);
    if (about == GRADIENT) {
        hint_say(hint,
                 "dz/dp = %s: z of output %d changes by so much for 1 more of p, by %s for one "
                 "level.\np = %d / 255 = %.4f now.\nFull colour: %s.",
                 hint_signed(gradient, 4).text, pixels->digit,
                 hint_signed(gradient / 255.0, 4).text, view->lab->input.cell[cell], ink,
                 hint_number((double)pixels->most_gradient, 4).text);
    } else {
        hint_say(hint, "p * dz/dp = %.4f * %s = %s\nFull colour: %s.", ink,
                 hint_signed(gradient, 4).text, hint_signed((double)pixels->product[cell], 4).text,
                 hint_number((double)pixels->most_product, 4).text);
    }
    hint_unit(hint, "of z, the weighted sum: a sure sigmoid is too flat to show its own slope");
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DreamsView *view = self;
    const DreamsPixels *pixels = &view->pixels;
    if (about == GRADIENT || about == PRODUCT) {
        int cell = dreams_cell_at(view->at.picture[about], at);
        explain_cell(view, about, SDL_max(cell, 0), hint);
    } else if (about == SUM) {
        hint_title(hint, "z and activation of output %d", pixels->digit);
        hint_say(hint, "a = sigmoid(z) = sigmoid(%s) = %s", hint_number((double)pixels->z, 3).text,
                 hint_number((double)pixels->a, 4).text);
        hint_unit(hint, "z: any number; a: 0 to 1, no probability");
    } else {
        hint_title(hint, "What the ink says for and against %d", pixels->digit);
        hint_say(hint,
                 "sums of p * dz/dp over the pixels above and below 0: %s and %s\n"
                 "They need not add up to z = %s: the slope is that of this drawing alone.",
                 hint_number(pixels->in_favour, 3).text, hint_number(pixels->against, 3).text,
                 hint_number((double)pixels->z, 3).text);
        hint_unit(hint, "of z, any number");
    }
}

static void run(void *self, int command)
{
    DreamsView *view = self;
    (void)command;
    view->pixels.on_ink = !view->pixels.on_ink;
}

static bool on(const DreamsView *view, int command)
{
    (void)command;
    return view->pixels.on_ink;
}

static bool table(const void *self, FILE *out)
{
    const DreamsView *view = self;
    const DreamsPixels *pixels = &view->pixels;
    fprintf(out, "output,column,row,level,gradient,gradient_times_input\n");
    for (int i = 0; i < NET_INPUTS; i++) {
        fprintf(out, "%d,%d,%d,%d,%.9g,%.9g\n", pixels->digit, i % SHEET_SIDE, i / SHEET_SIDE,
                view->lab->input.cell[i], (double)pixels->gradient.pixel[i],
                (double)pixels->product[i]);
    }
    return true;
}

const DreamsPage DREAMS_OF_PIXELS = {
    .name = "Pixels",
    .any = "Answer",
    .main_command = DREAMS_ON_INK,
    .control = {{WIDGET_TOGGLE, DREAMS_ON_INK, "On the ink", NULL}},
    .controls = 1,
    .on = on,
    .pane = {.work = work,
             .update = update,
             .draw = draw,
             .explain = explain,
             .run = run,
             .table = table},
};
