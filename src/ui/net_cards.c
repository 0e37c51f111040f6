/* Networks as cards. */
#include "ui/net_cards.h"

#include <math.h>
#include <stdio.h>

#include "ui/neuron_wall.h"
#include "ui/row.h"
#include "ui/tiles.h"

/* Design pixels. */
enum {
    CARD_W = 262,
    PAD = 10,
    NAME_H = 20,
    LINE_H = 18,
    PICTURE = 28,
    PICTURE_GAP = 2,
    GAP = 10,
    BARS_H = 40,
    DIGIT_H = 14,
    BAR_W = 4,
};

/* Of the first neurons, so many beside and over each other. */
enum { SIDE = 4, PICTURES = SIDE * SIDE };

static int pictures_px(const Paint *paint)
{
    return SIDE * paint_px(paint, PICTURE) + (SIDE - 1) * paint_px(paint, PICTURE_GAP);
}

void net_cards_place(WallPlaces *places, Wall *wall, const Paint *paint, SDL_Rect box)
{
    int gap = paint_px(paint, GAP), w = box.w - paint_px(paint, 2 * BAR_W) + gap;
    *places = (WallPlaces){.box = box, .tiles_w = SDL_max(w, 1)};
    places->columns = SDL_max(w / (paint_px(paint, CARD_W) + gap), 1);
    places->pitch_w = SDL_max(w / places->columns, 1);
    places->bar_w = paint_px(paint, BAR_W);
    places->side_px = pictures_px(paint) + 2 * paint_px(paint, PAD) + paint_px(paint, NAME_H);
    places->pitch_h = places->side_px + gap;
    places->rows = SDL_max((box.h + gap) / places->pitch_h, 1);
    wall->marked = SDL_min(wall->marked, wall->tiles - 1);
    wall_scroll(wall, places, 0);
}

SDL_Rect net_cards_box(const Wall *wall, const WallPlaces *places, int card)
{
    SDL_Rect box = wall_tile_box(wall, places, card);
    box.w = places->pitch_w - (places->pitch_h - places->side_px);
    return box;
}

static void put_pictures(Tiles *tiles, const Net *net, int column, int row)
{
    float weight[NET_INPUTS], full = neuron_wall_full(net);
    for (int i = 0; i < SDL_min(net->shape.size[1], PICTURES); i++) {
        for (int pixel = 0; pixel < NET_INPUTS; pixel++) {
            weight[pixel] = net->weight[0][pixel * net->stride[0] + i];
        }
        tiles_put(tiles, column * SIDE + i % SIDE, row * SIDE + i / SIDE, weight, full);
    }
}

static void show_pictures(Tiles *tiles, const Net *net, int column, int row, SDL_Rect box)
{
    int side = paint_px(tiles->out, PICTURE), pitch = side + paint_px(tiles->out, PICTURE_GAP);
    for (int i = 0; i < SDL_min(net->shape.size[1], PICTURES); i++) {
        SDL_Rect at = {box.x + i % SIDE * pitch, box.y + i / SIDE * pitch, side, side};
        tiles_show(tiles, column * SIDE + i % SIDE, row * SIDE + i / SIDE, at);
    }
}

/* Ten bars beside each other, their digits below. */
static void bars_draw(Paint *out, const Chart *reading, SDL_Rect box)
{
    const Theme *theme = out->theme;
    SDL_Rect digits = row_bottom(&box, paint_px(out, DIGIT_H), paint_px(out, 2.0f));
    for (int d = 0; d < NET_OUTPUTS; d++) {
        bool best = reading->awake && d == reading->answer.digit;
        SDL_Rect track = row_apart(box, paint_px(out, 2.0f), NET_OUTPUTS, d), bar = track;
        bar.h = (int)lroundf(reading->activation[d] * (float)track.h);
        bar.y = track.y + track.h - bar.h;
        paint_fill(out, track, theme->track);
        paint_fill(out, bar, best ? theme->positive : theme->bar);
        paint_text(out, row_apart(digits, paint_px(out, 2.0f), NET_OUTPUTS, d), PAINT_CENTRE,
                   (char[]){(char)('0' + d), 0}, PAINT_AXIS, best ? TEXT_BOLD : TEXT_REGULAR,
                   best ? theme->text : theme->secondary);
    }
}

static void print_reading(const Chart *reading, char *text, size_t room)
{
    const Answer *answer = &reading->answer;
    if (!reading->awake) {
        snprintf(text, room, "no drawing");
    } else if (answer->kind == ANSWER_NONE) {
        snprintf(text, room, "reads no digit");
    } else if (answer->kind == ANSWER_DOUBT) {
        snprintf(text, room, "reads %d, or %d", answer->digit, answer->other);
    } else {
        snprintf(text, room, "reads %d", answer->digit);
    }
}

/* What stands beside the pictures. */
static void facts_draw(Paint *out, const NetCard *card, SDL_Rect box)
{
    char text[32];
    const Theme *theme = out->theme;
    int line = paint_px(out, LINE_H);
    SDL_Rect bars = row_bottom(&box, paint_px(out, BARS_H + DIGIT_H), paint_px(out, 2.0f));
    SDL_Rect reads = row_bottom(&box, line, 0);
    print_reading(&card->reading, text, sizeof text);
    paint_text(out, row_top(&box, line, 0), PAINT_LEFT, card->accuracy, PAINT_LABEL, TEXT_REGULAR,
               card->bad ? theme->negative : theme->text);
    paint_text(out, row_top(&box, line, 0), PAINT_LEFT, card->note, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    paint_text(out, reads, PAINT_LEFT, text, PAINT_BODY,
               card->reading.awake ? TEXT_BOLD : TEXT_REGULAR,
               card->reading.awake ? theme->text : theme->secondary);
    bars_draw(out, &card->reading, bars);
}

static void card_draw(Paint *out, const NetCard *card, SDL_Rect box, SDL_Rect *pictures)
{
    const Theme *theme = out->theme;
    int pad = paint_px(out, PAD), side = pictures_px(out);
    paint_panel(out, box, 4.0f, theme->window, theme->hairline);
    SDL_Rect rest = row_inset(box, pad, pad);
    rest.y -= pad / 2;
    paint_text(out, row_top(&rest, paint_px(out, NAME_H), 0), PAINT_LEFT, card->name, PAINT_BODY,
               TEXT_BOLD, theme->text);
    rest = (SDL_Rect){rest.x, box.y + box.h - pad - side, rest.w, side};
    *pictures = row_left(&rest, side, pad);
    facts_draw(out, card, rest);
}

void net_cards_draw(Paint *out, const NetCard *card, const Wall *wall, const WallPlaces *places)
{
    Tiles tiles;
    int first, count = wall_showing(wall, places, &first), columns = places->columns;
    bool begun = tiles_begin(&tiles, out, columns * SIDE, places->rows * SIDE);
    for (int i = 0; begun && i < count; i++) {
        put_pictures(&tiles, card[first + i].net, i % columns, i / columns);
    }
    begun = begun && tiles_upload(&tiles);
    for (int i = 0; i < count; i++) {
        SDL_Rect pictures;
        card_draw(out, &card[first + i], net_cards_box(wall, places, first + i), &pictures);
        if (begun) {
            show_pictures(&tiles, card[first + i].net, i % columns, i / columns, pictures);
        }
    }
    if (wall->marked >= first && wall->marked < first + count) {
        paint_outline(out, net_cards_box(wall, places, wall->marked), 1.5f, out->theme->positive);
    }
    wall_bar_draw(out, wall, places);
}
