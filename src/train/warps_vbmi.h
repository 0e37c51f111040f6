/* Sampling and listing with AVX-512 VBMI: two rows of cells are a vector, and so are four rows of
 * the image around their places, of which corners are permutations. */
#ifndef TRAIN_WARPS_VBMI_H
#define TRAIN_WARPS_VBMI_H
#ifdef __AVX512VBMI2__

#include <immintrin.h>

#include "nn/net.h"
#include "train/warps_cells.h"

/** Which of two rows are cells of the image. */
static const uint64_t WARPS_INSIDE = 0x0FFFFFFF0FFFFFFF;

/** As in warps_plain.h. */
static inline void warps_spread(const int16_t *knot, WarpSpans *spans)
{
    __m512i knots = _mm512_broadcast_i32x4(_mm_load_si128((const __m128i *)knot));
    __m512i before =
        _mm512_set_epi64(0x0003000300030003, 0x0003000300030003, 0x0002000200020002,
                         0x0002000200020002, 0x0001000100010001, 0x0001000100010001, 0, 0);
    __m512i own = _mm512_add_epi16(before, _mm512_set1_epi16(1));
    __m512i behind = _mm512_add_epi16(before, _mm512_set1_epi16(2));
    _mm512_store_si512(spans->before, _mm512_permutexvar_epi16(before, knots));
    _mm512_store_si512(spans->own, _mm512_permutexvar_epi16(own, knots));
    _mm512_store_si512(spans->behind, _mm512_permutexvar_epi16(behind, knots));
}

/** The corners of 64 places. */
typedef struct WarpCornerVectors {
    __m512i upper_left, lower_left, upper_right, lower_right;
} WarpCornerVectors;

/** The least of the numbers, all of them 0 to 65535. */
static inline int warps_least(__m512i a, __m512i b)
{
    __m512i both = _mm512_min_epu16(a, b);
    __m256i half =
        _mm256_min_epu16(_mm512_castsi512_si256(both), _mm512_extracti64x4_epi64(both, 1));
    __m128i quarter =
        _mm_min_epu16(_mm256_castsi256_si128(half), _mm256_extracti128_si256(half, 1));
    return _mm_extract_epi16(_mm_minpos_epu16(quarter), 0);
}

/** The corners that are among the rows from `first` on. Places are in the order of
 * _mm512_packus_epi16(). */
static inline WarpCornerVectors warps_pick(const WarpCells *source, int first, __m512i at)
{
    const __m512i one = _mm512_set1_epi8(1), below = _mm512_set1_epi8(WARP_STRIDE);
    const uint8_t *rows = source->level + first * WARP_STRIDE;
    __m512i low = _mm512_loadu_si512(rows);
    __m512i high = _mm512_loadu_si512(rows + 64);
    __m512i next = _mm512_add_epi8(at, one);
    return (WarpCornerVectors){
        .upper_left = _mm512_permutex2var_epi8(low, at, high),
        .upper_right = _mm512_permutex2var_epi8(low, next, high),
        .lower_left = _mm512_permutex2var_epi8(low, _mm512_add_epi8(at, below), high),
        .lower_right = _mm512_permutex2var_epi8(low, _mm512_add_epi8(next, below), high),
    };
}

/** All corners. Mostly they are among six rows, seldom among a few more. */
static inline WarpCornerVectors warps_corners(const WarpCells *source, const __m512i x[2],
                                              const __m512i y[2])
{
    enum { PIECE = 3 }; /* rows that are looked at at once; one below them is, too */
    const __m512i piece = _mm512_set1_epi16(PIECE * WARP_STRIDE), rows = _mm512_set1_epi16(~31);
    int first = warps_least(y[0], y[1]) >> WARP_PART_BITS;
    __m512i start = _mm512_set1_epi16((short)(first * WARP_STRIDE)), at[2];
    for (int i = 0; i < 2; i++) {
        __m512i row = _mm512_and_si512(_mm512_srli_epi16(y[i], 3), rows);
        __m512i cell = _mm512_or_si512(row, _mm512_srli_epi16(x[i], 8));
        at[i] = _mm512_sub_epi16(cell, start);
    }
    __m512i here = _mm512_packus_epi16(at[0], at[1]);
    __mmask64 left = _mm512_cmpge_epu8_mask(here, _mm512_set1_epi8(PIECE * WARP_STRIDE));
    WarpCornerVectors corners = warps_pick(source, first, here);
    while (left != 0) {
        first += PIECE;
        for (int i = 0; i < 2; i++) {
            at[i] = _mm512_sub_epi16(at[i], piece);
        }
        here = _mm512_packus_epi16(at[0], at[1]);
        WarpCornerVectors more = warps_pick(source, first, here);
        corners.upper_left = _mm512_mask_mov_epi8(corners.upper_left, left, more.upper_left);
        corners.lower_left = _mm512_mask_mov_epi8(corners.lower_left, left, more.lower_left);
        corners.upper_right = _mm512_mask_mov_epi8(corners.upper_right, left, more.upper_right);
        corners.lower_right = _mm512_mask_mov_epi8(corners.lower_right, left, more.lower_right);
        left = _mm512_mask_cmpge_epu8_mask(left, here, _mm512_set1_epi8(PIECE * WARP_STRIDE));
    }
    return corners;
}

