/* Networks as numpy has them: the way in. */
#include "nn/net_npz.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/path.h"
#include "base/zip.h"

enum { MAGIC_BYTES = 6, CODE_BYTES = 4 /* of a letter of a text */ };

static const char MAGIC[] = "\x93NUMPY";

/* A file being read. */
typedef struct NpzReader {
    const char *name;
    NetTensors *tensors;
    NetMeta *meta;
    Err *err;
} NpzReader;

/* One array of it. */
typedef struct NpzArray {
    NetTensor tensor; /* without a name; its bytes lie behind the header */
    size_t item;      /* bytes of one of its numbers, or of its text */
    bool text, columns_first;
} NpzArray;

static bool no_memory(const NpzReader *reader)
{
    return err_unopened(reader->err, reader->name, ENOMEM);
}

/* What stands behind 'key': in the header, a literal of a Python dictionary; NULL where the key is
 * not there. */
static const char *value_of(const char *header, const char *key)
{
    char quoted[32];
    snprintf(quoted, sizeof quoted, "'%s':", key);
    const char *at = strstr(header, quoted);
    at = at ? at + strlen(quoted) : NULL;
    return at ? at + strspn(at, " ") : NULL;
}

/* "'<f4'": the order of the bytes, a letter for the kind, and how many bytes or letters. */
static bool read_type(const char *at, NpzArray *array)
{
    NetTensor *tensor = &array->tensor;
    char order = 0, kind = 0;
    int count = 0;
    if (!at || sscanf(at, "'%c%c%6d'", &order, &kind, &count) != 3 || count < 0) {
        return false;
    }
    snprintf(tensor->type, sizeof tensor->type, "%c%c%d", order, kind, count);
    array->item = (size_t)count * (kind == 'U' ? CODE_BYTES : 1);
    array->text = order == '<' && kind == 'U';
    tensor->number = order != '<' || kind != 'f' ? NET_NO_FLOAT
                     : count == 2                ? NET_F16
                     : count == 4                ? NET_F32
                     : count == 8                ? NET_F64
                                                 : NET_NO_FLOAT;
    return true;
}

/* "(16, 784)", "(16,)" or "()" */
static bool read_shape(const char *at, NetTensor *tensor)
{
    if (!at || *at != '(') {
        return false;
    }
    tensor->dims = 0;
    for (at++; *at && *at != ')';) {
        char *end;
        long size = *at >= '0' && *at <= '9' ? strtol(at, &end, 10) : -1;
        if (size < 0 || size > INT_MAX || tensor->dims == NET_TENSOR_DIMS) {
            return false;
        }
        tensor->size[tensor->dims++] = (int)size;
        at = end + strspn(end, ", ");
    }
    return *at == ')';
}

/* Whether the array has as many bytes as its header says. */
static bool is_whole(const NpzArray *array, size_t bytes)
{
    double wanted = (double)array->item;
    for (int i = 0; i < array->tensor.dims; i++) {
        wanted *= (double)array->tensor.size[i];
    }
    return (double)bytes >= wanted && (double)bytes <= wanted;
}

/* The header, whose length has two bytes in version 1 and four later. */
static bool parse_array(const uint8_t *bytes, size_t size, NpzArray *array)
{
    if (size < MAGIC_BYTES + 6 || memcmp(bytes, MAGIC, MAGIC_BYTES) != 0) {
        return false;
    }
    size_t length = (size_t)bytes[9] << 8 | bytes[8], before = MAGIC_BYTES + 4;
    if (bytes[MAGIC_BYTES] > 1) {
        length |= (size_t)bytes[11] << 24 | (size_t)bytes[10] << 16;
        before += 2;
    }
    char *header = length <= size - before ? malloc(length + 1) : NULL;
    if (!header) {
        return false;
    }
    memcpy(header, bytes + before, length);
    header[length] = 0;
    const char *order = value_of(header, "fortran_order");
    array->columns_first = order && strncmp(order, "True", 4) == 0;
    bool ok = order && read_type(value_of(header, "descr"), array) &&
              read_shape(value_of(header, "shape"), &array->tensor) &&
              is_whole(array, size - before - length);
    array->tensor.bytes = bytes + before + length;
    free(header);
    return ok;
}

/* A copy of a matrix whose columns lie together, as its rows do then. */
static uint8_t *turn(const NpzArray *array)
{
    size_t rows = (size_t)array->tensor.size[0], columns = (size_t)array->tensor.size[1];
    uint8_t *turned = malloc(rows * columns * array->item + 1);
    for (size_t i = 0; turned && i < rows * columns; i++) {
        memcpy(turned + i * array->item,
               array->tensor.bytes + (i % columns * rows + i / columns) * array->item, array->item);
    }
    return turned;
}

