/* Key frames of the weights of a run, few enough to keep. */
#include "train/timeline.h"

#include <assert.h>
#include <math.h>

#include "nn/net_moments.h"

double timeline_place(double done)
{
    return net_moments_place(done);
}

void timeline_clear(Timeline *timeline)
{
    for (int i = 0; i < TIMELINE_FRAMES; i++) {
        net_free(&timeline->frame[i].net);
    }
    *timeline = (Timeline){.last_id = timeline->last_id};
}

void timeline_free(Timeline *timeline)
{
    timeline_clear(timeline);
    timeline->last_id = 0;
}

static int room_for(const Net *net)
{
    size_t room = TIMELINE_BYTES / (net->floats * sizeof *net->block);
    return room < TIMELINE_LEAST    ? TIMELINE_LEAST
           : room > TIMELINE_FRAMES ? TIMELINE_FRAMES
                                    : (int)room;
}

static double place_of(const TimelineFrame *frame)
{
    return timeline_place(frame->done);
}

/* Make room for a newer frame. Frames that go change places with those that stay: their memory is
 * used again. */
static void thin(Timeline *timeline)
{
    TimelineFrame *frame = timeline->frame;
    int newest = timeline->frames - 1, stay = 1;
    timeline->spacing = 2.0 * (place_of(&frame[newest]) - place_of(&frame[0])) / newest;
    for (int i = 1; i <= newest; i++) {
        if (place_of(&frame[i]) - place_of(&frame[stay - 1]) >= timeline->spacing ||
            frame[i].id == timeline->held) {
            TimelineFrame gone = frame[stay];
            frame[stay++] = frame[i];
            frame[i] = gone;
        }
    }
    timeline->frames = stay;
}

/* Whether the newest frame is so near to the one before that a later one may take its place. */
static bool is_crowded(const Timeline *timeline)
{
    const TimelineFrame *newest = &timeline->frame[timeline->frames - 1];
    return timeline->frames > 1 && newest->id != timeline->held &&
           place_of(newest) - place_of(newest - 1) < timeline->spacing;
}

bool timeline_add(Timeline *timeline, double done, const Net *net)
{
    int frames = timeline->frames;
    if (frames == 0) {
        timeline->capacity = room_for(net);
    } else if (done <= timeline->frame[frames - 1].done) {
        return true;
    }
    if (frames > 0 && is_crowded(timeline)) {
        timeline->frames--;
    } else if (frames == timeline->capacity) {
        thin(timeline);
    }
    Err unused;
    TimelineFrame *frame = &timeline->frame[timeline->frames];
    if (!frame->net.block && !net_make(&frame->net, &net->shape, &unused)) {
        return false;
    }
    assert(net_shape_equal(&frame->net.shape, &net->shape));
    net_copy(&frame->net, net);
    frame->done = done;
    frame->id = ++timeline->last_id;
    timeline->frames++;
    return true;
}

bool timeline_copy(Timeline *to, const Timeline *from, Err *err)
{
    *to = *from;
    for (int i = 0; i < TIMELINE_FRAMES; i++) {
        to->frame[i].net = (Net){0};
    }
    for (int i = 0; i < from->frames; i++) {
        const Net *net = &from->frame[i].net;
        if (!net_make(&to->frame[i].net, &net->shape, err)) {
            timeline_free(to);
            return false;
        }
        net_copy(&to->frame[i].net, net);
    }
    return true;
}

void timeline_cut(Timeline *timeline, int last)
{
    assert(last >= 0 && last < timeline->frames);
    timeline->frames = last + 1;
}

int timeline_nearest(const Timeline *timeline, double done)
{
    int nearest = -1;
    double place = timeline_place(done), least = 2.0;
    for (int i = 0; i < timeline->frames; i++) {
        double far = fabs(place_of(&timeline->frame[i]) - place);
        if (far < least) {
            nearest = i;
            least = far;
        }
    }
    return nearest;
}

int timeline_find(const Timeline *timeline, int id)
{
    for (int i = 0; i < timeline->frames; i++) {
        if (timeline->frame[i].id == id) {
            return i;
        }
    }
    return -1;
}
