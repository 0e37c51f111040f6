/* How large everything in the window is. */
#include "shell/zoom.h"

#include "lab/choices.h"
#include "shell/action.h"
#include "shell/present.h"
#include "shell/tell.h"

float zoom_scale(const Shell *shell, unsigned hidden)
{
    float wish =
        shell->lab->settings.zoom * shell->desktop_scale * shell->px_per_unit * present_zoom(shell);
    return layout_scale(shell->w_px, shell->h_px, wish, hidden);
}

static void say_end(Shell *shell, int step, bool by_window)
{
    tell(shell, false, ACTION_NONE,
         step < 0    ? "Nothing gets smaller than this."
         : by_window ? "Nothing gets larger than this: the window is too small for it."
                     : "Nothing gets larger than this.");
}

void zoom_change(Shell *shell, int step)
{
    unsigned hidden = present_hidden(shell);
    float before = zoom_scale(shell, hidden), last = -1.0f;
    int steps = 0;
    if (step == 0) {
        choices_zoom(shell->lab, 0);
        return;
    }
    /* A wish beyond what the window allows is walked back to where it shows. */
    while (zoom_scale(shell, hidden) == before && shell->lab->settings.zoom != last &&
           (step < 0 || steps == 0)) {
        last = shell->lab->settings.zoom;
        choices_zoom(shell->lab, step);
        steps += shell->lab->settings.zoom != last;
    }
    if (zoom_scale(shell, hidden) == before) {
        say_end(shell, step, steps > 0);
        for (; steps > 0; steps--) {
            choices_zoom(shell->lab, -step);
        }
    }
}
