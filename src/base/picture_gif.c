/* GIF is read here: the decoder of SDL2_image frees what is not its own where a file is damaged. */
#include "base/picture_gif.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/picture_room.h"

enum {
    CODE_BITS = 12, /* of the longest code */
    CODES = 1 << CODE_BITS,
};

static const char *const CUT = "it ends too early";
static const char *const DAMAGED = "it is damaged";

/* What is left of a file, read in blocks that state their length. */
typedef struct GifBytes {
    const uint8_t *at, *end;
    int block;     /* bytes left of the block */
    uint32_t bits; /* that are read and not used, the next one lowest */
    int count;     /* of them */
} GifBytes;

/* A colour table; its colours are three bytes each. */
typedef struct GifColours {
    const uint8_t *rgb;
    int count;
} GifColours;

typedef struct GifImage {
    int64_t screen_w, screen_h;
    int x, y, width, height; /* on the screen */
    bool interlaced;
    int transparent; /* that colour; -1 for none */
    GifColours colours;
} GifImage;

/* The strings that codes stand for: each is another one and a colour more. */
typedef struct GifCodes {
    uint16_t before[CODES], length[CODES];
    uint8_t first[CODES], last[CODES];
} GifCodes;

static int number(const uint8_t *at)
{
    return at[0] | at[1] << 8;
}

static bool has(const GifBytes *file, int bytes)
{
    return file->end - file->at >= bytes;
}

/* Takes the table of colours that the flags speak of, where they do. */
static bool take_colours(GifBytes *file, uint8_t flags, GifColours *colours)
{
    if (!(flags & 0x80)) {
        return true;
    }
    *colours = (GifColours){file->at, 2 << (flags & 7)};
    if (!has(file, 3 * colours->count)) {
        return false;
    }
    file->at += 3 * colours->count;
    return true;
}

/* Goes over an extension, and takes the transparent colour from the one that has it. */
static bool take_extension(GifBytes *file, GifImage *image)
{
    enum { CONTROL = 0xF9, CONTROL_BYTES = 4, HAS_TRANSPARENT = 1 };
    if (!has(file, 7)) {
        return false;
    }
    if (file->at[1] == CONTROL && file->at[2] == CONTROL_BYTES) {
        image->transparent = file->at[3] & HAS_TRANSPARENT ? file->at[6] : -1;
    }
    for (file->at += 2; has(file, 1) && *file->at > 0;) {
        int length = 1 + *file->at;
        if (!has(file, length)) {
            return false;
        }
        file->at += length;
    }
    file->at++;
    return file->at < file->end;
}

static const char *read_headers(GifBytes *file, GifImage *image)
{
    enum { SCREEN = 13, IMAGE = 10, EXTENSION = '!', IMAGE_MARK = ',', INTERLACED = 0x40 };
    if (!has(file, SCREEN)) {
        return CUT;
    }
    *image = (GifImage){
        .screen_w = number(file->at + 6), .screen_h = number(file->at + 8), .transparent = -1};
    uint8_t flags = file->at[10];
    file->at += SCREEN;
    if (!take_colours(file, flags, &image->colours)) {
        return CUT;
    }
    while (has(file, 1) && *file->at == EXTENSION) {
        if (!take_extension(file, image)) {
            return CUT;
        }
    }
    if (!has(file, IMAGE) || *file->at != IMAGE_MARK) {
        return has(file, IMAGE) ? DAMAGED : CUT;
    }
    image->x = number(file->at + 1);
    image->y = number(file->at + 3);
    image->width = number(file->at + 5);
    image->height = number(file->at + 7);
    flags = file->at[9];
    image->interlaced = flags & INTERLACED;
    file->at += IMAGE;
    return take_colours(file, flags, &image->colours) ? NULL : CUT;
}

/* The next code of so many bits; -1 where there is none. */
static int next_code(GifBytes *file, int bits)
{
    for (; file->count < bits; file->count += 8) {
        if (file->block == 0) {
            file->block = has(file, 1) ? *file->at++ : 0;
        }
        if (file->block == 0 || !has(file, 1)) {
            return -1;
        }
        file->bits |= (uint32_t)*file->at++ << file->count;
        file->block--;
    }
    int code = (int)(file->bits & ((1u << bits) - 1));
    file->bits >>= bits;
    file->count -= bits;
    return code;
}

