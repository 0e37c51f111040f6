/* What the window says to the person, in its notice. */
#include "app/tell.h"

#include <stdio.h>
#include <string.h>

#include "app/actions.h"

void tell(App *app, bool bad, int action, const char *text)
{
    app->notice = (Notice){.action = action, .bad = bad};
    snprintf(app->notice.text, sizeof app->notice.text, "%s", text);
    app->redraw = true;
}

void tell_unless(App *app, bool ok, const Err *err)
{
    if (!ok) {
        tell(app, true, ACTION_NONE, err->text);
    }
}

void tell_news(App *app)
{
    static const int ACTION[] = {[OFFER_NONE] = ACTION_NONE,
                                 [OFFER_TRAIN] = ACTION_TRAIN,
                                 [OFFER_GET_MNIST] = ACTION_GET_MNIST};
    News *news = &app->lab.news;
    if (*news->outdated && strcmp(app->notice.text, news->outdated) == 0) {
        app->notice = (Notice){0};
    }
    if (news->due && !(news->minor && *app->notice.text)) {
        tell(app, news->bad, ACTION[news->offer], news->text);
    }
    app->redraw = app->redraw || news->shown;
    *news = (News){0};
}
