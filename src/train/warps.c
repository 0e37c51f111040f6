/* Which set of the loops that change images this machine runs. */
#include "train/warps.h"

#include "train/warps_cells.h"

/* Not where they are used: multiplications by numbers that a compiler knows become shifts, many
 * more of them. */
const int16_t WARP_BEFORE[WARP_STRIDE] = {28800, 21632, 15488, 10368, 6272, 3200, 1152, 128,
                                          28800, 21632, 15488, 10368, 6272, 3200, 1152, 128,
                                          28800, 21632, 15488, 10368, 6272, 3200, 1152, 128,
                                          28800, 21632, 15488, 10368, 6272, 3200, 1152, 128};
const int16_t WARP_BEHIND[WARP_STRIDE] = {128, 1152, 3200, 6272, 10368, 15488, 21632, 28800,
                                          128, 1152, 3200, 6272, 10368, 15488, 21632, 28800,
                                          128, 1152, 3200, 6272, 10368, 15488, 21632, 28800,
                                          128, 1152, 3200, 6272, 10368, 15488, 21632, 28800};

const Warps *warps_nth(int index)
{
#ifdef __x86_64__
    if (index == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt")) {
        return &WARPS_AVX2;
    }
    if (index == 2 && warps_nth(1) && __builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi") &&
        __builtin_cpu_supports("avx512vbmi2")) {
        return &WARPS_VBMI;
    }
#endif
    return index == 0 ? &WARPS_BASELINE : NULL;
}

const Warps *warps_best(void)
{
    const Warps *best = &WARPS_BASELINE;
    for (int i = 1; warps_nth(i); i++) {
        best = warps_nth(i);
    }
    return best;
}