/* Writes the string of a code, what of it fits; gives the place behind it. */
static size_t put_string(const GifCodes *codes, int code, uint8_t *index, size_t at, size_t pixels)
{
    size_t end = at + codes->length[code];
    for (size_t i = end; i > at; i--, code = codes->before[code]) {
        if (i <= pixels) {
            index[i - 1] = codes->last[code];
        }
    }
    return end < pixels ? end : pixels;
}

static void add_string(GifCodes *codes, int code, int before, uint8_t last)
{
    codes->before[code] = (uint16_t)before;
    codes->length[code] = (uint16_t)(codes->length[before] + 1);
    codes->first[code] = codes->first[before];
    codes->last[code] = last;
}

/* LZW: each code but the first adds the string before it, with the first colour of its own. */
static const char *read_codes(GifBytes *file, int colour_bits, GifCodes *codes, uint8_t *index,
                              size_t pixels)
{
    int clear = 1 << colour_bits, end = clear + 1, next = end + 1, bits = colour_bits + 1;
    int before = -1;
    for (int i = 0; i < clear; i++) {
        codes->length[i] = 1;
        codes->first[i] = codes->last[i] = (uint8_t)i;
    }
    for (size_t at = 0; at < pixels;) {
        int code = next_code(file, bits);
        if (code < 0 || code == end) {
            return CUT;
        }
        if (code == clear) {
            next = end + 1;
            bits = colour_bits + 1;
            before = -1;
            continue;
        }
        bool is_new = before >= 0 && next < CODES && code == next;
        if (code > end ? code >= next && !is_new : code >= clear) {
            return DAMAGED;
        }
        if (before >= 0 && next < CODES) {
            add_string(codes, next, before, codes->first[is_new ? before : code]);
            next++;
            bits += next == 1 << bits && bits < CODE_BITS;
        }
        at = put_string(codes, code, index, at, pixels);
        before = code;
    }
    return NULL;
}

/* Which row comes as number `i`: every eighth, those between, every second, the rest. */
static int row_of(const GifImage *image, int i)
{
    static const int FROM[] = {0, 4, 2, 1}, STEP[] = {8, 8, 4, 2};
    for (int pass = 0; image->interlaced && pass < 4; pass++) {
        int rows = (image->height - FROM[pass] + STEP[pass] - 1) / STEP[pass];
        if (i < rows) {
            return FROM[pass] + i * STEP[pass];
        }
        i -= rows > 0 ? rows : 0;
    }
    return i;
}

static void paint(Picture *picture, const GifImage *image, const uint8_t *index)
{
    for (int i = 0; i < image->height; i++) {
        int y = image->y + row_of(image, i);
        uint8_t *rgba = picture->rgba + 4 * ((size_t)y * (size_t)picture->width + (size_t)image->x);
        for (int x = 0; x < image->width; x++, index++, rgba += 4) {
            if (*index == image->transparent || *index >= image->colours.count) {
                continue;
            }
            for (int c = 0; c < 3; c++) {
                rgba[c] = image->colours.rgb[3 * *index + c];
            }
            rgba[3] = UINT8_MAX;
        }
    }
}

/* The image alone, a colour a pixel. */
static const char *read_pixels(GifBytes *file, const GifImage *image, Picture *picture)
{
    enum { COLOUR_BITS_MAX = 8 };
    size_t pixels = (size_t)image->width * (size_t)image->height;
    const char *wrong = NULL;
    int colour_bits = has(file, 1) ? *file->at++ : 0;
    if (colour_bits < 1 || colour_bits > COLOUR_BITS_MAX) {
        return file->at == file->end ? CUT : DAMAGED;
    }
    GifCodes *codes = calloc(1, sizeof *codes);
    uint8_t *index = malloc(pixels);
    if (!codes || !index) {
        wrong = PICTURE_NO_MEMORY;
        goto done;
    }
    wrong = read_codes(file, colour_bits, codes, index, pixels);
    if (!wrong) {
        paint(picture, image, index);
    }
done:
    free(index);
    free(codes);
    return wrong;
}

/* The screen is as large as its image needs: some files state it too small. */
const char *picture_gif_read(Picture *picture, const uint8_t *data, size_t size)
{
    GifBytes file = {.at = data, .end = data + size};
    GifImage image;
    const char *wrong = read_headers(&file, &image);
    if (wrong) {
        return wrong;
    }
    int64_t right = image.x + image.width, bottom = image.y + image.height;
    if (image.width == 0 || image.height == 0) {
        return "it has no pixels";
    }
    wrong = picture_make(picture, right > image.screen_w ? right : image.screen_w,
                         bottom > image.screen_h ? bottom : image.screen_h);
    return wrong ? wrong : read_pixels(&file, &image, picture);
}
