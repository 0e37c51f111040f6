/* The limits of one core, and the work that training on an image is. */
#include "bench_limits.h"

#include <stdlib.h>
#include <string.h>

#include "bench_loops.h"
#include "bench_time.h"

/* Half of the smallest first-level cache in use, three quarters of the smallest second-level one.
 */
enum { L1_BYTES = 16 << 10, L2_BYTES = 192 << 10 };

typedef struct Probe {
    const BenchLoops *loops;
    const void *memory;
    size_t bytes;
    float sum;
    uint32_t mixed;
} Probe;

static void multiply_add(void *context, int rounds)
{
    Probe *probe = context;
    probe->sum += probe->loops->multiply_add(0.5f, 1.0f, rounds);
}

static void read_memory(void *context, int rounds)
{
    Probe *probe = context;
    probe->mixed ^= probe->loops->read(probe->memory, probe->bytes, rounds);
}

/* Number `index` of the sets of loops that this machine runs; NULL past the last. */
static const BenchLoops *nth_loops(int index)
{
#ifdef __x86_64__
    if (index == 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        return &BENCH_LOOPS_AVX2;
    }
    if (index == 2 && __builtin_cpu_supports("avx512f")) {
        return &BENCH_LOOPS_AVX512;
    }
#endif
    return index == 0 ? &BENCH_LOOPS_BASELINE : NULL;
}

static double read_gbs(Probe *probe, size_t bytes)
{
    probe->bytes = bytes;
    return 1e-3 * (double)bytes / bench_time_job(read_memory, probe).min;
}

static void keep_larger(double *most, double value)
{
    *most = value > *most ? value : *most;
}

bool bench_limits_measure(BenchLimits *limits, Err *err)
{
    *limits = (BenchLimits){0};
    uint8_t *memory = aligned_alloc(64, L2_BYTES);
    if (!memory) {
        return err_set(err, "There is not enough memory to measure the caches.");
    }
    memset(memory, 1, L2_BYTES);
    const BenchLoops *loops;
    for (int i = 0; i < BENCH_SETS && (loops = nth_loops(i)); i++) {
        Probe probe = {.loops = loops, .memory = memory};
        limits->set[i] = loops->name;
        limits->set_gflops[i] = 1e-3 * loops->flops / bench_time_job(multiply_add, &probe).min;
        keep_larger(&limits->gflops, limits->set_gflops[i]);
        keep_larger(&limits->l1_gbs, read_gbs(&probe, L1_BYTES));
        keep_larger(&limits->l2_gbs, read_gbs(&probe, L2_BYTES));
    }
    free(memory);
    return true;
}

BenchWork bench_limits_work(const NetShape *shape, const Dataset *data)
{
    double inked = (double)data->start[data->images] / data->images;
    double first = shape->size[1], inner = 0; /* weights of the layers after the first */
    for (int l = 1; l < shape->layers; l++) {
        inner += (double)shape->size[l] * shape->size[l + 1];
    }
    /* A weight of the first layer is used forward and in the gradient; it has no delta to give. Its
     * gradient is read and written, so three accesses; an inner weight has a fourth. */
    return (BenchWork){
        .flops = 2 * 2 * inked * first + 3 * 2 * inner,
        .dense_flops = 2 * 2 * NET_INPUTS * first + 3 * 2 * inner,
        .bytes = sizeof(float) * (3 * inked * first + 4 * inner),
    };
}

BenchShares bench_limits_shares(const BenchLimits *limits, const BenchWork *work, int images,
                                double epoch_ms)
{
    double images_per_ns = images / (1e6 * epoch_ms); /* a G a second is one a nanosecond */
    return (BenchShares){
        .arithmetic = images_per_ns * work->flops / limits->gflops,
        .cache = images_per_ns * work->bytes / limits->l1_gbs,
        .dense = images_per_ns * work->dense_flops / limits->gflops,
    };
}
