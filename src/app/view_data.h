/* State of the view Data; VIEW_OF_DATA in app/views.h has what it does. */
#ifndef APP_VIEW_DATA_H
#define APP_VIEW_DATA_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct DataView {
    int unused;
} DataView;

#endif
