/* A reader of animated PNGs for the tests: all chunks are checked, and every frame is put together
 * as a viewer would. Of the formats that films have alone. Included after cmocka.h. */
#ifndef UNIT_APNG_READER_H
#define UNIT_APNG_READER_H

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { SEEN_FRAMES_MOST = 1024 };

/** What shows after a frame, and the box that came with it. */
typedef struct SeenFrame {
    int x, y, w, h, ms;
    uint8_t *rgb; /* the whole picture, on the heap */
} SeenFrame;

/** A film. Release it with seen_free(). */
typedef struct SeenFilm {
    int w, h, plays, colour_type, colours;
    int frames; /* that are there */
    int told;   /* how many acTL says */
    SeenFrame frame[SEEN_FRAMES_MOST];
    uint8_t palette[3 * 256], alpha[256];
    uint32_t sequence; /* of the next fcTL or fdAT */
} SeenFilm;

static inline uint32_t seen_number(const uint8_t *at, int bytes)
{
    uint32_t number = 0;
    for (int i = 0; i < bytes; i++) {
        number = number << 8 | at[i];
    }
    return number;
}

/** Inflate the frame's data, take the filters off, and put it on what showed before. */
static inline void seen_compose(SeenFilm *film, const uint8_t *data, size_t size)
{
    SeenFrame *frame = &film->frame[film->frames];
    size_t bytes = film->colour_type == 3 ? 1 : 4, row = (size_t)frame->w * bytes;
    size_t all = (row + 1) * (size_t)frame->h, used, made;
    size_t picture = 3 * (size_t)film->w * (size_t)film->h;
    uint8_t *raw = malloc(all);
    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    assert_non_null(raw);
    assert_int_equal(libdeflate_zlib_decompress_ex(inflater, data, size, raw, all, &used, &made),
                     0);
    assert_int_equal(used, size);
    assert_int_equal(made, all);
    libdeflate_free_decompressor(inflater);
    frame->rgb = calloc(1, picture);
    assert_non_null(frame->rgb);
    if (film->frames > 0) {
        memcpy(frame->rgb, frame[-1].rgb, picture);
    }
    for (int y = 0; y < frame->h; y++) {
        uint8_t *line = raw + (size_t)y * (row + 1);
        assert_true(line[0] == 0 || (line[0] == 2 && film->colour_type == 6));
        for (size_t i = 1; line[0] == 2 && y > 0 && i <= row; i++) {
            line[i] = (uint8_t)(line[i] + (line - (row + 1))[i]);
        }
        for (int x = 0; x < frame->w; x++) {
            const uint8_t *from = line + 1 + (size_t)x * bytes;
            bool palette = film->colour_type == 3;
            assert_true(!palette || from[0] < film->colours);
            uint8_t alpha = palette ? film->alpha[from[0]] : from[3];
            assert_true(alpha == 255 || (alpha == 0 && film->frames > 0));
            if (alpha == 255) {
                memcpy(frame->rgb + 3 * ((frame->y + y) * film->w + frame->x + x),
                       palette ? film->palette + 3 * from[0] : from, 3);
            }
        }
    }
    free(raw);
    film->frames++;
}

static inline void seen_read_control(SeenFilm *film, const uint8_t *at)
{
    SeenFrame *frame = &film->frame[film->frames];
    assert_int_equal(seen_number(at, 4), film->sequence++);
    *frame = (SeenFrame){.w = (int)seen_number(at + 4, 4),
                         .h = (int)seen_number(at + 8, 4),
                         .x = (int)seen_number(at + 12, 4),
                         .y = (int)seen_number(at + 16, 4)};
    assert_true(frame->w > 0 && frame->h > 0 && frame->x >= 0 && frame->y >= 0);
    assert_true(frame->x + frame->w <= film->w && frame->y + frame->h <= film->h);
    if (film->frames == 0) { /* the picture of who knows no films */
        assert_int_equal(frame->w, film->w);
        assert_int_equal(frame->h, film->h);
    }
    assert_int_equal(seen_number(at + 22, 2), 1000);
    frame->ms = (int)seen_number(at + 20, 2);
    assert_int_equal(seen_number(at + 24, 2), 1); /* none is taken away, each comes over the last */
}

static inline void seen_read_chunk(SeenFilm *film, const char *name, const uint8_t *at, size_t size)
{
    if (memcmp(name, "IHDR", 4) == 0) {
        assert_int_equal(size, 13);
        film->w = (int)seen_number(at, 4);
        film->h = (int)seen_number(at + 4, 4);
        film->colour_type = at[9];
        assert_true(at[8] == 8 && (at[9] == 6 || at[9] == 3) && !at[10] && !at[11] && !at[12]);
    } else if (memcmp(name, "acTL", 4) == 0) {
        assert_int_equal(size, 8);
        assert_int_equal(film->frames, 0);
        film->told = (int)seen_number(at, 4);
        film->plays = (int)seen_number(at + 4, 4);
    } else if (memcmp(name, "PLTE", 4) == 0) {
        assert_int_equal(film->colour_type, 3);
        assert_true(size > 0 && size % 3 == 0 && size <= sizeof film->palette);
        memcpy(film->palette, at, size);
        film->colours = (int)size / 3;
        memset(film->alpha, 255, sizeof film->alpha);
    } else if (memcmp(name, "tRNS", 4) == 0) {
        assert_true(film->colours > 0 && film->frames == 0 && size <= (size_t)film->colours);
        memcpy(film->alpha, at, size);
    } else if (memcmp(name, "fcTL", 4) == 0) {
        assert_int_equal(size, 26);
        assert_true(film->frames < SEEN_FRAMES_MOST);
        seen_read_control(film, at);
    } else if (memcmp(name, "IDAT", 4) == 0) {
        assert_int_equal(film->frames, 0);
        seen_compose(film, at, size);
    } else if (memcmp(name, "fdAT", 4) == 0) {
        assert_true(film->frames > 0 && size > 4);
        assert_int_equal(seen_number(at, 4), film->sequence++);
        seen_compose(film, at + 4, size - 4);
    } else {
        assert_memory_equal(name, "IEND", 4);
        assert_int_equal(size, 0);
    }
}

/** Read a film, which is whole and right, or the test fails. */
static inline void seen_read(SeenFilm *film, const uint8_t *png, size_t size)
{
    static const uint8_t SIGN[] = {137, 80, 78, 71, 13, 10, 26, 10};
    memset(film, 0, sizeof *film);
    assert_true(size > sizeof SIGN);
    assert_memory_equal(png, SIGN, sizeof SIGN);
    size_t at = sizeof SIGN;
    const char *name = "";
    while (at < size) {
        assert_true(size - at >= 12);
        size_t length = seen_number(png + at, 4);
        assert_true(length <= size - at - 12);
        name = (const char *)png + at + 4;
        assert_int_equal(seen_number(png + at + 8 + length, 4),
                         libdeflate_crc32(0, png + at + 4, length + 4));
        seen_read_chunk(film, name, png + at + 8, length);
        at += 12 + length;
    }
    assert_int_equal(at, size);
    assert_memory_equal(name, "IEND", 4);
    assert_int_equal(film->frames, film->told);
}

/** Release its pictures. */
static inline void seen_free(SeenFilm *film)
{
    for (int i = 0; i < film->frames; i++) {
        free(film->frame[i].rgb);
    }
    memset(film, 0, sizeof *film);
}

#endif
