/* What the pointer holds. */
#include "shell/hold.h"

#include "shell/seat.h"

void hold_release(Shell *shell)
{
    lab_pen_up(shell->lab);
    const PaneSeat *seat = seat_shown(shell);
    if (shell->hold == HOLD_VIEW && seat->pane->release) {
        seat->pane->release(seat->self);
    }
    shell->hold = HOLD_NOTHING;
    shell->button = 0;
    shell->finger_down = false;
    shell->redraw = true;
}
