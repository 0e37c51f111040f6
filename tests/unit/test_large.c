/* Room for much. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/large.h"

/* Sanitizers see what lies outside of it. */
static void all_of_it_can_be_written(void **state)
{
    (void)state;
    const size_t MIB = 1024 * 1024, SIZES[] = {0, 1, 2 * MIB - 1, 2 * MIB, 2 * MIB + 1, 5 * MIB};
    for (size_t i = 0; i < sizeof SIZES / sizeof SIZES[0]; i++) {
        uint8_t *room = large_alloc(SIZES[i]);
        assert_true(room || SIZES[i] == 0);
        if (SIZES[i] > 0) {
            memset(room, 1, SIZES[i]);
        }
        free(room);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_it_can_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
