/* Networks in files: the way in. Nothing in the file is trusted. */
#include "nn/net_file.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FORMAT_NAME = 8 /* letters of NET_INFO_FORMAT before the number */ };

/* A file being read. */
typedef struct Reader {
    const char *name;
    const uint8_t *data; /* behind the header */
    size_t size;
    Err *err;
} Reader;

/* One tensor as the header has it. */
typedef struct Tensor {
    int dims;    /* 1 or 2 */
    int size[2]; /* 1..784 each */
    size_t begin, end;
} Tensor;

__attribute__((format(printf, 3, 4))) static bool refuse(const Reader *reader, ErrCode code,
                                                         const char *format, ...)
{
    char reason[256];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    return err_set_code(reader->err, code, "%s cannot be opened as a network: %s.", reader->name,
                        reason);
}

/* Whether an object has at most `most` keys, no two of them equal. */
static bool keys_are_sound(const cJSON *object, int most)
{
    if (!cJSON_IsObject(object) || cJSON_GetArraySize(object) > most) {
        return false;
    }
    for (const cJSON *a = object->child; a; a = a->next) {
        for (const cJSON *b = a->next; b; b = b->next) {
            if (strcmp(a->string, b->string) == 0) {
                return false;
            }
        }
    }
    return true;
}

/* The header, parsed; cJSON_Delete() it. Leaves the reader at the data behind it. */
static cJSON *read_header(Reader *reader, const uint8_t *bytes, size_t size)
{
    uint64_t length = 0;
    for (size_t i = 0; i < 8 && i < size; i++) {
        length |= (uint64_t)bytes[i] << (8 * i);
    }
    if (size < 8 || length > size - 8) {
        refuse(reader, ERR_DAMAGED, "it is cut short, or no safetensors file");
        return NULL;
    }
    if (length > NET_FILE_HEADER_BYTES || length == 0 || bytes[8] != '{') {
        refuse(reader, ERR_DAMAGED, "it is no safetensors file, or its header is damaged");
        return NULL;
    }
    const char *text = (const char *)bytes + 8, *end = NULL;
    cJSON *header = cJSON_ParseWithLengthOpts(text, (size_t)length, &end, false);
    bool padded = header != NULL;
    for (; padded && end < text + length; end++) {
        padded = *end == ' ';
    }
    if (!padded) {
        refuse(reader, ERR_DAMAGED, "its header is damaged");
        cJSON_Delete(header);
        return NULL;
    }
    reader->data = bytes + 8 + length;
    reader->size = size - 8 - (size_t)length;
    return header;
}

static bool read_whole(const cJSON *item, double least, double most, size_t *value)
{
    double number = cJSON_IsNumber(item) ? item->valuedouble : NAN;
    if (!(number >= least && number <= most && floor(number) >= number)) {
        return false;
    }
    *value = (size_t)number;
    return true;
}

static bool read_sizes(const cJSON *shape, Tensor *tensor)
{
    tensor->dims = cJSON_GetArraySize(shape);
    if (!cJSON_IsArray(shape) || tensor->dims < 1 || tensor->dims > 2) {
        return false;
    }
    for (int i = 0; i < tensor->dims; i++) {
        size_t size;
        if (!read_whole(cJSON_GetArrayItem(shape, i), 1, NET_INPUTS, &size)) {
            return false;
        }
        tensor->size[i] = (int)size;
    }
    return true;
}

/* "layers.0.weight" and the like: F32, of sizes that a layer can have, within the file. */
static bool read_tensor(const Reader *reader, const cJSON *header, int layer, const char *part,
                        Tensor *tensor)
{
    char name[32];
    snprintf(name, sizeof name, "layers.%d.%s", layer, part);
    *tensor = (Tensor){0};
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(header, name);
    if (!item) {
        return refuse(reader, ERR_FOREIGN, "it has no tensor \"%s\"", name);
    }
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(item, "dtype");
    if (!keys_are_sound(item, 3) || !cJSON_IsString(type)) {
        return refuse(reader, ERR_DAMAGED, "its header is damaged at \"%s\"", name);
    }
    if (strcmp(type->valuestring, "F32") != 0) {
        return refuse(reader, ERR_FOREIGN, "\"%s\" is not of the type F32", name);
    }
    if (!read_sizes(cJSON_GetObjectItemCaseSensitive(item, "shape"), tensor)) {
        return refuse(reader, ERR_FOREIGN, "\"%s\" has a shape that Inkling's networks have not",
                      name);
    }
    const cJSON *offsets = cJSON_GetObjectItemCaseSensitive(item, "data_offsets");
    double last = (double)reader->size;
    size_t floats = (size_t)tensor->size[0] * (size_t)(tensor->dims == 2 ? tensor->size[1] : 1);
    if (!cJSON_IsArray(offsets) || cJSON_GetArraySize(offsets) != 2 ||
        !read_whole(cJSON_GetArrayItem(offsets, 0), 0, last, &tensor->begin) ||
        !read_whole(cJSON_GetArrayItem(offsets, 1), 0, last, &tensor->end) ||
        tensor->end != tensor->begin + floats * sizeof(float)) {
        return refuse(reader, ERR_DAMAGED, "\"%s\" is cut short, or its place in the file is wrong",
                      name);
    }
    return true;
}

