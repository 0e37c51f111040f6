/* The headers of formats, walked up to the sizes and EXIF in them. Sources: PNG (W3C, third
 * edition), ITU T.81 annex B, WebP container specification, BITMAPINFOHEADER. */
#include "base/picture_head.h"

#include <stdbool.h>
#include <string.h>

#include "base/picture_turn.h"

static const char *const CUT = "it ends too early";
static const char *const DAMAGED = "its header is damaged";

/* What is left of a file. */
typedef struct Bytes {
    const uint8_t *at, *end;
} Bytes;

static size_t left(const Bytes *file)
{
    return (size_t)(file->end - file->at);
}

static uint32_t big(const uint8_t *at, int bytes)
{
    uint32_t value = 0;
    for (int i = 0; i < bytes; i++) {
        value = value << 8 | at[i];
    }
    return value;
}

static uint32_t little(const uint8_t *at, int bytes)
{
    uint32_t value = 0;
    for (int i = bytes; i-- > 0;) {
        value = value << 8 | at[i];
    }
    return value;
}

/* EXIF may have JPEG's name for it before it. */
static void take_exif(const uint8_t *exif, size_t size, PictureHead *head)
{
    static const char NAME[] = "Exif\0";
    bool named = size >= sizeof NAME && memcmp(exif, NAME, sizeof NAME) == 0;
    size_t skip = named ? sizeof NAME : 0;
    head->orientation = picture_orientation(exif + skip, size - skip);
}

/* Chunks: length, name, data, checksum. */
static const char *read_png(Bytes file, PictureHead *head)
{
    enum { SIGNATURE = 8, FRAME = 12 };
    file.at += SIGNATURE;
    if (left(&file) < FRAME + 8 || memcmp(file.at + 4, "IHDR", 4) != 0) {
        return CUT;
    }
    head->width = big(file.at + 8, 4);
    head->height = big(file.at + 12, 4);
    while (left(&file) >= FRAME) {
        size_t length = big(file.at, 4);
        if (length > left(&file) - FRAME) {
            break; /* its decoder says what is missing */
        }
        if (memcmp(file.at + 4, "eXIf", 4) == 0) {
            take_exif(file.at + 8, length, head);
        }
        file.at += FRAME + length;
    }
    return NULL;
}

/* Goes to the next marker and over it, past coded data, fill bytes and marks in the data; 0 where
 * there is none. */
static uint8_t next_marker(Bytes *file)
{
    enum { TEM = 0x01, RST0 = 0xD0, RST7 = 0xD7 };
    for (; left(file) >= 2; file->at++) {
        uint8_t marker = file->at[1];
        if (file->at[0] == 0xFF && marker != 0 && marker != 0xFF && marker != TEM &&
            (marker < RST0 || marker > RST7)) {
            file->at += 2;
            return marker;
        }
    }
    return 0;
}

static bool is_frame(uint8_t marker)
{
    enum { DHT = 0xC4, JPG = 0xC8, DAC = 0xCC };
    return marker >= 0xC0 && marker <= 0xCF && marker != DHT && marker != JPG && marker != DAC;
}

/* It is walked to its end: the decoder paints what is missing in grey, and says nothing. */
static const char *read_jpeg(Bytes file, PictureHead *head)
{
    enum { EOI = 0xD9, APP1 = 0xE1, FRAME_BYTES = 8, COLOURS_OF_PRINT = 4 };
    file.at += 2;
    for (uint8_t marker; (marker = next_marker(&file)) != EOI;) {
        size_t length = left(&file) >= 2 ? big(file.at, 2) : 0;
        if (marker == 0 || length > left(&file)) {
            return CUT;
        }
        if (length < 2 || (is_frame(marker) && length < FRAME_BYTES)) {
            return DAMAGED;
        }
        if (is_frame(marker)) {
            head->height = big(file.at + 3, 2);
            head->width = big(file.at + 5, 2);
            if (file.at[7] == COLOURS_OF_PRINT) {
                return "it has the colours of printing (CMYK)";
            }
        } else if (marker == APP1 && length >= 6 && memcmp(file.at + 2, "Exif", 4) == 0) {
            take_exif(file.at + 2, length - 2, head);
        }
        file.at += length;
    }
    return NULL;
}

