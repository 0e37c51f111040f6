/* Pictures staged: ink is laid on paper, light falls on both, and a camera adds its noise. */
#include "staged.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "staged_ink.h"
#include "staged_marks.h"
#include "staged_photo.h"

enum { SCREEN_SIDE = 280 };

/* What a picture of a kind is made of; shares where nothing else is said. */
typedef struct Scene {
    const char *name;
    int digits;
    float side, side_more;   /* of the picture in px, and up to so much more */
    float size, size_more;   /* of the digit, of the picture's side */
    float pen, pen_more;     /* of the digit's side */
    float paper, paper_more; /* its level */
    float ink, ink_more;     /* how much of the light it takes away */
    float noise;             /* of the camera, levels */
} Scene;

static const Scene SCENE[STAGED_KINDS] = {
    [STAGED_CLEAN] = {"clean", 1, 280, 0, 0.5f, 0.3f, 0.08f, 0.06f, 255, 0, 1, 0, 0},
    [STAGED_TIGHT] = {"tight", 1, 20, 260, 1, 0, 0.08f, 0.06f, 255, 0, 1, 0, 0},
    [STAGED_FRAME_EDGE] = {"frame at the edge", 1, 200, 200, 0.4f, 0.3f, 0.07f, 0.06f, 255, 0, 1, 0,
                           0},
    [STAGED_FRAME_INSIDE] = {"frame inside", 1, 200, 200, 0.3f, 0.3f, 0.06f, 0.06f, 240, 15, 0.8f,
                             0.2f, 0},
    [STAGED_RULED] = {"ruled", 1, 240, 240, 0.3f, 0.4f, 0.025f, 0.05f, 200, 40, 0.6f, 0.3f, 3},
    [STAGED_SQUARED] = {"squared", 1, 240, 240, 0.3f, 0.4f, 0.025f, 0.05f, 200, 40, 0.6f, 0.3f, 3},
    [STAGED_SHADOW] = {"shadow's edge", 1, 240, 240, 0.35f, 0.3f, 0.025f, 0.05f, 200, 40, 0.6f,
                       0.3f, 3},
    [STAGED_GRADIENT] = {"strong gradient", 1, 240, 240, 0.35f, 0.3f, 0.025f, 0.05f, 220, 30, 0.6f,
                         0.3f, 3},
    [STAGED_VIGNETTE] = {"vignette", 1, 240, 240, 0.35f, 0.3f, 0.025f, 0.05f, 220, 30, 0.6f, 0.3f,
                         3},
    [STAGED_NOISE] = {"noise 20", 1, 140, 260, 0.4f, 0.3f, 0.06f, 0.06f, 200, 20, 0.7f, 0.2f, 20},
    [STAGED_SPECK] = {"specks", 1, 200, 200, 0.3f, 0.3f, 0.06f, 0.06f, 255, 0, 1, 0, 0},
    [STAGED_CARD] = {"card on a table", 1, 240, 240, 0.25f, 0.15f, 0.03f, 0.06f, 215, 40, 0.6f,
                     0.3f, 3},
    [STAGED_THIN] = {"thin line", 1, 240, 240, 0.4f, 0.4f, 0.01f, 0.02f, 255, 0, 0.8f, 0.2f, 0},
    [STAGED_LOW_CONTRAST] = {"low contrast", 1, 200, 200, 0.4f, 0.3f, 0.05f, 0.06f, 180, 60, 0.14f,
                             0.1f, 1},
    [STAGED_COLOURS] = {"colours", 1, 200, 200, 0.4f, 0.3f, 0.06f, 0.06f, 255, 0, 1, 0, 0},
    [STAGED_TRANSPARENT] = {"transparent", 1, 200, 200, 0.4f, 0.3f, 0.06f, 0.06f, 255, 0, 1, 0, 0},
    [STAGED_SEVERAL] = {"three in a row", 3, 120, 160, 0.5f, 0.2f, 0.05f, 0.07f, 255, 0, 1, 0, 0},
    [STAGED_NOTE] = {"note on paper", 1, 240, 240, 0.25f, 0.25f, 0.06f, 0.06f, 0, 0, 0, 0, 0},
    [STAGED_BUTTON] = {"button", 1, 200, 200, 0.2f, 0.2f, 0.08f, 0.08f, 0, 0, 0, 0, 0},
    [STAGED_UNDERLINED] = {"underlined", 1, 240, 200, 0.35f, 0.25f, 0.06f, 0.06f, 240, 15, 0.8f,
                           0.2f, 0},
    [STAGED_BOXED] = {"box around a row", 3, 120, 120, 0.4f, 0.25f, 0.06f, 0.06f, 240, 15, 0.8f,
                      0.2f, 0},
    [STAGED_CELLS] = {"form cells", 3, 120, 120, 0.4f, 0.25f, 0.06f, 0.06f, 240, 15, 0.8f, 0.2f, 0},
    [STAGED_SMALL] = {"small in a large", 1, 1600, 0, 0.014f, 0.016f, 0.06f, 0.08f, 240, 15, 0.8f,
                      0.2f, 0},
    [STAGED_TWO_SIZES] = {"large and small", 2, 160, 160, 0.6f, 0.15f, 0.06f, 0.06f, 240, 15, 0.8f,
                          0.2f, 0},
    [STAGED_TOUCHING] = {"two that touch", 2, 160, 160, 0.4f, 0.2f, 0.06f, 0.06f, 240, 15, 0.8f,
                         0.2f, 0},
    [STAGED_BLURRED] = {"blurred", 1, 240, 240, 0.3f, 0.4f, 0.05f, 0.06f, 0, 0, 0, 0, 0},
    [STAGED_JPEG] = {"strong JPEG", 1, 240, 240, 0.25f, 0.4f, 0.05f, 0.06f, 0, 0, 0, 0, 0},
    [STAGED_PRESSURE] = {"uneven pressure", 1, 240, 240, 0.3f, 0.4f, 0.05f, 0.06f, 0, 0, 0, 0, 0},
    [STAGED_SCHOOL] = {"school book", 1, 240, 240, 0.25f, 0.3f, 0.04f, 0.05f, 0, 0, 0, 0, 0},
    [STAGED_HAND] = {"shadow of a hand", 1, 240, 240, 0.3f, 0.3f, 0.04f, 0.05f, 0, 0, 0, 0, 0},
    [STAGED_TURNED] = {"turned card", 1, 240, 240, 0.2f, 0.2f, 0.05f, 0.06f, 0, 0, 0, 0, 0},
    [STAGED_PHOTO] = {"photo of a card", 1, 240, 360, 0.15f, 0.3f, 0.05f, 0.08f, 0, 0, 0, 0, 0},
};

