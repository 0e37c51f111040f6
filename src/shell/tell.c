/* What the window says to the person, in its notice. */
#include "shell/tell.h"

#include <stdio.h>
#include <string.h>

#include "shell/action.h"

void tell(Shell *shell, bool bad, int action, const char *text)
{
    shell->notice = (Notice){.action = action, .bad = bad};
    snprintf(shell->notice.text, sizeof shell->notice.text, "%s", text);
    shell->redraw = true;
}

void tell_next(Shell *shell)
{
    shell->notice = (Notice){0};
    if (*shell->told_next) {
        tell(shell, false, ACTION_NONE, shell->told_next);
        shell->told_next[0] = 0;
    }
    shell->redraw = true;
}

void tell_unless(Shell *shell, bool ok, const Err *err)
{
    if (!ok) {
        tell(shell, true, ACTION_NONE, err->text);
    }
}

void tell_news(Shell *shell)
{
    static const int ACTION[] = {[OFFER_NONE] = ACTION_NONE,
                                 [OFFER_TRAIN] = ACTION_TRAIN,
                                 [OFFER_GET_MNIST] = ACTION_GET_MNIST,
                                 [OFFER_UNDO_LABEL] = ACTION_UNDO_LABEL};
    News *news = &shell->lab->news;
    if (*news->outdated && strcmp(shell->notice.text, news->outdated) == 0) {
        shell->notice = (Notice){0};
    }
    if (news->due && !(news->minor && *shell->notice.text)) {
        tell(shell, news->bad, ACTION[news->offer], news->text);
    }
    if (*news->after) {
        snprintf(shell->told_next, sizeof shell->told_next, "%s", news->after);
    }
    if (*shell->told_next && !*shell->notice.text) {
        tell_next(shell);
    }
    shell->redraw = shell->redraw || news->shown;
    *news = (News){0};
}
