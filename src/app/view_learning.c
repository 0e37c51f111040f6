/* The view Learning. */
#include "app/view_learning.h"

#include "app/views.h"

static void free_view(App *app)
{
    runs_free(&app->learning_view.runs);
}

const View VIEW_OF_LEARNING = {.name = "Learning", .free = free_view};
