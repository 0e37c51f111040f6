/* The ground of the cost in the film of a run. */
#include "ui/film_ground.h"

/* Design pixels. */
enum { WAY = 2, EDGE = 4, START = 3 };

ReliefTurn film_ground_turn(void)
{
    return (ReliefTurn){.yaw = relief_ground_turn().yaw, .pitch = 0.45f};
}

static SDL_FPoint spot_of(const FilmGround *ground, int i)
{
    const ReliefImage *image = ground->image;
    return relief_ground_at(ground->relief, film_ground_turn(), image->w, image->h,
                            ground->place[i]);
}

static void way_draw(Canvas *canvas, const FilmGround *ground, float width_px, SDL_Color colour)
{
    for (int i = 1; i < ground->places; i++) {
        SDL_FPoint a = spot_of(ground, i - 1), b = spot_of(ground, i);
        canvas_line(canvas, a.x, a.y, b.x, b.y, width_px, colour);
    }
}

void film_ground_draw(Paint *out, const FilmGround *ground, SDL_Rect box)
{
    const Theme *theme = out->theme;
    Canvas *canvas = &out->canvas[PAINT_GROUND];
    if (ground->image->w != box.w || ground->image->h != box.h ||
        !canvas_begin(canvas, box.w, box.h, theme->window)) {
        return;
    }
    SDL_FPoint start = spot_of(ground, 0), end = spot_of(ground, ground->places - 1);
    canvas_pixels(canvas, ground->image->pixel);
    way_draw(canvas, ground, EDGE * out->scale, theme->way_edge);
    way_draw(canvas, ground, WAY * out->scale, theme->way);
    canvas_disc(canvas, start.x, start.y, (START + 1) * out->scale, theme->way_edge);
    canvas_disc(canvas, start.x, start.y, START * out->scale, theme->way);
    relief_ground_ball(canvas, theme, end, out->scale);
    canvas_show(canvas, out->renderer, box.x, box.y);
}
