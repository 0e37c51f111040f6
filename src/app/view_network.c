/* The view Network: the whole net between sheet and bars. */
#include "app/view_network.h"

#include "app/views.h"

static void draw(const App *app, SDL_Rect box)
{
    (void)box; /* the diagram is level with the bars, see ui/layout.h */
    Diagram diagram = {&app->model.net, &app->acts, app->chart.awake};
    diagram_draw(app->paint, &diagram, app->layout.diagram_label, app->layout.diagram);
}

const View VIEW_OF_NETWORK = {.name = "Network", .draw = draw};
