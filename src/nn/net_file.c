/* Networks in files: the way out, and the door to the way in (net_file_read.c). */
#include "nn/net_file.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* The largest network has 4.8 MB of weights, and its header may have 1 MB. */
static const size_t MAX_FILE_BYTES = 16u << 20;

static const char NOTICE[] =
    "Trained on MNIST by Y. LeCun, C. Cortes and C. Burges, which is shared under the licence "
    "CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/).";

bool net_load(Net *net, NetInfo *info, const char *path, Err *err)
{
    uint8_t *bytes = NULL;
    size_t size = 0;
    *net = (Net){0};
    *info = (NetInfo){0};
    bool ok = file_read(path, MAX_FILE_BYTES, &bytes, &size, err) &&
              net_load_bytes(net, info, bytes, size, path, err);
    free(bytes);
    return ok;
}

static bool put_text(cJSON *object, const char *name, const char *text)
{
    return cJSON_AddStringToObject(object, name, text) != NULL;
}

static bool put_count(cJSON *object, const char *name, uint64_t count)
{
    char text[32];
    snprintf(text, sizeof text, "%" PRIu64, count);
    return put_text(object, name, text);
}

/* The shortest decimal that reads back as the same number: 9 digits are enough for a float (which
 * `single` says it is), 17 for any double. */
static bool put_number(cJSON *object, const char *name, double number, bool single)
{
    char text[32];
    double back = NAN;
    for (int digits = 1; digits <= 17 && back != number; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, number);
        back = single ? (double)strtof(text, NULL) : strtod(text, NULL);
    }
    return put_text(object, name, text);
}

static bool put_curves(cJSON *object, const NetCurves *curves)
{
    char *text = net_curves_print(curves);
    bool ok = text && put_text(object, "curves", text);
    free(text);
    return ok;
}

/* Every value is a string: safetensors allows no other. */
static bool put_info(cJSON *header, const NetShape *shape, const NetInfo *info)
{
    char layers[64];
    net_shape_print(shape, layers, sizeof layers);
    cJSON *meta = cJSON_AddObjectToObject(header, "__metadata__");
    return meta && put_text(meta, "format", "inkling 1") && put_text(meta, "layers", layers) &&
           put_text(meta, "activation", "sigmoid") &&
           (!*info->preparation || put_text(meta, "preparation", info->preparation)) &&
           put_text(meta, "data", info->data) &&
           (!*info->augmentation || put_text(meta, "augmentation", info->augmentation)) &&
           put_text(meta, "cost", net_cost_name(info->cost)) &&
           put_count(meta, "seed", info->seed) &&
           put_count(meta, "epochs", (uint64_t)info->epochs) &&
           put_count(meta, "minibatch", (uint64_t)info->minibatch) &&
           put_count(meta, "threads", (uint64_t)info->threads) &&
           put_number(meta, "rate", (double)info->rate, true) &&
           put_number(meta, "decay", (double)info->decay, true) &&
           (!info->tested || put_number(meta, "test_accuracy", info->test_accuracy, false)) &&
           (info->curves.points == 0 || put_curves(meta, &info->curves)) &&
           (!strstr(info->data, "MNIST") || put_text(meta, "notice", NOTICE));
}

/* One tensor of the header; `from` is 0 for a bias. `offset` moves past it. */
static bool put_tensor(cJSON *header, int layer, int to, int from, size_t *offset)
{
    char name[32];
    snprintf(name, sizeof name, "layers.%d.%s", layer, from ? "weight" : "bias");
    size_t end = *offset + (size_t)to * (size_t)(from ? from : 1) * sizeof(float);
    double offsets[2] = {(double)*offset, (double)end};
    int sizes[2] = {to, from};
    *offset = end;
    cJSON *tensor = cJSON_AddObjectToObject(header, name);
    return tensor && put_text(tensor, "dtype", "F32") &&
           cJSON_AddItemToObject(tensor, "shape", cJSON_CreateIntArray(sizes, from ? 2 : 1)) &&
           cJSON_AddItemToObject(tensor, "data_offsets", cJSON_CreateDoubleArray(offsets, 2));
}

/* The header as text, on the heap; NULL without memory. `data_bytes` is what follows it. */
static char *make_header(const Net *net, const NetInfo *info, size_t *data_bytes)
{
    char *text = NULL;
    cJSON *header = cJSON_CreateObject();
    bool ok = header && put_info(header, &net->shape, info);
    *data_bytes = 0;
    for (int l = 0; ok && l < net->shape.layers; l++) {
        int from = net->shape.size[l], to = net->shape.size[l + 1];
        ok =
            put_tensor(header, l, to, from, data_bytes) && put_tensor(header, l, to, 0, data_bytes);
    }
    if (ok) {
        text = cJSON_PrintUnformatted(header);
    }
    cJSON_Delete(header);
    return text;
}

/* Little-endian on every machine. */
static uint8_t *put_f32(uint8_t *at, float number)
{
    uint32_t bits;
    memcpy(&bits, &number, sizeof bits);
    for (int i = 0; i < 4; i++) {
        *at++ = (uint8_t)(bits >> (8 * i));
    }
    return at;
}

/* The tensors in the order of the header. PyTorch's rows are ours transposed: [to, from]. */
static uint8_t *put_layer(uint8_t *at, const Net *net, int l)
{
    int from = net->shape.size[l], to = net->shape.size[l + 1];
    for (int j = 0; j < to; j++) {
        for (int i = 0; i < from; i++) {
            at = put_f32(at, net->weight[l][i * net->stride[l] + j]);
        }
    }
    for (int j = 0; j < to; j++) {
        at = put_f32(at, net->bias[l][j]);
    }
    return at;
}

bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err)
{
    assert(info->epochs >= 0 && info->minibatch >= 0 && info->threads >= 0);
    bool ok = false;
    size_t data_bytes;
    uint8_t *bytes = NULL;
    char *header = make_header(net, info, &data_bytes);
    size_t length = header ? strlen(header) : 0, padded = (length + 7) / 8 * 8;
    if (header) {
        bytes = malloc(8 + padded + data_bytes);
    }
    if (!bytes) {
        err_set_code(err, ERR_NO_MEMORY, "%s cannot be saved: there is not enough memory.", path);
        goto done;
    }
    for (int i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)((uint64_t)padded >> (8 * i));
    }
    memset(bytes + 8, ' ', padded);
    memcpy(bytes + 8, header, length);
    uint8_t *at = bytes + 8 + padded;
    for (int l = 0; l < net->shape.layers; l++) {
        at = put_layer(at, net, l);
    }
    assert(at == bytes + 8 + padded + data_bytes);
    ok = file_save(path, bytes, 8 + padded + data_bytes, err);
done:
    free(bytes);
    cJSON_free(header);
    return ok;
}
