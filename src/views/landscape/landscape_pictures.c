/* The cost from above and as ground. */
#include "views/landscape/landscape_pictures.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/axis.h"
#include "ui/row.h"
#include "views/landscape/landscape_labels.h"
#include "views/landscape/landscape_way.h"

/* Design pixels. */
enum { TICK_W = 40, TICK_H = 16, TICK_GAP = 4, TICK_APART = 64, MARK = 5, PICK = 14 };

/* Radians a pixel of the pointer, and how far the ground leans. */
static const float TURN = 0.008f, LEAST_PITCH = 0.15f, MOST_PITCH = 1.45f;

void landscape_pictures_follow(LandscapeView *view)
{
    LandscapePictures *pictures = &view->pictures;
    const Landscape *landscape = &view->landscape;
    const Survey *survey = landscape->survey;
    bool same = pictures->revision == landscape->revision && pictures->known == landscape->known;
    if (!survey || same) {
        return;
    }
    Relief *relief = &pictures->relief;
    bool other = pictures->known != landscape->known ||
                 memcmp(relief->low, survey->low, sizeof relief->low) != 0 ||
                 memcmp(relief->high, survey->high, sizeof relief->high) != 0;
    pictures->revision = landscape->revision;
    pictures->known = landscape->known;
    if (other) {
        survey_relief(survey, landscape->known, relief);
        pictures->map_rows = 0;
        pictures->ground_stale = true;
    }
}

bool landscape_pictures_has(const LandscapeView *view)
{
    return view->landscape.survey && view->pictures.relief.side > 0;
}

/* Room for an image of that size; whether it is another one than before. */
static bool fit(ReliefImage *image, SDL_Rect box, bool with_depth)
{
    bool other = image->w != box.w || image->h != box.h;
    return relief_image_fit(image, box.w, box.h, with_depth) && other;
}

/* Of another size it is drawn at once, else a part a frame. */
static void update_map(LandscapeView *view, const Uint32 shade[RELIEF_SHADES])
{
    enum { ROWS = 16 };
    LandscapePictures *pictures = &view->pictures;
    bool whole = fit(&pictures->map, view->map, false);
    Slice slice = slice_begin();
    pictures->map_rows = whole ? 0 : pictures->map_rows;
    while (pictures->map_rows < pictures->map.h && (whole || slice_goes_on(&slice))) {
        int to = SDL_min(pictures->map_rows + ROWS, pictures->map.h);
        relief_map_rows(&pictures->map, &pictures->relief, shade, pictures->map_rows, to);
        pictures->map_rows = to;
    }
}

void landscape_pictures_update(LandscapeView *view)
{
    LandscapePictures *pictures = &view->pictures;
    const Theme *theme = view->shell->paint->theme;
    Uint32 shade[RELIEF_SHADES];
    if (pictures->theme != theme) {
        pictures->theme = theme;
        pictures->map_rows = 0;
        pictures->ground_stale = true;
    }
    relief_shades(theme->ground, shade);
    bool map_first = pictures->map_rows < pictures->map.h;
    update_map(view, shade);
    bool other = view->ground.w > 0 && fit(&pictures->ground, view->ground, true);
    if (other || (pictures->ground_stale && pictures->ground.h > 0 && !map_first)) {
        relief_ground_draw(&pictures->ground, &pictures->relief, shade, pictures->turn,
                           theme->window);
        pictures->ground_stale = false;
    }
}

bool landscape_pictures_are_stale(const LandscapeView *view)
{
    const LandscapePictures *pictures = &view->pictures;
    return landscape_pictures_has(view) &&
           (pictures->map_rows < pictures->map.h || (pictures->ground_stale && view->ground.w > 0));
}

static SDL_FPoint on_map(const LandscapeView *view, const double at[PLANE_AXES])
{
    const Relief *relief = &view->pictures.relief;
    return (SDL_FPoint){relief_share(relief, 0, at[0]) * (float)view->map.w,
                        (1.0f - relief_share(relief, 1, at[1])) * (float)view->map.h};
}

static SDL_FPoint on_ground(const LandscapeView *view, const double at[PLANE_AXES])
{
    return relief_ground_at(&view->pictures.relief, view->pictures.turn, view->ground.w,
                            view->ground.h, at);
}

SDL_Point landscape_pictures_ball(const LandscapeView *view, bool ground)
{
    SDL_Rect box = ground ? view->ground : view->map;
    SDL_FPoint at = (ground ? on_ground : on_map)(view, view->landscape.ball.at);
    return (SDL_Point){box.x + (int)lroundf(at.x), box.y + (int)lroundf(at.y)};
}

void landscape_pictures_place(const LandscapeView *view, SDL_Point at, double place[PLANE_AXES])
{
    const Relief *relief = &view->pictures.relief;
    double share[] = {(double)(at.x - view->map.x) / view->map.w,
                      1.0 - (double)(at.y - view->map.y) / view->map.h};
    for (int k = 0; k < PLANE_AXES; k++) {
        share[k] = fmin(fmax(share[k], 0.0), 1.0);
        place[k] = relief->low[k] + share[k] * (relief->high[k] - relief->low[k]);
    }
}

