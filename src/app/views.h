/* The laboratory: one of seven views stands beside the sheet, chosen by tab, menu or key. */
#ifndef APP_VIEWS_H
#define APP_VIEWS_H

#include "app/view.h"

/** Bring a view up, or leave it as it is where it is up already. The keyboard goes to its area. */
void views_show(App *app, ViewId view);

/** One more widget of the view on show; see widgets_add(). Labels, values and whether it is
 * enabled come from the view. */
void views_add_widget(App *app, WidgetKind kind, int command, SDL_Rect box, bool on);

/** A number or picture of the view on show that explains itself when it is pointed at, or with the
 * key X. */
void views_add_spot(App *app, SDL_Rect box, int about);

void views_work(App *app);
void views_update(App *app);
void views_draw(const App *app);
int views_sleep_ms(const App *app);
void views_free(App *app);

#endif
