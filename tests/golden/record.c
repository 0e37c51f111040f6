/* A record of the texts that are drawn, taken between paint and text. */
#include "record.h"

#include <stdio.h>
#include <string.h>

#include "nn/batch.h"
#include "nn/kernels.h"
#include "nn/look.h"

/* The linker gives the wrapped functions these names. */
void __wrap_text_draw(Text *text, const char *string, int size_px, TextWeight weight,
                      SDL_Color colour, int x, int y);
void __real_text_draw(Text *text, const char *string, int size_px, TextWeight weight,
                      SDL_Color colour, int x, int y);
void __wrap_paint_fill(Paint *out, SDL_Rect box, SDL_Color colour);
void __real_paint_fill(Paint *out, SDL_Rect box, SDL_Color colour);
void __wrap_paint_round(Paint *out, SDL_Rect box, float radius, SDL_Color colour);
void __real_paint_round(Paint *out, SDL_Rect box, float radius, SDL_Color colour);
void __wrap_paint_panel(Paint *out, SDL_Rect box, float radius, SDL_Color fill, SDL_Color line);
void __real_paint_panel(Paint *out, SDL_Rect box, float radius, SDL_Color fill, SDL_Color line);
const Kernels *__wrap_kernels_best(void);
void __wrap_net_forward(const Net *net, const NetInput *input, NetActs *acts);
void __real_net_forward(const Net *net, const NetInput *input, NetActs *acts);
const float *__wrap_net_forward_levels(const Net *net, const uint8_t level[NET_INPUTS],
                                       NetActs *acts);
const float *__real_net_forward_levels(const Net *net, const uint8_t level[NET_INPUTS],
                                       NetActs *acts);
void __wrap_net_backward(const Net *net, const NetInput *input, NetActs *acts, int label,
                         NetCost cost, Net *grad);
void __real_net_backward(const Net *net, const NetInput *input, NetActs *acts, int label,
                         NetCost cost, Net *grad);
void __wrap_batch_forward(const Net *net, const NetInput *input, int images, Batch *batch);
void __real_batch_forward(const Net *net, const NetInput *input, int images, Batch *batch);
void __wrap_look_carry_back(const Net *net, int layer, int neuron, const NetActs *gate,
                            float picture[NET_INPUTS]);
void __real_look_carry_back(const Net *net, int layer, int neuron, const NetActs *gate,
                            float picture[NET_INPUTS]);
void *__wrap_malloc(size_t size);
void *__real_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__real_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
void *__real_realloc(void *old, size_t size);

static _Thread_local Record *record; /* NULL while nothing is recorded */

void record_begin(Record *to)
{
    to->count = to->left_out = to->runs = to->allocations = 0;
    record = to;
}

void record_end(void)
{
    record = NULL;
}

static bool is_inside(SDL_Rect box, SDL_Rect of)
{
    return box.x >= of.x && box.y >= of.y && box.x + box.w <= of.x + of.w &&
           box.y + box.h <= of.y + of.h;
}

static void add(Text *text, const char *string, int size_px, TextWeight weight, SDL_Color colour,
                int x, int y)
{
    if (record->count == RECORD_MAX) {
        record->left_out++;
        return;
    }
    RecordText *at = &record->text[record->count++];
    *at = (RecordText){.box = {x, y, 0, 0}, .size_px = size_px, .weight = weight, .colour = colour};
    snprintf(at->text, sizeof at->text, "%s", string);
    at->chopped = strlen(string) >= sizeof at->text;
    at->box.w = text_measure(text, at->text, size_px, weight, &at->box.h);
    SDL_Rect clip;
    SDL_RenderGetClipRect(text->renderer, &clip);
    at->clipped = !SDL_RectEmpty(&clip) && !is_inside(at->box, clip);
}

void __wrap_text_draw(Text *text, const char *string, int size_px, TextWeight weight,
                      SDL_Color colour, int x, int y)
{
    if (record && *string) {
        add(text, string, size_px, weight, colour, x, y);
    }
    __real_text_draw(text, string, size_px, weight, colour, x, y);
}

static void cover(SDL_Rect box, SDL_Color colour)
{
    for (int i = 0; record && colour.a == 255 && i < record->count; i++) {
        RecordText *at = &record->text[i];
        at->covered = at->covered || SDL_HasIntersection(&at->box, &box);
    }
}

void __wrap_paint_fill(Paint *out, SDL_Rect box, SDL_Color colour)
{
    cover(box, colour);
    __real_paint_fill(out, box, colour);
}

void __wrap_paint_round(Paint *out, SDL_Rect box, float radius, SDL_Color colour)
{
    cover(box, colour);
    __real_paint_round(out, box, radius, colour);
}

void __wrap_paint_panel(Paint *out, SDL_Rect box, float radius, SDL_Color fill, SDL_Color line)
{
    cover(box, fill);
    __real_paint_panel(out, box, radius, fill, line);
}

/* The set of loops that every machine runs: others differ in the last digits of what is said. */
const Kernels *__wrap_kernels_best(void)
{
    return kernels_nth(0);
}

static void count_run(void)
{
    if (record) {
        record->runs++;
    }
}

void __wrap_net_forward(const Net *net, const NetInput *input, NetActs *acts)
{
    count_run();
    __real_net_forward(net, input, acts);
}

const float *__wrap_net_forward_levels(const Net *net, const uint8_t level[NET_INPUTS],
                                       NetActs *acts)
{
    count_run();
    return __real_net_forward_levels(net, level, acts);
}

void __wrap_net_backward(const Net *net, const NetInput *input, NetActs *acts, int label,
                         NetCost cost, Net *grad)
{
    count_run();
    __real_net_backward(net, input, acts, label, cost, grad);
}

void __wrap_batch_forward(const Net *net, const NetInput *input, int images, Batch *batch)
{
    count_run();
    __real_batch_forward(net, input, images, batch);
}

void __wrap_look_carry_back(const Net *net, int layer, int neuron, const NetActs *gate,
                            float picture[NET_INPUTS])
{
    count_run();
    __real_look_carry_back(net, layer, neuron, gate, picture);
}

static void count_allocation(void)
{
    if (record) {
        record->allocations++;
    }
}

void *__wrap_malloc(size_t size)
{
    count_allocation();
    return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    count_allocation();
    return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    count_allocation();
    return __real_realloc(old, size);
}
