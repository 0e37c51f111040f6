/* What the guided walk points at. */
#include "tour/tour_place.h"

#include "shell/seat.h"
#include "ui/row.h"

SDL_Rect tour_place(const Tour *tour, TourPlace place)
{
    const Layout *at = &tour->shell->layout;
    const PaneSeat *seat = seat_shown(tour->shell);
    switch (place) {
    case TOUR_PLACE_INPUTS:
        return row_inset(at->inputs, -paint_px(tour->shell->paint, 4.0f), 0);
    case TOUR_PLACE_INPUT:
        return row_around((SDL_Rect[]){at->input, at->fit, at->straighten}, 3);
    case TOUR_PLACE_BARS:
        return row_around((SDL_Rect[]){at->digits, at->chart}, 2);
    case TOUR_PLACE_NEURONS:
        return at->layers;
    case TOUR_PLACE_VIEW:
        return at->view;
    case TOUR_PLACE_TRAIN:
        return row_around((SDL_Rect[]){at->play, at->scratch}, 2);
    case TOUR_PLACE_STEP:
        return at->forward;
    case TOUR_PLACE_TIME_LINE:
        return at->time;
    default:
        return seat->pane->place ? seat->pane->place(seat->self, (int)(place - TOUR_PLACE_THING))
                                 : (SDL_Rect){0};
    }
}
