/* What the pointer holds. */
#include "app/hold.h"

#include "app/view.h"

void hold_release(App *app)
{
    drawing_pen_up(&app->lab.drawing);
    if (app->hold == HOLD_VIEW && view_get(app->view)->release) {
        view_get(app->view)->release(app);
    }
    app->hold = HOLD_NOTHING;
    app->button = 0;
    app->finger_down = false;
    app->redraw = true;
}
