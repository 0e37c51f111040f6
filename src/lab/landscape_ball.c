/* The ball on the landscape: at the weights on show, or dragged to others. */
#include "lab/landscape_ball.h"

#include <math.h>

#include "lab/scrub.h"
#include "lab/weights.h"

bool landscape_ball_is_walked(const Landscape *landscape, const Lab *lab)
{
    return landscape->walked != 0 && landscape->walked == lab->net_version;
}

/* The mean cost of the survey's images for the weights on show, as train/ measures it. */
static double measure(Landscape *landscape, const Net *net)
{
    enum { AT_ONCE = 64 };
    Err unused;
    Score score = {0};
    const Survey *survey = landscape->survey;
    if (landscape->images.batch.capacity == 0 &&
        !sgd_room_make(&landscape->images, net, AT_ONCE, &unused)) {
        return 0.0;
    }
    sgd_measure(net, &landscape->images, &survey->data, 0, survey->data.images, survey->cost,
                &score);
    return score.cost / score.images;
}

static void place(Landscape *landscape, const Lab *lab)
{
    const Survey *survey = landscape->survey;
    LandscapeBall *ball = &landscape->ball;
    const Net *net = &lab->model.net;
    *ball = (LandscapeBall){.net_version = lab->net_version};
    if (!landscape->room.net.block || !net_shape_equal(&net->shape, &survey->plane.origin.shape)) {
        return;
    }
    ball->off = plane_place(&survey->plane, net, ball->at);
    ball->cost = measure(landscape, net);
    ball->ground = ground_height(&survey->ground, &landscape->room, ball->at);
    ball->known = true;
}

bool landscape_ball_place(Landscape *landscape, const Lab *lab)
{
    bool stale = landscape->ball.net_version != lab->net_version;
    if (stale) {
        place(landscape, lab);
    }
    return stale;
}

/* The weights as they were before the walk come back, exactly. */
static void go_back(Landscape *landscape, Lab *lab)
{
    if (landscape_ball_is_walked(landscape, lab) && weights_can_undo(lab)) {
        weights_undo(lab);
    }
    landscape->walked = 0;
}

bool landscape_ball_drag(Landscape *landscape, Lab *lab, const double at[PLANE_AXES], Err *err)
{
    const Survey *survey = landscape->survey;
    if (!survey || !net_shape_equal(&survey->plane.origin.shape, &lab->model.net.shape)) {
        return true;
    }
    if (!landscape_ball_is_walked(landscape, lab) &&
        !weights_keep(lab, "walk on the landscape", err)) {
        return false;
    }
    for (int k = 0; k < PLANE_AXES; k++) {
        landscape->walk_at[k] = fmin(fmax(at[k], survey->low[k]), survey->high[k]);
    }
    plane_net(&survey->plane, landscape->walk_at, &lab->model.net);
    weights_changed(lab);
    landscape->walked = lab->net_version;
    return true;
}

void landscape_ball_land(Landscape *landscape, Lab *lab, int frame)
{
    go_back(landscape, lab);
    scrub_to(lab, frame);
}
