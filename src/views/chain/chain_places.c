/* Where the view Chain has everything. */
#include "views/chain/chain_places.h"

#include <math.h>

#include "ui/row.h"

/* Design pixels. Two widths are for a narrow and for a wide picture. */
enum {
    NARROW = 660,
    WIDE = 1020,
    WIDEST = 1500,
    ABOVE = 8, /* the upper leaves */
    LEAF_H = 38,
    KNOB_H = 16,
    LINE_H = 18,
    UNDER_LEAF = 22,   /* between the lower leaves and the product */
    FACTOR_H = 40,     /* a number over the name of its ratio */
    SAID_H = 20,       /* a sentence */
    OFFSET_LEAST = 92, /* from the chain to the leaves, and so on */
    OFFSET_MOST = 210,
    CURVE_MOST = 84,
    CURVE_LEAST = 30,
    EDGE = 8
};

/* What depends on the size of the picture. */
typedef struct ChainMeasure {
    Paint *paint;
    float s;         /* 0 narrow, 1 wide, more in a large window */
    int disc, sum_w; /* output pixels; of a side */
    int sum_h, port; /* and of where a weight and a bias enter a sum, from its middle */
    int cost, leaf;
    int gap; /* of a branch along the chain */
    int y;   /* of the chain */
    int offset;
} ChainMeasure;

static int mixed(const ChainMeasure *m, float narrow, float wide)
{
    return paint_px(m->paint, narrow + m->s * (wide - narrow));
}

static ChainMeasure measure(Paint *paint, SDL_Rect box, int offset)
{
    float w = (float)box.w / paint->scale;
    ChainMeasure m = {.paint = paint, .offset = offset};
    m.s = SDL_clamp((w - NARROW) / (WIDE - NARROW), 0.0f, 1.6f);
    m.disc = mixed(&m, 36.0f, 48.0f);
    m.sum_w = mixed(&m, 44.0f, 56.0f);
    m.cost = mixed(&m, 52.0f, 76.0f);
    m.leaf = mixed(&m, 92.0f, 128.0f);
    m.sum_h = SDL_min(mixed(&m, 80.0f, 92.0f), offset * 9 / 10);
    m.port = m.sum_h * 3 / 8;
    int nodes = m.leaf + CHAIN_LINKS * (m.sum_w + m.disc) + m.cost + paint_px(paint, EDGE);
    m.gap = (box.w - nodes) / CHAIN_PATH;
    return m;
}

static SDL_Rect around(int x, int y, int w, int h)
{
    return (SDL_Rect){x - w / 2, y - h / 2, w, h};
}

/* What is over and under a node, of which there is more room than its own width. */
static void place_texts(ChainPlaces *places, const ChainMeasure *m, int quantity)
{
    SDL_Rect node = quantity == CHAIN_INPUT ? places->disc : places->node[quantity];
    int h = paint_px(m->paint, LINE_H), w = node.w + m->gap * 4 / 5;
    places->label[quantity] = (SDL_Rect){node.x - (w - node.w) / 2, node.y - h, w, h};
    places->nudge[quantity] = (SDL_Rect){node.x - (w - node.w) / 2, node.y + node.h, w, h};
}

static void place_knob(ChainPlaces *places, const ChainMeasure *m, int quantity, SDL_Rect node)
{
    places->node[quantity] = node;
    places->line[quantity] = row_bottom(&node, paint_px(m->paint, KNOB_H), 0);
}

/* A branch from a node to what it goes into, `port` over the middle of that. */
static void place_branch(ChainPlaces *places, const ChainMeasure *m, int quantity, int port)
{
    int away = paint_px(m->paint, 5.0f), h = paint_px(m->paint, LINE_H);
    SDL_Rect from = quantity == CHAIN_INPUT ? places->disc : places->node[quantity];
    SDL_Rect to = places->node[chain_next(quantity)];
    SDL_Point a = {from.x + from.w + away, from.y + from.h / 2},
              b = {to.x - away, to.y + to.h / 2 - port};
    places->from[quantity] = a;
    places->to[quantity] = b;
    if (port == 0) { /* over the number lines */
        int y = a.y - (int)places->most - h - paint_px(m->paint, 2.0f);
        places->ratio[quantity] = (SDL_Rect){a.x - away, y, b.x - a.x + 2 * away, h};
    } else { /* in the bend that the chain is not in */
        int x = (a.x + b.x) / 2 + paint_px(m->paint, 9.0f), y = (a.y + b.y) / 2;
        y += port > 0 ? -h - paint_px(m->paint, 4.0f) : paint_px(m->paint, 4.0f);
        places->ratio[quantity] = (SDL_Rect){x, y, mixed(m, 40.0f, 56.0f), h};
    }
}

