/* A relief as ground: a mesh with heights, turned, with its contour lines on it. Pixels are drawn
 * by the processor into an image that is kept while nothing changes. */
#ifndef UI_RELIEF_GROUND_H
#define UI_RELIEF_GROUND_H

#include "base/relief.h"
#include "ui/paint.h"

/** How the ground is turned: around its upright axis, and towards the one who looks; in radians. */
typedef struct ReliefTurn {
    float yaw, pitch;
} ReliefTurn;

/** Draw the ground into the image, which has depths. */
void relief_ground_draw(ReliefImage *image, const Relief *relief,
                        const uint32_t shade[RELIEF_SHADES], ReliefTurn turn, SDL_Color around);

/** Where a point over the plane is in a picture of the ground of that size, and how deep; `level`
 * is 0 at the lowest and 1 at the highest cost. */
void relief_ground_project(ReliefTurn turn, int w, int h, const float share[2], float level,
                           float out[3]);

/** The place, in shares, of the nearest ground that shows near (x, y) in a picture of that size;
 * false where there is none within `within_px`. */
bool relief_ground_pick(const Relief *relief, ReliefTurn turn, int w, int h, const float at[2],
                        float within_px, float share[2]);

/** How it is turned at first. */
ReliefTurn relief_ground_turn(void);

/** Where a place of the plane is in a picture of the ground of that size. */
SDL_FPoint relief_ground_at(const Relief *relief, ReliefTurn turn, int w, int h,
                            const double at[2]);

/** Whether ground lies before that place, in an image that was drawn with that turn. */
bool relief_ground_hides(const ReliefImage *image, const Relief *relief, ReliefTurn turn,
                         const double at[2]);

/** The radius of the ball, in design pixels. */
enum { RELIEF_BALL = 9 };

/** A ball that is lit from the upper left. @param scale  output pixels a design pixel */
void relief_ground_ball(Canvas *canvas, const Theme *theme, SDL_FPoint at, float scale);

#endif
