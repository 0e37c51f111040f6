/* The notice over the training strip: one sentence, and its buttons. */
#ifndef APP_NOTICE_H
#define APP_NOTICE_H

#include "app/app.h"

/** How high it is, in the layout as it is; 0 where there is none. */
int notice_height(const App *app);

/** Its buttons: Close, and what the notice suggests. */
void notice_add_widgets(App *app);

/** It, without its buttons. */
void notice_draw(const App *app);

#endif
