/* Pictures in files. Each reader gets the whole file, and returns what is wrong with it or NULL. */
#include "cli/picture.h"

#include <png.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum {
    BMP_HEADERS = 54,  /* bytes of both headers, the least there is */
    BMP_MASKS = 54,    /* where the colour masks lie: right after them */
    BMP_PLAIN = 0,     /* compression: none */
    BMP_BITFIELDS = 3, /* compression: none, the order of the colours is given */
    PGM_MAX_LEVEL = 65535,
    CAUSE_MAX = 128,
};

static const char *const CUT = "it ends too early";
static const char *const NO_MEMORY = "there is not enough memory for it";

/* What is left of a file. */
typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static const char *make(Picture *picture, int64_t width, int64_t height)
{
    if (width < 1 || height < 1) {
        return "it has no pixels";
    }
    if (width > PICTURE_MAX_PIXELS || height > PICTURE_MAX_PIXELS / width) {
        return "it has more than 64 million pixels";
    }
    picture->rgba = calloc((size_t)(width * height), 4);
    picture->width = (int)width;
    picture->height = (int)height;
    return picture->rgba ? NULL : NO_MEMORY;
}

static void put_pixel(uint8_t *rgba, uint8_t red, uint8_t green, uint8_t blue)
{
    rgba[0] = red;
    rgba[1] = green;
    rgba[2] = blue;
    rgba[3] = UINT8_MAX;
}

static const char *read_png(Picture *picture, Bytes file, char cause[CAUSE_MAX])
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    const char *wrong = cause;
    if (!png_image_begin_read_from_memory(&image, file.at, (size_t)(file.end - file.at))) {
        goto done;
    }
    const char *too_large = make(picture, image.width, image.height);
    if (too_large) {
        wrong = too_large;
        goto done;
    }
    image.format = PNG_FORMAT_RGBA;
    if (png_image_finish_read(&image, NULL, picture->rgba, 0, NULL)) {
        wrong = NULL;
    }
done:
    snprintf(cause, CAUSE_MAX, "%s", image.message);
    png_image_free(&image);
    return wrong;
}

static bool is_blank(uint8_t byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Blanks and comments, "#" to the end of the line. */
static void skip_blanks(Bytes *file)
{
    bool comment = false;
    for (; file->at < file->end; file->at++) {
        uint8_t byte = *file->at;
        comment = comment ? byte != '\n' && byte != '\r' : byte == '#';
        if (!comment && byte != '#' && !is_blank(byte)) {
            return;
        }
    }
}

static bool pgm_number(Bytes *file, int64_t *number)
{
    skip_blanks(file);
    const uint8_t *first = file->at;
    *number = 0;
    while (file->at < file->end && *file->at >= '0' && *file->at <= '9' && file->at - first < 9) {
        *number = *number * 10 + (*file->at++ - '0');
    }
    return file->at > first;
}

/* One level of the raster, as text (P2) or in one or two bytes (P5). */
static bool pgm_level(Bytes *file, bool text, int bytes, int64_t *level)
{
    if (text) {
        return pgm_number(file, level);
    }
    if (file->end - file->at < bytes) {
        return false;
    }
    *level = bytes == 1 ? file->at[0] : file->at[0] << 8 | file->at[1];
    file->at += bytes;
    return true;
}

static const char *read_pgm(Picture *picture, Bytes file)
{
    bool text = file.at[1] == '2';
    int64_t width, height, most;
    file.at += 2;
    if (!pgm_number(&file, &width) || !pgm_number(&file, &height) || !pgm_number(&file, &most) ||
        most < 1 || most > PGM_MAX_LEVEL || file.at == file.end || !is_blank(*file.at++)) {
        return "its header is damaged";
    }
    const char *wrong = make(picture, width, height);
    if (wrong) {
        return wrong;
    }
    int bytes = most > UINT8_MAX ? 2 : 1;
    for (int64_t i = 0, level; i < width * height; i++) {
        if (!pgm_level(&file, text, bytes, &level)) {
            return file.at == file.end || !text ? CUT : "something in it is not a number";
        }
        if (level > most) {
            return "it has a pixel that is lighter than white";
        }
        uint8_t grey = (uint8_t)((level * UINT8_MAX + most / 2) / most);
        put_pixel(&picture->rgba[4 * i], grey, grey, grey);
    }
    if (text) {
        skip_blanks(&file);
    }
    return file.at == file.end ? NULL : "it goes on after its last pixel";
}

static uint32_t little(const uint8_t *at, int bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++) {
        value |= (uint32_t)at[i] << (8 * i);
    }
    return value;
}

typedef struct Bmp {
    int64_t width, height; /* height below 0: rows from the top */
    int bits;              /* a pixel */
    uint32_t pixels;       /* where they begin in the file */
    uint32_t palette;      /* where the colours begin */
    int64_t colours;       /* of the palette */
} Bmp;

