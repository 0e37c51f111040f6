/* State of the view Dreams; VIEW_OF_DREAMS in app/views.h has what it does. */
#ifndef APP_VIEW_DREAMS_H
#define APP_VIEW_DREAMS_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct DreamsView {
    int unused;
} DreamsView;

#endif
