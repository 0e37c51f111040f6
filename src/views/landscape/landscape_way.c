/* The way of the run across the landscape, and the ball. */
#include "views/landscape/landscape_way.h"

#include <math.h>

#include "lab/moment.h"

/* Design pixels. */
enum { WAY = 2, EDGE = 4, DOT = 3, BALL = RELIEF_BALL, LABEL_EDGES = 8, LABEL_H = 15, DASH = 5 };

static float px(const LandscapeView *view, float design_px)
{
    return design_px * view->shell->paint->scale;
}

/* The last moment that the run has passed at the ball: what comes after is dashed. */
static int passed(const LandscapeView *view)
{
    int frame = moment_frame(view->lab);
    return frame >= 0 ? frame : view->landscape.moments - 1;
}

/* A piece of the way, dashed where it is still to come. @param[in,out] run  pixels since a dash
 * began */
static void draw_piece(const LandscapeView *view, Canvas *canvas, SDL_FPoint a, SDL_FPoint b,
                       bool edge, float *run, bool dashed)
{
    const Theme *theme = view->shell->paint->theme;
    SDL_Color colour = edge ? theme->way_edge : theme->way;
    float width = px(view, edge ? EDGE : WAY), length = hypotf(b.x - a.x, b.y - a.y);
    float dash = px(view, DASH);
    if (!dashed) {
        canvas_line(canvas, a.x, a.y, b.x, b.y, width, colour);
        return;
    }
    for (float at = 0.0f; at < length;) {
        float phase = fmodf(*run, 2.0f * dash);
        float step = fminf(length - at, phase < dash ? dash - phase : 2.0f * dash - phase);
        float from = at / length, to = (at + step) / length;
        if (phase < dash) {
            canvas_line(canvas, a.x + from * (b.x - a.x), a.y + from * (b.y - a.y),
                        a.x + to * (b.x - a.x), a.y + to * (b.y - a.y), width, colour);
        }
        at += fmaxf(step, 0.01f);
        *run += fmaxf(step, 0.01f);
    }
}

/* Epochs 1, 2, 5, 10 and so on have a dot: the first moment that is not before one. */
static bool has_dot(const LandscapeView *view, int i)
{
    static const int EPOCH[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
    const Lab *lab = view->lab;
    if (i == 0 || i == view->landscape.moments - 1) {
        return true;
    }
    double epochs = lab->config.epochs, now = lab->timeline.frame[i].done * epochs,
           before = lab->timeline.frame[i - 1].done * epochs;
    for (size_t k = 0; k < sizeof EPOCH / sizeof EPOCH[0]; k++) {
        if (before < EPOCH[k] && now >= EPOCH[k]) {
            return true;
        }
    }
    return false;
}

static void draw_way(const LandscapeView *view, Canvas *canvas, LandscapeToPixels *to_pixels)
{
    const Theme *theme = view->shell->paint->theme;
    const Landscape *landscape = &view->landscape;
    int last = passed(view);
    for (int pass = 0; pass < 2; pass++) {
        float run = 0.0f;
        for (int i = 0; i + 1 < landscape->moments; i++) {
            draw_piece(view, canvas, to_pixels(view, landscape->moment[i].at),
                       to_pixels(view, landscape->moment[i + 1].at), pass == 0, &run, i >= last);
        }
    }
    for (int i = 0; i < landscape->moments; i++) {
        if (has_dot(view, i)) {
            SDL_FPoint at = to_pixels(view, landscape->moment[i].at);
            canvas_disc(canvas, at.x, at.y, px(view, DOT + 1), theme->way_edge);
            canvas_disc(canvas, at.x, at.y, px(view, DOT), theme->way);
        }
    }
}

void landscape_way_draw(const LandscapeView *view, Canvas *canvas, LandscapeToPixels *to_pixels,
                        bool hidden)
{
    const Theme *theme = view->shell->paint->theme;
    draw_way(view, canvas, to_pixels);
    if (!view->landscape.ball.known) {
        return;
    }
    SDL_FPoint at = to_pixels(view, view->landscape.ball.at);
    if (hidden) {
        canvas_disc(canvas, at.x, at.y, px(view, BALL), theme_fade(theme->way, 0.4f));
    } else {
        relief_ground_ball(canvas, theme, at, view->shell->paint->scale);
    }
}

int landscape_way_frame_at(const LandscapeView *view, SDL_Point at, float within_px)
{
    const Landscape *landscape = &view->landscape;
    const Relief *relief = &view->pictures.relief;
    int nearest = -1;
    float least = within_px;
    for (int i = 0; i < landscape->moments && i < view->lab->timeline.frames; i++) {
        const double *place = landscape->moment[i].at;
        float x = relief_share(relief, 0, place[0]) * (float)view->map.w;
        float y = (1.0f - relief_share(relief, 1, place[1])) * (float)view->map.h;
        float far = hypotf((float)(at.x - view->map.x) - x, (float)(at.y - view->map.y) - y);
        if (far <= least) {
            nearest = i;
            least = far;
        }
    }
    return nearest;
}

static void draw_label(const LandscapeView *view, SDL_FPoint at, const char *text)
{
    Paint *out = view->shell->paint;
    int w = paint_text_width(out, text, PAINT_AXIS, TEXT_REGULAR) + paint_px(out, LABEL_EDGES);
    int h = paint_px(out, LABEL_H), x = view->map.x + (int)lroundf(at.x) - w / 2;
    int most = view->map.x + view->map.w - w;
    SDL_Rect box = {SDL_clamp(x, view->map.x, most),
                    view->map.y + (int)lroundf(at.y) + paint_px(out, DOT + 4), w, h};
    paint_round(out, box, 7.0f, out->theme->way_edge);
    paint_text(out, box, PAINT_CENTRE, text, PAINT_AXIS, TEXT_REGULAR, out->theme->way);
}

void landscape_way_label(const LandscapeView *view, LandscapeToPixels *to_pixels)
{
    const Landscape *landscape = &view->landscape;
    if (landscape->moments < 2) {
        return;
    }
    SDL_FPoint start = to_pixels(view, landscape->moment[0].at),
               end = to_pixels(view, landscape->moment[landscape->moments - 1].at),
               ball = to_pixels(view, landscape->ball.at);
    float clear = px(view, 2 * BALL + LABEL_H);
    if (hypotf(start.x - ball.x, start.y - ball.y) > clear) {
        draw_label(view, start, "start");
    }
    if (hypotf(end.x - ball.x, end.y - ball.y) > clear) {
        draw_label(view, end, "end");
    }
}
