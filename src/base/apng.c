/* A film as an animated PNG: frames as boxes of what has changed, see-through where it has not,
 * filtered and deflated; the file made of them. */
#include "base/apng.h"

#include <assert.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

#include "base/colour_table.h"

enum {
    RGB = 3,  /* bytes a pixel as it comes, */
    RGBA = 4, /* and in a file without a palette */
    KEPT = 0, /* the palette's number for what is as before; colours follow it */
    LEVEL = 6,
    PROBE_LEVEL = 1, /* is fast, and tells which filter is better */
    CHUNK = 12,      /* bytes of a chunk besides its contents */
    SIGNATURE = 8,
    IHDR = 13,
    ACTL = 8,
    FCTL = 26,
};

/* How rows are made easy to compress. */
typedef enum Filter { FILTER_NONE = 0, FILTER_UP = 2 } Filter;

/* A part of the picture, in pixels. */
typedef struct ApngPart {
    int x, y, w, h;
} ApngPart;

/* What of the picture is new, and how long it stays. */
typedef struct ApngFrame {
    ApngPart part;
    int ms;
    uint8_t *deflated; /* zlib; on the heap */
    size_t size;
} ApngFrame;

struct Apng {
    int w, h;
    ApngFrame *frame;
    int frames, room;
    uint8_t *before; /* the last frame, h x w x 3 */
    /* As long as there are no more of them, pixels are their numbers. */
    bool palette;
    ColourTable colours;
    struct libdeflate_compressor *compressor, *probe;
    uint8_t *pixels;          /* of a part, h x w x 3 at most */
    uint8_t *rows, *deflated; /* they, filtered; and deflated */
    size_t rows_room, deflated_room;
};

Apng *apng_create(int w, int h, Err *err)
{
    assert(w > 0 && h > 0 && w <= APNG_SIDE_MAX && h <= APNG_SIDE_MAX);
    Apng *apng = calloc(1, sizeof *apng);
    size_t pixels = (size_t)w * (size_t)h;
    if (apng) {
        *apng = (Apng){.w = w, .h = h, .palette = true, .rows_room = pixels * RGBA + (size_t)h};
        apng->compressor = libdeflate_alloc_compressor(LEVEL);
        apng->probe = libdeflate_alloc_compressor(PROBE_LEVEL);
        apng->deflated_room = libdeflate_zlib_compress_bound(NULL, apng->rows_room);
        apng->before = malloc(pixels * RGB);
        apng->pixels = malloc(pixels * RGBA);
        apng->rows = malloc(apng->rows_room);
        apng->deflated = malloc(apng->deflated_room);
    }
    if (!apng || !apng->compressor || !apng->probe || !apng->before || !apng->pixels ||
        !apng->rows || !apng->deflated) {
        apng_destroy(apng);
        err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for a film.");
        return NULL;
    }
    return apng;
}

void apng_destroy(Apng *apng)
{
    if (!apng) {
        return;
    }
    for (int i = 0; i < apng->frames; i++) {
        free(apng->frame[i].deflated);
    }
    libdeflate_free_compressor(apng->compressor);
    libdeflate_free_compressor(apng->probe);
    free(apng->frame);
    free(apng->before);
    free(apng->pixels);
    free(apng->rows);
    free(apng->deflated);
    free(apng);
}

int apng_frames(const Apng *apng)
{
    return apng->frames;
}

static int bytes_a_pixel(const Apng *apng)
{
    return apng->palette ? 1 : RGBA;
}

static const uint8_t *pixel_at(const Apng *apng, const uint8_t *rgb, int x, int y)
{
    return rgb + RGB * ((size_t)y * (size_t)apng->w + (size_t)x);
}

/* The box around all that differs from the frame before; of the first frame all. Empty where
 * nothing does. */
