/* What moves by itself for a moment, and how long: the one clock of all that is animated. Times
 * come from shell_tick(); at rest there is nothing to do. */
#ifndef SHELL_MOTION_H
#define SHELL_MOTION_H

#include <SDL.h>
#include <stdbool.h>

/** Durations, in ms. */
enum {
    MOTION_EASE_MS = 120,   /* brightness and bars from one answer to the next */
    MOTION_ANSWER_MS = 200, /* the large answer becomes clear */
    MOTION_PULSE_MS = 90,   /* from a layer to the next */
    MOTION_UNFOLD_MS = 400, /* the sheet from large to its place */
    MOTION_TURN_MS = 300,   /* from the network forward to backward: bars become squares */
    MOTION_STEP_MS = 400,   /* squares after a step, */
    MOTION_FLASH_MS = 150,  /* at whose begin the edges flash */
    MOTION_RING_MS = 1600,  /* a turn of the tour's ring, and how many there are */
    MOTION_RING_TURNS = 3,
    MOTION_ZOOM_MS = 350,          /* a neuron comes close */
    MOTION_GHOST_STROKE_MS = 2400, /* the ghost writes */
    MOTION_GHOST_REST_MS = 1200,   /* and rests */
    MOTION_FRAME_MS = 16,          /* from a frame to the next */
    MOTION_CALM_FRAME_MS = 33,     /* of the ghost; and while ink may come, for which a frame that
                                      is being drawn would be in the way */
};

/** What moves. */
typedef enum MotionKind {
    MOTION_EASE,
    MOTION_ANSWER,
    MOTION_PULSE,
    MOTION_UNFOLD,
    MOTION_RING,
    MOTION_TURN, /* and then a pulse from right to left */
    MOTION_STEP,
    MOTION_ZOOM,
    MOTIONS
} MotionKind;

/** All motions of a window; each begins anew whenever its cause comes again. Zeroed it rests. */
typedef struct Motion {
    Uint64 now_ms, frame_ms; /* when the frame began, and how long after the one before */
    struct {
        Uint64 since_ms;
        int ms; /* how long; 0 at rest */
    } run[MOTIONS];
} Motion;

/** A frame begins. @return whether something moves in it, or has come to its end */
bool motion_tick(Motion *motion, Uint64 now_ms);

/** Begin one, for so long; of 0 ms it is over at once. */
void motion_begin(Motion *motion, MotionKind kind, int ms);

/** Once a frame in which it must wait. */
void motion_wait(Motion *motion, MotionKind kind);

/** Whether it goes on. */
bool motion_goes_on(const Motion *motion, MotionKind kind);

/** How much of its time is over, 0..1; 1 at rest. */
float motion_share(const Motion *motion, MotionKind kind);

/** How much of its way is left, 1..0: fast at first, then slow; 0 at rest. */
float motion_left(const Motion *motion, MotionKind kind);

/** How long until the next frame, in ms; -1 at rest. @param pen_down  ink may come */
int motion_sleep_ms(const Motion *motion, bool pen_down);

#endif
