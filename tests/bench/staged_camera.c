/* Blur, noise and the blocks of compressed pictures. */
#include "staged_camera.h"

#include <math.h>
#include <stdlib.h>

enum { BLOCK = 8, BLOCK_PIXELS = BLOCK * BLOCK, PASSES = 3 };

/* How coarsely each frequency of a block is kept: ITU-T T.81, table K.1. */
static const uint8_t COARSE[BLOCK_PIXELS] = {
    16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
    14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
    18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

static uint8_t to_level(float level)
{
    return (uint8_t)fminf(fmaxf(level + 0.5f, 0), 255);
}

/* The mean of all within a radius, along a row or a column of one colour. */
static void average(uint8_t *at, int count, int step, float radius, float *work)
{
    for (int i = 0; i < count; i++) {
        work[i] = at[i * step];
    }
    int whole = (int)radius;
    float part = radius - (float)whole;
    for (int i = 0; i < count; i++) {
        float sum = 0;
        for (int k = -whole - 1; k <= whole + 1; k++) {
            int from = i + k < 0 ? 0 : i + k >= count ? count - 1 : i + k;
            sum += work[from] * (abs(k) > whole ? part : 1);
        }
        at[i * step] = to_level(sum / (2 * radius + 1));
    }
}

bool staged_blur(Staged *staged, float deviation_px)
{
    int longer = staged->width > staged->height ? staged->width : staged->height;
    float *work = malloc((size_t)longer * sizeof *work);
    /* A mean of 2 r + 1 pixels has a variance of r (r + 1) / 3. */
    float radius = sqrtf(0.25f + 3 * deviation_px * deviation_px / PASSES) - 0.5f;
    for (int pass = 0; work != NULL && pass < 3 * PASSES; pass++) {
        uint8_t *at = staged->rgba + pass % 3;
        for (int y = 0; y < staged->height; y++) {
            average(at + 4 * y * staged->width, staged->width, 4, radius, work);
        }
        for (int x = 0; x < staged->width; x++) {
            average(at + 4 * x, staged->height, 4 * staged->width, radius, work);
        }
    }
    free(work);
    return work != NULL;
}

void staged_noise(Staged *staged, float levels, Rng *rng)
{
    for (int i = 0; i < staged->width * staged->height; i++) {
        float all = levels * rng_normal(rng);
        for (int c = 0; c < 3; c++) {
            uint8_t *at = &staged->rgba[4 * i + c];
            *at = to_level((float)*at + all + levels / 3 * rng_normal(rng));
        }
    }
}

/* Cosine waves, one a row. */
static void make_waves(float wave[BLOCK_PIXELS])
{
    for (int i = 0; i < BLOCK_PIXELS; i++) {
        float turn = (float)((2 * (i % BLOCK) + 1) * (i / BLOCK)) * 3.1415927f / (2 * BLOCK);
        wave[i] = (i < BLOCK ? 0.35355339f : 0.5f) * cosf(turn);
    }
}

/* A block in terms of waves along its rows, turned over; back where `inverse`. */
static void transform(const float *wave, const float *from, float *to, bool inverse)
{
    for (int i = 0; i < BLOCK_PIXELS; i++) {
        int row = i / BLOCK, wanted = i % BLOCK;
        float sum = 0;
        for (int k = 0; k < BLOCK; k++) {
            int at = inverse ? k * BLOCK + wanted : wanted * BLOCK + k;
            sum += from[row * BLOCK + k] * wave[at];
        }
        to[wanted * BLOCK + row] = sum;
    }
}

static void compress_block(Staged *staged, const float *wave, int x, int y, int colour,
                           float coarse)
{
    float block[BLOCK_PIXELS], work[BLOCK_PIXELS];
    for (int i = 0; i < BLOCK_PIXELS; i++) {
        int at_x = x + i % BLOCK, at_y = y + i / BLOCK;
        at_x = at_x < staged->width ? at_x : staged->width - 1;
        at_y = at_y < staged->height ? at_y : staged->height - 1;
        block[i] = (float)staged->rgba[4 * (at_y * staged->width + at_x) + colour] - 128;
    }
    transform(wave, block, work, false);
    transform(wave, work, block, false);
    for (int i = 0; i < BLOCK_PIXELS; i++) {
        float step = fmaxf(1, coarse * (float)COARSE[i]);
        block[i] = step * roundf(block[i] / step);
    }
    transform(wave, block, work, true);
    transform(wave, work, block, true);
    for (int i = 0; i < BLOCK_PIXELS; i++) {
        int at_x = x + i % BLOCK, at_y = y + i / BLOCK;
        if (at_x < staged->width && at_y < staged->height) {
            staged->rgba[4 * (at_y * staged->width + at_x) + colour] = to_level(block[i] + 128);
        }
    }
}

void staged_compress(Staged *staged, float coarse)
{
    float wave[BLOCK_PIXELS];
    make_waves(wave);
    for (int y = 0; y < staged->height; y += BLOCK) {
        for (int x = 0; x < staged->width; x += BLOCK) {
            for (int colour = 0; colour < 3; colour++) {
                compress_block(staged, wave, x, y, colour, coarse);
            }
        }
    }
}
