/* The run that was, played again. */
#include "shell/replay.h"

#include "lab/moment.h"
#include "lab/scrub.h"

enum { WHOLE_MS = 8000, FRAME_MS = 16 };

bool replay_can(const Shell *shell)
{
    return shell->lab->stats.phase == TRAIN_IDLE && scrub_can(shell->lab);
}

void replay_toggle(Shell *shell)
{
    Replay *replay = &shell->replay;
    replay->on = !replay->on;
    if (replay->on) {
        if (moment_frame(shell->lab) < 0) {
            scrub_to(shell->lab, 0);
        }
        replay->frame = moment_frame(shell->lab);
        replay->place = scrub_slider(shell->lab);
        replay->at_ms = shell->now_ms;
    }
}

void replay_update(Shell *shell)
{
    Replay *replay = &shell->replay;
    Lab *lab = shell->lab;
    if (!replay->on) {
        return;
    }
    replay->on = replay_can(shell) && moment_frame(lab) == replay->frame && replay->frame >= 0;
    if (replay->on) {
        replay->place += (float)(shell->now_ms - replay->at_ms) / WHOLE_MS;
        replay->at_ms = shell->now_ms;
        scrub_slide(lab, replay->place);
        replay->frame = moment_frame(lab);
        replay->on = replay->frame >= 0;
    }
    shell->redraw = true;
}

int replay_sleep_ms(const Shell *shell)
{
    return shell->replay.on ? FRAME_MS : -1;
}
