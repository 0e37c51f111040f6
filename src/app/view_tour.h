/* State of the view Tour; VIEW_OF_TOUR in app/views.h has what it does. */
#ifndef APP_VIEW_TOUR_H
#define APP_VIEW_TOUR_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct TourView {
    int unused;
} TourView;

#endif
