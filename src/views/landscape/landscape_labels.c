/* The numbers of the contour lines, and the scale of the ground. */
#include "views/landscape/landscape_labels.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>

#include "ui/row.h"

/* Design pixels. */
enum { LABEL_H = 15, APART = 24, CLEAR = 16, EDGE = 14, SCALE_W = 44, MARK = 5, TITLE_H = 16 };

/* Directions that are tried from the lowest point of the map, and points on the way out. */
enum { RAYS = 16, STEPS = 160 };

/* Two digits, or whole ones: "0.71", "5.7", "512". */
static void print_cost(char *text, size_t room, float cost)
{
    snprintf(text, room, cost < 100.0f ? "%.2g" : "%.0f", (double)cost);
}

static bool is_clear(const LandscapeView *view, const LandscapeLabel *at,
                     const LandscapeLabel *label, int labels)
{
    const Paint *paint = view->shell->paint;
    const Relief *relief = &view->pictures.relief;
    const Landscape *landscape = &view->landscape;
    float x = at->x, y = at->y;
    float edge = (float)paint_px(paint, EDGE), clear = (float)paint_px(paint, CLEAR);
    if (x < edge || y < edge || x > (float)view->map.w - edge || y > (float)view->map.h - edge) {
        return false;
    }
    for (int i = 0; i < labels; i++) {
        bool near = hypotf(label[i].x - x, label[i].y - y) < (float)paint_px(paint, APART);
        if (near || label[i].line == at->line) { /* a ray may cross a line again and again */
            return false;
        }
    }
    for (int i = -1; i < landscape->moments; i++) {
        const double *place = i < 0 ? landscape->ball.at : landscape->moment[i].at;
        float px = relief_share(relief, 0, place[0]) * (float)view->map.w;
        float py = (1.0f - relief_share(relief, 1, place[1])) * (float)view->map.h;
        bool named = i == 0 || i == landscape->moments - 1; /* its name stands under it */
        if (hypotf(px - x, py - y) < (named ? 2.5f * clear : clear)) {
            return false;
        }
    }
    return true;
}

/* Labels where a ray crosses lines; returns how many. */
static int label_ray(const LandscapeView *view, const float from[2], float angle,
                     LandscapeLabel label[RELIEF_LINES])
{
    const Relief *relief = &view->pictures.relief;
    int labels = 0;
    float before = relief_log_at(relief, from[0], from[1]) / relief->ratio;
    for (int i = 1; i < STEPS && labels < RELIEF_LINES; i++) {
        float far = 1.4f * (float)i / STEPS;
        float u = from[0] + far * cosf(angle), v = from[1] + far * sinf(angle);
        if (u < 0.0f || u > 1.0f || v < 0.0f || v > 1.0f) {
            break;
        }
        float here = relief_log_at(relief, u, v) / relief->ratio;
        LandscapeLabel at = {u * (float)view->map.w, (1.0f - v) * (float)view->map.h,
                             (int)fmaxf(floorf(here), floorf(before))};
        bool crossed = floorf(here) > floorf(before) || floorf(here) < floorf(before);
        if (crossed && is_clear(view, &at, label, labels)) {
            label[labels++] = at;
        }
        before = here;
    }
    return labels;
}

static void find_lowest(const Relief *relief, float at[2])
{
    int lowest = 0;
    for (int i = 0; i < relief->side * relief->side; i++) {
        lowest = relief->log_cost[i] < relief->log_cost[lowest] ? i : lowest;
    }
    at[0] = (float)(lowest % relief->side) / (float)(relief->side - 1);
    at[1] = (float)(lowest / relief->side) / (float)(relief->side - 1);
}

int landscape_labels_find(const LandscapeView *view, LandscapeLabel best[RELIEF_LINES])
{
    LandscapeLabel label[RELIEF_LINES];
    float from[2];
    int most = 0;
    find_lowest(&view->pictures.relief, from);
    for (int ray = 0; ray < RAYS; ray++) {
        int labels = label_ray(view, from, 6.2831853f * (float)ray / RAYS, label);
        if (labels > most) {
            most = labels;
            SDL_memcpy(best, label, (size_t)labels * sizeof *best);
        }
    }
    return most;
}

void landscape_labels_map(const LandscapeView *view)
{
    Paint *out = view->shell->paint;
    LandscapeLabel best[RELIEF_LINES];
    int most = view->map.w > 0 ? landscape_labels_find(view, best) : 0;
    for (int i = 0; i < most; i++) {
        char text[16];
        print_cost(text, sizeof text, expf((float)best[i].line * view->pictures.relief.ratio));
        int w = paint_text_width(out, text, PAINT_AXIS, TEXT_REGULAR) + paint_px(out, 8.0f);
        int h = paint_px(out, LABEL_H);
        SDL_Rect box = {view->map.x + (int)lroundf(best[i].x) - w / 2,
                        view->map.y + (int)lroundf(best[i].y) - h / 2, w, h};
        paint_round(out, box, 7.0f, out->theme->way_edge);
        paint_text(out, box, PAINT_CENTRE, text, PAINT_AXIS, TEXT_REGULAR, out->theme->way);
    }
}

/* The corner of the ground that is furthest left. */
static void find_corner(const LandscapeView *view, float share[2])
{
    float left = HUGE_VALF;
    for (int i = 0; i < 4; i++) {
        float corner[] = {(float)(i % 2), (float)(i / 2)}, at[3];
        relief_ground_project(view->pictures.turn, view->ground.w, view->ground.h, corner, 0.0f,
                              at);
        if (at[0] < left) {
            left = at[0];
            share[0] = corner[0];
            share[1] = corner[1];
        }
    }
}

static SDL_Point at_level(const LandscapeView *view, const float share[2], float level)
{
    float at[3];
    relief_ground_project(view->pictures.turn, view->ground.w, view->ground.h, share, level, at);
    return (SDL_Point){view->ground.x + (int)lroundf(at[0]), view->ground.y + (int)lroundf(at[1])};
}

void landscape_labels_ground(const LandscapeView *view)
{
    Paint *out = view->shell->paint;
    const Relief *relief = &view->pictures.relief;
    float cost[RELIEF_LINES], corner[2];
    int lines = relief_lines(relief, cost), last = INT_MAX, line = paint_px(out, 1.0f);
    int w = paint_px(out, SCALE_W), h = paint_px(out, LABEL_H), mark = paint_px(out, MARK);
    if (view->ground.w <= 0) {
        return;
    }
    find_corner(view, corner);
    SDL_Point low = at_level(view, corner, 0.0f), high = at_level(view, corner, 1.0f);
    low.x = high.x -= 2 * mark;
    paint_fill(out, (SDL_Rect){low.x, high.y, line, low.y - high.y}, out->theme->secondary);
    for (int i = 0; i < lines; i++) {
        char text[16];
        int y = at_level(view, corner, relief_level(relief, logf(cost[i]))).y;
        if (last - y < h) {
            continue;
        }
        last = y;
        print_cost(text, sizeof text, cost[i]);
        paint_fill(out, (SDL_Rect){low.x - mark, y, mark, line}, out->theme->secondary);
        paint_text(out, (SDL_Rect){low.x - 2 * mark - w, y - h / 2, w, h}, PAINT_RIGHT, text,
                   PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
    }
    paint_text(out, (SDL_Rect){low.x - w, high.y - paint_px(out, TITLE_H + 4), 2 * w, h},
               PAINT_CENTRE, "cost", PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
}
