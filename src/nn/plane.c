/* A plane through the weights, and the main directions of a way. */
#include "nn/plane.h"

#include <assert.h>
#include <math.h>

/* A direction that is shorter than this, beside what it was made from, is none. */
static const double NOTHING = 1e-6;

/* A direction with less of the way is rounding. */
static const double LEAST_SHARE = 1e-9;

bool plane_make(Plane *plane, const Net *origin, Err *err)
{
    *plane = (Plane){0};
    bool made = net_make(&plane->origin, &origin->shape, err);
    for (int axis = 0; axis < PLANE_AXES && made; axis++) {
        made = net_make(&plane->along[axis], &origin->shape, err);
    }
    if (!made) {
        plane_free(plane);
        return false;
    }
    net_copy(&plane->origin, origin);
    return true;
}

void plane_free(Plane *plane)
{
    if (plane) {
        net_free(&plane->origin);
        for (int axis = 0; axis < PLANE_AXES; axis++) {
            net_free(&plane->along[axis]);
        }
    }
}

/* The sum of (a - from) * b, in lanes that are emptied before they lose digits; `from` is NULL for
 * 0. */
static double dot_from(const Net *a, const Net *from, const Net *b)
{
    enum { PART = 64 * NET_LANES };
    double sum = 0.0;
    for (size_t part = 0; part < a->floats; part += PART) {
        float lane[NET_LANES] = {0};
        size_t end = part + PART < a->floats ? part + PART : a->floats;
        for (size_t i = part; i < end; i += NET_LANES) {
            for (size_t k = 0; k < NET_LANES; k++) {
                float base = from ? from->block[i + k] : 0.0f;
                lane[k] += (a->block[i + k] - base) * b->block[i + k];
            }
        }
        for (int k = 0; k < NET_LANES; k++) {
            sum += (double)lane[k];
        }
    }
    return sum;
}

double plane_dot(const Net *a, const Net *b)
{
    assert(net_shape_equal(&a->shape, &b->shape));
    return dot_from(a, NULL, b);
}

/* net += share * direction. */
static void add(Net *net, double share, const Net *direction)
{
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] += (float)share * direction->block[i];
    }
}

static void scale(Net *net, double factor)
{
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] = (float)(factor * (double)net->block[i]);
    }
}

/* Make it as long as 1. False, and it is 0, where it is not longer than `least`. */
static bool make_unit(Net *net, double least)
{
    double length = sqrt(plane_dot(net, net));
    if (!(length > least)) {
        net_zero(net);
        return false;
    }
    scale(net, 1.0 / length);
    return true;
}

bool plane_lead(Plane *plane, int axis, const Net *direction)
{
    Net *along = &plane->along[axis];
    double length = sqrt(plane_dot(direction, direction));
    net_copy(along, direction);
    if (!(length > 0.0) || !isfinite(length)) {
        net_zero(along);
        return false;
    }
    scale(along, 1.0 / length);
    if (axis == 0) {
        return true;
    }
    for (int i = 0; i < 2; i++) { /* the second time takes away what rounding has left */
        add(along, -plane_dot(along, &plane->along[0]), &plane->along[0]);
        if (!make_unit(along, NOTHING)) {
            return false;
        }
    }
    return true;
}

void plane_net(const Plane *plane, const double at[PLANE_AXES], Net *net)
{
    const float *u = plane->along[0].block, *v = plane->along[1].block;
    assert(net_shape_equal(&plane->origin.shape, &net->shape));
    for (size_t i = 0; i < net->floats; i++) {
        net->block[i] = plane->origin.block[i] + (float)at[0] * u[i] + (float)at[1] * v[i];
    }
}

double plane_place(const Plane *plane, const Net *net, double at[PLANE_AXES])
{
    double far = 0.0;
    for (size_t i = 0; i < net->floats; i++) {
        double d = (double)net->block[i] - (double)plane->origin.block[i];
        far += d * d;
    }
    for (int axis = 0; axis < PLANE_AXES; axis++) {
        at[axis] = dot_from(net, &plane->origin, &plane->along[axis]);
        far -= at[axis] * at[axis];
    }
    return sqrt(fmax(far, 0.0));
}

/* The products of the differences, each with each. */
static void fill_products(const Net *step, int steps, double product[PLANE_MOMENTS][PLANE_MOMENTS])
{
    for (int i = 0; i < steps; i++) {
        for (int j = 0; j <= i; j++) {
            product[i][j] = product[j][i] = plane_dot(&step[i], &step[j]);
        }
    }
}

