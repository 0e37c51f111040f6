/* The view Landscape, as one run takes the place of another. */
#include "landscape_fixture.h"

#include "lab/models.h"

static void a_map_has_no_place_for_a_larger_networks_run(void **state)
{
    Fixture *f = *state;
    Err err;
    NetShape shape;
    make_run(f);
    const Landscape *landscape = &view_of(f)->landscape;
    assert_true(net_shape_parse("64,32", &shape, &err));
    fixture_key(f, SDLK_F2, 0);
    assert_true(models_new(&f->app.lab, &shape, &err));
    fixture_key(f, SDLK_t, KMOD_LCTRL);
    fixture_wait(f, is_idle);
    fixture_key(f, SDLK_F5, KMOD_LSHIFT);
    fixture_frame(f);
    if (landscape->survey->plane.origin.shape.size[1] == 16) { /* the old map is on show */
        assert_non_null(landscape->next);
        assert_int_equal(landscape->moments, 0);
    }
    fixture_wait(f, is_measured);
    assert_int_equal(landscape->survey->plane.origin.shape.size[1], 64);
    assert_int_equal(landscape->moments, f->app.lab.timeline.frames);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        APP_TEST(a_map_has_no_place_for_a_larger_networks_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
