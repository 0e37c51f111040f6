/* The way out of the view Neuron. */
#include "views/neuron/neuron_way.h"

#include <stdio.h>

#include "ui/row.h"
#include "views/neuron/neuron_keys.h"

/* Design pixels. */
enum { GAP = 18, EDGE = 4 };

static const char *name_of(const NeuronWay *way, int part)
{
    return part == 0 ? "Network" : part == 1 ? way->layer : way->neuron;
}

static void print_names(NeuronView *view)
{
    NeuronWay *way = &view->way;
    int last = view->lab->model.net.shape.layers - 1;
    DiagramNeuron at = neuron_shown(view);
    int layer = view->page == NEURON_WALL_PAGE ? view->layer : at.layer;
    snprintf(way->layer, sizeof way->layer, layer == last ? "Outputs" : "Layer %d", layer + 1);
    snprintf(way->neuron, sizeof way->neuron, at.layer == last ? "Output %d" : "Neuron %d",
             at.neuron);
}

void neuron_way_add(NeuronView *view, SDL_Rect row)
{
    static const int COMMAND[] = {NEURON_FORWARD, NEURON_OUT};
    NeuronWay *way = &view->way;
    Paint *paint = view->shell->paint;
    int parts = view->page == NEURON_WALL_PAGE ? 2 : 3, end = row.x + row.w;
    print_names(view);
    for (int i = 0; i < parts; i++) {
        TextWeight weight = i == parts - 1 ? TEXT_BOLD : TEXT_REGULAR;
        int w = paint_text_width(paint, name_of(way, i), PAINT_BODY, weight);
        way->box[i] = row_left(&row, w + paint_px(paint, EDGE), paint_px(paint, GAP));
    }
    const SDL_Rect *last = &way->box[parts - 1];
    way->parts = last->x + last->w <= end ? parts : 0; /* Escape goes it, too */
    way->keys = row;
    for (int i = 0; i < way->parts - 1; i++) {
        panes_add_widget(view->shell, WIDGET_TAB, COMMAND[i], way->box[i], false);
    }
}

void neuron_way_draw(const NeuronView *view)
{
    static const char *const KEYS[] = {
        [NEURON_WALL_PAGE] = "Esc zooms out, Enter in",
        [NEURON_ZOOM_PAGE] = "Esc zooms out, ↑ ↓ the next neuron",
        [NEURON_NUMBERS_PAGE] = "Esc zooms out",
    };
    const NeuronWay *way = &view->way;
    Paint *out = view->shell->paint;
    SDL_Color faint = out->theme->secondary;
    const char *keys = KEYS[view->page];
    for (int i = 0; i < way->parts - 1; i++) {
        SDL_Rect box = way->box[i];
        box.x += box.w;
        box.w = paint_px(out, GAP);
        paint_text(out, box, PAINT_CENTRE, "›", PAINT_BODY, TEXT_REGULAR, faint);
    }
    if (way->parts > 0) {
        paint_text(out, way->box[way->parts - 1], PAINT_CENTRE, name_of(way, way->parts - 1),
                   PAINT_BODY, TEXT_BOLD, out->theme->text);
    }
    if (way->parts > 0 && paint_text_width(out, keys, PAINT_LABEL, TEXT_REGULAR) <= way->keys.w) {
        paint_text(out, way->keys, PAINT_LEFT, keys, PAINT_LABEL, TEXT_REGULAR, faint);
    }
}
