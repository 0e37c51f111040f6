/* Answers, timed: random weights do, since every weight takes the same time. */
#include "bench_answer.h"

#include <math.h>

#include "ink/normalise.h"

enum {
    PIXEL_IMAGES = 32,  /* so few that they stay in the first cache, as one fresh drawing does */
    DRAWING_POINTS = 60 /* a quick digit at a hundred or so events a second */
};

typedef struct Question {
    Net net;
    NetActs acts;
    const Dataset *test;
    uint8_t level[PIXEL_IMAGES][NET_INPUTS];
    int images; /* of level, at least one */
    Drawing drawing;
} Question;

static bool make_net(Question *question, const NetShape *shape, Err *err)
{
    Rng rng;
    rng_init(&rng, 1);
    if (!net_make(&question->net, shape, err) || !net_acts_make(&question->acts, shape, err)) {
        return false;
    }
    net_randomise(&question->net, &rng);
    return true;
}

static void free_net(Question *question)
{
    net_acts_free(&question->acts);
    net_free(&question->net);
}

static void answer_drawings(void *context, int rounds)
{
    Question *question = context;
    for (int i = 0; i < rounds; i++) {
        Sheet sheet;
        Err err; /* out of memory gives a blank sheet, and a figure nobody would believe */
        normalise_drawing(&question->drawing, PREPARATION_FITTED, &sheet, &err);
        net_forward_levels(&question->net, sheet.cell, &question->acts);
    }
}

static void answer_images(void *context, int rounds)
{
    Question *question = context;
    for (int i = 0; i < rounds; i++) {
        net_forward_levels(&question->net, question->level[i % question->images], &question->acts);
    }
}

static void answer_cells(void *context, int rounds)
{
    Question *question = context;
    for (int i = 0; i < rounds; i++) {
        NetInput input = dataset_input(question->test, i % question->test->images);
        net_forward(&question->net, &input, &question->acts);
    }
}

/* A 3: two bows, one below the other. */
static bool draw(Drawing *drawing, Err *err)
{
    for (int i = 0; i < DRAWING_POINTS; i++) {
        float turn = -2.4f + 4.8f * (float)(i % (DRAWING_POINTS / 2)) / (DRAWING_POINTS / 2);
        float middle_cell = i < DRAWING_POINTS / 2 ? 9.0f : 19.0f;
        Point at = {13.0f + 5.0f * cosf(turn), middle_cell + 5.0f * sinf(turn)};
        if (i == 0 ? !drawing_pen_down(drawing, TOOL_PEN, BRUSH_DEFAULT_CELL, at, err)
                   : !drawing_pen_to(drawing, at, err)) {
            return false;
        }
    }
    drawing_pen_up(drawing);
    return true;
}

bool bench_answer_drawing(BenchTime *us, Err *err)
{
    Question question = {0};
    NetShape shape = net_shape_default();
    bool ok = make_net(&question, &shape, err) && draw(&question.drawing, err);
    if (ok) {
        *us = bench_time_job(answer_drawings, &question);
    }
    drawing_free(&question.drawing);
    free_net(&question);
    return ok;
}

bool bench_answer_pixels(const Dataset *test, BenchTime *us, Err *err)
{
    Question question = {0};
    NetShape shape = net_shape_default();
    for (; question.images < PIXEL_IMAGES && question.images < test->images; question.images++) {
        dataset_levels(test, question.images, question.level[question.images]);
    }
    bool ok = make_net(&question, &shape, err);
    if (ok) {
        *us = bench_time_job(answer_images, &question);
    }
    free_net(&question);
    return ok;
}

bool bench_answer_cells(const Dataset *test, const NetShape *shape, BenchTime *us, Err *err)
{
    Question question = {.test = test};
    bool ok = make_net(&question, shape, err);
    if (ok) {
        *us = bench_time_job(answer_cells, &question);
    }
    free_net(&question);
    return ok;
}
