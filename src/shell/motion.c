/* What moves by itself for a moment, and how long. */
#include "shell/motion.h"

bool motion_goes_on(const Motion *motion, MotionKind kind)
{
    return motion->run[kind].ms > 0;
}

bool motion_tick(Motion *motion, Uint64 now_ms)
{
    bool moves = false;
    motion->frame_ms = now_ms - motion->now_ms;
    motion->now_ms = now_ms;
    for (int i = 0; i < MOTIONS; i++) {
        moves |= motion_goes_on(motion, (MotionKind)i);
        if (now_ms - motion->run[i].since_ms >= (Uint64)motion->run[i].ms) {
            motion->run[i].ms = 0;
        }
    }
    return moves;
}

void motion_begin(Motion *motion, MotionKind kind, int ms)
{
    motion->run[kind].since_ms = motion->now_ms;
    motion->run[kind].ms = ms;
}

void motion_wait(Motion *motion, MotionKind kind)
{
    motion->run[kind].since_ms += motion->frame_ms;
}

float motion_share(const Motion *motion, MotionKind kind)
{
    float passed_ms = (float)(motion->now_ms - motion->run[kind].since_ms);
    return motion_goes_on(motion, kind) ? passed_ms / (float)motion->run[kind].ms : 1.0f;
}

float motion_left(const Motion *motion, MotionKind kind)
{
    float left = 1.0f - motion_share(motion, kind);
    return left * left * left;
}

int motion_sleep_ms(const Motion *motion, bool pen_down)
{
    int sleep_ms = -1, frame_ms = pen_down ? MOTION_CALM_FRAME_MS : MOTION_FRAME_MS;
    for (int i = 0; i < MOTIONS; i++) {
        sleep_ms = motion_goes_on(motion, (MotionKind)i) ? frame_ms : sleep_ms;
    }
    return sleep_ms;
}