static const char *read_bmp_header(Bmp *bmp, Bytes file)
{
    const uint8_t *head = file.at;
    int64_t size = file.end - file.at;
    if (size < BMP_HEADERS) {
        return CUT;
    }
    uint32_t header = little(head + 14, 4), compression = little(head + 30, 4);
    bmp->width = (int32_t)little(head + 18, 4);
    bmp->height = (int32_t)little(head + 22, 4);
    bmp->bits = (int)little(head + 28, 2);
    bmp->pixels = little(head + 10, 4);
    bmp->palette = 14 + header;
    bmp->colours = little(head + 46, 4);
    bool plain = compression == BMP_PLAIN && (bmp->bits == 1 || bmp->bits == 4 || bmp->bits == 8 ||
                                              bmp->bits == 24 || bmp->bits == 32);
    bool usual = compression == BMP_BITFIELDS && bmp->bits == 32 && size >= BMP_MASKS + 12 &&
                 little(head + BMP_MASKS, 4) == 0xFF0000 &&
                 little(head + BMP_MASKS + 4, 4) == 0xFF00 &&
                 little(head + BMP_MASKS + 8, 4) == 0xFF;
    if (header < 40 || header > 256 || !(plain || usual)) {
        return "it is a kind of BMP that Inkling cannot read";
    }
    if (bmp->pixels < 14 + header) {
        return "its header is damaged";
    }
    if (bmp->bits <= 8 && bmp->colours == 0) {
        bmp->colours = 1 << bmp->bits;
    }
    if (bmp->bits <= 8 && (bmp->colours > 256 || bmp->palette + 4 * bmp->colours > size)) {
        return "its palette is damaged";
    }
    return NULL;
}

/* One pixel of a row; false where its colour is not in the palette. */
static bool bmp_pixel(const Bmp *bmp, const uint8_t *palette, const uint8_t *row, int64_t x,
                      uint8_t *rgba)
{
    if (bmp->bits > 8) {
        const uint8_t *bgr = row + x * bmp->bits / 8;
        put_pixel(rgba, bgr[2], bgr[1], bgr[0]);
        return true;
    }
    int64_t bit = x * bmp->bits;
    int shift = 8 - bmp->bits - (int)(bit % 8);
    int colour = row[bit / 8] >> shift & ((1 << bmp->bits) - 1);
    if (colour >= bmp->colours) {
        return false;
    }
    const uint8_t *bgr = palette + 4 * colour;
    put_pixel(rgba, bgr[2], bgr[1], bgr[0]);
    return true;
}

static const char *read_bmp(Picture *picture, Bytes file)
{
    Bmp bmp = {0};
    const char *wrong = read_bmp_header(&bmp, file);
    if (!wrong) {
        wrong = make(picture, bmp.width, bmp.height < 0 ? -bmp.height : bmp.height);
    }
    if (wrong) {
        return wrong;
    }
    int64_t row_bytes = (bmp.width * bmp.bits + 31) / 32 * 4;
    if (bmp.pixels + row_bytes * picture->height > file.end - file.at) {
        return CUT;
    }
    for (int64_t y = 0; y < picture->height; y++) {
        const uint8_t *row = file.at + bmp.pixels + y * row_bytes;
        int64_t to = bmp.height < 0 ? y : picture->height - 1 - y;
        for (int64_t x = 0; x < bmp.width; x++) {
            if (!bmp_pixel(&bmp, file.at + bmp.palette, row, x,
                           &picture->rgba[4 * (to * bmp.width + x)])) {
                return "it has a colour that is not in its palette";
            }
        }
    }
    return NULL;
}

static const char *read_any(Picture *picture, Bytes file, char cause[CAUSE_MAX])
{
    int64_t size = file.end - file.at;
    if (size >= 8 && memcmp(file.at, "\x89PNG\r\n\x1A\n", 8) == 0) {
        return read_png(picture, file, cause);
    }
    if (size >= 2 && file.at[0] == 'P' && (file.at[1] == '2' || file.at[1] == '5')) {
        return read_pgm(picture, file);
    }
    if (size >= 2 && file.at[0] == 'B' && file.at[1] == 'M') {
        return read_bmp(picture, file);
    }
    return "it is neither PNG, PGM nor BMP";
}

bool picture_load(Picture *picture, const char *path, Err *err)
{
    uint8_t *data;
    size_t size;
    char cause[CAUSE_MAX];
    *picture = (Picture){0};
    if (!file_read(path, PICTURE_MAX_BYTES, &data, &size, err)) {
        return false;
    }
    const char *wrong = read_any(picture, (Bytes){data, data + size}, cause);
    free(data);
    if (wrong) {
        picture_free(picture);
        return err_set(err, "%s cannot be read as a picture: %s; save it again, as PNG.", path,
                       wrong);
    }
    return true;
}

void picture_free(Picture *picture)
{
    free(picture->rgba);
    *picture = (Picture){0};
}