bool landscape_pictures_pick(const LandscapeView *view, SDL_Point at, double place[PLANE_AXES])
{
    const Relief *relief = &view->pictures.relief;
    float point[] = {(float)(at.x - view->ground.x), (float)(at.y - view->ground.y)}, share[2];
    if (!relief_ground_pick(relief, view->pictures.turn, view->ground.w, view->ground.h, point,
                            (float)paint_px(view->shell->paint, PICK), share)) {
        return false;
    }
    for (int k = 0; k < PLANE_AXES; k++) {
        place[k] = relief->low[k] + (double)share[k] * (relief->high[k] - relief->low[k]);
    }
    return true;
}

void landscape_pictures_turn(LandscapeView *view, int dx, int dy)
{
    LandscapePictures *pictures = &view->pictures;
    float scale = TURN / view->shell->paint->scale;
    pictures->turn.yaw -= scale * (float)dx;
    pictures->turn.pitch += scale * (float)dy;
    pictures->turn.pitch = fminf(fmaxf(pictures->turn.pitch, LEAST_PITCH), MOST_PITCH);
    pictures->ground_stale = true;
    shell_redraw(view->shell);
}

static void draw_tick(const LandscapeView *view, int axis, double value)
{
    Paint *out = view->shell->paint;
    SDL_Rect map = view->map;
    char text[24];
    int w = paint_px(out, TICK_W), h = paint_px(out, TICK_H), gap = paint_px(out, TICK_GAP);
    float share = relief_share(&view->pictures.relief, axis, value);
    snprintf(text, sizeof text, "%s%g", value < 0.0 ? "−" : "", fabs(value));
    if (axis == 0) {
        int x = map.x + (int)lroundf(share * (float)map.w);
        paint_text(out, (SDL_Rect){x - w / 2, map.y + map.h + gap, w, h}, PAINT_CENTRE, text,
                   PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
    } else {
        int y = map.y + (int)lroundf((1.0f - share) * (float)map.h);
        paint_text(out, (SDL_Rect){map.x - w - 2 * gap, y - h / 2, w, h}, PAINT_RIGHT, text,
                   PAINT_AXIS, TEXT_REGULAR, out->theme->secondary);
    }
}

static void draw_axes(const LandscapeView *view)
{
    enum { MOST = 16 };
    const Relief *relief = &view->pictures.relief;
    int apart = paint_px(view->shell->paint, TICK_APART);
    for (int axis = 0; axis < PLANE_AXES; axis++) {
        double tick[MOST], low = relief->low[axis], high = relief->high[axis];
        int length = axis == 0 ? view->map.w : view->map.h;
        double step = axis_round_up((high - low) * apart / SDL_max(length, 1));
        int count = axis_ticks(low, high, step, MOST, tick);
        for (int i = 0; i < count; i++) {
            draw_tick(view, axis, tick[i]);
        }
    }
}

static void draw_titles(const LandscapeView *view)
{
    Paint *out = view->shell->paint;
    SDL_Color faint = out->theme->secondary;
    char text[96];
    SDL_Rect under = {view->map.x, view->map.y + view->map.h + paint_px(out, TICK_H + TICK_GAP),
                      view->map.w, paint_px(out, TICK_H)};
    paint_text(out, view->map_title, PAINT_LEFT, "Cost, seen from above", PAINT_LABEL, TEXT_REGULAR,
               faint);
    snprintf(text, sizeof text, "up: %s", survey_axis_name(view->landscape.survey->axis[1]));
    SDL_Rect right = view->map_title;
    int used = paint_text_width(out, "Cost, seen from above", PAINT_LABEL, TEXT_REGULAR);
    row_left(&right, SDL_min(used, right.w), paint_px(out, 12.0f));
    paint_text(out, right, PAINT_RIGHT, text, PAINT_AXIS, TEXT_REGULAR, faint);
    paint_text(out, under, PAINT_RIGHT, survey_axis_name(view->landscape.survey->axis[0]),
               PAINT_AXIS, TEXT_REGULAR, faint);
    paint_text(out, view->ground_title, PAINT_LEFT,
               "The same cost as ground, height on a log scale", PAINT_LABEL, TEXT_REGULAR, faint);
}

/* One picture, and what lies on it. */
static void draw_picture(const LandscapeView *view, PaintCanvas which, const ReliefImage *image,
                         SDL_Rect box, LandscapeToPixels *to_pixels)
{
    Paint *out = view->shell->paint;
    Canvas *canvas = &out->canvas[which];
    if (box.w <= 0 || image->w != box.w || image->h != box.h ||
        !canvas_begin(canvas, box.w, box.h, out->theme->window)) {
        return;
    }
    const LandscapePictures *pictures = &view->pictures;
    bool hidden = image->depth && relief_ground_hides(image, &pictures->relief, pictures->turn,
                                                      view->landscape.ball.at);
    canvas_pixels(canvas, image->pixel);
    landscape_way_draw(view, canvas, to_pixels, hidden);
    canvas_show(canvas, out->renderer, box.x, box.y);
}

void landscape_pictures_draw(const LandscapeView *view)
{
    draw_titles(view);
    draw_picture(view, PAINT_MAP, &view->pictures.map, view->map, on_map);
    draw_axes(view);
    landscape_labels_map(view);
    landscape_way_label(view, on_map);
    draw_picture(view, PAINT_GROUND, &view->pictures.ground, view->ground, on_ground);
    landscape_labels_ground(view);
}
