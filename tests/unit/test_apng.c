/* Films as animated PNG: read again by code of its own, chunk by chunk, they are the pixels that
 * were put in. */
#include "base/apng.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <libdeflate.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "apng_reader.h"
#include "base/rng.h"

enum { W = 61, H = 47, PIXELS = W * H, BYTES = 3 * PIXELS };

/* A film, and the pixels of each frame that were put in. */
typedef struct Fixture {
    Apng *apng;
    uint8_t *rgb;
    int frames;
    uint8_t *png;
    size_t size;
} Fixture;

static int set_up(void **state)
{
    Err err;
    Fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    f->apng = apng_create(W, H, &err);
    assert_non_null(f->apng);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *f = *state;
    apng_destroy(f->apng);
    free(f->rgb);
    free(f->png);
    free(f);
    return 0;
}

/* The picture of the frame before, to be changed and added. */
static uint8_t *next(Fixture *f)
{
    f->rgb = realloc(f->rgb, (size_t)(f->frames + 1) * BYTES);
    assert_non_null(f->rgb);
    uint8_t *rgb = f->rgb + (size_t)f->frames * BYTES;
    if (f->frames > 0) {
        memcpy(rgb, rgb - BYTES, BYTES);
    } else {
        memset(rgb, 40, BYTES);
    }
    return rgb;
}

static void add(Fixture *f, int ms)
{
    Err err;
    assert_true(apng_add(f->apng, f->rgb + (size_t)f->frames * BYTES, ms, &err));
    f->frames++;
}

static void finish(Fixture *f)
{
    Err err;
    free(f->png);
    assert_true(apng_make(f->apng, &f->png, &f->size, &err));
    assert_int_equal(f->size, apng_size(f->apng));
}

static void fill(uint8_t *rgb, int x0, int y0, int w, int h, uint32_t colour)
{
    for (int y = y0; y < y0 + h; y++) {
        for (int x = x0; x < x0 + w; x++) {
            uint8_t *pixel = rgb + 3 * (y * W + x);
            pixel[0] = (uint8_t)(colour >> 16);
            pixel[1] = (uint8_t)(colour >> 8);
            pixel[2] = (uint8_t)colour;
        }
    }
}

/* Every frame that was put in is there, none besides, and they are as long. */
static void same(const Fixture *f, const int *ms)
{
    SeenFilm film;
    seen_read(&film, f->png, f->size);
    assert_int_equal(film.w, W);
    assert_int_equal(film.h, H);
    assert_int_equal(film.plays, 0);
    int at = 0, left_ms = film.frame[0].ms;
    for (int i = 0; i < f->frames; i++) {
        if (left_ms == 0) {
            at++;
            assert_true(at < film.frames);
            left_ms = film.frame[at].ms;
        }
        assert_memory_equal(film.frame[at].rgb, f->rgb + (size_t)i * BYTES, BYTES);
        left_ms -= ms ? ms[i] : 50;
        assert_true(left_ms >= 0);
    }
    assert_int_equal(at, film.frames - 1);
    assert_int_equal(left_ms, 0);
    assert_int_equal(film.frames, apng_frames(f->apng));
    seen_free(&film);
}

static void what_is_put_in_comes_out(void **state)
{
    Fixture *f = *state;
    Rng rng;
    rng_init(&rng, 3);
    for (int i = 0; i < 40; i++) {
        uint8_t *rgb = next(f);
        int x = (int)rng_below(&rng, W), y = (int)rng_below(&rng, H);
        int w = 1 + (int)rng_below(&rng, W - x), h = 1 + (int)rng_below(&rng, H - y);
        fill(rgb, x, y, w, h, (uint32_t)rng_below(&rng, 5) * 0x112233);
        add(f, 50);
    }
    finish(f);
    same(f, NULL);
    assert_int_equal(f->png[25], 3); /* a palette */
}

static void many_colours_come_out_too(void **state)
{
    Fixture *f = *state;
    Rng rng;
    rng_init(&rng, 4);
    for (int i = 0; i < 12; i++) {
        uint8_t *rgb = next(f);
        for (int n = 0; n < 100 * i; n++) { /* so the palette is left midway */
            rgb[rng_below(&rng, BYTES)] = (uint8_t)rng_below(&rng, 256);
        }
        fill(rgb, i, i, 9, 3, 0xff0000u >> i);
        add(f, 50);
    }
    finish(f);
    same(f, NULL);
    assert_int_equal(f->png[25], 6); /* 24 bits a pixel, and alpha */
}

/* A colour for each number, none twice. */
static void paint_colours(uint8_t *rgb, int count)
{
    for (int i = 0; i < PIXELS; i++) {
        fill(rgb, i % W, i / W, 1, 1, (uint32_t)(i % count) * 0x010305u);
    }
}