/** 32 levels, given the corners on the left and on the right, the lower behind the upper ones. */
static inline __m512i warps_levels(__m512i left, __m512i right, __m512i x, __m512i y)
{
    /* 64 - d of the upper, d of the lower */
    __m512i d = _mm512_and_si512(_mm512_srli_epi16(y, 2), _mm512_set1_epi16(63));
    __m512i part =
        _mm512_add_epi16(_mm512_mullo_epi16(d, _mm512_set1_epi16(255)), _mm512_set1_epi16(64));
    left = _mm512_maddubs_epi16(left, part);
    right = _mm512_maddubs_epi16(right, part);
    __m512i across = _mm512_and_si512(_mm512_slli_epi16(x, 7), _mm512_set1_epi16(0x7F80));
    __m512i twice = _mm512_slli_epi16(_mm512_sub_epi16(right, left), 1);
    __m512i sum = _mm512_add_epi16(left, _mm512_mulhi_epi16(twice, across));
    return _mm512_srai_epi16(_mm512_add_epi16(sum, _mm512_set1_epi16(32)), 6);
}

/** As in warps_plain.h. */
static inline void warps_sample(const WarpCells *source, const WarpPlaces *places, WarpCells *cells)
{
    const __m512i rows = _mm512_set_epi64(7, 5, 3, 1, 6, 4, 2, 0); /* after packus_epi16() */
    uint8_t *level = cells->level;
    _mm256_store_si256((__m256i *)level, _mm256_setzero_si256());
    for (int i = 0; i < WARP_SIDE * WARP_STRIDE; i += 64) {
        __m512i x[2] = {_mm512_load_si512(places->x + i), _mm512_load_si512(places->x + i + 32)};
        __m512i y[2] = {_mm512_load_si512(places->y + i), _mm512_load_si512(places->y + i + 32)};
        WarpCornerVectors c = warps_corners(source, x, y);
        __m512i first =
            warps_levels(_mm512_unpacklo_epi8(c.upper_left, c.lower_left),
                         _mm512_unpacklo_epi8(c.upper_right, c.lower_right), x[0], y[0]);
        __m512i second =
            warps_levels(_mm512_unpackhi_epi8(c.upper_left, c.lower_left),
                         _mm512_unpackhi_epi8(c.upper_right, c.lower_right), x[1], y[1]);
        __m512i both = _mm512_permutexvar_epi64(rows, _mm512_packus_epi16(first, second));
        _mm512_storeu_si512(level + WARP_STRIDE + i, _mm512_maskz_mov_epi8(WARPS_INSIDE, both));
    }
    _mm256_store_si256((__m256i *)(level + (WARP_SIDE + 1) * WARP_STRIDE), _mm256_setzero_si256());
}

/** As in warps_plain.h. */
static inline NetInput warps_list(const WarpCells *cells, NetInputRoom *room)
{
    static const uint16_t COLUMN[32] = {0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13,
                                        14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27};
    __m512i cell = _mm512_loadu_si512(COLUMN), row = _mm512_set1_epi16(WARP_SIDE);
    int count = 0;
    for (int i = 0; i < WARP_SIDE * WARP_STRIDE; i += 64) {
        __m512i level = _mm512_loadu_si512(cells->level + WARP_STRIDE + i);
        uint64_t inked =
            _mm512_mask_cmpge_epu8_mask(WARPS_INSIDE, level, _mm512_set1_epi8(WARP_FAINT));
        for (int half = 0; half < 2; half++) {
            __mmask32 here = (__mmask32)(inked >> 32 * half);
            int found = __builtin_popcount(here);
            __mmask32 kept = (__mmask32)(((uint64_t)1 << found) - 1);
            __m256i part =
                half ? _mm512_extracti64x4_epi64(level, 1) : _mm512_castsi512_si256(level);
            _mm256_mask_storeu_epi8(room->level + count, kept,
                                    _mm256_maskz_compress_epi8(here, part));
            _mm512_mask_storeu_epi16(room->cell + count, kept,
                                     _mm512_maskz_compress_epi16(here, cell));
            cell = _mm512_add_epi16(cell, row);
            count += found;
        }
    }
    return (NetInput){.count = count, .cell = room->cell, .level = room->level};
}

#endif
#endif
