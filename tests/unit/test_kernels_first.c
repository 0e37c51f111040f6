/* The hot loops of the first layer, of each instruction set, against naive loops in double
 * precision.
 */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>

#include "base/sys.h"
#include "kernels_fixture.h"

enum { MAX_ROWS = NET_INPUTS, MAX_STRIDE = 512 };
static const int STRIDES[] = {16, 32, 48, 64, 80, 128, 144, 512};
static const int COUNTS[] = {0, 1, 2, 3, 4, 5, 7, 16, 151, 784};
enum { N_STRIDES = sizeof STRIDES / sizeof *STRIDES, N_COUNTS = sizeof COUNTS / sizeof *COUNTS };

/* Numbers to run a kernel on. */
typedef struct Numbers {
    _Alignas(64) float weight[MAX_ROWS * MAX_STRIDE];
    _Alignas(64) float vector[MAX_STRIDE]; /* a bias or a delta */
    _Alignas(64) float out[MAX_STRIDE];
    NetInputRoom room;
    NetInput input;
} Numbers;

/* `count` cells with ink. */
static Numbers *make_numbers(int count, int stride)
{
    Rng rng;
    rng_init(&rng, (uint64_t)(count * 1000 + stride));
    Numbers *numbers = sys_alloc_aligned(sizeof *numbers);
    assert_non_null(numbers);
    fill(numbers->weight, (size_t)(MAX_ROWS * stride), &rng);
    fill(numbers->vector, (size_t)stride, &rng);
    for (int i = 0, cell = 0; i < count; i++, cell++) {
        cell += rng_below(&rng, (MAX_ROWS - cell) / (count - i));
        numbers->room.cell[i] = (uint16_t)cell;
        numbers->room.level[i] = (uint8_t)(1 + rng_below(&rng, 255));
    }
    numbers->input = (NetInput){count, numbers->room.cell, numbers->room.level};
    return numbers;
}

typedef void Check(const Kernels *set, Numbers *numbers, int stride);

/* Run a check on every instruction set of this machine, every stride and every count. */
static void check_all(Check *check)
{
    for (int n = 0; kernels_nth(n); n++) {
        for (int s = 0; s < N_STRIDES; s++) {
            for (int c = 0; c < N_COUNTS; c++) {
                Numbers *numbers = make_numbers(COUNTS[c], STRIDES[s]);
                check(kernels_nth(n), numbers, STRIDES[s]);
                sys_free_aligned(numbers);
            }
        }
    }
}

static void check_forward_input(const Kernels *set, Numbers *numbers, int stride)
{
    const NetInput *input = &numbers->input;
    set->forward_input(numbers->out, stride, numbers->weight, numbers->vector, input);
    for (int to = 0; to < stride; to++) {
        double z = (double)numbers->vector[to], size = fabs(z);
        for (int i = 0; i < input->count; i++) {
            double weight = (double)numbers->weight[input->cell[i] * stride + to];
            z += input->level[i] / 255.0 * weight;
            size += fabs(input->level[i] / 255.0 * weight);
        }
        close_to(numbers->out[to], 1 / (1 + exp(-z)), 0.2 + size / 4); /* a sigmoid's slope */
    }
}

/* Rows of cells without ink stay as they were. */
static void check_step_input(const Kernels *set, Numbers *numbers, int stride)
{
    const NetInput *input = &numbers->input;
    Numbers *before = make_numbers(input->count, stride);
    set->step_input(numbers->weight, stride, numbers->vector, input);
    for (int cell = 0, next = 0; cell < MAX_ROWS; cell++) {
        bool inked = next < input->count && input->cell[next] == cell;
        for (int to = 0; to < stride; to++) {
            double old = (double)before->weight[cell * stride + to];
            double term = inked ? input->level[next] / 255.0 * (double)numbers->vector[to] : 0;
            close_to(numbers->weight[cell * stride + to], old + term, fabs(old) + fabs(term));
        }
        next += inked;
    }
    sys_free_aligned(before);
}

static void the_first_layer_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    check_all(check_forward_input);
    check_all(check_step_input);
}

/* Images that change the weights together: each cell has ink in some of them, from none to all. */
typedef struct Crowd {
    _Alignas(64) float weight[NET_INPUTS * MAX_STRIDE];
    _Alignas(64) float delta[KERNEL_CELL_IMAGES * MAX_STRIDE];
    KernelCells cells;
} Crowd;

static Crowd *make_crowd(int stride)
{
    Rng rng;
    rng_init(&rng, (uint64_t)stride);
    Crowd *crowd = sys_alloc_aligned((sizeof *crowd + 63) / 64 * 64);
    assert_non_null(crowd);
    fill(crowd->weight, (size_t)(NET_INPUTS * stride), &rng);
    fill(crowd->delta, (size_t)(KERNEL_CELL_IMAGES * stride), &rng);
    for (int c = 0; c < NET_INPUTS; c++) {
        crowd->cells.images[c] = 0;
        for (int image = 0; image < KERNEL_CELL_IMAGES; image++) {
            if (rng_below(&rng, NET_INPUTS - 1) < c) {
                int at = crowd->cells.images[c]++;
                crowd->cells.cell[c].image[at] = (uint8_t)image;
                crowd->cells.cell[c].level[at] = (uint8_t)(1 + rng_below(&rng, 255));
            }
        }
    }
    return crowd;
}

static void check_step_cells(const Kernels *set, int stride)
{
    const float KEEP = 0.75f;
    Crowd *crowd = make_crowd(stride), *before = make_crowd(stride);
    set->step_cells(crowd->weight, stride, crowd->delta, &crowd->cells, KEEP);
    for (int c = 0; c < NET_INPUTS; c++) {
        const KernelCell *cell = &crowd->cells.cell[c];
        for (int to = 0; to < stride; to++) {
            double sum = (double)KEEP * (double)before->weight[c * stride + to], size = fabs(sum);
            for (int i = 0; i < crowd->cells.images[c]; i++) {
                double term =
                    cell->level[i] / 255.0 * (double)crowd->delta[cell->image[i] * stride + to];
                sum += term;
                size += fabs(term);
            }
            close_to(crowd->weight[c * stride + to], sum, size);
        }
    }
    sys_free_aligned(before);
    sys_free_aligned(crowd);
}

static void a_step_cell_by_cell_agrees_with_a_naive_loop(void **state)
{
    (void)state;
    for (int n = 0; kernels_nth(n); n++) {
        for (int s = 0; s < N_STRIDES; s++) {
            check_step_cells(kernels_nth(n), STRIDES[s]);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_layer_agrees_with_a_naive_loop),
        cmocka_unit_test(a_step_cell_by_cell_agrees_with_a_naive_loop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
