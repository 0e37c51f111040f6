/* The header of a safetensors file, read and held against the file. */
#include "nn/net_safetensors.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nn/net_file.h"

/* A file being read. */
typedef struct Reader {
    const char *name;
    const uint8_t *data; /* behind the header */
    size_t size;
    Err *err;
} Reader;

/* Where a tensor lies in the data. */
typedef struct DataSpan {
    size_t begin, end;
} DataSpan;

/* The types of the format. */
static const struct {
    const char *name;
    size_t bytes;
    NetNumber number;
} TYPE[] = {
    {"F32", 4, NET_F32},          {"F16", 2, NET_F16},       {"BF16", 2, NET_BF16},
    {"F64", 8, NET_F64},          {"I64", 8, NET_NO_FLOAT},  {"U64", 8, NET_NO_FLOAT},
    {"I32", 4, NET_NO_FLOAT},     {"U32", 4, NET_NO_FLOAT},  {"I16", 2, NET_NO_FLOAT},
    {"U16", 2, NET_NO_FLOAT},     {"I8", 1, NET_NO_FLOAT},   {"U8", 1, NET_NO_FLOAT},
    {"F8_E4M3", 1, NET_NO_FLOAT}, {"BOOL", 1, NET_NO_FLOAT}, {"F8_E5M2", 1, NET_NO_FLOAT},
};