static ApngPart changed(const Apng *apng, const uint8_t *rgb)
{
    int left = apng->w, right = -1, top = apng->h, bottom = -1;
    if (apng->frames == 0) {
        return (ApngPart){0, 0, apng->w, apng->h};
    }
    for (int y = 0; y < apng->h; y++) {
        const uint8_t *now = pixel_at(apng, rgb, 0, y), *was = pixel_at(apng, apng->before, 0, y);
        if (memcmp(now, was, (size_t)apng->w * RGB) == 0) {
            continue;
        }
        int first = 0, last = apng->w - 1;
        while (memcmp(now + RGB * first, was + RGB * first, RGB) == 0) {
            first++;
        }
        while (memcmp(now + RGB * last, was + RGB * last, RGB) == 0) {
            last--;
        }
        left = first < left ? first : left;
        right = last > right ? last : right;
        top = y < top ? y : top;
        bottom = y;
    }
    return (ApngPart){left, top, right < 0 ? 0 : right - left + 1,
                      bottom < 0 ? 0 : bottom - top + 1};
}

static uint8_t *put_rgba(uint8_t *at, uint32_t colour, uint8_t alpha)
{
    *at++ = (uint8_t)(colour >> 16);
    *at++ = (uint8_t)(colour >> 8);
    *at++ = (uint8_t)colour;
    *at++ = alpha;
    return at;
}

/* One of them; NULL where it has no number. */
static uint8_t *take_pixel(Apng *apng, uint8_t *at, const uint8_t *now, bool kept)
{
    uint32_t colour = (uint32_t)now[0] << 16 | (uint32_t)now[1] << 8 | now[2];
    if (!apng->palette) {
        return kept ? put_rgba(at, 0, 0) : put_rgba(at, colour, 255);
    }
    int number = kept ? KEPT : colour_table_add(&apng->colours, colour) + 1;
    *at++ = (uint8_t)number;
    return kept || number > 0 ? at : NULL;
}

/* The part's pixels as the file has them; false where they are too many colours for a palette. */
static bool take_pixels(Apng *apng, const uint8_t *rgb, ApngPart part)
{
    uint8_t *at = apng->pixels;
    for (int y = part.y; y < part.y + part.h; y++) {
        const uint8_t *now = pixel_at(apng, rgb, part.x, y);
        const uint8_t *was = pixel_at(apng, apng->before, part.x, y);
        for (int x = 0; x < part.w && at; x++, now += RGB, was += RGB) {
            at = take_pixel(apng, at, now, apng->frames > 0 && memcmp(now, was, RGB) == 0);
        }
        if (!at) {
            return false;
        }
    }
    return true;
}

/* Each row of the pixels behind its filter's number. @return bytes */
static size_t filter_rows(const Apng *apng, ApngPart part, Filter filter)
{
    size_t row = (size_t)part.w * (size_t)bytes_a_pixel(apng);
    uint8_t *to = apng->rows;
    for (int y = 0; y < part.h; y++) {
        const uint8_t *from = apng->pixels + (size_t)y * row;
        *to++ = (uint8_t)filter;
        if (filter == FILTER_NONE || y == 0) {
            memcpy(to, from, row);
        } else {
            for (size_t i = 0; i < row; i++) {
                to[i] = (uint8_t)(from[i] - (from - row)[i]);
            }
        }
        to += row;
    }
    return (size_t)(to - apng->rows);
}

static size_t deflate_rows(Apng *apng, struct libdeflate_compressor *compressor, size_t bytes)
{
    size_t size = libdeflate_zlib_compress(compressor, apng->rows, bytes, apng->deflated,
                                           apng->deflated_room);
    assert(size > 0); /* it has the room that is always enough */
    return size;
}

/* What take_pixels() has left, deflated; NULL without memory. Numbers of colours are no quantities,
 * so that the rows' differences say nothing. */
