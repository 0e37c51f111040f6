/* The view Learning in the window of tests: its commands, and runs to wait for. */
#ifndef UNIT_LEARNING_FIXTURE_H
#define UNIT_LEARNING_FIXTURE_H

#include "app_fixture.h"

/* Of a run that comes to its end, and of one that does not. */
enum { EPOCHS = 6, ENDLESS = 10000 };

static inline int action(int command)
{
    return view_action(VIEW_LEARNING, command);
}

static inline bool is_idle(const App *app)
{
    return app->lab.stats.phase == TRAIN_IDLE && app->lab.curves.count > 0;
}

static inline bool has_begun(const App *app)
{
    return app->lab.stats.phase == TRAIN_RUNNING && app->lab.curves.count > 1;
}

#endif