/* Turn rows and columns p and q of a symmetric matrix so that its entry (p, q) becomes 0; `turned`
 * takes part. */
static void turn(int size, double matrix[PLANE_MOMENTS][PLANE_MOMENTS],
                 double turned[PLANE_MOMENTS][PLANE_MOMENTS], int p, int q)
{
    double theta = (matrix[q][q] - matrix[p][p]) / (2.0 * matrix[p][q]);
    double t = (theta < 0.0 ? -1.0 : 1.0) / (fabs(theta) + sqrt(theta * theta + 1.0));
    double c = 1.0 / sqrt(t * t + 1.0), s = t * c;
    for (int k = 0; k < size; k++) {
        double kp = matrix[k][p], kq = matrix[k][q];
        matrix[k][p] = c * kp - s * kq;
        matrix[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < size; k++) {
        double pk = matrix[p][k], qk = matrix[q][k], vp = turned[k][p], vq = turned[k][q];
        matrix[p][k] = c * pk - s * qk;
        matrix[q][k] = s * pk + c * qk;
        turned[k][p] = c * vp - s * vq;
        turned[k][q] = s * vp + c * vq;
    }
}

/* The eigenvalues of a symmetric matrix into its diagonal, the vectors into the columns of
 * `vector`. Source: Jacobi's rotations, cyclic; Golub and Van Loan, "Matrix computations", 8.5. */
static void find_vectors(int size, double matrix[PLANE_MOMENTS][PLANE_MOMENTS],
                         double vector[PLANE_MOMENTS][PLANE_MOMENTS])
{
    enum { SWEEPS = 30 };
    for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
            vector[i][j] = i == j;
        }
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
        double off = 0.0, all = 0.0;
        for (int p = 0; p < size; p++) {
            all += matrix[p][p] * matrix[p][p];
            for (int q = p + 1; q < size; q++) {
                off += matrix[p][q] * matrix[p][q];
            }
        }
        if (off <= 1e-24 * all) {
            return;
        }
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                if (fabs(matrix[p][q]) > 0.0) {
                    turn(size, matrix, vector, p, q);
                }
            }
        }
    }
}

/* The sides that a direction has are chosen, not found: the way begins on the negative side of the
 * first, and swings out to the positive one of the others. */
static void choose_side(Net *direction, bool first, const double *vector, int steps)
{
    double at = vector[0];
    for (int i = 0; i < steps && !first; i++) {
        at = fabs(vector[i]) > fabs(at) ? vector[i] : at;
    }
    if (first ? at > 0.0 : at < 0.0) {
        scale(direction, -1.0);
    }
}

/* The sum of the differences, each as the eigenvector has it. */
static void sum_up(const Net *step, int steps, const double *vector, bool first, Net *direction)
{
    net_zero(direction);
    for (int i = 0; i < steps; i++) {
        add(direction, vector[i], &step[i]);
    }
    if (make_unit(direction, 0.0)) {
        choose_side(direction, first, vector, steps);
    }
}

void plane_directions(Net *net, int nets, Net direction[PLANE_DIRECTIONS],
                      double share[PLANE_DIRECTIONS])
{
    double product[PLANE_MOMENTS][PLANE_MOMENTS], vectors[PLANE_MOMENTS][PLANE_MOMENTS], all = 0.0;
    int steps = nets - 1;
    assert(nets >= 2 && nets <= PLANE_MOMENTS);
    for (int i = 0; i < steps; i++) {
        add(&net[i], -1.0, &net[steps]);
    }
    fill_products(net, steps, product);
    find_vectors(steps, product, vectors);
    for (int i = 0; i < steps; i++) {
        all += fmax(product[i][i], 0.0);
    }
    for (int rank = 0; rank < PLANE_DIRECTIONS; rank++) {
        int best = 0;
        double vector[PLANE_MOMENTS];
        for (int i = 1; i < steps; i++) {
            best = product[i][i] > product[best][best] ? i : best;
        }
        share[rank] = all > 0.0 ? fmax(product[best][best], 0.0) / all : 0.0;
        share[rank] = share[rank] < LEAST_SHARE ? 0.0 : share[rank];
        for (int i = 0; i < steps; i++) {
            vector[i] = share[rank] > 0.0 ? vectors[i][best] : 0.0;
        }
        sum_up(net, steps, vector, rank == 0, &direction[rank]);
        product[best][best] = -1.0; /* the next one is another */
    }
}
