/* What the guided walk points at. */
#include "tour/tour_place.h"

#include "shell/seat.h"
#include "ui/row.h"

SDL_Rect tour_place_sheet(const Tour *tour)
{
    return tour->shell->layout.sheet;
}

SDL_Rect tour_place_input(const Tour *tour)
{
    const Layout *at = &tour->shell->layout;
    return row_around((SDL_Rect[]){at->input, at->fit, at->straighten}, 3);
}

/* Sheet, diagram and bars stand close together. */
static SDL_Rect without_left_edge(const Tour *tour, SDL_Rect box)
{
    row_left(&box, paint_px(tour->shell->paint, 6.0f), 0);
    return box;
}

SDL_Rect tour_place_bars(const Tour *tour)
{
    return without_left_edge(tour, tour->shell->layout.chart);
}

SDL_Rect tour_place_neurons(const Tour *tour)
{
    return without_left_edge(tour, tour->shell->layout.diagram);
}

SDL_Rect tour_place_view(const Tour *tour)
{
    return tour->shell->layout.view;
}

SDL_Rect tour_place_train(const Tour *tour)
{
    return tour->shell->layout.train;
}

SDL_Rect tour_place_step(const Tour *tour)
{
    return tour->shell->layout.step;
}

SDL_Rect tour_place_reset(const Tour *tour)
{
    return tour->shell->layout.reset;
}

SDL_Rect tour_place_time_line(const Tour *tour)
{
    return tour->shell->layout.progress;
}

/* What the view on show says of a thing of it. */
static SDL_Rect place_of(const Tour *tour, ViewThing thing)
{
    const PaneSeat *seat = seat_shown(tour->shell);
    return seat->pane->place ? seat->pane->place(seat->self, (int)thing) : (SDL_Rect){0};
}

SDL_Rect tour_place_settings(const Tour *tour)
{
    return place_of(tour, VIEW_THING_SETTINGS);
}

SDL_Rect tour_place_noise(const Tour *tour)
{
    return place_of(tour, VIEW_THING_NOISE);
}

SDL_Rect tour_place_targets(const Tour *tour)
{
    return place_of(tour, VIEW_THING_TARGET);
}

SDL_Rect tour_place_wishes(const Tour *tour)
{
    return place_of(tour, VIEW_THING_WISHES);
}

SDL_Rect tour_place_layers(const Tour *tour)
{
    return place_of(tour, VIEW_THING_LAYER);
}

SDL_Rect tour_place_apply(const Tour *tour)
{
    return place_of(tour, VIEW_THING_APPLY);
}

SDL_Rect tour_place_minibatch(const Tour *tour)
{
    return place_of(tour, VIEW_THING_MINIBATCH);
}
