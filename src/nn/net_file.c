/* Networks in files: the way out, and the door to the way in (net_file_read.c). */
#include "nn/net_file.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"
#include "nn/net_npz.h"

/* What a file is to hold; the moments chosen[0..count-1], which have room. */
typedef struct NetContents {
    const Net *net;
    const NetMeta *meta;
    const NetMoments *moments;
    const int *chosen;
    int count;
} NetContents;

/* `moments` may be NULL. */
static bool load(Net *net, NetMeta *meta, NetMoments *moments, const char *path, Err *err)
{
    uint8_t *bytes = NULL;
    size_t size = 0;
    *net = (Net){0};
    *meta = (NetMeta){0};
    bool ok = file_read(path, NET_FILE_BYTES, &bytes, &size, err) &&
              net_file_load_bytes(net, meta, moments, bytes, size, path, err);
    free(bytes);
    return ok;
}

bool net_file_load(Net *net, NetMeta *meta, const char *path, Err *err)
{
    return load(net, meta, NULL, path, err);
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
    bool opened = net_file_load_bytes(net, &meta, NULL, bytes, size, name, err);
    return take_info(opened, net, &meta, name, info, err);
}

bool net_load_run(Net *net, NetInfo *info, NetMoments *moments, const char *path, Err *err)
{
    NetMeta meta;
    *moments = (NetMoments){0};
    bool opened = load(net, &meta, moments, path, err);
    bool ok = take_info(opened, net, &meta, path, info, err);
    if (!ok) {
        net_moments_free(moments);
    }
    return ok;
}

bool net_load_run_bytes(Net *net, NetInfo *info, NetMoments *moments, const uint8_t *bytes,
                        size_t size, const char *name, Err *err)
{
    NetMeta meta;
    bool opened = net_file_load_bytes(net, &meta, moments, bytes, size, name, err);
    bool ok = take_info(opened, net, &meta, name, info, err);
    if (!ok) {
        net_moments_free(moments);
    }
    return ok;
}

