/* Paper, tables, hands and pens in front of a camera, and patches of one colour. */
#include "staged_photo.h"

#include <math.h>
#include <string.h>

#include "staged_camera.h"
#include "staged_ink.h"

enum { LATTICE = 17, COLOURS = 3, FINGERS = 4 };

/* Smooth noise, 0..1, over the picture. */
typedef struct Clouds {
    float at[LATTICE][LATTICE];
} Clouds;

/* What is in front of the camera; places and lengths are shares of the picture's side, from its
 * middle. */
typedef struct View {
    float paper[COLOURS], ink[COLOURS], table[COLOURS]; /* levels; what is left under ink */
    bool card;
    float cos, sin, half_w, half_h; /* the card's turn and size */
    float x, y;                     /* its middle */
    float grain;                    /* of the wood */
    float pressure;                 /* how much of the ink may be missing */
    float falls, fall_x, fall_y;    /* the light that is missing, and where to */
    float hand, soft;               /* the light that it takes, and the width of its edge */
    Point root, tip[FINGERS];
    float pitch, grid, margin; /* of the school's grid, its strength, and the place of the margin */
    Clouds ink_clouds, wood;
} View;

static uint8_t to_level(float level)
{
    return (uint8_t)fminf(fmaxf(level + 0.5f, 0), 255);
}

static void make_clouds(Clouds *clouds, Rng *rng)
{
    for (int i = 0; i < LATTICE * LATTICE; i++) {
        clouds->at[i / LATTICE][i % LATTICE] = rng_unit(rng);
    }
}

/* Between the lattice's points; `x` and `y` wrap at its end. */
static float cloud(const Clouds *clouds, float x, float y)
{
    float floor_x = floorf(x), floor_y = floorf(y), dx = x - floor_x, dy = y - floor_y;
    int left = ((int)floor_x % LATTICE + LATTICE) % LATTICE, right = (left + 1) % LATTICE;
    int top = ((int)floor_y % LATTICE + LATTICE) % LATTICE, low = (top + 1) % LATTICE;
    dx = dx * dx * (3 - 2 * dx);
    dy = dy * dy * (3 - 2 * dy);
    float above = clouds->at[top][left] * (1 - dx) + clouds->at[top][right] * dx;
    float below = clouds->at[low][left] * (1 - dx) + clouds->at[low][right] * dx;
    return above * (1 - dy) + below * dy;
}

static void make_card(View *view, StagedKind kind, Rng *rng)
{
    float most = kind == STAGED_TURNED ? 0.349f : 0.52f, turn = most * (rng_unit(rng) - 0.5f);
    view->card = kind == STAGED_TURNED || (kind == STAGED_PHOTO && rng_below(rng, 4) > 0);
    view->cos = cosf(turn);
    view->sin = sinf(turn);
    view->half_w = staged_within(rng, 0.33f, 0.12f);
    view->half_h = view->half_w * staged_within(rng, 0.85f, 0.3f);
    view->x = 0.06f * (rng_unit(rng) - 0.5f);
    view->y = 0.06f * (rng_unit(rng) - 0.5f);
    float level = staged_within(rng, 30, 70), warm = kind == STAGED_PHOTO ? 0.35f : 0;
    for (int c = 0; c < COLOURS; c++) {
        view->table[c] = level * (1 + warm * (float)(1 - c));
    }
    view->grain = kind == STAGED_PHOTO ? staged_within(rng, 0, 0.5f) : 0.1f;
}

static void make_hand(View *view, Rng *rng)
{
    float turn = 6.2831853f * rng_unit(rng), far = 0.75f;
    view->hand = staged_within(rng, 0.25f, 0.35f);
    view->soft = staged_within(rng, 0.01f, 0.06f);
    view->root = (Point){far * cosf(turn), far * sinf(turn)};
    for (int i = 0; i < FINGERS; i++) {
        float aside = turn + 0.35f * ((float)i - 1.5f), reach = staged_within(rng, 0.05f, 0.4f);
        view->tip[i] = (Point){reach * cosf(aside), reach * sinf(aside)};
    }
}