static void a_palette_has_room_for_255_colours_and_no_more(void **state)
{
    Fixture *f = *state;
    uint8_t *rgb = next(f);
    paint_colours(rgb, 255);
    add(f, 50);
    rgb = next(f);
    memmove(rgb, rgb + 3, 3 * W); /* others of them */
    add(f, 50);
    finish(f);
    same(f, NULL);
    assert_int_equal(f->png[25], 3);
    rgb = next(f);
    fill(rgb, 5, 5, 1, 1, 0x123456);
    add(f, 50);
    finish(f);
    same(f, NULL);
    assert_int_equal(f->png[25], 6);
}

static void what_stays_as_it_is_takes_no_frame(void **state)
{
    static const int MS[] = {100, 200, 300, 400, 500};
    Fixture *f = *state;
    for (int i = 0; i < 5; i++) {
        fill(next(f), 3, 3, 4, 4, i < 3 ? 0x00ff00 : 0x0000ff);
        add(f, MS[i]);
    }
    assert_int_equal(apng_frames(f->apng), 2);
    finish(f);
    same(f, MS);
}

static void a_frame_that_stays_for_long_is_said_twice(void **state)
{
    static const int MS[] = {APNG_MS_MAX, APNG_MS_MAX, 10};
    Fixture *f = *state;
    for (int i = 0; i < 3; i++) {
        next(f);
        add(f, MS[i]);
    }
    finish(f);
    SeenFilm film;
    seen_read(&film, f->png, f->size);
    assert_int_equal(film.frames, 3);
    seen_free(&film);
    same(f, MS);
}

static void only_the_box_that_changed_is_kept(void **state)
{
    Fixture *f = *state;
    SeenFilm film;
    paint_colours(next(f), 200);
    add(f, 50);
    uint8_t *rgb = next(f);
    fill(rgb, 7, 11, 1, 1, 0x010305u * 9);
    fill(rgb, 20, 30, 1, 1, 0x010305u * 9);
    add(f, 50);
    rgb = next(f);
    fill(rgb, W - 1, H - 1, 1, 1, 0x010305u * 7);
    add(f, 50);
    finish(f);
    same(f, NULL);
    seen_read(&film, f->png, f->size);
    assert_int_equal(film.frame[1].x, 7);
    assert_int_equal(film.frame[1].y, 11);
    assert_int_equal(film.frame[1].w, 14);
    assert_int_equal(film.frame[1].h, 20);
    assert_int_equal(film.frame[2].x, W - 1);
    assert_int_equal(film.frame[2].w, 1);
    assert_int_equal(film.frame[2].h, 1);
    seen_free(&film);
}

static void a_program_that_knows_no_films_shows_the_first_frame(void **state)
{
    Fixture *f = *state;
    fill(next(f), 2, 2, 9, 9, 0x336699);
    add(f, 50);
    fill(next(f), 12, 2, 9, 9, 0x996633);
    add(f, 50);
    finish(f);
    uint8_t seen[BYTES];
    png_image image = {.version = PNG_IMAGE_VERSION};
    assert_true(png_image_begin_read_from_memory(&image, f->png, f->size));
    image.format = PNG_FORMAT_RGB;
    assert_true(png_image_finish_read(&image, NULL, seen, 0, NULL));
    assert_memory_equal(seen, f->rgb, BYTES);
}

static void one_pixel_is_a_film(void **state)
{
    (void)state;
    Err err;
    uint8_t *png;
    size_t size;
    SeenFilm film;
    Apng *apng = apng_create(1, 1, &err);
    for (uint8_t i = 0; i < 3; i++) {
        assert_true(apng_add(apng, (uint8_t[]){i, 0, i}, 20, &err));
    }
    assert_true(apng_make(apng, &png, &size, &err));
    seen_read(&film, png, size);
    assert_int_equal(film.frames, 3);
    assert_int_equal(film.frame[2].rgb[2], 2);
    seen_free(&film);
    free(png);
    apng_destroy(apng);
}

#define FILM_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        FILM_TEST(what_is_put_in_comes_out),
        FILM_TEST(many_colours_come_out_too),
        FILM_TEST(a_palette_has_room_for_255_colours_and_no_more),
        FILM_TEST(what_stays_as_it_is_takes_no_frame),
        FILM_TEST(a_frame_that_stays_for_long_is_said_twice),
        FILM_TEST(only_the_box_that_changed_is_kept),
        FILM_TEST(a_program_that_knows_no_films_shows_the_first_frame),
        FILM_TEST(one_pixel_is_a_film),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
