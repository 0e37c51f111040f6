/* The first bytes of formats. */
#include "base/picture_kind.h"

#include <stdbool.h>
#include <string.h>

enum { TEXT_MAX = 1024 }; /* bytes of a text that are searched for what it is */

typedef struct Magic {
    size_t at, length;
    const char *bytes;
    PictureKind kind;
    const char *name; /* of a foreign one */
} Magic;

/* Bytes that are a string: their place, how many, themselves. */
#define MAGIC(at, bytes) at, sizeof(bytes) - 1, bytes

static const Magic MAGICS[] = {
    {MAGIC(0, "\x89PNG\r\n\x1A\n"), PICTURE_PNG, NULL},
    {MAGIC(0, "\xFF\xD8\xFF"), PICTURE_JPEG, NULL},
    {MAGIC(0, "GIF87a"), PICTURE_GIF, NULL},
    {MAGIC(0, "GIF89a"), PICTURE_GIF, NULL},
    {MAGIC(8, "WEBP"), PICTURE_WEBP, NULL},
    {MAGIC(0, "BM"), PICTURE_BMP, NULL},
    {MAGIC(4, "ftypavif"), PICTURE_FOREIGN, "an AVIF"},
    {MAGIC(4, "ftypavis"), PICTURE_FOREIGN, "an AVIF"},
    {MAGIC(4, "ftyphei"), PICTURE_FOREIGN, "an HEIC"},
    {MAGIC(4, "ftyphev"), PICTURE_FOREIGN, "an HEIC"},
    {MAGIC(4, "ftypmif1"), PICTURE_FOREIGN, "an HEIF"},
    {MAGIC(4, "ftypmsf1"), PICTURE_FOREIGN, "an HEIF"},
    {MAGIC(4, "ftypcrx"), PICTURE_FOREIGN, "a camera's raw picture"},
    {MAGIC(4, "ftyp"), PICTURE_FOREIGN, "a film"},
    {MAGIC(0, "II*\0"), PICTURE_FOREIGN, "a TIFF"},
    {MAGIC(0, "MM\0*"), PICTURE_FOREIGN, "a TIFF"},
    {MAGIC(0, "%PDF"), PICTURE_FOREIGN, "a PDF"},
    {MAGIC(0, "%!PS"), PICTURE_FOREIGN, "PostScript"},
    {MAGIC(0, "\0\0\1\0"), PICTURE_FOREIGN, "an icon (ICO)"},
    {MAGIC(0, "8BPS"), PICTURE_FOREIGN, "a PSD"},
    {MAGIC(0, "gimp xcf"), PICTURE_FOREIGN, "an XCF"},
    {MAGIC(0, "qoif"), PICTURE_FOREIGN, "a QOI"},
    {MAGIC(0, "\xFF\x0A"), PICTURE_FOREIGN, "a JPEG XL"},
    {MAGIC(4, "JXL \r\n"), PICTURE_FOREIGN, "a JPEG XL"},
    {MAGIC(4, "jP  \r\n"), PICTURE_FOREIGN, "a JPEG 2000"},
    {MAGIC(0, "\x76\x2F\x31\x01"), PICTURE_FOREIGN, "an OpenEXR"},
    {MAGIC(0, "PK\3\4"), PICTURE_FOREIGN, "a ZIP archive"},
    {MAGIC(0, "\x1F\x8B"), PICTURE_FOREIGN, "a gzip file"},
};

static bool is_pnm(const uint8_t *data, size_t size)
{
    return size >= 2 && data[0] == 'P' && data[1] >= '1' && data[1] <= '7';
}

/* A network's file begins with the length of its header in eight bytes, which may happen to be the
 * letters of a format, and then the header's brace. */
static bool is_network(const uint8_t *data, size_t size)
{
    return size > 8 && memcmp(data + 4, "\0\0\0\0{", 5) == 0;
}

static bool has_word(const uint8_t *data, size_t size, const char *word)
{
    size_t length = strlen(word), end = size < TEXT_MAX ? size : TEXT_MAX;
    for (size_t i = 0; i + length <= end; i++) {
        if (memcmp(data + i, word, length) == 0) {
            return true;
        }
    }
    return false;
}

PictureKind picture_kind_of(const uint8_t *data, size_t size, const char **name)
{
    *name = NULL;
    if (is_network(data, size)) {
        return PICTURE_FOREIGN;
    }
    for (size_t i = 0; i < sizeof MAGICS / sizeof *MAGICS; i++) {
        const Magic *magic = &MAGICS[i];
        if (size >= magic->at + magic->length &&
            memcmp(data + magic->at, magic->bytes, magic->length) == 0) {
            *name = magic->name;
            return magic->kind;
        }
    }
    if (is_pnm(data, size)) {
        return PICTURE_PNM;
    }
    if (has_word(data, size, "<svg")) {
        *name = "an SVG";
    } else if (has_word(data, size, "<html") || has_word(data, size, "<!DOCTYPE html")) {
        *name = "a page of the web, not the picture on it";
    }
    return PICTURE_FOREIGN;
}

bool picture_kind_known(const uint8_t *data, size_t size)
{
    const char *foreign;
    return picture_kind_of(data, size, &foreign) != PICTURE_FOREIGN || foreign;
}
