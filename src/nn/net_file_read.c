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
    int dims;    /* 1..3 */
    int size[3]; /* 1..784 each */
    size_t begin, end;
} Tensor;

/* Their names begin so, and else as those of the network. */
static const char OF_MOMENTS[] = "moments.";

/* What the header says of all tensors. */
typedef struct Tensors {
    Tensor of_net[2 * NET_MAX_LAYERS]; /* weight and bias of each layer */
    Tensor of_moments[2 * NET_MAX_LAYERS];
    NetShape shape;
    int moments; /* 0 where the file has none */
} Tensors;

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
    if (!cJSON_IsArray(shape) || tensor->dims < 1 || tensor->dims > 3) {
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

/* "layers.0.weight" and the like: F32, of sizes that a layer can have, within the file. `of` begins
 * its name. */
static bool read_tensor(const Reader *reader, const cJSON *header, const char *of, int layer,
                        const char *part, Tensor *tensor)
{
    char name[40];
    snprintf(name, sizeof name, "%slayers.%d.%s", of, layer, part);
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
    size_t floats = 1;
    for (int i = 0; i < tensor->dims; i++) {
        floats *= (size_t)tensor->size[i];
    }
    if (!cJSON_IsArray(offsets) || cJSON_GetArraySize(offsets) != 2 ||
        !read_whole(cJSON_GetArrayItem(offsets, 0), 0, last, &tensor->begin) ||
        !read_whole(cJSON_GetArrayItem(offsets, 1), 0, last, &tensor->end) ||
        tensor->end != tensor->begin + floats * sizeof(float)) {
        return refuse(reader, ERR_DAMAGED, "\"%s\" is cut short, or its place in the file is wrong",
                      name);
    }
    return true;
}

/* The one of those of `tensors` that begins there; NULL for none. */
static const Tensor *begins_at(const Tensor *tensors, int count, size_t at)
{
    for (int i = 0; i < count; i++) {
        if (tensors[i].begin == at) {
            return &tensors[i];
        }
    }
    return NULL;
}

/* The tensors lie one behind the other, in any order, from the first byte of data to the last. */
static bool tensors_fill(const Reader *reader, const Tensors *tensors)
{
    size_t at = 0;
    int count = 2 * tensors->shape.layers, of_moments = tensors->moments > 0 ? count : 0;
    for (int found = 0; found < count + of_moments; found++) {
        const Tensor *next = begins_at(tensors->of_net, count, at);
        next = next ? next : begins_at(tensors->of_moments, of_moments, at);
        if (!next) {
            return false;
        }
        at = next->end;
    }
    return at == reader->size;
}

/* Weight and bias of each layer, and the shape that they make. */
static bool read_net(const Reader *reader, const cJSON *header, Tensors *tensors)
{
    NetShape *shape = &tensors->shape;
    shape->size[0] = NET_INPUTS;
    for (int l = 0; l < shape->layers; l++) {
        Tensor *weight = &tensors->of_net[2 * l], *bias = weight + 1;
        if (!read_tensor(reader, header, "", l, "weight", weight) ||
            !read_tensor(reader, header, "", l, "bias", bias)) {
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
    return true;
}

/* Weights and biases of all moments of each layer, shaped as the network's. */
static bool read_moments(const Reader *reader, const cJSON *header, Tensors *tensors)
{
    for (int l = 0; l < tensors->shape.layers; l++) {
        Tensor *weight = &tensors->of_moments[2 * l], *bias = weight + 1;
        const int *size = &tensors->shape.size[l];
        if (!read_tensor(reader, header, OF_MOMENTS, l, "weight", weight) ||
            !read_tensor(reader, header, OF_MOMENTS, l, "bias", bias)) {
            return false;
        }
        tensors->moments = l == 0 ? weight->size[0] : tensors->moments;
        if (bias->dims != 2 || weight->dims != 3 || weight->size[0] != tensors->moments ||
            bias->size[0] != tensors->moments || weight->size[1] != size[1] ||
            weight->size[2] != size[0] || bias->size[1] != size[1] ||
            tensors->moments > NET_MOMENTS_MOST) {
            return refuse(reader, ERR_DAMAGED,
                          "the moments of its run are not of the shape of the network");
        }
    }
    return true;
}

/* All of them; of a run there are as many as of the network. */
static bool read_tensors(const Reader *reader, const cJSON *header, Tensors *tensors)
{
    const cJSON *meta = cJSON_GetObjectItemCaseSensitive(header, "__metadata__");
    int count = cJSON_GetArraySize(header) - (meta ? 1 : 0), of_moments = 0;
    for (const cJSON *item = header->child; item; item = item->next) {
        of_moments += strncmp(item->string, OF_MOMENTS, sizeof OF_MOMENTS - 1) == 0;
    }
    count -= of_moments;
    if (count % 2 || count < 4 || count > 2 * NET_MAX_LAYERS) {
        return refuse(reader, ERR_FOREIGN,
                      "it has %d tensors, where a network of 1 to %d hidden layers has two "
                      "a layer",
                      count, NET_MAX_HIDDEN);
    }
    *tensors = (Tensors){.shape.layers = count / 2};
    if (!read_net(reader, header, tensors)) {
        return false;
    }
    if (of_moments > 0 && of_moments != count) {
        return refuse(reader, ERR_DAMAGED,
                      "the moments of its run have %d tensors, where its network has %d",
                      of_moments, count);
    }
    return (of_moments == 0 || read_moments(reader, header, tensors)) &&
           (tensors_fill(reader, tensors) ||
            refuse(reader, ERR_DAMAGED,
                   "its tensors do not fill the file: it is cut short or damaged"));
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

/* Number `moment` of those that lie in the tensors. */
static void read_layer(const Reader *reader, const Tensor *weight, int moment, Net *net, int l)
{
    const Tensor *bias = weight + 1;
    size_t from = (size_t)net->shape.size[l], to = (size_t)net->shape.size[l + 1];
    const uint8_t *at = reader->data + weight->begin + (size_t)moment * from * to * sizeof(float);
    for (size_t j = 0; j < to; j++) {
        for (size_t i = 0; i < from; i++) {
            at = get_f32(at, &net->weight[l][i * (size_t)net->stride[l] + j]);
        }
    }
    at = reader->data + bias->begin + (size_t)moment * to * sizeof(float);
    for (size_t j = 0; j < to; j++) {
        at = get_f32(at, &net->bias[l][j]);
    }
}

static bool read_weights(const Reader *reader, const Tensor *tensors, int moment, Net *net)
{
    for (int l = 0; l < net->shape.layers; l++) {
        read_layer(reader, &tensors[2 * l], moment, net, l);
    }
    return net_is_finite(net) || refuse(reader, ERR_DAMAGED, "a weight in it is no number");
}

/* Makes the moments; nothing where the file has none. */
static bool take_moments(const Reader *reader, const Tensors *tensors, const NetMeta *meta,
                         NetMoments *moments)
{
    if (tensors->moments == 0) {
        return true;
    }
    bool ok = net_moments_make(moments, &tensors->shape, tensors->moments, reader->err);
    if (ok && !net_moments_get(meta, moments)) {
        ok = refuse(reader, ERR_DAMAGED, "what it says of the moments of its run is damaged");
    }
    for (int i = 0; ok && i < moments->count; i++) {
        ok = read_weights(reader, tensors->of_moments, i, &moments->net[i]);
    }
    if (!ok) {
        net_moments_free(moments);
    }
    return ok;
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

bool net_file_load_bytes(Net *net, NetMeta *meta, NetMoments *moments, const uint8_t *bytes,
                         size_t size, const char *name, Err *err)
{
    Reader reader = {.name = name, .err = err};
    Tensors tensors;
    *net = (Net){0};
    *meta = (NetMeta){0};
    if (moments) {
        *moments = (NetMoments){0};
    }
    cJSON *header = read_header(&reader, bytes, size);
    bool ok = false;
    if (!header) {
        goto done;
    }
    if (!keys_are_sound(header, 4 * NET_MAX_LAYERS + 1)) {
        refuse(&reader, ERR_FOREIGN, "it has more tensors than Inkling's networks, or one twice");
        goto done;
    }
    ok = read_tensors(&reader, header, &tensors) && read_meta(&reader, header, meta) &&
         net_make(net, &tensors.shape, err) && read_weights(&reader, tensors.of_net, 0, net) &&
         (!moments || take_moments(&reader, &tensors, meta, moments));
done:
    if (!ok) {
        net_free(net);
        net_meta_free(meta);
    }
    cJSON_Delete(header);
    return ok;
}
