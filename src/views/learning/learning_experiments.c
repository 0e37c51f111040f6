/* The experiments of the view Learning, in the place of its settings: a button each, with what it
 * shows. */
#include "views/learning/learning_experiments.h"

#include "lab/experiments.h"
#include "ui/row.h"
#include "views/learning/learning_panel.h"

/* Design pixels. */
enum { BUTTON_H = 28, TEXT_GAP = 3, GAP = 9, BACK_W = 84 };

/* The sentence of one, drawn or measured; returns how high it is. */
static int sentence(const LearningView *view, SDL_Rect box, int which, bool measure)
{
    Paint *out = view->shell->paint;
    return paint_lines(out, box, experiment_about((Experiment)which), PAINT_AXIS,
                       out->theme->secondary, measure);
}

void learning_experiments_update(LearningView *view)
{
    const Paint *paint = view->shell->paint;
    int h[EXPERIMENTS], button_h = paint_px(paint, BUTTON_H);
    SDL_Rect column = {0, 0, learning_panel_width(view), 0};
    for (int which = 0; which < EXPERIMENTS; which++) {
        h[which] = button_h + paint_px(paint, TEXT_GAP) + sentence(view, column, which, true) +
                   paint_px(paint, GAP);
    }
    learning_panel_place(view, h, EXPERIMENTS);
    SDL_Rect title = view->panel.title;
    panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_BACK,
                     row_right(&title, paint_px(paint, BACK_W), 0), false);
    for (int which = 0; which < EXPERIMENTS; which++) {
        SDL_Rect row = learning_panel_row(view, which);
        if (row.h > 0) {
            panes_add_widget(view->shell, WIDGET_BUTTON, LEARNING_EXPERIMENT + which,
                             row_top(&row, button_h, 0), false);
        }
    }
}

void learning_experiments_draw(const LearningView *view)
{
    const Paint *paint = view->shell->paint;
    learning_panel_draw(view, "Experiments", "");
    for (int which = 0; which < EXPERIMENTS; which++) {
        SDL_Rect row = learning_panel_row(view, which);
        row_top(&row, paint_px(paint, BUTTON_H), paint_px(paint, TEXT_GAP));
        if (row.h > 0) {
            sentence(view, row, which, false);
        }
    }
}