static uint8_t *deflate_part(Apng *apng, ApngPart part, size_t *size)
{
    Filter filter = FILTER_NONE;
    if (!apng->palette) {
        size_t plain = deflate_rows(apng, apng->probe, filter_rows(apng, part, FILTER_NONE));
        size_t up = deflate_rows(apng, apng->probe, filter_rows(apng, part, FILTER_UP));
        filter = up < plain ? FILTER_UP : FILTER_NONE;
    }
    *size = deflate_rows(apng, apng->compressor, filter_rows(apng, part, filter));
    uint8_t *deflated = malloc(*size);
    if (deflated) {
        memcpy(deflated, apng->deflated, *size);
    }
    return deflated;
}

/* A frame that has numbers of colours gets the colours. False where there is no memory. */
static bool spell_out(Apng *apng, ApngFrame *frame)
{
    ApngPart part = frame->part;
    size_t row = (size_t)part.w, bytes = (row + 1) * (size_t)part.h, size;
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    bool read = inflater && libdeflate_zlib_decompress(inflater, frame->deflated, frame->size,
                                                       apng->rows, bytes, NULL) == 0;
    libdeflate_free_decompressor(inflater);
    uint8_t *to = apng->pixels;
    for (size_t i = 0; read && i < bytes; i++) {
        int number = apng->rows[i];
        if (i % (row + 1) > 0) { /* else it is the filter's */
            to = number == KEPT ? put_rgba(to, 0, 0)
                                : put_rgba(to, apng->colours.colour[number - 1], 255);
        }
    }
    uint8_t *deflated = read ? deflate_part(apng, part, &size) : NULL;
    if (deflated) {
        free(frame->deflated);
        frame->deflated = deflated;
        frame->size = size;
    }
    return deflated != NULL;
}

/* There are too many colours: the frames so far are made anew. Without memory the film is lost. */
static bool leave_palette(Apng *apng)
{
    apng->palette = false;
    for (int i = 0; i < apng->frames; i++) {
        if (!spell_out(apng, &apng->frame[i])) {
            return false;
        }
    }
    return true;
}

/* Room for one frame more. */
static bool make_room(Apng *apng)
{
    if (apng->frames == apng->room) {
        int room = 2 * apng->room + 64;
        ApngFrame *frame = realloc(apng->frame, (size_t)room * sizeof *frame);
        if (!frame) {
            return false;
        }
        apng->frame = frame;
        apng->room = room;
    }
    return true;
}

bool apng_add(Apng *apng, const uint8_t *rgb, int ms, Err *err)
{
    assert(ms > 0 && ms <= APNG_MS_MAX);
    ApngFrame frame = {.part = changed(apng, rgb), .ms = ms};
    if (frame.part.w == 0) {
        ApngFrame *before = &apng->frame[apng->frames - 1];
        if (before->ms + ms <= APNG_MS_MAX) {
            before->ms += ms;
            return true;
        }
        frame.part = (ApngPart){0, 0, 1, 1};
    }
    bool taken = take_pixels(apng, rgb, frame.part);
    bool ok =
        make_room(apng) && (taken || (leave_palette(apng) && take_pixels(apng, rgb, frame.part)));
    frame.deflated = ok ? deflate_part(apng, frame.part, &frame.size) : NULL;
    if (!frame.deflated) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the film.");
    }
    memcpy(apng->before, rgb, (size_t)apng->w * (size_t)apng->h * RGB);
    apng->frame[apng->frames++] = frame;
    return true;
}

size_t apng_size(const Apng *apng)
{
    size_t size = SIGNATURE + (CHUNK + IHDR) + (CHUNK + ACTL) + CHUNK;
    size += apng->palette ? CHUNK + (size_t)(1 + apng->colours.count) * RGB + CHUNK + 1 : 0;
    for (int i = 0; i < apng->frames; i++) {
        size += (CHUNK + FCTL) + CHUNK + (i > 0 ? 4u : 0u) + apng->frame[i].size;
    }
    return size;
}