const char *staged_name(StagedKind kind)
{
    return SCENE[kind].name;
}

int staged_digits(StagedKind kind)
{
    return SCENE[kind].digits;
}

static bool make_pixels(Staged *staged, int width, int height, Err *err)
{
    size_t pixels = (size_t)width * (size_t)height;
    *staged = (Staged){malloc(4 * pixels), calloc(pixels, sizeof(float)), width, height};
    if (staged->rgba == NULL || staged->cover == NULL) {
        staged_free(staged);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for a picture.");
    }
    return true;
}

/* Whether an image is left in its own 28x28 pixels, as MNIST has it. */
static bool is_as_it_is(StagedKind kind, const StagedDigit *digit, Rng *rng)
{
    return kind == STAGED_CLEAN && digit->strokes == NULL && rng_below(rng, 2) == 0;
}

/* Digits in their places; the middle of a place is off the picture's by up to an eighth. */
static bool lay_ink(Staged *staged, StagedKind kind, const StagedDigit *digit, Rng *rng, Err *err)
{
    const Scene *scene = &SCENE[kind];
    int digits = staged_digits(kind);
    float side = floorf(staged_within(rng, scene->side, scene->side_more));
    if (is_as_it_is(kind, digit, rng)) {
        if (!make_pixels(staged, SHEET_SIDE, SHEET_SIDE, err)) {
            return false;
        }
        for (int i = 0; i < SHEET_CELLS; i++) {
            staged->cover[i] = (float)digit->image.cell[i] / 255.0f;
        }
        return true;
    }
    Point shape = staged_shape(digit);
    bool tight = kind == STAGED_TIGHT;
    float pen = staged_within(rng, scene->pen, scene->pen_more);
    float more = tight && digit->strokes != NULL ? pen * side : 0;
    float width = tight ? ceilf(side * shape.x_cell + more) : side * (float)digits;
    float height = tight ? ceilf(side * shape.y_cell + more) : side;
    if (!make_pixels(staged, (int)fmaxf(width, 1), (int)fmaxf(height, 1), err)) {
        return false;
    }
    for (int i = 0; i < digits; i++) {
        shape = staged_shape(&digit[i]);
        float size = tight ? side : side * staged_within(rng, scene->size, scene->size_more);
        size *= kind == STAGED_TWO_SIZES && i > 0 ? staged_within(rng, 0.22f, 0.18f) : 1;
        float off = tight ? 0 : side / 8;
        StagedPlace place = {more / 2, more / 2, size};
        if (!tight) {
            place.x_px = side * (float)i + (side - size * shape.x_cell) / 2;
            place.y_px = (side - size * shape.y_cell) / 2;
        }
        place.x_px += off * (rng_unit(rng) - 0.5f);
        place.y_px += off * (rng_unit(rng) - 0.5f);
        float pen_px = fmaxf(pen * size, 1);
        if (kind == STAGED_TOUCHING && i > 0) {
            return staged_ink_touching(staged, &digit[i], place, pen_px, err);
        }
        staged_ink(staged, &digit[i], place, pen_px);
    }
    return true;
}

/* Light that changes across the picture, and a card that lies on a table. */
typedef struct Light {
    StagedKind kind;
    float x, y;      /* the direction in which it changes, of length 1 */
    float at;        /* the edge of a shadow: how far it is from the middle, of the side */
    float soft;      /* half the width of that edge, of the side */
    float most;      /* how much light is missing */
    float half_card; /* half its side, of the picture's */
} Light;

