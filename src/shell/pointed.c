/* What of the picture of the network is pointed at. */
#include "shell/pointed.h"

#include "ui/row.h"
#include "ui/sheet.h"

/* So long it rests before it points: on its way to the next stroke it crosses ink. */
enum { REST_MS = 400 };

/* How much of that is left, in ms. */
static int left_ms(const Shell *shell)
{
    Uint64 end_ms = shell->pointed.moved_ms + REST_MS;
    return end_ms > shell->now_ms ? (int)(end_ms - shell->now_ms) : 0;
}

static bool waits(const Shell *shell)
{
    return shell->pointed.moved_ms > 0 && !shell->pointed.rests && shell->pointer_inside;
}

void pointed_update(Shell *shell)
{
    if (waits(shell) && left_ms(shell) == 0) {
        shell->pointed.rests = true;
        shell->redraw = true;
    }
}

int pointed_sleep_ms(const Shell *shell)
{
    return waits(shell) ? left_ms(shell) : -1;
}

DiagramPlaces pointed_places(const Shell *shell)
{
    const Layout *at = &shell->layout;
    return (DiagramPlaces){.labels = at->diagram_label,
                           .box = at->diagram,
                           .picture = at->input,
                           .inputs = at->inputs,
                           .layers = at->layers};
}

SDL_Rect pointed_picture(const DiagramPlaces *places)
{
    return row_around((SDL_Rect[]){places->picture, places->box}, 2);
}

/* The input of the cell that the pointer is over, -1 for none. */
static int input_on_sheet(const Shell *shell)
{
    SDL_Point at = {(int)shell->pointer_x_px, (int)shell->pointer_y_px};
    if (!shell->pointed.rests || !shell->pointer_inside ||
        !SDL_PointInRect(&at, &shell->layout.sheet)) {
        return -1;
    }
    return lab_input_at(shell->lab,
                        sheet_point(shell->layout.sheet, shell->pointer_x_px, shell->pointer_y_px));
}

DiagramNeuron pointed_neuron(const Shell *shell, DiagramNeuron otherwise)
{
    DiagramPlaces places = pointed_places(shell);
    DiagramNeuron at = diagram_neuron_at(shell->paint, &shell->lab->model.net.shape, &places,
                                         (int)shell->pointer_x_px, (int)shell->pointer_y_px);
    if (shell->hold != HOLD_NOTHING) {
        return otherwise;
    }
    if (at.neuron < 0) {
        at = (DiagramNeuron){DIAGRAM_INPUTS, input_on_sheet(shell)};
    }
    return at.neuron >= 0 ? at : otherwise;
}
