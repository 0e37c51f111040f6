/* For the tests of networks that other programs saved: safetensors files of any names, types and
 * layouts. */
#ifndef UNIT_FOREIGN_WRITER_H
#define UNIT_FOREIGN_WRITER_H

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 21, HEADER_ROOM = 1 << 14 };

/* A file in the making: a tensor of shape [a, b], or [a] where b is 0, or of no shape at all. */
typedef struct Writer {
    char header[HEADER_ROOM];
    uint8_t data[ROOM];
    size_t length, size;
    const char *type;
    bool from_first;
} Writer;

static inline Writer *begin(const char *meta)
{
    Writer *writer = calloc(1, sizeof *writer);
    assert_non_null(writer);
    writer->type = "F32";
    writer->length = (size_t)snprintf(writer->header, HEADER_ROOM, "{\"__metadata__\":{%s}", meta);
    return writer;
}

/* Numbers that every type has exactly: quarters of -8 to 8. */
static inline float number_at(int layer, int to, int from)
{
    return (float)((layer * 29 + to * 7 + from * 3) % 65 - 32) / 4.0f;
}

static inline size_t bytes_of(const char *type)
{
    return strstr(type, "64") ? 8 : strstr(type, "16") ? 2 : 4;
}

/* Source: a number that is no subnormal of F16, whose exponents are 112 less than those of F32. */
static inline void put(Writer *writer, float number)
{
    uint32_t bits;
    uint64_t wide;
    double twice = (double)number;
    memcpy(&bits, &number, sizeof bits);
    memcpy(&wide, &twice, sizeof wide);
    uint32_t half = (bits >> 16 & 0x8000) | ((bits >> 13 & 0x3ffff) - (112u << 10));
    uint64_t value = bits;
    value = strcmp(writer->type, "F64") == 0    ? wide
            : strcmp(writer->type, "BF16") == 0 ? bits >> 16
            : strcmp(writer->type, "F16") == 0  ? (number != 0 ? half & 0xffff : 0)
                                                : value;
    for (size_t i = 0; i < bytes_of(writer->type); i++) {
        writer->data[writer->size++] = (uint8_t)(value >> (8 * i));
    }
}

/* The entry of the header for what comes next, `numbers` of them. */
static inline void list(Writer *writer, const char *name, const char *shape, int numbers)
{
    size_t end = writer->size + (size_t)numbers * bytes_of(writer->type);
    assert_true(end <= ROOM);
    writer->length +=
        (size_t)snprintf(writer->header + writer->length, HEADER_ROOM - writer->length,
                         ",\"%s\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[%zu,%zu]}",
                         name, writer->type, shape, writer->size, end);
}

static inline void put_weight(Writer *writer, const char *name, int layer, int from, int to)
{
    char shape[32];
    int rows = writer->from_first ? from : to, columns = writer->from_first ? to : from;
    snprintf(shape, sizeof shape, "%d,%d", rows, columns);
    list(writer, name, shape, rows * columns);
    for (int r = 0; r < rows; r++) {
        for (int c = 0; c < columns; c++) {
            put(writer, writer->from_first ? number_at(layer, c, r) : number_at(layer, r, c));
        }
    }
}

static inline void put_bias(Writer *writer, const char *name, int layer, int to)
{
    char shape[32];
    snprintf(shape, sizeof shape, "%d", to);
    list(writer, name, shape, to);
    for (int j = 0; j < to; j++) {
        put(writer, number_at(layer, j, -1));
    }
}

/* Numbers that belong to no layer. */
static inline void put_other(Writer *writer, const char *name, const char *shape, int numbers)
{
    list(writer, name, shape, numbers);
    for (int i = 0; i < numbers; i++) {
        put(writer, 7.0f);
    }
}

/* The bytes of the file, on the heap; the writer is gone then. */
static inline uint8_t *finish(Writer *writer, size_t *size)
{
    writer->header[writer->length++] = '}';
    *size = 8 + writer->length + writer->size;
    uint8_t *bytes = calloc(1, *size);
    assert_non_null(bytes);
    for (int i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)((uint64_t)writer->length >> (8 * i));
    }
    memcpy(bytes + 8, writer->header, writer->length);
    memcpy(bytes + 8 + writer->length, writer->data, writer->size);
    free(writer);
    return bytes;
}

#endif