static uint8_t *put_number(uint8_t *at, uint32_t number, int bytes)
{
    for (int i = bytes - 1; i >= 0; i--) {
        *at++ = (uint8_t)(number >> (8 * i));
    }
    return at;
}

/* The beginning of a chunk; its contents follow, then end_chunk(). */
static uint8_t *begin_chunk(uint8_t *at, const char *name, size_t size)
{
    at = put_number(at, (uint32_t)size, 4);
    memcpy(at, name, 4);
    return at + 4;
}

/* The checksum is that of name and contents. */
static uint8_t *end_chunk(uint8_t *at, size_t size)
{
    return put_number(at, libdeflate_crc32(0, at - size - 4, size + 4), 4);
}

static uint8_t *put_header(uint8_t *at, const Apng *apng)
{
    static const uint8_t SIGN[SIGNATURE] = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    memcpy(at, SIGN, SIGNATURE);
    at = begin_chunk(at + SIGNATURE, "IHDR", IHDR);
    at = put_number(at, (uint32_t)apng->w, 4);
    at = put_number(at, (uint32_t)apng->h, 4);
    at = put_number(at, 8, 1);                     /* bits a sample */
    at = put_number(at, apng->palette ? 3 : 6, 1); /* or with alpha */
    at = end_chunk(put_number(at, 0, 3), IHDR);    /* deflate, adaptive filters, not interlaced */
    at = begin_chunk(at, "acTL", ACTL);
    at = put_number(at, (uint32_t)apng->frames, 4);
    at = end_chunk(put_number(at, 0, 4), ACTL); /* over and over */
    if (apng->palette) {
        size_t size = (size_t)(1 + apng->colours.count) * RGB;
        at = put_number(begin_chunk(at, "PLTE", size), 0, RGB); /* KEPT */
        for (int i = 0; i < apng->colours.count; i++) {
            at = put_number(at, apng->colours.colour[i], RGB);
        }
        at = end_chunk(at, size);
        at = end_chunk(put_number(begin_chunk(at, "tRNS", 1), 0, 1), 1); /* is see-through */
    }
    return at;
}

/* fcTL, and the first frame as IDAT, others as fdAT. Both fcTL and fdAT are numbered. */
static uint8_t *put_frame(uint8_t *at, const ApngFrame *frame, uint32_t *sequence)
{
    bool first = *sequence == 0;
    size_t size = frame->size + (first ? 0 : 4);
    at = begin_chunk(at, "fcTL", FCTL);
    at = put_number(at, (*sequence)++, 4);
    at = put_number(at, (uint32_t)frame->part.w, 4);
    at = put_number(at, (uint32_t)frame->part.h, 4);
    at = put_number(at, (uint32_t)frame->part.x, 4);
    at = put_number(at, (uint32_t)frame->part.y, 4);
    at = put_number(at, (uint32_t)frame->ms, 2);
    at = put_number(at, 1000, 2);               /* of a second */
    at = put_number(at, 0, 1);                  /* it stays for the next one, */
    at = end_chunk(put_number(at, 1, 1), FCTL); /* which comes over it */
    at = begin_chunk(at, first ? "IDAT" : "fdAT", size);
    if (!first) {
        at = put_number(at, (*sequence)++, 4);
    }
    memcpy(at, frame->deflated, frame->size);
    return end_chunk(at + frame->size, size);
}

bool apng_make(const Apng *apng, uint8_t **png, size_t *size, Err *err)
{
    uint32_t sequence = 0;
    assert(apng->frames > 0);
    *size = apng_size(apng);
    *png = malloc(*size);
    if (!*png) {
        return err_set_code(err, ERR_NO_MEMORY, "There is not enough memory for the film.");
    }
    uint8_t *at = put_header(*png, apng);
    for (int i = 0; i < apng->frames; i++) {
        at = put_frame(at, &apng->frame[i], &sequence);
    }
    at = end_chunk(begin_chunk(at, "IEND", 0), 0);
    assert(at == *png + *size);
    return true;
}
