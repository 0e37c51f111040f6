/* Sampling and listing with AVX2: the corners of eight places are gathered at once. */
#ifndef TRAIN_WARPS_AVX2_H
#define TRAIN_WARPS_AVX2_H
#ifdef __AVX2__

#include <immintrin.h>

#include "nn/net.h"
#include "train/warps_cells.h"

/** Two knots from number `first` on, each eight times. */
static inline __m256i warps_twice(__m256i knots, int first)
{
    const __m256i low = _mm256_set1_epi16(0x0100), high = _mm256_set1_epi16(0x0302);
    __m256i pick = _mm256_blend_epi32(low, high, 0xF0);
    return _mm256_shuffle_epi8(knots, _mm256_add_epi8(pick, _mm256_set1_epi8((char)(2 * first))));
}

/** As in warps_plain.h. */
static inline void warps_spread(const int16_t *knot, WarpSpans *spans)
{
    __m256i knots = _mm256_broadcastsi128_si256(_mm_load_si128((const __m128i *)knot));
    for (int i = 0; i < 2; i++) {
        _mm256_store_si256((__m256i *)spans->before + i, warps_twice(knots, 2 * i));
        _mm256_store_si256((__m256i *)spans->own + i, warps_twice(knots, 2 * i + 1));
        _mm256_store_si256((__m256i *)spans->behind + i, warps_twice(knots, 2 * i + 2));
    }
}

/** All rows, each mixed with the next. */
static inline void warps_mix(const WarpCells *source, uint8_t *pair)
{
    for (int i = 0; i < (WARP_ROWS - 1) * WARP_STRIDE; i += 32) {
        const __m256i *at = (const __m256i *)(source->level + i);
        __m256i upper = _mm256_load_si256(at);
        __m256i lower = _mm256_load_si256(at + 1);
        __m256i low = _mm256_unpacklo_epi8(upper, lower), high = _mm256_unpackhi_epi8(upper, lower);
        __m256i *to = (__m256i *)(pair + 2 * i);
        _mm256_store_si256(to, _mm256_permute2x128_si256(low, high, 0x20));
        _mm256_store_si256(to + 1, _mm256_permute2x128_si256(low, high, 0x31));
    }
}

/** Sixteen levels, given their places. */
static inline __m256i warps_levels(const uint8_t *pair, const int16_t *x_at, const int16_t *y_at)
{
    __m256i x = _mm256_load_si256((const __m256i *)x_at);
    __m256i y = _mm256_load_si256((const __m256i *)y_at);
    __m256i row = _mm256_slli_epi16(_mm256_srli_epi16(y, 8), 5);
    __m256i at = _mm256_add_epi16(row, _mm256_srli_epi16(x, 8)), zero = _mm256_setzero_si256();
    __m256i low = _mm256_i32gather_epi32((const int *)pair, _mm256_unpacklo_epi16(at, zero), 2);
    __m256i high = _mm256_i32gather_epi32((const int *)pair, _mm256_unpackhi_epi16(at, zero), 2);
    /* 64 - d of the upper, d of the lower */
    __m256i d = _mm256_and_si256(_mm256_srli_epi16(y, 2), _mm256_set1_epi16(63));
    __m256i less = _mm256_sub_epi16(_mm256_set1_epi16(64), d);
    __m256i part = _mm256_or_si256(_mm256_slli_epi16(d, 8), less);
    low = _mm256_maddubs_epi16(low, _mm256_unpacklo_epi16(part, part));
    high = _mm256_maddubs_epi16(high, _mm256_unpackhi_epi16(part, part));
    __m256i left = _mm256_packs_epi32(_mm256_and_si256(low, _mm256_set1_epi32(0xFFFF)),
                                      _mm256_and_si256(high, _mm256_set1_epi32(0xFFFF)));
    __m256i right = _mm256_packs_epi32(_mm256_srli_epi32(low, 16), _mm256_srli_epi32(high, 16));
    __m256i across = _mm256_and_si256(_mm256_slli_epi16(x, 7), _mm256_set1_epi16(0x7F80));
    __m256i twice = _mm256_slli_epi16(_mm256_sub_epi16(right, left), 1);
    __m256i sum = _mm256_add_epi16(left, _mm256_mulhi_epi16(twice, across));
    return _mm256_srai_epi16(_mm256_add_epi16(sum, _mm256_set1_epi16(32)), 6);
}

/** As in warps_plain.h. */
static inline void warps_sample(const WarpCells *source, const WarpPlaces *places, WarpCells *cells)
{
    _Alignas(32) uint8_t pair[2 * WARP_ROWS * WARP_STRIDE];
    const __m256i zero = _mm256_setzero_si256();
    const __m256i inside = _mm256_set_epi32(0, -1, -1, -1, -1, -1, -1, -1); /* of a row */
    warps_mix(source, pair);
    _mm256_store_si256((__m256i *)cells->level, zero);
    for (int row = 0; row < WARP_SIDE; row++) {
        const int16_t *x = places->x + row * WARP_STRIDE, *y = places->y + row * WARP_STRIDE;
        __m256i packed =
            _mm256_packus_epi16(warps_levels(pair, x, y), warps_levels(pair, x + 16, y + 16));
        __m256i level = _mm256_permute4x64_epi64(packed, 0xD8);
        _mm256_store_si256((__m256i *)(cells->level + (row + 1) * WARP_STRIDE),
                           _mm256_and_si256(level, inside));
    }
    _mm256_store_si256((__m256i *)(cells->level + (WARP_SIDE + 1) * WARP_STRIDE), zero);
}

/** Which of four cells are inked, in the order of the bits of a number: a byte each. */
static const uint32_t WARPS_PICK[16] = {0x0,   0x0,     0x1,     0x100,    0x2,   0x200,
                                        0x201, 0x20100, 0x3,     0x300,    0x301, 0x30100,
                                        0x302, 0x30200, 0x30201, 0x3020100};

/** List the cells of a row whose bits are set, without a branch, of which none could be foreseen.
 * Returns how many there are then. */
static inline int warps_list_row(const uint8_t *level, uint32_t inked, int first, int count,
                                 NetInputRoom *room)
{
    for (int column = 0; column < WARP_SIDE; column += 4, inked >>= 4) {
        __m128i pick = _mm_cvtsi32_si128((int)WARPS_PICK[inked & 15]);
        __m128i picked = _mm_shuffle_epi8(_mm_loadu_si32(level + column), pick);
        __m128i cell =
            _mm_add_epi16(_mm_cvtepu8_epi16(pick), _mm_set1_epi16((short)(first + column)));
        _mm_storeu_si32(room->level + count, picked);
        _mm_storeu_si64(room->cell + count, cell);
        count += __builtin_popcount(inked & 15);
    }
    return count;
}

/** As in warps_plain.h. */
static inline NetInput warps_list(const WarpCells *cells, NetInputRoom *room)
{
    const __m256i faint = _mm256_set1_epi8(WARP_FAINT);
    int count = 0;
    for (int row = 0; row < WARP_SIDE; row++) {
        const uint8_t *level = cells->level + (row + 1) * WARP_STRIDE;
        __m256i levels = _mm256_load_si256((const __m256i *)level);
        __m256i inked = _mm256_cmpeq_epi8(_mm256_max_epu8(levels, faint), levels);
        count = warps_list_row(level, (uint32_t)_mm256_movemask_epi8(inked), row * WARP_SIDE, count,
                               room);
    }
    return (NetInput){.count = count, .cell = room->cell, .level = room->level};
}

#endif
#endif
