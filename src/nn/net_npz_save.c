/* Networks as numpy has them: the way out. */
#include "nn/net_npz.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/zip.h"

enum {
    ARRAYS_MOST = 2 * NET_MAX_LAYERS + NET_META_ENTRIES,
    ARRAY_NAME_MAX = 80,
    HEADER_MOST = 256,
    HEADER_UNIT = 64, /* a header is padded to so many bytes */
    PREFIX = 10       /* bytes before the text of it */
};

/* An archive in the making. */
typedef struct NpzWriter {
    ZipFile file[ARRAYS_MOST];
    char name[ARRAYS_MOST][ARRAY_NAME_MAX];
    int files;
} NpzWriter;

/* Adds an array, its header written; returns where its `bytes` of data go, NULL without memory. */
static uint8_t *add_array(NpzWriter *writer, const char *name, const char *type, const char *shape,
                          size_t bytes)
{
    char header[HEADER_MOST];
    int used = snprintf(header, sizeof header,
                        "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }", type, shape);
    size_t length = (PREFIX + (size_t)used + HEADER_UNIT) / HEADER_UNIT * HEADER_UNIT - PREFIX;
    uint8_t *array = malloc(PREFIX + length + bytes);
    if (!array) {
        return NULL;
    }
    memcpy(array, "\x93NUMPY\1\0", PREFIX - 2);
    array[PREFIX - 2] = (uint8_t)length;
    array[PREFIX - 1] = (uint8_t)(length >> 8);
    memset(array + PREFIX, ' ', length - 1);
    memcpy(array + PREFIX, header, (size_t)used);
    array[PREFIX + length - 1] = '\n';
    snprintf(writer->name[writer->files], ARRAY_NAME_MAX, "%s.npy", name);
    writer->file[writer->files] =
        (ZipFile){writer->name[writer->files], array, PREFIX + length + bytes};
    writer->files++;
    return array + PREFIX + length;
}

/* Little-endian on every machine. */
static uint8_t *put32(uint8_t *at, uint32_t bits)
{
    for (int i = 0; i < 4; i++) {
        *at++ = (uint8_t)(bits >> (8 * i));
    }
    return at;
}

static uint8_t *put_number(uint8_t *at, float number)
{
    uint32_t bits;
    memcpy(&bits, &number, sizeof bits);
    return put32(at, bits);
}

/* "w1" and "b1" of layer 0, and so on. */
static bool add_layer(NpzWriter *writer, const Net *net, int l)
{
    char name[16], shape[32];
    int from = net->shape.size[l], to = net->shape.size[l + 1];
    size_t numbers = (size_t)from * (size_t)to;
    snprintf(name, sizeof name, "w%d", l + 1);
    snprintf(shape, sizeof shape, "%d, %d", to, from);
    uint8_t *at = add_array(writer, name, "<f4", shape, numbers * sizeof(float));
    for (int j = 0; at && j < to; j++) {
        for (int i = 0; i < from; i++) {
            at = put_number(at, net->weight[l][i * net->stride[l] + j]);
        }
    }
    snprintf(name, sizeof name, "b%d", l + 1);
    snprintf(shape, sizeof shape, "%d,", to);
    at = at ? add_array(writer, name, "<f4", shape, (size_t)to * sizeof(float)) : NULL;
    for (int j = 0; at && j < to; j++) {
        at = put_number(at, net->bias[l][j]);
    }
    return at != NULL;
}

/* The letter at `*text`, which moves past it; the text is UTF-8. */
static uint32_t take_letter(const uint8_t **text)
{
    uint32_t first = *(*text)++;
    int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    uint32_t code = more ? first & (0x3fu >> more) : first;
    for (; more > 0 && (**text & 0xc0) == 0x80; more--) {
        code = code << 6 | (*(*text)++ & 0x3fu);
    }
    return code;
}

static bool add_text(NpzWriter *writer, const NetEntry *entry)
{
    char type[32];
    size_t letters = 0;
    for (const char *at = entry->value; *at; at++) {
        letters += ((unsigned char)*at & 0xc0) != 0x80;
    }
    snprintf(type, sizeof type, "<U%zu", letters);
    uint8_t *to = add_array(writer, entry->key, type, "", 4 * letters);
    const uint8_t *from = (const uint8_t *)entry->value;
    for (size_t i = 0; to && i < letters; i++) {
        to = put32(to, take_letter(&from));
    }
    return to != NULL;
}

bool net_npz_save(const Net *net, const NetMeta *meta, const char *path, Err *err)
{
    size_t size = 0;
    uint8_t *bytes = NULL;
    NpzWriter *writer = calloc(1, sizeof *writer);
    bool ok = writer != NULL;
    for (int l = 0; ok && l < net->shape.layers; l++) {
        ok = add_layer(writer, net, l);
    }
    for (int i = 0; ok && i < meta->entries; i++) {
        ok = add_text(writer, &meta->entry[i]);
    }
    bytes = ok ? zip_make(writer->file, writer->files, &size) : NULL;
    ok = bytes ? file_save(path, bytes, size, err) : err_unsaved(err, path, ENOMEM);
    for (int i = 0; writer && i < writer->files; i++) {
        free((void *)writer->file[i].data);
    }
    free(writer);
    free(bytes);
    return ok;
}