/* UTF-8 of one letter; what is none becomes '?'. */
static char *put_letter(char *at, uint32_t code)
{
    if (code >= 0x110000 || (code >= 0xd800 && code < 0xe000)) {
        code = '?';
    }
    int more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static const int FIRST[] = {0, 0xc0, 0xe0, 0xf0};
    *at++ = (char)(FIRST[more] | (int)(code >> (6 * more)));
    while (more-- > 0) {
        *at++ = (char)(0x80 | (int)(code >> (6 * more) & 0x3f));
    }
    return at;
}

/* A text, zeros behind it, as metadata of that name. */
static bool add_text(const NpzReader *reader, const char *name, const NpzArray *array)
{
    char *text = malloc(array->item + 1), *end = text;
    for (size_t i = 0; text && i + CODE_BYTES <= array->item; i += CODE_BYTES) {
        const uint8_t *at = array->tensor.bytes + i;
        uint32_t code =
            (uint32_t)at[3] << 24 | (uint32_t)at[2] << 16 | (uint32_t)at[1] << 8 | at[0];
        end = code ? put_letter(end, code) : end;
    }
    if (text) {
        *end = 0;
    }
    bool ok = text && net_meta_set(reader->meta, name, text, reader->err);
    free(text);
    return ok || no_memory(reader);
}

/* Takes `bytes`, which are the array's. */
static bool add_tensor(const NpzReader *reader, const char *name, const NpzArray *array,
                       uint8_t *bytes)
{
    NetTensor *tensor = net_tensors_add(reader->tensors, name);
    bool turned = array->columns_first && array->tensor.dims == 2;
    if (tensor) {
        char *kept = tensor->name;
        *tensor = array->tensor;
        tensor->name = kept;
        tensor->owned = bytes;
    }
    if (tensor && turned) {
        tensor->bytes = tensor->owned = turn(array);
    }
    if (!tensor || turned) {
        free(bytes);
    }
    return (tensor && tensor->bytes) || no_memory(reader);
}

/* Takes `bytes`, which are the entry's. */
static bool add_array(const NpzReader *reader, const ZipEntry *entry, uint8_t *bytes)
{
    NpzArray array = {0};
    char name[ZIP_NAME_MAX];
    bool text = false, ok = false;
    snprintf(name, sizeof name, "%.*s", (int)(strlen(entry->name) - strlen(".npy")), entry->name);
    if (!parse_array(bytes, entry->size, &array)) {
        net_refuse(reader->err, ERR_DAMAGED, reader->name, "its array \"%s\" is damaged", name);
    } else if (net_tensors_find(reader->tensors, name) ||
               reader->tensors->count == NET_TENSORS_MOST ||
               reader->meta->entries == NET_META_ENTRIES) {
        net_refuse(reader->err, ERR_FOREIGN, reader->name,
                   "it has more arrays than Inkling's networks, or one twice");
    } else {
        text = array.text && array.tensor.dims == 0;
        ok = text ? add_text(reader, name, &array) : add_tensor(reader, name, &array, bytes);
        bytes = text ? bytes : NULL;
    }
    free(bytes);
    return ok;
}

static bool check_entry(const NpzReader *reader, const ZipEntry *entry)
{
    if (strcmp(path_name(entry->name), "data.pkl") == 0) {
        return net_refuse(reader->err, ERR_FOREIGN, reader->name,
                          "it is a pickle of PyTorch, which only Python reads; save its "
                          "state_dict() as safetensors");
    }
    return path_ends_with(entry->name, ".npy") ||
           net_refuse(reader->err, ERR_FOREIGN, reader->name,
                      "it is a zip archive with \"%s\" in it, and no .npz of numpy", entry->name);
}

bool net_npz_read(NetTensors *tensors, NetMeta *meta, const uint8_t *bytes, size_t size,
                  size_t most, const char *name, Err *err)
{
    Zip zip;
    ZipEntry entry;
    NpzReader reader = {name, tensors, meta, err};
    *tensors = (NetTensors){0};
    *meta = (NetMeta){0};
    if (!zip_open(&zip, bytes, size, name, err)) {
        return false;
    }
    while (zip_next(&zip, &entry)) {
        uint8_t *array;
        if (!check_entry(&reader, &entry) || !zip_unpack(&zip, &entry, most, &array, err)) {
            return false;
        }
        most -= entry.size;
        if (!add_array(&reader, &entry, array)) {
            return false;
        }
    }
    return true;
}
