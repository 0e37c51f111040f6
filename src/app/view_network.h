/* State of the view Network; VIEW_OF_NETWORK in app/views.h has what it does. */
#ifndef APP_VIEW_NETWORK_H
#define APP_VIEW_NETWORK_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct NetworkView {
    int unused;
} NetworkView;

#endif