static void make_colours(View *view, StagedKind kind, Rng *rng)
{
    static const float INK[][COLOURS] = {
        {0.15f, 0.15f, 0.17f}, {0.15f, 0.2f, 0.55f}, {0.7f, 0.15f, 0.2f}, {0.35f, 0.36f, 0.38f}};
    static const float PAPER[][COLOURS] = {
        {1, 1, 1}, {1, 0.98f, 0.92f}, {1, 0.95f, 0.6f}, {0.8f, 0.93f, 1}, {0.95f, 0.95f, 0.97f}};
    int ink = rng_below(rng, 4), paper = kind == STAGED_PHOTO ? rng_below(rng, 5) : 0;
    float light = staged_within(rng, 160, 75), fade = staged_within(rng, 0, 0.25f);
    for (int c = 0; c < COLOURS; c++) {
        view->paper[c] = light * PAPER[paper][c];
        view->ink[c] = INK[ink][c] + fade * (1 - INK[ink][c]);
    }
}

static void make_view(View *view, StagedKind kind, Rng *rng)
{
    bool photo = kind == STAGED_PHOTO;
    float turn = 6.2831853f * rng_unit(rng);
    memset(view, 0, sizeof *view);
    make_colours(view, kind, rng);
    make_card(view, kind, rng);
    make_hand(view, rng);
    make_clouds(&view->ink_clouds, rng);
    make_clouds(&view->wood, rng);
    view->hand *= kind == STAGED_HAND || (photo && rng_below(rng, 4) == 0) ? 1 : 0;
    view->pressure = kind == STAGED_PRESSURE ? 0.75f : photo ? 0.4f * rng_unit(rng) : 0.1f;
    view->falls = (photo || kind == STAGED_SCHOOL ? 0.4f : 0.1f) * rng_unit(rng);
    view->fall_x = cosf(turn);
    view->fall_y = sinf(turn);
    view->pitch = staged_within(rng, 0.06f, 0.06f);
    view->grid = kind == STAGED_SCHOOL ? staged_within(rng, 0.2f, 0.3f) : 0;
    view->margin = staged_within(rng, 0.28f, 0.15f) * (rng_below(rng, 2) == 0 ? 1 : -1);
}

/* How far a place is from the line between two others. */
static float distance(Point at, Point from, Point to)
{
    float dx = to.x_cell - from.x_cell, dy = to.y_cell - from.y_cell;
    float ax = at.x_cell - from.x_cell, ay = at.y_cell - from.y_cell;
    float along = fminf(fmaxf((ax * dx + ay * dy) / fmaxf(dx * dx + dy * dy, 1e-6f), 0), 1);
    return hypotf(ax - along * dx, ay - along * dy);
}

static float light_at(const View *view, float x, float y)
{
    float light = 1 - view->falls * (0.5f + x * view->fall_x + y * view->fall_y), near = 1;
    for (int i = 0; i < FINGERS; i++) {
        near = fminf(near, distance((Point){x, y}, view->root, view->tip[i]) - 0.06f);
    }
    float inside = fminf(fmaxf(0.5f - near / view->soft, 0), 1);
    return light * (1 - view->hand * inside);
}

/* How much of a line of the grid is at a place. */
static float line_at(float at, float pitch, float wide)
{
    float off = fabsf(at - pitch * roundf(at / pitch));
    return fminf(fmaxf((wide - off) / wide + 0.5f, 0), 1);
}

/* The grid takes red and green away; the margin, green and blue. */
static void print_grid(const View *view, float x, float y, float colour[COLOURS])
{
    float wide = 0.0022f,
          lines = fmaxf(line_at(x, view->pitch, wide), line_at(y, view->pitch, wide));
    float margin = fminf(fmaxf(1.5f - fabsf(x - view->margin) / 0.004f, 0), 1);
    colour[0] *= 1 - view->grid * lines;
    colour[1] *= (1 - 0.6f * view->grid * lines) * (1 - 0.55f * margin);
    colour[2] *= 1 - 0.45f * margin;
}

