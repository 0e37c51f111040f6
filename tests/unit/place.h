/* For the tests of file readers: a file of a test's own. Included after cmocka.h. */
#ifndef UNIT_PLACE_H
#define UNIT_PLACE_H

#include "scratch.h"

typedef struct Place {
    Path folder, file; /* the file is the test's to write */
    Err err;           /* what its reader said */
} Place;

#define PLACE_TEST(name) cmocka_unit_test_setup_teardown(name, place_make, place_free)

static inline int place_make(void **state)
{
    Place *place = calloc(1, sizeof *place);
    assert_non_null(place);
    scratch_make(&place->folder);
    place->file = scratch_path(&place->folder, "file");
    *state = place;
    return 0;
}

static inline int place_free(void **state)
{
    Place *place = *state;
    scratch_free(&place->folder);
    free(place);
    return 0;
}

#endif
