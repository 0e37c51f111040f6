/* State of the view Learning; VIEW_OF_LEARNING in app/views.h has what it does. */
#ifndef APP_VIEW_LEARNING_H
#define APP_VIEW_LEARNING_H

/** All of it belongs to the UI thread; zeroed at the start. */
typedef struct LearningView {
    int unused;
} LearningView;

#endif
