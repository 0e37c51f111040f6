/* A plane through the weights: places, directions, and the main directions of a way. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <math.h>

#include "nn/plane.h"

static const NetShape SHAPE = {3, {784, 16, 5, 10}};

static Net random_net(uint64_t seed)
{
    Net net;
    Err err;
    Rng rng;
    rng_init(&rng, seed);
    assert_true(net_make(&net, &SHAPE, &err));
    net_randomise(&net, &rng);
    return net;
}

/* a + share * b. */
static void add(Net *a, float share, const Net *b)
{
    for (size_t i = 0; i < a->floats; i++) {
        a->block[i] += share * b->block[i];
    }
}

static double length(const Net *net)
{
    return sqrt(plane_dot(net, net));
}

static void close_to(double got, double expected, double within)
{
    if (!(fabs(got - expected) <= within)) {
        fail_msg("%.9g, expected %.9g", got, expected);
    }
}

static void a_plane_stands_at_right_angles(void **state)
{
    Err err;
    Plane plane;
    Net origin = random_net(1), a = random_net(2), b = random_net(3);
    (void)state;
    add(&b, 3.0f, &a); /* far from a right angle */
    assert_true(plane_make(&plane, &origin, &err));
    assert_true(plane_lead(&plane, 0, &a) && plane_lead(&plane, 1, &b));
    close_to(length(&plane.along[0]), 1.0, 1e-5);
    close_to(length(&plane.along[1]), 1.0, 1e-5);
    close_to(plane_dot(&plane.along[0], &plane.along[1]), 0.0, 1e-5);
    assert_false(plane_lead(&plane, 1, &a)); /* nothing of it is left */
    close_to(length(&plane.along[1]), 0.0, 0.0);
    net_zero(&b);
    assert_false(plane_lead(&plane, 0, &b));
    plane_free(&plane);
    net_free(&origin);
    net_free(&a);
    net_free(&b);
}

static void a_place_leads_to_its_network_and_back(void **state)
{
    Err err;
    Plane plane;
    double at[2] = {-3.25, 7.5}, back[2];
    Net origin = random_net(1), a = random_net(2), b = random_net(3), net = random_net(4);
    (void)state;
    assert_true(plane_make(&plane, &origin, &err));
    assert_true(plane_lead(&plane, 0, &a) && plane_lead(&plane, 1, &b));
    plane_net(&plane, at, &net);
    close_to(plane_place(&plane, &net, back), 0.0, 5e-3);
    close_to(back[0], at[0], 1e-4);
    close_to(back[1], at[1], 1e-4);
    /* What stands off the plane is as far away as it was moved. */
    Net off = random_net(5);
    add(&off, -(float)plane_dot(&off, &plane.along[0]), &plane.along[0]);
    add(&off, -(float)plane_dot(&off, &plane.along[1]), &plane.along[1]);
    add(&net, 2.0f, &off);
    close_to(plane_place(&plane, &net, back), 2.0 * length(&off), 5e-3);
    close_to(back[1], at[1], 1e-4);
    plane_free(&plane);
    net_free(&origin);
    net_free(&a);
    net_free(&b);
    net_free(&net);
    net_free(&off);
}

enum { WAY = 20 };

/* A way in three known directions at right angles, of falling importance, to an end far from 0. */
static void make_way(Net way[WAY], Net axis[3], double place[WAY][3])
{
    Net end = random_net(50);
    for (int k = 0; k < 3; k++) {
        axis[k] = random_net(60 + (uint64_t)k);
        for (int j = 0; j < k; j++) {
            add(&axis[k], -(float)plane_dot(&axis[k], &axis[j]), &axis[j]);
        }
        double size = length(&axis[k]);
        for (size_t i = 0; i < axis[k].floats; i++) {
            axis[k].block[i] = (float)((double)axis[k].block[i] / size);
        }
    }
    for (int i = 0; i < WAY; i++) {
        double t = (double)i / (WAY - 1);
        place[i][0] = -40.0 * (1.0 - t);
        place[i][1] = 9.0 * sin(6.2831853 * t);
        place[i][2] = 1.5 * sin(4.0 * 3.14159265 * t);
        way[i] = random_net(0);
        net_copy(&way[i], &end);
        for (int k = 0; k < 3; k++) {
            add(&way[i], (float)place[i][k], &axis[k]);
        }
    }
    net_free(&end);
}

