/* Answers, timed: random weights do, since every weight takes the same time. */
#include "bench_answer.h"

#include <math.h>

#include "ink/normalise.h"

enum {
    PIXEL_IMAGES = 32,  /* so few that they stay in the first cache, as one fresh drawing does */
    DRAWING_POINTS = 60 /* a quick digit at a hundred or so events a second */
};

typedef struct Answer {
    Net net;
    NetActs acts;
    const Dataset *test;
    uint8_t level[PIXEL_IMAGES][NET_INPUTS];
    int images; /* of level, at least one */
    Drawing drawing;
} Answer;

static bool make_net(Net *net, const NetShape *shape, Err *err)
{
    Rng rng;
    rng_init(&rng, 1);
    if (!net_make(net, shape, err)) {
        return false;
    }
    net_randomise(net, &rng);
    return true;
}

static void answer_pixels(Answer *answer, const uint8_t level[NET_INPUTS])
{
    NetInputRoom room;
    NetInput input = net_input(level, &room);
    net_forward(&answer->net, &input, &answer->acts);
}

static void answer_drawings(void *context, int rounds)
{
    Answer *answer = context;
    for (int i = 0; i < rounds; i++) {
        Sheet sheet;
        Err err; /* out of memory gives a blank sheet, and a figure nobody would believe */
        normalise_drawing(&answer->drawing, PREPARATION_FITTED, &sheet, &err);
        answer_pixels(answer, sheet.cell);
    }
}

static void answer_images(void *context, int rounds)
{
    Answer *answer = context;
    for (int i = 0; i < rounds; i++) {
        answer_pixels(answer, answer->level[i % answer->images]);
    }
}

static void answer_cells(void *context, int rounds)
{
    Answer *answer = context;
    for (int i = 0; i < rounds; i++) {
        NetInput input = dataset_input(answer->test, i % answer->test->images);
        net_forward(&answer->net, &input, &answer->acts);
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
    Answer answer = {0};
    NetShape shape = net_shape_default();
    bool ok = make_net(&answer.net, &shape, err) && draw(&answer.drawing, err);
    if (ok) {
        *us = bench_time_job(answer_drawings, &answer);
    }
    drawing_free(&answer.drawing);
    net_free(&answer.net);
    return ok;
}

bool bench_answer_pixels(const Dataset *test, BenchTime *us, Err *err)
{
    Answer answer = {0};
    NetShape shape = net_shape_default();
    for (; answer.images < PIXEL_IMAGES && answer.images < test->images; answer.images++) {
        dataset_levels(test, answer.images, answer.level[answer.images]);
    }
    bool ok = make_net(&answer.net, &shape, err);
    if (ok) {
        *us = bench_time_job(answer_images, &answer);
    }
    net_free(&answer.net);
    return ok;
}

bool bench_answer_cells(const Dataset *test, const NetShape *shape, BenchTime *us, Err *err)
{
    Answer answer = {.test = test};
    bool ok = make_net(&answer.net, shape, err);
    if (ok) {
        *us = bench_time_job(answer_cells, &answer);
    }
    net_free(&answer.net);
    return ok;
}