bool net_moments_load(NetMoments *moments, const char *path, Err *err)
{
    Net net;
    NetInfo info;
    bool ok = net_load_run(&net, &info, moments, path, err);
    net_free(&net);
    return ok && (moments->count > 0 ||
                  err_set_code(err, ERR_FOREIGN,
                               "%s has no moments of a run; \"Save with its run\" and "
                               "inkling train --moments make files that have.",
                               path));
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

/* One tensor of the header; `from` is 0 for a bias, `moments` 0 for the network's own. `offset`
 * moves past it. */
static bool put_tensor(cJSON *header, int moments, int layer, int to, int from, size_t *offset)
{
    char name[40];
    int sizes[3], dims = 0;
    snprintf(name, sizeof name, "%slayers.%d.%s", moments ? "moments." : "", layer,
             from ? "weight" : "bias");
    size_t floats = 1;
    for (int i = 0; i < 3; i++) {
        int size = i == 0 ? moments : i == 1 ? to : from;
        if (size > 0) {
            sizes[dims++] = size;
            floats *= (size_t)size;
        }
    }
    size_t end = *offset + floats * sizeof(float);
    double offsets[2] = {(double)*offset, (double)end};
    *offset = end;
    cJSON *tensor = cJSON_AddObjectToObject(header, name);
    return tensor && cJSON_AddStringToObject(tensor, "dtype", "F32") &&
           cJSON_AddItemToObject(tensor, "shape", cJSON_CreateIntArray(sizes, dims)) &&
           cJSON_AddItemToObject(tensor, "data_offsets", cJSON_CreateDoubleArray(offsets, 2));
}

static bool put_tensors(cJSON *header, const NetShape *shape, int moments, size_t *offset)
{
    bool ok = true;
    for (int l = 0; ok && l < shape->layers; l++) {
        int from = shape->size[l], to = shape->size[l + 1];
        ok = put_tensor(header, moments, l, to, from, offset) &&
             put_tensor(header, moments, l, to, 0, offset);
    }
    return ok;
}

/* The header as text, on the heap; NULL without memory. `data_bytes` is what follows it. */
static char *make_header(const NetContents *contents, size_t *data_bytes)
{
    char *text = NULL;
    const NetShape *shape = &contents->net->shape;
    cJSON *header = cJSON_CreateObject();
    *data_bytes = 0;
    if (header && put_meta(header, contents->meta) && put_tensors(header, shape, 0, data_bytes) &&
        (contents->count == 0 || put_tensors(header, shape, contents->count, data_bytes))) {
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

/* PyTorch's rows are ours transposed: [to, from]. */
static uint8_t *put_weights(uint8_t *at, const Net *net, int l)
{
    int from = net->shape.size[l], to = net->shape.size[l + 1];
    for (int j = 0; j < to; j++) {
        for (int i = 0; i < from; i++) {
            at = put_f32(at, net->weight[l][i * net->stride[l] + j]);
        }
    }
    return at;
}

static uint8_t *put_biases(uint8_t *at, const Net *net, int l)
{
    for (int j = 0; j < net->shape.size[l + 1]; j++) {
        at = put_f32(at, net->bias[l][j]);
    }
    return at;
}

/* The tensors in the order of the header. */
static uint8_t *put_data(uint8_t *at, const NetContents *contents)
{
    const Net *net = contents->net;
    for (int l = 0; l < net->shape.layers; l++) {
        at = put_weights(at, net, l);
        at = put_biases(at, net, l);
    }
    for (int l = 0; contents->count > 0 && l < net->shape.layers; l++) {
        for (int i = 0; i < contents->count; i++) {
            at = put_weights(at, &contents->moments->net[contents->chosen[i]], l);
        }
        for (int i = 0; i < contents->count; i++) {
            at = put_biases(at, &contents->moments->net[contents->chosen[i]], l);
        }
    }
    return at;
}

static bool no_memory(const char *path, Err *err)
{
    return err_set_code(err, ERR_NO_MEMORY, "%s cannot be saved: there is not enough memory.",
                        path);
}

static bool save(const NetContents *contents, const char *path, Err *err)
{
    bool ok = false;
    size_t data_bytes;
    uint8_t *bytes = NULL;
    char *header = make_header(contents, &data_bytes);
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
    const uint8_t *end = put_data(bytes + 8 + padded, contents);
    assert(end == bytes + 8 + padded + data_bytes);
    ok = file_save(path, bytes, 8 + padded + data_bytes, err);
done:
    free(bytes);
    cJSON_free(header);
    return ok;
}

bool net_file_save(const Net *net, const NetMeta *meta, const char *path, Err *err)
{
    return save(&(NetContents){.net = net, .meta = meta}, path, err);
}

/* So many moments there is room for beside the network and the longest header; 2 at least. */
static int room_for_moments(const Net *net)
{
    size_t each = (size_t)net_shape_parameters(&net->shape) * sizeof(float);
    size_t room = (size_t)NET_FILE_BYTES - NET_FILE_HEADER_BYTES - 8 - each;
    return (int)(room / each);
}

/* The moment that the network is; -1 for none. */
static int moment_of(const NetMoments *moments, const Net *net)
{
    for (int i = 0; i < moments->count; i++) {
        if (memcmp(moments->net[i].block, net->block, net->floats * sizeof *net->block) == 0) {
            return i;
        }
    }
    return -1;
}

bool net_save_run(const Net *net, const NetInfo *info, const NetMoments *moments, const char *path,
                  Err *err)
{
    NetMeta meta = {0};
    int chosen[NET_MOMENTS_MOST];
    if (moments->count > 0 && path_ends_with(path, NET_NPZ_ENDING)) {
        return err_set_code(err, ERR_VALUE,
                            "%s cannot be saved: a run goes into files that end with .safetensors, "
                            "not .npz.",
                            path);
    }
    int count = net_moments_choose(moments, room_for_moments(net), moment_of(moments, net), chosen);
    NetContents contents = {net, &meta, moments, chosen, count};
    bool npz = path_ends_with(path, NET_NPZ_ENDING);
    bool ok = net_info_put(info, &net->shape, &meta, err) &&
              (count == 0 || net_moments_put(moments, chosen, count, &meta, err));
    ok = !ok   ? no_memory(path, err)
         : npz ? net_npz_save(net, &meta, path, err)
               : save(&contents, path, err);
    net_meta_free(&meta);
    return ok;
}

bool net_save(const Net *net, const NetInfo *info, const char *path, Err *err)
{
    return net_save_run(net, info, &(NetMoments){0}, path, err);
}
