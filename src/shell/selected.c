/* The neuron that is selected. */
#include "shell/selected.h"

DiagramNeuron selected_neuron(const Shell *shell)
{
    const NetShape *shape = &shell->lab->model.net.shape;
    DiagramNeuron at = shell->selected;
    bool there = at.layer < shape->layers && at.neuron < shape->size[at.layer + 1];
    return there ? at : (DiagramNeuron){0, -1};
}

void selected_set(Shell *shell, int layer, int neuron)
{
    const NetShape *shape = &shell->lab->model.net.shape;
    layer = SDL_clamp(layer, 0, shape->layers - 1);
    shell->selected = (DiagramNeuron){layer, SDL_clamp(neuron, 0, shape->size[layer + 1] - 1)};
    shell_redraw(shell);
}

void selected_clear(Shell *shell)
{
    shell->selected.neuron = -1;
    shell_redraw(shell);
}
