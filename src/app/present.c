/* Presenter mode: large type, and chosen parts of the window. */
#include "app/present.h"

#include "app/actions.h"
#include "app/tour.h"
#include "app/widgets.h"

static const float ZOOM = 1.5f;

/* Design pixels. */
enum { TOGGLE_W = 44, TOGGLE_GAP = 16, LEAVE_W = 64, LEAVE_H = 26, MARGIN = 24 };

static const struct {
    int action;
    LayoutPart part;
} PART[] = {
    {ACTION_PRESENT_TOOLS, LAYOUT_TOOLS},
    {ACTION_PRESENT_INPUT, LAYOUT_INPUT},
    {ACTION_PRESENT_ANSWER, LAYOUT_ANSWER},
    {ACTION_PRESENT_STRIP, LAYOUT_STRIP},
};

enum { PARTS = sizeof PART / sizeof PART[0] };

void present_follow(App *app)
{
    app->focus = ACTION_SHEET;
    app->redraw = true;
}

void present_part(App *app, int part)
{
    app->lab.settings.present_hidden ^= (unsigned)part;
}

bool present_has_part(const App *app, int part)
{
    return !(app->lab.settings.present_hidden & (unsigned)part);
}

unsigned present_hidden(const App *app)
{
    return app->presenting ? app->lab.settings.present_hidden & ~tour_needs(app) : 0;
}

bool present_shows(const App *app, LayoutPart part)
{
    return !(app->layout.hidden & (unsigned)part);
}

float present_zoom(const App *app)
{
    return app->presenting ? ZOOM : 1.0f;
}

void present_add_widgets(App *app)
{
    SDL_Rect line = app->layout.menu;
    int gap = paint_px(app->paint, TOGGLE_GAP), x = line.x + paint_px(app->paint, MARGIN);
    int leave_w = paint_px(app->paint, LEAVE_W), leave_h = paint_px(app->paint, LEAVE_H);
    for (int i = 0; i < PARTS; i++) {
        int w =
            paint_px(app->paint, TOGGLE_W) +
            paint_text_width(app->paint, app_label(app, PART[i].action), PAINT_BODY, TEXT_REGULAR);
        SDL_Rect box = {x, line.y, w, line.h};
        widgets_add(app, WIDGET_TOGGLE, PART[i].action, box, present_shows(app, PART[i].part));
        x += w + gap;
    }
    SDL_Rect leave = {line.x + line.w - paint_px(app->paint, MARGIN) - leave_w,
                      line.y + (line.h - leave_h) / 2, leave_w, leave_h};
    widgets_add(app, WIDGET_BUTTON, ACTION_PRESENT_END, leave, false);
}