/* The part of a 3x3 symmetric matrix's trace that lies along its strongest direction, found by
 * squaring it again and again: independent of how the program does it. */
static double strongest_part(double matrix[3][3], double vector[3])
{
    double trace = matrix[0][0] + matrix[1][1] + matrix[2][2], size = 0.0;
    for (int k = 0; k < 3; k++) {
        vector[k] = 1.0;
    }
    for (int round = 0; round < 10000; round++) {
        double next[3] = {0};
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                next[i] += matrix[i][j] * vector[j];
            }
        }
        size = sqrt(next[0] * next[0] + next[1] * next[1] + next[2] * next[2]);
        for (int k = 0; k < 3; k++) {
            vector[k] = next[k] / size;
        }
    }
    return size / trace;
}

static void free_all(Net *net, int nets)
{
    for (int i = 0; i < nets; i++) {
        net_free(&net[i]);
    }
}

static void add_products(const double place[WAY][3], double matrix[3][3])
{
    for (int n = 0; n < WAY; n++) {
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                matrix[i][j] += place[n][i] * place[n][j];
            }
        }
    }
}

/* It is of length 1, lies in the three axes, and there along `vector`. */
static void leads_along(const Net *direction, const Net axis[3], const double vector[3])
{
    double all = 0.0, dot = 0.0;
    close_to(length(direction), 1.0, 1e-5);
    for (int k = 0; k < 3; k++) {
        double along = plane_dot(direction, &axis[k]);
        all += along * along;
        dot += along * vector[k];
    }
    close_to(all, 1.0, 1e-4);
    close_to(fabs(dot), 1.0, 1e-4);
}

static void main_directions_are_those_of_a_reference(void **state)
{
    Net way[WAY], axis[3], direction[PLANE_DIRECTIONS];
    double place[WAY][3], share[PLANE_DIRECTIONS], matrix[3][3] = {{0}}, trace = 0.0;
    (void)state;
    make_way(way, axis, place);
    for (int k = 0; k < PLANE_DIRECTIONS; k++) {
        direction[k] = random_net(0);
    }
    plane_directions(way, WAY, direction, share);
    add_products((const double(*)[3])place, matrix);
    trace = matrix[0][0] + matrix[1][1] + matrix[2][2];
    for (int rank = 0; rank < 3; rank++) {
        double vector[3], part = strongest_part(matrix, vector);
        double left = matrix[0][0] + matrix[1][1] + matrix[2][2];
        close_to(share[rank], part * left / trace, 1e-5);
        leads_along(&direction[rank], axis, vector);
        for (int i = 0; i < 3; i++) { /* the rest of the way */
            for (int j = 0; j < 3; j++) {
                matrix[i][j] -= part * left * vector[i] * vector[j];
            }
        }
    }
    assert_true(plane_dot(&direction[0], &way[0]) < 0.0); /* the start is on the negative side */
    free_all(way, WAY);
    free_all(axis, 3);
    free_all(direction, PLANE_DIRECTIONS);
}

static void a_straight_way_has_one_direction_and_none_has_none(void **state)
{
    enum { NETS = 4 };
    Net way[NETS], direction[PLANE_DIRECTIONS], step = random_net(9);
    double share[PLANE_DIRECTIONS];
    (void)state;
    for (int k = 0; k < PLANE_DIRECTIONS; k++) {
        direction[k] = random_net(0);
    }
    for (int still = 0; still < 2; still++) {
        for (int i = 0; i < NETS; i++) {
            way[i] = random_net(8);
            add(&way[i], still ? 0.0f : 0.25f * (float)i, &step);
        }
        plane_directions(way, NETS, direction, share);
        close_to(share[0], still ? 0.0 : 1.0, 1e-6);
        close_to(length(&direction[0]), still ? 0.0 : 1.0, 1e-5);
        close_to(share[1] + share[2], 0.0, 1e-6);
        free_all(way, NETS);
    }
    free_all(direction, PLANE_DIRECTIONS);
    net_free(&step);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plane_stands_at_right_angles),
        cmocka_unit_test(a_place_leads_to_its_network_and_back),
        cmocka_unit_test(main_directions_are_those_of_a_reference),
        cmocka_unit_test(a_straight_way_has_one_direction_and_none_has_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
