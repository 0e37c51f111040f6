/* The last network, settings and drawing, kept from one start to the next. */
#ifndef APP_SESSION_H
#define APP_SESSION_H

#include "app/app.h"

/** Bring back settings and drawing; what is missing or damaged is left as it was. True where there
 * was a session's network, which is on show then. */
bool session_load(App *app);

/** Keep them. Errors: the user's folder cannot be written. */
bool session_save(const App *app, Err *err);

#endif