static void place_nodes(ChainPlaces *places, const ChainMeasure *m, SDL_Rect box)
{
    int x = box.x + m->leaf, air = paint_px(m->paint, 10.0f), h = paint_px(m->paint, LEAF_H);
    places->disc = around(x - m->disc / 2, m->y, m->disc, m->disc);
    SDL_Rect knob = {box.x, m->y - h / 2, m->leaf - m->disc - air, h};
    place_knob(places, m, CHAIN_INPUT, knob);
    for (int i = 0; i <= CHAIN_LINKS; i++) {
        bool last = i == CHAIN_LINKS;
        SDL_Rect leaf = {x - m->leaf, m->y - m->offset - h / 2, m->leaf, h};
        place_knob(places, m, last ? CHAIN_WANTED : CHAIN_WEIGHT + i, leaf);
        x += m->gap;
        if (last) {
            places->node[CHAIN_COST] = (SDL_Rect){x, m->y - m->cost / 2, m->cost, m->cost};
            break;
        }
        leaf.y = m->y + m->offset - h / 2;
        place_knob(places, m, CHAIN_BIAS + i, leaf);
        places->node[CHAIN_SUM + i] = around(x + m->sum_w / 2, m->y, m->sum_w, m->sum_h);
        x += m->sum_w + m->gap + m->disc;
        places->node[CHAIN_ACTIVATION + i] = around(x - m->disc / 2, m->y, m->disc, m->disc);
    }
}

static void place_branches(ChainPlaces *places, const ChainMeasure *m)
{
    for (int i = 0; i < CHAIN_COST; i++) {
        int port = i == CHAIN_WANTED                     ? m->cost / 2 - paint_px(m->paint, 2.0f)
                   : i >= CHAIN_WEIGHT && i < CHAIN_BIAS ? m->port
                   : i >= CHAIN_BIAS && i < CHAIN_WANTED ? -m->port
                                                         : 0;
        place_branch(places, m, i, port);
    }
    place_texts(places, m, CHAIN_INPUT);
    for (int i = CHAIN_SUM; i <= CHAIN_COST; i++) {
        place_texts(places, m, i);
    }
}

/* Under the branches that the sigmoid and the cost are on, over what stands lower. */
static void place_curves(ChainPlaces *places, const ChainMeasure *m)
{
    Paint *paint = m->paint;
    for (int i = 0; i <= CHAIN_LINKS; i++) {
        bool last = i == CHAIN_LINKS;
        SDL_Rect from = places->node[last ? CHAIN_ACTIVATION + i - 1 : CHAIN_SUM + i];
        SDL_Rect to = places->node[last ? CHAIN_COST : CHAIN_ACTIVATION + i];
        int left = last ? from.x + from.w / 2 + paint_px(paint, 8.0f)
                        : from.x + from.w - paint_px(paint, 10.0f);
        int right = last ? to.x - paint_px(paint, 6.0f) : to.x + to.w / 2;
        int top = m->y + SDL_max(m->sum_h, m->cost) / 2 + paint_px(paint, LINE_H + 4);
        int bottom = m->y + m->offset - paint_px(paint, LEAF_H / 2 + 8);
        int h = SDL_min(bottom - top, paint_px(paint, CURVE_MOST));
        if (h >= paint_px(paint, CURVE_LEAST)) {
            places->curve[i] = (SDL_Rect){left, top, right - left, h};
        }
    }
    SDL_Rect cost = places->node[CHAIN_COST];
    int wide = cost.w + m->gap / 2, h = paint_px(paint, 30.0f);
    SDL_Rect under = {cost.x - (wide - cost.w) / 2, cost.y + cost.h + paint_px(paint, 2.0f), wide,
                      3 * h};
    under.w = SDL_min(under.w, places->picture.x + places->picture.w - under.x);
    places->number = row_top(&under, h, paint_px(paint, 4.0f));
    places->after = row_top(&under, paint_px(paint, LINE_H), 0);
    places->rate_of = row_top(&under, paint_px(paint, LINE_H), 0);
}

