/* A header of words and numbers as text, then the samples: as text, in bits or in bytes. */
#include "base/picture_pnm.h"

#include <stdbool.h>
#include <string.h>

#include "base/picture_room.h"

enum {
    MOST_LEVEL = 65535,
    MOST_DEPTH = 4,
    DIGITS_MAX = 9, /* of a number */
    WORD_MAX = 16,
};

static const char *const HEADER_DAMAGED = "its header is damaged";
static const char *const CUT = "it ends too early";

/* What is left of a file. */
typedef struct PnmText {
    const uint8_t *at, *end;
} PnmText;

typedef struct Pnm {
    bool plain;       /* samples as text */
    bool bits;        /* PBM: a sample is a bit, and 1 is black */
    int depth;        /* samples a pixel: grey, grey and alpha, RGB, or RGB and alpha */
    int sample_bytes; /* of a raw one that is no bit */
    int64_t width, height, most;
} Pnm;

static bool is_blank(uint8_t byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Blanks and comments, "#" to the end of the line. */
static void skip_blanks(PnmText *file)
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

static bool read_number(PnmText *file, int64_t *number)
{
    skip_blanks(file);
    const uint8_t *first = file->at;
    *number = 0;
    while (file->at < file->end && *file->at >= '0' && *file->at <= '9' &&
           file->at - first < DIGITS_MAX) {
        *number = *number * 10 + (*file->at++ - '0');
    }
    return file->at > first;
}

/* One blank ends a header; all behind it is samples. */
static bool end_header(PnmText *file)
{
    return file->at < file->end && is_blank(*file->at++);
}

/* PBM, PGM or PPM: P1 to P3 as text, P4 to P6 raw. */
static bool read_header(Pnm *pnm, PnmText *file, char kind)
{
    *pnm = (Pnm){.plain = kind <= '3',
                 .bits = kind == '1' || kind == '4',
                 .depth = kind == '3' || kind == '6' ? 3 : 1,
                 .most = 1};
    return read_number(file, &pnm->width) && read_number(file, &pnm->height) &&
           (pnm->bits || read_number(file, &pnm->most)) && end_header(file);
}

static void read_word(PnmText *file, char word[WORD_MAX])
{
    size_t length = 0;
    skip_blanks(file);
    for (; file->at < file->end && !is_blank(*file->at); file->at++) {
        if (length < WORD_MAX - 1) {
            word[length++] = (char)*file->at;
        }
    }
    word[length] = 0;
}

/* PAM: lines of a word and what it is, in any order. What the samples mean follows from how many
 * there are. */
static bool read_pam_header(Pnm *pnm, PnmText *file)
{
    char word[WORD_MAX], type[WORD_MAX];
    int64_t depth = 0;
    *pnm = (Pnm){0};
    for (;;) {
        bool ok = true;
        read_word(file, word);
        if (strcmp(word, "ENDHDR") == 0) {
            break;
        }
        if (strcmp(word, "WIDTH") == 0) {
            ok = read_number(file, &pnm->width);
        } else if (strcmp(word, "HEIGHT") == 0) {
            ok = read_number(file, &pnm->height);
        } else if (strcmp(word, "DEPTH") == 0) {
            ok = read_number(file, &depth);
        } else if (strcmp(word, "MAXVAL") == 0) {
            ok = read_number(file, &pnm->most);
        } else if (strcmp(word, "TUPLTYPE") == 0) {
            read_word(file, type);
        } else {
            ok = false;
        }
        if (!ok) {
            return false;
        }
    }
    pnm->depth = depth >= 1 && depth <= MOST_DEPTH ? (int)depth : 0;
    return pnm->depth > 0 && end_header(file);
}

/* Whether the file may have so many samples: looked at before there is room for them. */
static bool has_samples(const Pnm *pnm, const PnmText *file)
{
    int64_t row = pnm->width * pnm->depth;
    int64_t bytes = pnm->plain ? row : pnm->bits ? (row + 7) / 8 : row * pnm->sample_bytes;
    return bytes * pnm->height <= file->end - file->at;
}

/* A sample as text; those of PBM need no blanks between them. */
static bool read_plain(PnmText *file, const Pnm *pnm, int64_t *level)
{
    if (!pnm->bits) {
        return read_number(file, level);
    }
    skip_blanks(file);
    *level = file->at < file->end ? *file->at - '0' : -1;
    file->at += *level == 0 || *level == 1;
    return *level == 0 || *level == 1;
}

static int64_t read_raw(PnmText *file, int bytes)
{
    int64_t level = bytes == 1 ? file->at[0] : file->at[0] << 8 | file->at[1];
    file->at += bytes;
    return level;
}

/* The samples of a pixel, 0 .. 255 each, as red, green, blue and alpha. */
static void put_pixel(uint8_t *rgba, const uint8_t *sample, int depth)
{
    bool colour = depth >= 3;
    rgba[0] = sample[0];
    rgba[1] = sample[colour ? 1 : 0];
    rgba[2] = sample[colour ? 2 : 0];
    rgba[3] = depth % 2 == 0 ? sample[depth - 1] : UINT8_MAX;
}

static const char *read_samples(Picture *picture, const Pnm *pnm, PnmText *file)
{
    uint8_t sample[MOST_DEPTH];
    uint8_t *rgba = picture->rgba;
    for (int64_t i = 0; i < pnm->width * pnm->height; i++, rgba += 4) {
        for (int s = 0; s < pnm->depth; s++) {
            int64_t level;
            if (!pnm->plain) {
                level = read_raw(file, pnm->sample_bytes);
            } else if (!read_plain(file, pnm, &level)) {
                return file->at == file->end ? CUT : "something in it is not a number";
            }
            if (level > pnm->most) {
                return "it has a pixel that is lighter than white";
            }
            sample[s] = (uint8_t)((level * UINT8_MAX + pnm->most / 2) / pnm->most);
            sample[s] = pnm->bits ? (uint8_t)(UINT8_MAX - sample[s]) : sample[s];
        }
        put_pixel(rgba, sample, pnm->depth);
    }
    return NULL;
}

/* Eight pixels a byte, the first one in its highest bit; each row begins with a byte. */
static void read_bits(Picture *picture, const uint8_t *at)
{
    int row_bytes = (picture->width + 7) / 8;
    uint8_t *rgba = picture->rgba;
    for (int y = 0; y < picture->height; y++, at += row_bytes) {
        for (int x = 0; x < picture->width; x++, rgba += 4) {
            bool black = at[x / 8] >> (7 - x % 8) & 1;
            put_pixel(rgba, &(uint8_t){black ? 0 : UINT8_MAX}, 1);
        }
    }
}

const char *picture_pnm_read(Picture *picture, const uint8_t *data, size_t size)
{
    PnmText file = {data + 2, data + size};
    Pnm pnm;
    bool ok =
        data[1] == '7' ? read_pam_header(&pnm, &file) : read_header(&pnm, &file, (char)data[1]);
    if (!ok || pnm.most < 1 || pnm.most > MOST_LEVEL) {
        return HEADER_DAMAGED;
    }
    pnm.sample_bytes = pnm.most > UINT8_MAX ? 2 : 1;
    const char *wrong = picture_fits(pnm.width, pnm.height);
    wrong = wrong || has_samples(&pnm, &file) ? wrong : CUT;
    wrong = wrong ? wrong : picture_make(picture, pnm.width, pnm.height);
    if (wrong) {
        return wrong;
    }
    if (pnm.bits && !pnm.plain) {
        read_bits(picture, file.at);
        return NULL;
    }
    return read_samples(picture, &pnm, &file);
}
