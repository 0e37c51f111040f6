/* The picture of a neuron close up: its weights, or the neurons before. */
#include <math.h>
#include <stdio.h>

#include "ui/closeup.h"
#include "ui/hint.h"
#include "ui/row.h"

enum { SIDE = CANVAS_SIDE, GAP_LEAST = 6 };

/* Of a picture what shows at least, however silent its neuron is. */
static const float DIMMEST = 0.3f;

static void legend_draw(Paint *out, const CloseupPlaces *places)
{
    SDL_Rect box = places->legend;
    SDL_Rect line = row_left(&box, paint_px(out, 24.0f), paint_px(out, 8.0f));
    paint_fill(out, row_middle(line, line.w, paint_px(out, 2.0f)), out->theme->text);
    const char *text = "edge of the ink";
    bool fits = paint_text_width(out, text, PAINT_AXIS, TEXT_REGULAR) <= box.w;
    paint_text(out, box, PAINT_LEFT, fits ? text : "ink", PAINT_AXIS, TEXT_REGULAR,
               out->theme->secondary);
}

/* A cell for each weight; where they are large enough, apart. */
static void cells_draw(Paint *out, Canvas *canvas, const Closeup *closeup, int side)
{
    const Theme *theme = out->theme;
    float full = fmaxf(closeup->full, 1e-9f);
    int gap = side / SIDE >= GAP_LEAST ? 1 : 0;
    for (int i = 0; i < NET_INPUTS; i++) {
        float share = closeup->weight[i] / full;
        SDL_Rect cell = row_cell((SDL_Rect){0, 0, side, side}, SIDE, i);
        cell.w -= gap;
        cell.h -= gap;
        canvas_fill(canvas, cell,
                    theme_mix(theme->paper, share < 0.0f ? theme->negative : theme->positive,
                              fabsf(share)));
    }
}

static void weights_draw(Paint *out, const CloseupPlaces *places, const Closeup *closeup)
{
    Canvas *canvas = &out->canvas[PAINT_CLOSEUP];
    const Theme *theme = out->theme;
    SDL_Rect box = places->picture;
    float cell = (float)box.w / SIDE;
    if (!canvas_begin(canvas, box.w, box.h, theme->paper)) {
        return;
    }
    cells_draw(out, canvas, closeup, box.w);
    for (int i = 0; i < closeup->pieces; i++) {
        const ContourPiece *piece = &closeup->outline[i];
        canvas_line(canvas, cell * piece->x0, cell * piece->y0, cell * piece->x1, cell * piece->y1,
                    2.0f * out->scale, theme->text);
    }
    paint_frame(out, box);
    canvas_show(canvas, out->renderer, box.x, box.y);
    if (closeup->mark >= 0) {
        paint_outline(out, row_cell(box, SIDE, closeup->mark), 0.0f, theme->text);
    }
    tiles_scale_draw(out, closeup->full, places->scale);
    if (closeup->pieces > 0) {
        legend_draw(out, places);
    }
}

/* A frame outside the box, as strong as the weight: 0..1. */
static void edge_draw(Paint *out, SDL_Rect box, float strength, SDL_Color colour)
{
    int lines = SDL_max((int)lroundf((0.5f + 3.0f * strength) * out->scale), 1);
    for (int i = 0; i < lines; i++) {
        paint_outline(out, row_inset(box, -i, -i), 0.0f, colour);
    }
}

static void tile_draw(Paint *out, const CloseupTile *tile, SDL_Rect box, int caption_h, float most)
{
    const Theme *theme = out->theme;
    const LookTerm *term = &tile->term;
    float strength = most > 0.0f ? fabsf(term->weight) / most : 0.0f;
    SDL_Color sign = term->weight < 0.0f ? theme->negative : theme->positive;
    char text[48];
    paint_fill(out, box, theme_fade(theme->window, (1.0f - DIMMEST) * (1.0f - term->activation)));
    edge_draw(out, box, strength, theme_mix(theme->window, sign, 0.25f + 0.75f * strength));
    bool wide = box.w >= paint_px(out, 56.0f);
    if (wide) {
        snprintf(text, sizeof text, "%d: %s", term->from,
                 hint_fixed_signed((double)term->product, 2).text);
    } else {
        snprintf(text, sizeof text, "%d", term->from);
    }
    paint_text(out, (SDL_Rect){box.x, box.y + box.h + 2, box.w, caption_h}, PAINT_CENTRE, text,
               PAINT_AXIS, TEXT_REGULAR, term->activation > 0.5f ? theme->text : theme->secondary);
}

static void neurons_draw(Paint *out, const Closeup *closeup)
{
    const TilesPlaces *at = closeup->tiles_places;
    Tiles tiles;
    float most = 0.0f;
    int columns = at->columns, shown = SDL_min(closeup->tiles, columns * at->rows);
    if (!tiles_begin(&tiles, out, columns, at->rows)) {
        return;
    }
    for (int i = 0; i < shown; i++) {
        const CloseupTile *tile = &closeup->tile[i];
        tiles_put(&tiles, i % columns, i / columns, tile->picture, fmaxf(tile->full, 1e-9f));
        most = fmaxf(most, fabsf(tile->term.weight));
    }
    if (!tiles_upload(&tiles)) {
        return;
    }
    for (int i = 0; i < shown; i++) {
        SDL_Rect box = tiles_box(at, i);
        tiles_show(&tiles, i % columns, i / columns, box);
        tile_draw(out, &closeup->tile[i], box, at->caption_h, most);
    }
}

/* What the picture is, as long as there is room for. */
static void caption_draw(Paint *out, SDL_Rect box, const Closeup *closeup)
{
    char text[96], less[48];
    bool all = closeup->of_pixels || closeup->tiles == closeup->of;
    if (closeup->of_pixels) {
        snprintf(text, sizeof text, "What it looks for: 784 weights%s",
                 closeup->pieces > 0 ? ", and the ink on them" : "");
        snprintf(less, sizeof less, "What it looks for");
    } else if (all) {
        snprintf(text, sizeof text, "The %d neurons before, and weight times activation",
                 closeup->of);
        snprintf(less, sizeof less, "The %d neurons before", closeup->of);
    } else {
        snprintf(text, sizeof text, "Weight times activation: the largest %d of %d", closeup->tiles,
                 closeup->of);
        snprintf(less, sizeof less, "The strongest %d of %d", closeup->tiles, closeup->of);
    }
    bool fits = paint_text_width(out, text, PAINT_LABEL, TEXT_REGULAR) <= box.w;
    paint_text(out, box, PAINT_LEFT, fits ? text : less, PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
}

void closeup_draw_picture(Paint *out, const CloseupPlaces *places, const Closeup *closeup)
{
    caption_draw(out, places->caption, closeup);
    if (closeup->of_pixels) {
        weights_draw(out, places, closeup);
    } else {
        neurons_draw(out, closeup);
    }
}
