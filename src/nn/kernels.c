/* Which set of the hot loops this machine runs. */
#include "nn/kernels.h"

const Kernels *kernels_nth(int index)
{
#ifdef __x86_64__
    if (index == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return &KERNELS_AVX2;
    }
    if (index == 2 && kernels_nth(1) && __builtin_cpu_supports("avx512f") &&
        __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw")) {
        return &KERNELS_AVX512;
    }
#endif
    return index == 0 ? &KERNELS_BASELINE : NULL;
}

const Kernels *kernels_best(void)
{
    const Kernels *best = &KERNELS_BASELINE;
    for (int i = 1; kernels_nth(i); i++) {
        best = kernels_nth(i);
    }
    return best;
}
