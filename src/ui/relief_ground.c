/* The cost over a plane as ground: a mesh of triangles, drawn with depths, its contour lines on it.
 */
#include "ui/relief_ground.h"

#include <math.h>

enum { MESH = 49 /* points along a side */ };

/* The highest over the lowest, in half sides; how much nearer things are larger; how far a
 * corner is from the middle. */
static const float HEIGHT = 1.05f, NEAR = 0.10f, CORNER = 1.41421356f;

/* How much of the light is lost on ground that turns away from it. */
static const float SHADE = 0.55f;

static const float LINE_SHARE = 0.34f, LINE_HALF = 0.5f;

/* A point of the mesh: where it is in the picture, how deep, its shade, the contour lines below it,
 * and its light. */
typedef struct Vertex {
    float x, y, depth, level, band, light;
} Vertex;

void relief_ground_project(ReliefTurn turn, int w, int h, const float share[2], float level,
                           float out[3])
{
    float x = 2.0f * share[0] - 1.0f, y = 2.0f * share[1] - 1.0f, z = (level - 0.5f) * HEIGHT;
    float cy = cosf(turn.yaw), sy = sinf(turn.yaw), cp = cosf(turn.pitch), sp = sinf(turn.pitch);
    float across = x * cy - y * sy, away = x * sy + y * cy;
    float up = z * cp + away * sp, depth = away * cp - z * sp;
    float nearer = 1.0f / (1.0f + NEAR * depth);
    float wide = 2.0f * CORNER, high = 2.0f * (0.5f * HEIGHT * cp + CORNER * sp);
    float size = fminf((float)w / wide, (float)h / high) * (1.0f - NEAR * CORNER);
    out[0] = 0.5f * (float)w + size * across * nearer;
    out[1] = 0.5f * (float)h - size * up * nearer;
    out[2] = depth;
}

bool relief_ground_pick(const Relief *relief, ReliefTurn turn, int w, int h, const float at[2],
                        float within_px, float share[2])
{
    float depth = HUGE_VALF;
    for (int i = 0; i < RELIEF_SIDE * RELIEF_SIDE; i++) {
        float place[2] = {(float)(i % RELIEF_SIDE) / (RELIEF_SIDE - 1),
                          (float)(i / RELIEF_SIDE) / (RELIEF_SIDE - 1)};
        float out[3];
        relief_ground_project(turn, w, h, place,
                              relief_level(relief, relief_log_at(relief, place[0], place[1])), out);
        if (hypotf(out[0] - at[0], out[1] - at[1]) <= within_px && out[2] < depth) {
            depth = out[2];
            share[0] = place[0];
            share[1] = place[1];
        }
    }
    return depth < HUGE_VALF;
}

/* Light from the upper left, by how steep the ground is there. */
static float light_at(const Relief *relief, float u, float v)
{
    const float step = 0.5f / MESH;
    float dx = relief_level(relief, relief_log_at(relief, u + step, v)) -
               relief_level(relief, relief_log_at(relief, u - step, v));
    float dy = relief_level(relief, relief_log_at(relief, u, v + step)) -
               relief_level(relief, relief_log_at(relief, u, v - step));
    float nx = -dx * HEIGHT / (4.0f * step), ny = -dy * HEIGHT / (4.0f * step);
    float facing = (0.5f * nx + 0.35f * ny + 1.0f) / sqrtf(nx * nx + ny * ny + 1.0f) / 1.17f;
    return 1.0f - SHADE * (1.0f - fminf(fmaxf(facing, 0.0f), 1.0f));
}

static Vertex vertex_at(const ReliefImage *image, const Relief *relief, ReliefTurn turn, int side,
                        int i)
{
    float share[2] = {(float)(i % side) / (float)(side - 1), (float)(i / side) / (float)(side - 1)};
    float at[3], log_cost = relief_log_at(relief, share[0], share[1]);
    float level = relief_level(relief, log_cost);
    relief_ground_project(turn, image->w, image->h, share, level, at);
    return (Vertex){at[0],
                    at[1],
                    at[2],
                    level * (RELIEF_SHADES - 1),
                    fmaxf(log_cost / relief->ratio - relief_first_line(relief), 0.0f),
                    light_at(relief, share[0], share[1])};
}

