/* What the window says to the person, in its notice. */
#ifndef APP_TELL_H
#define APP_TELL_H

#include "app/app.h"

/** Say something, with an action to do about it (0 for none). */
void tell(App *app, bool bad, int action, const char *text);

/** Say what failed, unless it is `ok`. */
void tell_unless(App *app, bool ok, const Err *err);

/** Say what the lab has to tell. Called after whatever may have led to news. */
void tell_news(App *app);

#endif
