/* State of the view Backprop; VIEW_OF_BACKPROP in app/views.h has what it does. */
#ifndef APP_VIEW_BACKPROP_H
#define APP_VIEW_BACKPROP_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct BackpropView {
    int unused;
} BackpropView;

#endif