/* The size that one of its chunks of pixels states. */
static void take_webp_size(const uint8_t *name, const uint8_t *data, size_t size, PictureHead *head)
{
    if (memcmp(name, "VP8X", 4) == 0 && size >= 10) {
        head->width = (int64_t)little(data + 4, 3) + 1;
        head->height = (int64_t)little(data + 7, 3) + 1;
    } else if (memcmp(name, "VP8L", 4) == 0 && size >= 5) {
        head->width = (int64_t)(little(data + 1, 4) & 0x3FFF) + 1;
        head->height = (int64_t)(little(data + 1, 4) >> 14 & 0x3FFF) + 1;
    } else if (memcmp(name, "VP8 ", 4) == 0 && size >= 10) {
        head->width = little(data + 6, 2) & 0x3FFF;
        head->height = little(data + 8, 2) & 0x3FFF;
    }
}

static const char *read_webp(Bytes file, PictureHead *head)
{
    enum { RIFF = 12, CHUNK = 8 };
    file.at += RIFF;
    while (left(&file) >= CHUNK) {
        size_t length = little(file.at + 4, 4);
        if (length > left(&file) - CHUNK) {
            return CUT;
        }
        if (head->width == 0) {
            take_webp_size(file.at, file.at + CHUNK, length, head);
        }
        if (memcmp(file.at, "ANIM", 4) == 0) {
            return "it is a moving picture";
        }
        if (memcmp(file.at, "EXIF", 4) == 0) {
            take_exif(file.at + CHUNK, length, head);
        }
        size_t whole = CHUNK + length + length % 2;
        file.at += whole < left(&file) ? whole : left(&file);
    }
    return head->width > 0 ? NULL : DAMAGED;
}

/* Rows of pixels that are not compressed are all there, or it is cut. */
static const char *check_bmp_rows(const Bytes *file, const PictureHead *head, int64_t bits)
{
    int64_t row_bytes = (head->width * bits + 31) / 32 * 4;
    bool cut = row_bytes > 0 && head->height > (int64_t)left(file) / row_bytes;
    return cut ? CUT : NULL;
}

static const char *read_bmp(Bytes file, PictureHead *head)
{
    enum { INFO = 14, CORE = 12, LEAST = 54, USUAL = 40 };
    enum { PLAIN = 0, RLE8 = 1, RLE4 = 2, BITFIELDS = 3, ALPHA_BITFIELDS = 6 };
    if (left(&file) < INFO + CORE) {
        return CUT;
    }
    const uint8_t *info = file.at + INFO;
    if (little(info, 4) == CORE) {
        head->width = little(info + 4, 2);
        head->height = little(info + 6, 2);
        return check_bmp_rows(&file, head, little(info + 10, 2));
    }
    if (little(info, 4) < USUAL || left(&file) < LEAST) {
        return little(info, 4) < USUAL ? DAMAGED : CUT;
    }
    head->width = (int32_t)little(info + 4, 4);
    head->height = (int32_t)little(info + 8, 4);
    head->height = head->height < 0 ? -head->height : head->height; /* below 0: rows from the top */
    uint32_t packing = little(info + 16, 4);
    bool plain = packing == PLAIN || packing == BITFIELDS || packing == ALPHA_BITFIELDS;
    if (!plain && packing != RLE8 && packing != RLE4) {
        return "it is a kind of BMP that Inkling cannot read";
    }
    return plain ? check_bmp_rows(&file, head, little(info + 14, 2)) : NULL;
}

const char *picture_head_read(PictureKind kind, const uint8_t *data, size_t size, PictureHead *head)
{
    Bytes file = {data, data + size};
    *head = (PictureHead){.orientation = 1};
    return kind == PICTURE_PNG    ? read_png(file, head)
           : kind == PICTURE_JPEG ? read_jpeg(file, head)
           : kind == PICTURE_WEBP ? read_webp(file, head)
                                  : read_bmp(file, head);
}