/* A value that changes evenly over a triangle: v = base + x * dx + y * dy. */
typedef struct Even {
    float base, dx, dy;
} Even;

static Even even_over(const Vertex *a, const Vertex *b, const Vertex *c, float area, float va,
                      float vb, float vc)
{
    Even even = {.dx = ((vb - va) * (c->y - a->y) - (vc - va) * (b->y - a->y)) / area,
                 .dy = ((vc - va) * (b->x - a->x) - (vb - va) * (c->x - a->x)) / area};
    even.base = va - a->x * even.dx - a->y * even.dy;
    return even;
}

/* What part of a row of pixels is inside the edge from a to b. */
static void clip_row(const Vertex *a, const Vertex *b, float y, float *left, float *right)
{
    if ((a->y <= y) == (b->y <= y)) {
        return;
    }
    float x = a->x + (y - a->y) * (b->x - a->x) / (b->y - a->y);
    *left = fminf(*left, x);
    *right = fmaxf(*right, x);
}

/* What a triangle is drawn with. */
typedef struct Fill {
    const uint32_t *shade;
    Even depth, light;
    Even level; /* of the shades */
    Even band;  /* contour lines below, from below the ground */
    float pixels_a_band;
} Fill;

static uint32_t colour_at(const Fill *fill, float x, float y)
{
    float level = fill->level.base + x * fill->level.dx + y * fill->level.dy;
    float light = fill->light.base + x * fill->light.dx + y * fill->light.dy;
    float band = fill->band.base + x * fill->band.dx + y * fill->band.dy;
    float away = band - (float)(int)band;
    away = (away > 0.5f ? 1.0f - away : away) * fill->pixels_a_band;
    level = level < 0.0f ? 0.0f : level > RELIEF_SHADES - 1 ? RELIEF_SHADES - 1 : level;
    light = light < 0.0f ? 0.0f : light > 1.0f ? 1.0f : light;
    if (away < LINE_HALF + 0.5f) {
        float line = LINE_HALF + 0.5f - away;
        light *= 1.0f - LINE_SHARE * (line > 1.0f ? 1.0f : line);
    }
    return relief_dimmed(fill->shade[(int)level], light);
}

static void draw_triangle(ReliefImage *image, const Vertex *a, const Vertex *b, const Vertex *c,
                          Fill *fill)
{
    float area = (b->x - a->x) * (c->y - a->y) - (c->x - a->x) * (b->y - a->y);
    if (fabsf(area) < 1e-4f) {
        return; /* seen from its edge */
    }
    fill->depth = even_over(a, b, c, area, a->depth, b->depth, c->depth);
    fill->level = even_over(a, b, c, area, a->level, b->level, c->level);
    fill->band = even_over(a, b, c, area, a->band, b->band, c->band);
    fill->light = even_over(a, b, c, area, a->light, b->light, c->light);
    fill->pixels_a_band = 1.0f / fmaxf(hypotf(fill->band.dx, fill->band.dy), 1e-6f);
    float low = fminf(fminf(a->y, b->y), c->y), high = fmaxf(fmaxf(a->y, b->y), c->y);
    int to = SDL_min((int)ceilf(high - 0.5f), image->h);
    for (int row = SDL_max((int)ceilf(low - 0.5f), 0); row < to; row++) {
        float y = (float)row + 0.5f, left = HUGE_VALF, right = -HUGE_VALF;
        clip_row(a, b, y, &left, &right);
        clip_row(b, c, y, &left, &right);
        clip_row(c, a, y, &left, &right);
        int end = SDL_min((int)ceilf(right - 0.5f), image->w);
        for (int column = SDL_max((int)ceilf(left - 0.5f), 0); column < end; column++) {
            float x = (float)column + 0.5f;
            float depth = fill->depth.base + x * fill->depth.dx + y * fill->depth.dy;
            size_t i = (size_t)row * (size_t)image->w + (size_t)column;
            if (depth < image->depth[i]) {
                image->depth[i] = depth;
                image->pixel[i] = colour_at(fill, x, y);
            }
        }
    }
}

/* Whether a point of the mesh shows, as nothing is before it. */
static bool shows(const ReliefImage *image, const Vertex *at)
{
    static const float BEFORE = 0.02f;
    int x = SDL_clamp((int)at->x, 0, image->w - 1), y = SDL_clamp((int)at->y, 0, image->h - 1);
    return at->depth < image->depth[(size_t)y * (size_t)image->w + (size_t)x] + BEFORE;
}

