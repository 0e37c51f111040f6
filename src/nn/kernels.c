/* Which set of the hot loops this machine runs. */
#include "nn/kernels.h"

const Kernels *kernels_nth(int index)
{
#ifdef __x86_64__
    if (index == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return &KERNELS_AVX2;
    }
#endif
    return index == 0 ? &KERNELS_BASELINE : NULL;
}

const Kernels *kernels_best(void)
{
    const Kernels *avx2 = kernels_nth(1);
    return avx2 ? avx2 : &KERNELS_BASELINE;
}