/* A column for each ratio, between what the product is of and what it comes to. */
static void place_product(ChainPlaces *places, Paint *paint, SDL_Rect rest)
{
    SDL_Rect row = row_top(&rest, paint_px(paint, FACTOR_H), paint_px(paint, 8.0f));
    places->product = row;
    int w = row.w < paint_px(paint, 760.0f) ? paint_px(paint, 66.0f) : paint_px(paint, 84.0f);
    places->of = row_left(&row, w, 0);
    w = SDL_min((row.w - paint_px(paint, 82.0f)) / SDL_max(places->factors, 1),
                paint_px(paint, 112.0f));
    for (int i = 0; i < places->factors; i++) {
        places->factor[i] = row_left(&row, w, 0);
    }
    places->result = row_left(&row, SDL_min(row.w, paint_px(paint, 110.0f)), 0);
    int h = paint_px(paint, SAID_H);
    for (int i = 0; i < CHAIN_SAYS && rest.h >= h; i++) {
        places->said[i] = row_top(&rest, h, 0);
    }
}

static void place_controls(ChainPlaces *places, Paint *paint, SDL_Rect row)
{
    int gap = paint_px(paint, 8.0f);
    if (row.h == 0) {
        return;
    }
    places->step = row_right(&row, paint_px(paint, 64.0f), gap);
    SDL_Rect rate = row_right(&row, SDL_min(paint_px(paint, 84.0f), row.w / 4), gap);
    places->rate = rate;
    places->rate_text = row_right(&row, paint_px(paint, 58.0f), gap);
    places->random = row_left(&row, SDL_min(paint_px(paint, 118.0f), row.w * 5 / 8), gap);
    places->reset = row_left(&row, SDL_min(paint_px(paint, 64.0f), row.w), gap);
}

void chain_place(ChainPlaces *places, Paint *paint, SDL_Rect box, SDL_Rect row, int factors)
{
    *places = (ChainPlaces){.factors = factors};
    place_controls(places, paint, row);
    box = row_middle(box, SDL_min(box.w, paint_px(paint, WIDEST)), box.h);
    int said = CHAIN_SAYS * paint_px(paint, SAID_H) + paint_px(paint, 8.0f);
    int above = paint_px(paint, ABOVE);
    int fixed = above + paint_px(paint, LEAF_H + UNDER_LEAF + FACTOR_H);
    int offset = (box.h - fixed - said) / 2;
    if (offset < paint_px(paint, OFFSET_LEAST)) { /* the sentences give way */
        offset = SDL_min((box.h - fixed) / 2, paint_px(paint, OFFSET_LEAST));
    }
    offset = SDL_clamp(offset, 1, paint_px(paint, OFFSET_MOST));
    ChainMeasure m = measure(paint, box, offset);
    int spare = SDL_max(box.h - fixed - said - 2 * offset, 0);
    SDL_Rect rest = box;
    row_top(&rest, above + spare / 3, 0);
    places->picture = row_top(&rest, 2 * offset + paint_px(paint, LEAF_H), 0);
    row_top(&rest, paint_px(paint, UNDER_LEAF) + spare / 6, 0);
    m.y = places->picture.y + places->picture.h / 2;
    places->unit = (float)m.port / 4.0f;
    places->most = 0.62f * (float)m.port;
    place_nodes(places, &m, box);
    place_branches(places, &m);
    place_curves(places, &m);
    place_product(places, paint, rest);
}

int chain_places_at(const ChainPlaces *places, SDL_Point at)
{
    for (int i = 0; i < CHAIN_COST; i++) {
        if (SDL_PointInRect(&at, &places->node[i])) {
            return i;
        }
    }
    return SDL_PointInRect(&at, &places->disc) ? CHAIN_INPUT : CHAIN_QUANTITIES;
}
