/* Many images at once through the network, and one step of gradient descent on them. */
#include "nn/batch.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys.h"
#include "nn/kernels.h"

enum { WIDE_ROWS = 128 /* floats; of the first layer: then it changes cell by cell */ };

/* Hands out the parts of the block; counts them where there is no block yet. */
static size_t lay_out(Batch *batch, const Net *net)
{
    float *block = batch->block;
    size_t floats = 0;
    for (int l = 0; l < net->shape.layers; l++) {
        size_t rows = (size_t)batch->capacity * (size_t)net->stride[l];
        size_t transposed = l > 0 ? (size_t)(net->shape.size[l + 1] * net->stride[l - 1]) : 0;
        if (block) {
            batch->activation[l] = block + floats;
            batch->delta[l] = block + floats + rows;
            batch->transposed[l] = block + floats + 2 * rows;
        }
        floats += 2 * rows + transposed;
    }
    return floats;
}

bool batch_make(Batch *batch, const Net *net, int images, Err *err)
{
    assert(images >= 1);
    *batch = (Batch){.capacity = images};
    size_t bytes = lay_out(batch, net) * sizeof(float);
    batch->block = sys_alloc_aligned(bytes);
    batch->cells = net->stride[0] >= WIDE_ROWS ? malloc(sizeof *batch->cells) : NULL;
    if (!batch->block || (net->stride[0] >= WIDE_ROWS && !batch->cells)) {
        batch_free(batch);
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the training.");
    }
    memset(batch->block, 0, bytes);
    lay_out(batch, net);
    return true;
}

void batch_free(Batch *batch)
{
    if (batch) {
        sys_free_aligned(batch->block);
        free(batch->cells);
        *batch = (Batch){0};
    }
}

void batch_forward(const Net *net, const NetInput *input, int images, Batch *batch)
{
    assert(images >= 1 && images <= batch->capacity);
    const Kernels *kernels = kernels_best();
    for (int i = 0; i < images; i++) {
        if (i + NET_INPUTS_AHEAD < images) {
            net_input_fetch(&input[i + NET_INPUTS_AHEAD]);
        }
        kernels->forward_input(batch->activation[0] + i * net->stride[0], net->stride[0],
                               net->weight[0], net->bias[0], &input[i]);
    }
    for (int l = 1; l < net->shape.layers; l++) {
        kernels->forward(batch->activation[l], net->stride[l], images, batch->activation[l - 1],
                         net->stride[l - 1], net->shape.size[l], net->weight[l], net->bias[l]);
    }
}

const float *batch_outputs(const Net *net, const Batch *batch, int image)
{
    return batch->activation[net->shape.layers - 1] + image * NET_LANES;
}

double batch_cost(const Net *net, const Batch *batch, const uint8_t *label, int images,
                  NetCost cost)
{
    return kernels_best()->cost(batch_outputs(net, batch, 0), label, images, cost);
}

/* In blocks, so that neither side leaves the cache between two uses of a line. */
static void turn(const float *weight, int stride, int from, int to, float *transposed,
                 int in_stride)
{
    for (int block = 0; block < from; block += NET_LANES) {
        int end = block + NET_LANES < from ? block + NET_LANES : from;
        for (int j = 0; j < to; j++) {
            for (int i = block; i < end; i++) {
                transposed[j * in_stride + i] = weight[i * stride + j];
            }
        }
    }
}

/* Fill all deltas, each times `scale`: they are linear in those of the outputs. */
static void fill_deltas(const Net *net, const uint8_t *label, int images, NetCost cost, float scale,
                        Batch *batch)
{
    const Kernels *kernels = kernels_best();
    int last = net->shape.layers - 1;
    kernels->delta_output(batch->delta[last], batch->activation[last], label, images, cost, scale);
    for (int l = last; l > 0; l--) {
        int from = net->shape.size[l], to = net->shape.size[l + 1];
        int in_stride = net->stride[l - 1];
        turn(net->weight[l], net->stride[l], from, to, batch->transposed[l], in_stride);
        kernels->delta(batch->delta[l - 1], in_stride, images, batch->delta[l], net->stride[l], to,
                       batch->transposed[l], batch->activation[l - 1]);
    }
}

/* The inked cells of images, cell by cell. */
static void list_cells(const NetInput *input, int images, KernelCells *cells)
{
    memset(cells->images, 0, sizeof cells->images);
    for (int i = 0; i < images; i++) {
        for (int k = 0; k < input[i].count; k++) {
            int c = input[i].cell[k], at = cells->images[c]++;
            cells->cell[c].image[at] = (uint8_t)i;
            cells->cell[c].level[at] = input[i].level[k];
        }
    }
}

/* The weights of the first layer: each row as often as there are images that have ink there, or, of
 * rows that are too wide to stay in the cache, each once for many images. */
static void step_first(Net *net, const NetInput *input, int images, float keep, Batch *batch)
{
    const Kernels *kernels = kernels_best();
    int stride = net->stride[0];
    const float *delta = batch->delta[0];
    if (!batch->cells && keep < 1.0f) {
        kernels->shrink(net->weight[0], (size_t)(NET_INPUTS * stride), keep);
    }
    for (int i = 0; i < images && !batch->cells; i++) {
        kernels->step_input(net->weight[0], stride, delta + i * stride, &input[i]);
    }
    for (int i = 0; i < images && batch->cells; i += KERNEL_CELL_IMAGES) {
        int some = images - i < KERNEL_CELL_IMAGES ? images - i : KERNEL_CELL_IMAGES;
        list_cells(input + i, some, batch->cells);
        kernels->step_cells(net->weight[0], stride, delta + i * stride, batch->cells,
                            i == 0 ? keep : 1.0f);
    }
}

void batch_step(Net *net, const NetInput *input, const uint8_t *label, int images, NetCost cost,
                float rate, float first_layer, float decay, Batch *batch)
{
    static const float ONE = 1;
    const Kernels *kernels = kernels_best();
    float keep = 1.0f - decay;
    fill_deltas(net, label, images, cost, -rate / (float)images, batch);
    kernels->shrink(batch->delta[0], (size_t)(images * net->stride[0]), first_layer);
    step_first(net, input, images, keep, batch);
    for (int l = 0; l < net->shape.layers; l++) {
        kernels->step(net->bias[l], net->stride[l], 1, &ONE, 0, batch->delta[l], images, 1);
        if (l > 0) {
            kernels->step(net->weight[l], net->stride[l], net->shape.size[l],
                          batch->activation[l - 1], net->stride[l - 1], batch->delta[l], images,
                          keep);
        }
    }
}
