/* Networks in files: the way out, and the door to the way in (net_file_read.c). */
#include "nn/net_file.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

/* The largest network has 4.8 MB of weights, and its header may have 1 MB. */
static const size_t MAX_FILE_BYTES = 16u << 20;

bool net_file_load(Net *net, NetMeta *meta, const char *path, Err *err)
{
    uint8_t *bytes = NULL;
    size_t size = 0;
    *net = (Net){0};
    *meta = (NetMeta){0};
    bool ok = file_read(path, MAX_FILE_BYTES, &bytes, &size, err) &&
              net_file_load_bytes(net, meta, bytes, size, path, err);
    free(bytes);
    return ok;
}

/* What Inkling keeps, from the metadata of a network that was opened, which are released; neither
 * where that fails. */
static bool take_info(bool opened, Net *net, NetMeta *meta, const char *name, NetInfo *info,
                      Err *err)
{
    *info = (NetInfo){0};
    bool ok = opened && net_info_get(meta, &net->shape, name, info, err);
    if (!ok) {
        net_free(net);
    }
    net_meta_free(meta);
    return ok;
}

bool net_load(Net *net, NetInfo *info, const char *path, Err *err)
{
    NetMeta meta;
    bool opened = net_file_load(net, &meta, path, err);
    return take_info(opened, net, &meta, path, info, err);
}

bool net_load_bytes(Net *net, NetInfo *info, const uint8_t *bytes, size_t size, const char *name,
                    Err *err)
{
    NetMeta meta;
    bool opened = net_file_load_bytes(net, &meta, bytes, size, name, err);
    return take_info(opened, net, &meta, name, info, err);
}

/* Every value is a string: safetensors allows no other. */
static bool put_meta(cJSON *header, const NetMeta *meta)
{
    cJSON *object = meta->entries > 0 ? cJSON_AddObjectToObject(header, "__metadata__") : NULL;
    bool ok = object || meta->entries == 0;
    for (int i = 0; ok && i < meta->entries; i++) {
        ok = cJSON_AddStringToObject(object, meta->entry[i].key, meta->entry[i].value) != NULL;
    }
    return ok;
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
    return tensor && cJSON_AddStringToObject(tensor, "dtype", "F32") &&
           cJSON_AddItemToObject(tensor, "shape", cJSON_CreateIntArray(sizes, from ? 2 : 1)) &&
           cJSON_AddItemToObject(tensor, "data_offsets", cJSON_CreateDoubleArray(offsets, 2));
}

/* The header as text, on the heap; NULL without memory. `data_bytes` is what follows it. */
static char *make_header(const Net *net, const NetMeta *meta, size_t *data_bytes)
{
    char *text = NULL;
    cJSON *header = cJSON_CreateObject();
    bool ok = header && put_meta(header, meta);
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

static bool no_memory(const char *path, Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY, "%s cannot be saved: there is not enough memory.",
                        path);
}

bool net_file_save(const Net *net, const NetMeta *meta, const char *path, Err *err)
{
    bool ok = false;
    size_t data_bytes;
    uint8_t *bytes = NULL;
    char *header = make_header(net, meta, &data_bytes);
    size_t length = header ? strlen(header) : 0, padded = (length + 7) / 8 * 8;
    if (padded > NET_FILE_HEADER_BYTES) {
        err_set_code(err, ERR_VALUE, "%s cannot be saved: its metadata is longer than a megabyte.",
                     path);
        goto done;
    }
    bytes = header ? malloc(8 + padded + data_bytes) : NULL;
    if (!bytes) {
        no_memory(path, err);
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

bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err)
{
    NetMeta meta = {0};
    bool ok = net_info_put(info, &net->shape, &meta, err) ? net_file_save(net, &meta, path, err)
                                                          : no_memory(path, err);
    net_meta_free(&meta);
    return ok;
}
