/* Pen strokes of our own: a form is chosen, a hand writes it, and it goes somewhere on a sheet. */
#include "train/generate.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ink/box.h"
#include "train/forms.h"
#include "train/hand.h"
#include "train/team.h"

static const float SIZE_LEAST = 0.35f, SIZE_MOST = 0.95f; /* longer side, share of the sheet's */

/* From digit to digit, in a skeleton's units. */
static const float GAP_LEAST = 6.0f, GAP_MOST = 40.0f;

/* How the share of one worker went. */
typedef struct Outcome {
    bool failed;
    Err why;
} Outcome;

/* What the workers make. */
typedef struct Making {
    Preparation preparation;
    uint64_t seed; /* of the first image; each has one of its own, whoever makes it */
    int images, workers;
    uint8_t *label;
    uint8_t *level; /* images x 784 */
    Outcome *outcome;
} Making;

int generate_forms(int label)
{
    return forms_of(label).count;
}

const char *generate_form_name(int label, int form)
{
    assert(form >= 0 && form < generate_forms(label));
    return forms_of(label).form[form].name;
}

static Box box_of(const Trace *trace)
{
    Box box = {trace->point[0], trace->point[0]};
    for (int i = 1; i < trace->points; i++) {
        Box point = {trace->point[i], trace->point[i]};
        box_include(&box, &point);
    }
    return box;
}

/* Somewhere that a side of this length and half a brush at both ends fit on the sheet. */
static float place_side(float side_cell, Rng *rng)
{
    float free_cell = fmaxf(SHEET_SIDE - side_cell - BRUSH_DEFAULT_CELL, 0.0f);
    return (SHEET_SIDE - side_cell - free_cell) / 2 + rng_unit(rng) * free_cell;
}

/* Bring what was written to a place on the sheet. */
static void place(Trace *trace, Rng *rng)
{
    Box box = box_of(trace);
    float width = box_width(&box), height = box_height(&box);
    float size_cell = SHEET_SIDE * (SIZE_LEAST + (SIZE_MOST - SIZE_LEAST) * rng_unit(rng));
    float scale = size_cell / fmaxf(fmaxf(width, height), 1.0f);
    float x_cell = place_side(width * scale, rng), y_cell = place_side(height * scale, rng);
    for (int i = 0; i < trace->points; i++) {
        Point *point = &trace->point[i];
        point->x_cell = x_cell + (point->x_cell - box.low.x_cell) * scale;
        point->y_cell = y_cell + (point->y_cell - box.low.y_cell) * scale;
    }
}

static bool draw_trace(Drawing *drawing, const Trace *trace, Err *err)
{
    int at = 0;
    for (int s = 0; s < trace->strokes; s++) {
        if (!drawing_pen_down(drawing, TOOL_PEN, BRUSH_DEFAULT_CELL, trace->point[at++], err)) {
            return false;
        }
        for (; at < trace->end[s]; at++) {
            if (!drawing_pen_to(drawing, trace->point[at], err)) {
                return false;
            }
        }
        drawing_pen_up(drawing);
    }
    return true;
}

/* A form, by their weights. */
static int draw_form(int label, Rng *rng)
{
    Forms forms = forms_of(label);
    int all = 0, form = 0;
    for (int i = 0; i < forms.count; i++) {
        all += forms.form[i].weight;
    }
    int at = rng_below(rng, all);
    while (at >= forms.form[form].weight) {
        at -= forms.form[form++].weight;
    }
    return form;
}

/* Any form of any digit. */
static const char *any_digit(Rng *rng)
{
    int digit = rng_below(rng, NET_OUTPUTS);
    return forms_of(digit).form[draw_form(digit, rng)].skeleton;
}

/* The skeleton of a form, two digits side by side where it says so. */
static void read_form(Skeleton *skeleton, const Form *form, Rng *rng)
{
    Skeleton next;
    if (form->skeleton[0] != '#') {
        skeleton_read(skeleton, form->skeleton, rng);
        return;
    }
    skeleton_read(skeleton, any_digit(rng), rng);
    skeleton_read(&next, any_digit(rng), rng);
    skeleton_join(skeleton, &next, GAP_LEAST + (GAP_MOST - GAP_LEAST) * rng_unit(rng));
}

bool generate_drawing(Drawing *drawing, int label, int form, Rng *rng, Err *err)
{
    assert(form >= 0 && form < generate_forms(label));
    *drawing = (Drawing){0};
    Skeleton skeleton;
    Trace trace;
    read_form(&skeleton, &forms_of(label).form[form], rng);
    hand_write(&skeleton, rng, &trace);
    place(&trace, rng);
    if (!draw_trace(drawing, &trace, err)) {
        drawing_free(drawing);
        return false;
    }
    return true;
}

static bool make_image(const Making *making, int i, Err *err)
{
    Rng rng;
    Drawing drawing;
    Sheet sheet;
    rng_init(&rng, making->seed + (uint64_t)i);
    int label = making->label[i];
    if (!generate_drawing(&drawing, label, draw_form(label, &rng), &rng, err)) {
        return false;
    }
    bool ok = normalise_drawing(&drawing, making->preparation, &sheet, err);
    memcpy(making->level + (size_t)i * NET_INPUTS, sheet.cell, NET_INPUTS);
    drawing_free(&drawing);
    return ok;
}

static void make_share(void *context, int worker)
{
    Making *making = context;
    Outcome *outcome = &making->outcome[worker];
    for (int i = worker; i < making->images && !outcome->failed; i += making->workers) {
        outcome->failed = !make_image(making, i, &outcome->why);
    }
}

/* Labels in random order, each digit as often as the others or once more. */
static bool draw_labels(Making *making, float no_digit, Rng *rng)
{
    int *label = malloc((size_t)making->images * sizeof *label);
    if (!label) {
        return false;
    }
    int digits = making->images - (int)lroundf(no_digit * (float)making->images);
    for (int i = 0; i < making->images; i++) {
        label[i] = i < digits ? i % NET_OUTPUTS : NET_NO_DIGIT;
    }
    rng_shuffle(rng, label, making->images);
    for (int i = 0; i < making->images; i++) {
        making->label[i] = (uint8_t)label[i];
    }
    free(label);
    return true;
}

static bool run_team(Making *making, Err *err)
{
    Team *team = team_create(making->workers, false, err);
    if (!team) {
        return false;
    }
    team_run(team, make_share, making);
    team_destroy(team);
    for (int w = 0; w < making->workers; w++) {
        if (making->outcome[w].failed) {
            *err = making->outcome[w].why;
            return false;
        }
    }
    return true;
}

bool generate_dataset(Dataset *data, int images, float no_digit, Preparation preparation,
                      uint64_t seed, int threads, Err *err)
{
    assert(images >= 1 && no_digit >= 0 && no_digit <= 1 && threads >= 1);
    bool ok = false;
    Rng rng;
    rng_init(&rng, seed);
    Making making = {.preparation = preparation, .images = images, .workers = threads};
    *data = (Dataset){0};
    making.label = malloc((size_t)images);
    making.level = malloc((size_t)images * NET_INPUTS);
    making.outcome = calloc((size_t)threads, sizeof *making.outcome);
    if (!making.label || !making.level || !making.outcome ||
        !draw_labels(&making, no_digit, &rng)) {
        err_set_code(err, ERR_NO_MEMORY,
                     "There is not enough memory for the generated digits: close other programs.");
        goto done;
    }
    making.seed = rng_next(&rng);
    ok = run_team(&making, err) && dataset_make(data, images, making.level, making.label, err);
done:
    free(making.outcome);
    free(making.level);
    free(making.label);
    return ok;
}