static Light make_light(StagedKind kind, Rng *rng)
{
    float turn = rng_unit(rng) * 6.2831853f;
    if (kind == STAGED_CARD) {
        turn = 0.16f * (rng_unit(rng) - 0.5f);
    }
    Light light = {.kind = kind, .x = cosf(turn), .y = sinf(turn)};
    light.at = 0.3f * (rng_unit(rng) - 0.5f);
    light.soft = rng_below(rng, 2) == 0 ? 0 : 0.06f * rng_unit(rng);
    light.most = staged_within(rng, 0.3f, 0.25f);
    light.half_card = staged_within(rng, 0.33f, 0.12f);
    return light;
}

/* The share of the light at a place, from -0.5 to 0.5 each. */
static float light_at(const Light *light, float x, float y)
{
    float along = x * light->x + y * light->y, across = y * light->x - x * light->y;
    switch (light->kind) {
    case STAGED_SHADOW: {
        float in = (along - light->at) / (2 * light->soft + 0.001f) + 0.5f;
        return 1 - light->most * fminf(fmaxf(in, 0), 1);
    }
    case STAGED_GRADIENT:
        return 1 - (light->most + 0.1f) * fminf(fmaxf(along + 0.5f, 0), 1);
    case STAGED_VIGNETTE:
        return 1 - (light->most + 0.1f) * 2 * (x * x + y * y);
    case STAGED_CARD: {
        bool on =
            fabsf(along - light->at / 4) < light->half_card && fabsf(across) < light->half_card;
        return on ? 1 : 0.25f;
    }
    default:
        return 1;
    }
}

static uint8_t to_level(float level)
{
    return (uint8_t)fminf(fmaxf(level + 0.5f, 0), 255);
}

static void expose(Staged *staged, StagedKind kind, Rng *rng)
{
    const Scene *scene = &SCENE[kind];
    Light light = make_light(kind, rng);
    float paper = staged_within(rng, scene->paper, scene->paper_more);
    float ink = staged_within(rng, scene->ink, scene->ink_more);
    bool inverted = scene->noise == 0 && rng_below(rng, 2) == 0;
    for (int i = 0; i < staged->width * staged->height; i++) {
        float x = ((float)(i % staged->width) + 0.5f) / (float)staged->width - 0.5f;
        float y = ((float)(i / staged->width) + 0.5f) / (float)staged->height - 0.5f;
        float level = paper * light_at(&light, x, y) * (1 - ink * staged->cover[i]);
        if (scene->noise > 0) {
            level += scene->noise * rng_normal(rng);
        }
        uint8_t grey = to_level(inverted ? 255 - level : level), *at = &staged->rgba[4 * i];
        at[0] = at[1] = at[2] = grey;
        at[3] = 255;
    }
}

/* Ink and paper in colours of about the same lightness, or ink of any on transparent paper. */
static void colour(Staged *staged, bool transparent, Rng *rng)
{
    static const uint8_t PAIR[][2][3] = {
        {{255, 0, 0}, {0, 130, 0}},       {{0, 0, 255}, {60, 20, 20}},
        {{0, 110, 200}, {200, 60, 60}},   {{200, 200, 0}, {200, 190, 220}},
        {{30, 60, 160}, {255, 255, 255}}, {{255, 255, 255}, {90, 60, 160}},
        {{220, 30, 30}, {255, 250, 230}}, {{150, 90, 200}, {90, 130, 60}},
    };
    int pair = rng_below(rng, (int)(sizeof PAIR / sizeof *PAIR));
    for (int i = 0; i < staged->width * staged->height; i++) {
        uint8_t *at = &staged->rgba[4 * i];
        float share = staged->cover[i];
        for (int c = 0; c < 3; c++) {
            float ink = PAIR[pair][0][c], paper = PAIR[pair][1][c];
            at[c] = to_level(transparent ? ink : share * ink + (1 - share) * paper);
        }
        at[3] = transparent ? to_level(255 * share) : 255;
    }
}

bool staged_make(Staged *staged, StagedKind kind, const StagedDigit *digit, Rng *rng, Err *err)
{
    if (!lay_ink(staged, kind, digit, rng, err)) {
        return false;
    }
    staged_marks(staged, kind, rng);
    if (kind >= STAGED_BLURRED) {
        return staged_photo(staged, kind, rng, err);
    }
    if (kind == STAGED_NOTE || kind == STAGED_BUTTON) {
        staged_patch(staged, kind == STAGED_BUTTON, rng);
    } else if (kind == STAGED_COLOURS || kind == STAGED_TRANSPARENT) {
        colour(staged, kind == STAGED_TRANSPARENT, rng);
    } else {
        expose(staged, kind, rng);
    }
    return true;
}

void staged_free(Staged *staged)
{
    if (staged != NULL) {
        free(staged->rgba);
        free(staged->cover);
        *staged = (Staged){0};
    }
}