/* The rim, anti-aliased, as triangles end in steps. */
static void draw_rim(ReliefImage *image, const Vertex *mesh, int side, const Fill *fill)
{
    static const float WIDTH = 1.5f;
    Canvas canvas = {.pixel = image->pixel, .w = image->w, .h = image->h};
    int last = side - 1;
    for (int i = 0; i < 4 * last; i++) {
        int k = i % last, edge = i / last;
        const Vertex *a = &mesh[edge == 0   ? k
                                : edge == 1 ? last * side + k
                                : edge == 2 ? k * side
                                            : k * side + last];
        const Vertex *b = edge < 2 ? a + 1 : a + side;
        if (!shows(image, a) || !shows(image, b)) {
            continue;
        }
        uint32_t rgb = relief_dimmed(fill->shade[(int)(0.5f * (a->level + b->level))],
                                     fminf(0.5f * (a->light + b->light), 1.0f));
        SDL_Color colour = {rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, 255};
        canvas_line(&canvas, a->x, a->y, b->x, b->y, WIDTH, colour);
    }
}

void relief_ground_draw(ReliefImage *image, const Relief *relief,
                        const uint32_t shade[RELIEF_SHADES], ReliefTurn turn, SDL_Color around)
{
    Vertex mesh[MESH * MESH];
    Fill fill = {.shade = shade};
    const int side = MESH; /* of a coarse one, too: it is smooth then */
    for (size_t i = 0; i < (size_t)image->w * (size_t)image->h; i++) {
        image->pixel[i] = 0xff000000u | theme_rgb(around);
        image->depth[i] = HUGE_VALF;
    }
    for (int i = 0; i < side * side; i++) {
        mesh[i] = vertex_at(image, relief, turn, side, i);
    }
    for (int y = 0; y + 1 < side; y++) {
        for (int x = 0; x + 1 < side; x++) {
            const Vertex *at = &mesh[y * side + x];
            draw_triangle(image, at, at + 1, at + side, &fill);
            draw_triangle(image, at + 1, at + side + 1, at + side, &fill);
        }
    }
    draw_rim(image, mesh, side, &fill);
}

ReliefTurn relief_ground_turn(void)
{
    return (ReliefTurn){-0.62f, 0.58f};
}

SDL_FPoint relief_ground_at(const Relief *relief, ReliefTurn turn, int w, int h, const double at[2])
{
    float share[] = {relief_share(relief, 0, at[0]), relief_share(relief, 1, at[1])}, out[3];
    relief_ground_project(turn, w, h, share,
                          relief_level(relief, relief_log_at(relief, share[0], share[1])), out);
    return (SDL_FPoint){out[0], out[1]};
}

bool relief_ground_hides(const ReliefImage *image, const Relief *relief, ReliefTurn turn,
                         const double at[2])
{
    static const float BEFORE = 0.06f;
    float share[] = {relief_share(relief, 0, at[0]), relief_share(relief, 1, at[1])}, out[3];
    relief_ground_project(turn, image->w, image->h, share,
                          relief_level(relief, relief_log_at(relief, share[0], share[1])), out);
    int x = SDL_clamp((int)out[0], 0, image->w - 1), y = SDL_clamp((int)out[1], 0, image->h - 1);
    return image->depth[(size_t)y * (size_t)image->w + (size_t)x] < out[2] - BEFORE;
}

void relief_ground_ball(Canvas *canvas, const Theme *theme, SDL_FPoint at, float scale)
{
    enum { SHELLS = 6 };
    float radius = RELIEF_BALL * scale;
    canvas_disc(canvas, at.x, at.y, radius + 1.5f * scale, theme->way_edge);
    for (int i = 0; i < SHELLS; i++) {
        float share = (float)i / (SHELLS - 1), r = radius * (1.0f - 0.75f * share);
        float away = 0.28f * radius * share;
        Uint8 grey = (Uint8)(178.0f + 77.0f * share);
        canvas_disc(canvas, at.x - away, at.y - away, r, (SDL_Color){grey, grey, grey, 255});
    }
}
