/* What each image of a minibatch asks of the network, side by side. */
#include "ui/minibatch.h"

#include <math.h>
#include <stdio.h>

#include "ui/backprop.h"
#include "ui/row.h"
#include "ui/wish.h"

bool minibatch_cell_at(const BackpropPlaces *places, SDL_Point at, int *row, int *column)
{
    if (!SDL_PointInRect(&at, &places->cells)) {
        return false;
    }
    for (int i = 0; i < places->rows; i++) {
        for (int n = -1; n <= BACKPROP_IMAGES; n++) {
            SDL_Rect cell = backprop_cell(places, i, n);
            if (SDL_PointInRect(&at, &cell)) {
                *row = i;
                *column = n;
                return true;
            }
        }
    }
    return false;
}

static void label_draw(Paint *out, SDL_Rect box, PaintAlign align, const char *text)
{
    paint_text(out, box, align, text, PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}

/* Under each picture: the digit that it is, and what it costs. */
static void caption_draw(Paint *out, SDL_Rect box, const char *name, double cost, bool narrow)
{
    char text[WISH_TEXT];
    SDL_Rect upper = row_top(&box, box.h / 2, 0);
    wish_print(cost, text);
    if (narrow) {
        snprintf(text, sizeof text, cost < 9.95 ? "%.2f" : "%.0f", cost);
    }
    paint_text(out, upper, PAINT_CENTRE, name, PAINT_LABEL, TEXT_MEDIUM, out->theme->text);
    label_draw(out, box, PAINT_CENTRE, text);
}

static void pictures_draw(Paint *out, const BackpropPlaces *places, const Minibatch *page)
{
    Canvas *canvas = &out->canvas[PAINT_WISHES];
    SDL_Rect part = {0, 0, CANVAS_SIDE, CANVAS_SIDE}, name = places->caption[0];
    Uint32 shade[CANVAS_LEVELS];
    canvas_levels(out->theme->paper, out->theme->ink, shade);
    row_top(&name, name.h / 2, 0);
    name.x = places->cells.x;
    name.w = places->name_w;
    label_draw(out, name, PAINT_LEFT, "cost");
    if (!canvas_begin(canvas, BACKPROP_IMAGES * part.w, part.h, out->theme->window)) {
        return;
    }
    for (int i = 0; i < BACKPROP_IMAGES; i++) {
        canvas_picture(canvas, i * part.w, 0, page->level + i * NET_INPUTS, shade);
    }
    bool ready = canvas_upload(canvas, out->renderer);
    for (int i = 0; i < BACKPROP_IMAGES; i++) {
        char digit[8] = "none";
        part.x = i * part.w;
        if (ready) {
            canvas_show_part(canvas, out->renderer, part, places->image[i]);
        }
        if (page->label[i] != NET_NO_DIGIT) {
            snprintf(digit, sizeof digit, "%d", page->label[i]);
        }
        caption_draw(out, places->caption[i], digit, page->cost[i], places->narrow);
    }
    caption_draw(out, places->caption[BACKPROP_IMAGES], places->narrow ? "all" : "average",
                 page->mean_cost, places->narrow);
}

static void print_name(const Minibatch *page, const MinibatchRow *row, char text[NAME_TEXT])
{
    if (page->biases) {
        snprintf(text, NAME_TEXT, page->is_output ? "bias of %d" : "bias %d", row->to);
    } else if (row->from < 0) {
        snprintf(text, NAME_TEXT, "its bias");
    } else {
        snprintf(text, NAME_TEXT, "%s", backprop_from(row->layer, row->from).text);
    }
}

/* A wish as colour, with its number; where there is little room a small one has its sign alone. */
static void cell_draw(Paint *out, SDL_Rect box, float wish, float most, bool mean, bool narrow)
{
    const Theme *theme = out->theme;
    char text[WISH_TEXT];
    float share = sqrtf(fminf(fabsf(wish) / most, 1.0f));
    SDL_Color colour = wish > 0.0f ? theme->positive : theme->negative;
    paint_fill(out, row_inset(box, 1, 1), theme_mix(theme->window, colour, 0.6f * share));
    wish_print((double)wish, text);
    TextWeight weight = mean ? TEXT_BOLD : TEXT_REGULAR;
    if (narrow && fabsf(wish) >= 0.05f) {
        snprintf(text, sizeof text, "%.1f", (double)wish);
    } else if (narrow) {
        snprintf(text, sizeof text, "%s", wish > 0.0f ? "+" : wish < 0.0f ? "-" : "0");
    }
    paint_text(out, box, PAINT_CENTRE, text, PAINT_AXIS, weight, theme->text);
}

static float largest(const Minibatch *page)
{
    float most = 1e-30f;
    for (int i = 0; i < page->rows; i++) {
        most = fmaxf(most, wish_largest(page->row[i].by_w, 1, BACKPROP_IMAGES));
    }
    return most;
}

void minibatch_draw(Paint *out, const BackpropPlaces *places, const Minibatch *page)
{
    const Theme *theme = out->theme;
    float most = largest(page);
    pictures_draw(out, places, page);
    for (int i = 0; i < page->rows; i++) {
        const MinibatchRow *row = &page->row[i];
        char name[NAME_TEXT];
        SDL_Rect box = backprop_cell(places, i, -1);
        bool marked = page->biases && row->to == page->neuron;
        print_name(page, row, name);
        paint_text(out, box, PAINT_LEFT, name, PAINT_LABEL, marked ? TEXT_BOLD : TEXT_REGULAR,
                   marked ? theme->text : theme->secondary);
        for (int n = 0; n < BACKPROP_IMAGES; n++) {
            cell_draw(out, backprop_cell(places, i, n), -row->by_w[n], most, false, places->narrow);
        }
        cell_draw(out, backprop_cell(places, i, BACKPROP_IMAGES), -row->mean, most, true,
                  places->narrow);
    }
    if (page->rows > 0) {
        SDL_Rect end = backprop_cell(places, page->rows - 1, BACKPROP_IMAGES);
        int top = places->caption[0].y;
        paint_fill(out, (SDL_Rect){end.x - 1, top, 1, end.y + end.h - top}, theme->hairline);
    }
}