/* What the camera sees at a place, 0..1 of whose pixel is under ink. */
static void look(const View *view, float x, float y, float cover, float colour[COLOURS])
{
    float dx = x - view->x, dy = y - view->y;
    float along = dx * view->cos + dy * view->sin, across = dy * view->cos - dx * view->sin;
    bool on = !view->card || (fabsf(along) < view->half_w && fabsf(across) < view->half_h);
    float ring = cloud(&view->wood, 2 * x + 3, 4 * y + 3);
    float wood = cloud(&view->wood, 3 * x, 60 * y + 6 * ring) - 0.5f;
    float missing = view->pressure * cloud(&view->ink_clouds, 14 * x + 8, 14 * y + 8);
    float light = light_at(view, x, y);
    for (int c = 0; c < COLOURS; c++) {
        colour[c] = on ? view->paper[c] : view->table[c] * (1 + view->grain * wood);
    }
    if (view->grid > 0) {
        print_grid(view, x, y, colour);
    }
    for (int c = 0; c < COLOURS; c++) {
        colour[c] *= light * (1 - cover * (1 - missing) * (1 - view->ink[c]));
    }
}

bool staged_photo(Staged *staged, StagedKind kind, Rng *rng, Err *err)
{
    View view;
    bool photo = kind == STAGED_PHOTO;
    make_view(&view, kind, rng);
    for (int i = 0; i < staged->width * staged->height; i++) {
        float colour[COLOURS];
        look(&view, ((float)(i % staged->width) + 0.5f) / (float)staged->width - 0.5f,
             ((float)(i / staged->width) + 0.5f) / (float)staged->height - 0.5f, staged->cover[i],
             colour);
        for (int c = 0; c < COLOURS; c++) {
            staged->rgba[4 * i + c] = to_level(colour[c]);
        }
        staged->rgba[4 * i + 3] = 255;
    }
    float side = (float)staged->width, sharp = photo ? 0.006f : 0.002f;
    float blur =
        kind == STAGED_BLURRED ? staged_within(rng, 0.008f, 0.012f) : sharp * rng_unit(rng);
    if (!staged_blur(staged, blur * side)) {
        staged_free(staged);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for a picture.");
    }
    staged_noise(staged, photo ? staged_within(rng, 1, 7) : 2, rng);
    if (photo || kind == STAGED_JPEG) {
        staged_compress(staged, kind == STAGED_JPEG ? staged_within(rng, 2, 3)
                                                    : staged_within(rng, 0.5f, 1.5f));
    }
    return true;
}

/* How much of a pixel at (x, y) px from the middle is on the patch. */
static float on_patch(float x, float y, float half_w, float half_h, float round)
{
    float out_x = fmaxf(fabsf(x) - half_w + round, 0), out_y = fmaxf(fabsf(y) - half_h + round, 0);
    return fminf(fmaxf(round - hypotf(out_x, out_y) + 0.5f, 0), 1);
}

void staged_patch(Staged *staged, bool button, Rng *rng)
{
    float side = (float)staged->width, half_w = side * staged_within(rng, 0.3f, 0.12f);
    float half_h = fminf(half_w * staged_within(rng, 0.85f, 0.3f), 0.45f * side), round = 1;
    float turn = button ? 0 : 0.3f * (rng_unit(rng) - 0.5f);
    float ground = staged_within(rng, 235, 20), patch = ground - staged_within(rng, 10, 70);
    float ink = patch * staged_within(rng, 0, 0.45f);
    if (button) {
        patch = staged_within(rng, 20, 110);
        ink = staged_within(rng, 225, 30);
        round = half_h * staged_within(rng, 0.1f, 0.9f);
        half_w = rng_below(rng, 2) == 0 ? half_h : half_w;
        round = half_w == half_h && rng_below(rng, 2) == 0 ? half_h : fminf(round, half_w);
    }
    bool inverted = rng_below(rng, 2) == 0;
    for (int i = 0; i < staged->width * staged->height; i++) {
        float x = (float)(i % staged->width) + 0.5f - side / 2;
        float y = (float)(i / staged->width) + 0.5f - (float)staged->height / 2;
        float on = on_patch(x * cosf(turn) + y * sinf(turn), y * cosf(turn) - x * sinf(turn),
                            half_w, half_h, round);
        float level = on * (patch + staged->cover[i] * (ink - patch)) + (1 - on) * ground;
        memset(&staged->rgba[4 * i], to_level(inverted ? 255 - level : level), 3);
        staged->rgba[4 * i + 3] = 255;
    }
}