static bool no_memory(const Reader *reader)
{
    return err_unopened(reader->err, reader->name, ENOMEM);
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
static cJSON *parse_header(Reader *reader, const uint8_t *bytes, size_t size)
{
    uint64_t length = 0;
    for (size_t i = 0; i < 8 && i < size; i++) {
        length |= (uint64_t)bytes[i] << (8 * i);
    }
    if (size < 8 || length > size - 8) {
        net_refuse(reader->err, ERR_DAMAGED, reader->name,
                   "it is cut short, or no safetensors file");
        return NULL;
    }
    if (length > NET_FILE_HEADER_BYTES || length == 0 || bytes[8] != '{') {
        net_refuse(reader->err, ERR_DAMAGED, reader->name,
                   "it is no safetensors file, or its header is damaged");
        return NULL;
    }
    const char *text = (const char *)bytes + 8, *end = NULL;
    cJSON *header = cJSON_ParseWithLengthOpts(text, (size_t)length, &end, false);
    bool padded = header != NULL;
    for (; padded && end < text + length; end++) {
        padded = *end == ' ';
    }
    if (!padded) {
        net_refuse(reader->err, ERR_DAMAGED, reader->name, "its header is damaged");
        cJSON_Delete(header);
        return NULL;
    }
    reader->data = bytes + 8 + length;
    reader->size = size - 8 - (size_t)length;
    return header;
}

static bool read_whole(const cJSON *item, double most, size_t *value)
{
    double number = cJSON_IsNumber(item) ? item->valuedouble : NAN;
    if (!(number >= 0 && number <= most && floor(number) >= number)) {
        return false;
    }
    *value = (size_t)number;
    return true;
}

/* The sizes, and how many numbers they make. */
static bool read_sizes(const cJSON *shape, NetTensor *tensor, double *numbers)
{
    *numbers = 1;
    tensor->dims = 0;
    if (!cJSON_IsArray(shape) || cJSON_GetArraySize(shape) > NET_TENSOR_DIMS) {
        return false;
    }
    for (const cJSON *item = shape->child; item; item = item->next) {
        size_t size;
        if (!read_whole(item, INT_MAX, &size)) {
            return false;
        }
        tensor->size[tensor->dims++] = (int)size;
        *numbers *= (double)size;
    }
    return true;
}

/* Of a type that is not known here, the length is not either: 0. */
static size_t read_type(const char *name, NetTensor *tensor)
{
    snprintf(tensor->type, sizeof tensor->type, "%s", name);
    tensor->number = NET_NO_FLOAT;
    for (size_t i = 0; i < sizeof TYPE / sizeof *TYPE; i++) {
        if (strcmp(TYPE[i].name, name) == 0) {
            tensor->number = TYPE[i].number;
            return TYPE[i].bytes;
        }
    }
    return 0;
}

/* Where it lies, `numbers` of so many bytes each. */
static bool read_span(const Reader *reader, const cJSON *item, double numbers, size_t bytes,
                      DataSpan *span)
{
    const cJSON *offsets = cJSON_GetObjectItemCaseSensitive(item, "data_offsets");
    double last = (double)reader->size;
    if (!cJSON_IsArray(offsets) || cJSON_GetArraySize(offsets) != 2 ||
        !read_whole(cJSON_GetArrayItem(offsets, 0), last, &span->begin) ||
        !read_whole(cJSON_GetArrayItem(offsets, 1), last, &span->end) || span->end < span->begin) {
        return false;
    }
    double there = (double)(span->end - span->begin), wanted = numbers * (double)bytes;
    return bytes == 0 || (there >= wanted && there <= wanted);
}

static bool read_tensor(const Reader *reader, const cJSON *item, NetTensors *tensors,
                        DataSpan *span)
{
    double numbers;
    const cJSON *type = cJSON_GetObjectItemCaseSensitive(item, "dtype");
    if (!keys_are_sound(item, 3) || !cJSON_IsString(type)) {
        return net_refuse(reader->err, ERR_DAMAGED, reader->name,
                          "its header is damaged at \"%.200s\"", item->string);
    }
    NetTensor *tensor = net_tensors_add(tensors, item->string);
    if (!tensor) {
        return no_memory(reader);
    }
    size_t bytes = read_type(type->valuestring, tensor);
    if (!read_sizes(cJSON_GetObjectItemCaseSensitive(item, "shape"), tensor, &numbers)) {
        return net_refuse(reader->err, ERR_FOREIGN, reader->name,
                          "\"%.200s\" has a shape that Inkling's networks have not", tensor->name);
    }
    if (!read_span(reader, item, numbers, bytes, span)) {
        return net_refuse(reader->err, ERR_DAMAGED, reader->name,
                          "\"%.200s\" is cut short, or its place in the file is wrong",
                          tensor->name);
    }
    tensor->bytes = reader->data + span->begin;
    return true;
}

static int compare_spans(const void *a, const void *b)
{
    const DataSpan *one = a, *other = b;
    int order = (one->begin > other->begin) - (one->begin < other->begin);
    return order != 0 ? order : (one->end > other->end) - (one->end < other->end);
}

/* They lie one behind the other, in any order, from the first byte of data to the last. */
static bool spans_fill(DataSpan *span, int count, size_t size)
{
    size_t at = 0;
    qsort(span, (size_t)count, sizeof *span, compare_spans);
    for (int i = 0; i < count; i++) {
        if (span[i].begin != at) {
            return false;
        }
        at = span[i].end;
    }
    return at == size;
}

static bool read_tensors(const Reader *reader, const cJSON *header, NetTensors *tensors)
{
    DataSpan span[NET_TENSORS_MOST];
    const cJSON *meta = cJSON_GetObjectItemCaseSensitive(header, "__metadata__");
    if (!keys_are_sound(header, NET_TENSORS_MOST + (meta ? 1 : 0))) {
        return net_refuse(reader->err, ERR_FOREIGN, reader->name,
                          "it has more tensors than Inkling's networks, or one twice");
    }
    for (const cJSON *item = header->child; item; item = item->next) {
        if (item != meta && !read_tensor(reader, item, tensors, &span[tensors->count])) {
            return false;
        }
    }
    return spans_fill(span, tensors->count, reader->size) ||
           net_refuse(reader->err, ERR_DAMAGED, reader->name,
                      "its tensors do not fill the file: it is cut short or damaged");
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
        return net_refuse(reader->err, ERR_DAMAGED, reader->name, "its metadata is damaged");
    }
    for (const cJSON *item = object ? object->child : NULL; item; item = item->next) {
        if (!net_meta_set(meta, item->string, item->valuestring, reader->err)) {
            return no_memory(reader);
        }
    }
    return true;
}

bool net_safetensors_read(NetTensors *tensors, NetMeta *meta, const uint8_t *bytes, size_t size,
                          const char *name, Err *err)
{
    Reader reader = {.name = name, .err = err};
    *tensors = (NetTensors){0};
    *meta = (NetMeta){0};
    cJSON *header = parse_header(&reader, bytes, size);
    bool ok = header && read_tensors(&reader, header, tensors) && read_meta(&reader, header, meta);
    cJSON_Delete(header);
    return ok;
}
