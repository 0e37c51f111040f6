/* Pages of help. */
#ifndef APP_PAGES_H
#define APP_PAGES_H

#include "app/app.h"

void pages_draw_keys(const App *app);
void pages_draw_use(const App *app);
void pages_draw_about(const App *app);

#endif