/* The tensors lie one behind the other, in any order, from the first byte of data to the last. */
static bool tensors_fill(const Reader *reader, const Tensor *tensors, int count)
{
    size_t at = 0;
    for (int found = 0; found < count; found++) {
        int next = 0;
        while (next < count && tensors[next].begin != at) {
            next++;
        }
        if (next == count) {
            return false;
        }
        at = tensors[next].end;
    }
    return at == reader->size;
}

/* All tensors, weight and bias of each layer, and the shape that they make. */
static bool read_tensors(const Reader *reader, const cJSON *header, Tensor *tensors,
                         NetShape *shape)
{
    const cJSON *meta = cJSON_GetObjectItemCaseSensitive(header, "__metadata__");
    int count = cJSON_GetArraySize(header) - (meta ? 1 : 0);
    if (count % 2 || count < 4 || count > 2 * NET_MAX_LAYERS) {
        return refuse(reader, ERR_FOREIGN,
                      "it has %d tensors, where a network of 1 to %d hidden layers has two "
                      "a layer",
                      count, NET_MAX_HIDDEN);
    }
    *shape = (NetShape){.layers = count / 2, .size = {NET_INPUTS}};
    for (int l = 0; l < shape->layers; l++) {
        Tensor *weight = &tensors[2 * l], *bias = &tensors[2 * l + 1];
        if (!read_tensor(reader, header, l, "weight", weight) ||
            !read_tensor(reader, header, l, "bias", bias)) {
            return false;
        }
        int from = shape->size[l], to = bias->size[0];
        bool last = l == shape->layers - 1;
        if (bias->dims != 1 || weight->dims != 2 || weight->size[0] != to ||
            weight->size[1] != from || (last ? to != NET_OUTPUTS : to > NET_MAX_WIDTH)) {
            return refuse(reader, ERR_FOREIGN,
                          "the sizes of layer %d do not make a network of Inkling's", l);
        }
        shape->size[l + 1] = to;
    }
    return tensors_fill(reader, tensors, count) ||
           refuse(reader, ERR_DAMAGED,
                  "its tensors do not fill the file: it is cut short or damaged");
}

static const uint8_t *get_f32(const uint8_t *at, float *number)
{
    uint32_t bits = 0;
    for (int i = 0; i < 4; i++) {
        bits |= (uint32_t)*at++ << (8 * i);
    }
    memcpy(number, &bits, sizeof bits);
    return at;
}

static void read_layer(const Reader *reader, const Tensor *weight, const Tensor *bias, Net *net,
                       int l)
{
    int from = net->shape.size[l], to = net->shape.size[l + 1];
    const uint8_t *at = reader->data + weight->begin;
    for (int j = 0; j < to; j++) {
        for (int i = 0; i < from; i++) {
            at = get_f32(at, &net->weight[l][i * net->stride[l] + j]);
        }
    }
    at = reader->data + bias->begin;
    for (int j = 0; j < to; j++) {
        at = get_f32(at, &net->bias[l][j]);
    }
}

/* Copies what the file says of itself: every value is a string, safetensors allows no other. */
static bool read_meta(const Reader *reader, const cJSON *header, NetMeta *meta)
{
    const cJSON *object = cJSON_GetObjectItemCaseSensitive(header, "__metadata__");
    bool sound = !object || keys_are_sound(object, NET_META_ENTRIES);
    for (const cJSON *item = object && sound ? object->child : NULL; item; item = item->next) {
        sound = sound && cJSON_IsString(item);
    }
    if (!sound) {
        return refuse(reader, ERR_DAMAGED, "its metadata is damaged");
    }
    for (const cJSON *item = object ? object->child : NULL; item; item = item->next) {
        if (!net_meta_set(meta, item->string, item->valuestring, reader->err)) {
            return err_unopened(reader->err, reader->name, ENOMEM);
        }
    }
    const char *format = net_meta_get(meta, "format");
    bool ours = format && strncmp(format, NET_INFO_FORMAT, FORMAT_NAME) == 0;
    return !ours || strcmp(format, NET_INFO_FORMAT) == 0 ||
           refuse(reader, ERR_NEWER, "a newer Inkling saved it, which this one cannot read");
}

bool net_file_load_bytes(Net *net, NetMeta *meta, const uint8_t *bytes, size_t size,
                         const char *name, Err *err)
{
    Reader reader = {.name = name, .err = err};
    Tensor tensors[2 * NET_MAX_LAYERS];
    NetShape shape;
    *net = (Net){0};
    *meta = (NetMeta){0};
    cJSON *header = read_header(&reader, bytes, size);
    bool ok = false;
    if (!header) {
        goto done;
    }
    if (!keys_are_sound(header, 2 * NET_MAX_LAYERS + 1)) {
        refuse(&reader, ERR_FOREIGN, "it has more tensors than Inkling's networks, or one twice");
        goto done;
    }
    if (!read_tensors(&reader, header, tensors, &shape) || !read_meta(&reader, header, meta) ||
        !net_make(net, &shape, err)) {
        goto done;
    }
    for (int l = 0; l < shape.layers; l++) {
        read_layer(&reader, &tensors[2 * l], &tensors[2 * l + 1], net, l);
    }
    ok = net_is_finite(net) || refuse(&reader, ERR_DAMAGED, "a weight in it is no number");
done:
    if (!ok) {
        net_free(net);
        net_meta_free(meta);
    }
    cJSON_Delete(header);
    return ok;
}
