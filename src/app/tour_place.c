/* What the guided walk points at. */
#include "app/tour_place.h"

#include "app/actions.h"
#include "app/dreams_page.h"
#include "app/view.h"

SDL_Rect tour_place_widget(const App *app, int action)
{
    int i = widget_find(app->widget, app->widgets, action);
    return i >= 0 ? app->widget[i].box : (SDL_Rect){0};
}

/* Around all of them. */
static SDL_Rect unite(const SDL_Rect *box, int count)
{
    SDL_Rect all = {0};
    for (int i = 0; i < count; i++) {
        SDL_UnionRect(&all, &box[i], &all);
    }
    return all;
}

SDL_Rect tour_place_sheet(const App *app)
{
    return app->layout.sheet;
}

SDL_Rect tour_place_input(const App *app)
{
    const Layout *at = &app->layout;
    return unite((SDL_Rect[]){at->input, at->fit, at->straighten}, 3);
}

/* Sheet, diagram and bars stand close together. */
static SDL_Rect without_left_edge(const App *app, SDL_Rect box)
{
    int edge = paint_px(app->paint, 6.0f);
    return (SDL_Rect){box.x + edge, box.y, box.w - edge, box.h};
}

SDL_Rect tour_place_bars(const App *app)
{
    return without_left_edge(app, app->layout.chart);
}

SDL_Rect tour_place_neurons(const App *app)
{
    return without_left_edge(app, app->layout.diagram);
}

SDL_Rect tour_place_view(const App *app)
{
    return app->layout.view;
}

SDL_Rect tour_place_train(const App *app)
{
    return app->layout.train;
}

SDL_Rect tour_place_step(const App *app)
{
    return app->layout.step;
}

SDL_Rect tour_place_reset(const App *app)
{
    return app->layout.reset;
}

SDL_Rect tour_place_time_line(const App *app)
{
    return app->layout.progress;
}

SDL_Rect tour_place_settings(const App *app)
{
    const LearningView *view = &app->learning_view;
    return view->page == PAGE_SETTINGS
               ? view->side
               : tour_place_widget(app, view_action(VIEW_LEARNING, LEARNING_SETTINGS));
}

SDL_Rect tour_place_noise(const App *app)
{
    int command =
        app->dreams_view.page == DREAMS_NOISE ? DREAMS_PUT_NOISE : DREAMS_SHOW_PAGE + DREAMS_NOISE;
    return tour_place_widget(app, view_action(VIEW_DREAMS, command));
}

SDL_Rect tour_place_targets(const App *app)
{
    return unite(app->backprop_view.places.digit, NET_OUTPUTS);
}

SDL_Rect tour_place_wishes(const App *app)
{
    return app->backprop_view.places.outputs;
}

SDL_Rect tour_place_layers(const App *app)
{
    return unite(app->backprop_view.places.layer, app->lab.model.net.shape.layers);
}

SDL_Rect tour_place_apply(const App *app)
{
    return app->backprop_view.places.apply;
}

SDL_Rect tour_place_minibatch(const App *app)
{
    return app->backprop_view.places.page[BACKPROP_MINIBATCH];
}
