/* Choosing a file: the state behind the dialog. */
#ifndef APP_CHOOSE_H
#define APP_CHOOSE_H

#include "app/app.h"

/** Open the dialog. */
void choose_begin(App *app, FilesPurpose purpose);

void choose_key(App *app, const SDL_KeyboardEvent *key);
void choose_type(App *app, const char *text);

/** A press at (x, y); `twice` for a double click. */
void choose_press(App *app, int x, int y, bool twice);
void choose_scroll(App *app, int rows);
void choose_free(App *app);

/** Close the dialog; what is under way goes on, and what comes of it is said in the window. */
void choose_close(App *app);

/** List the folder, once no other file is under way. Part of app_update(). */
void choose_update(App *app);

/** What was chosen has been carried out: the dialog closes, or says why not. */
void choose_end(App *app, bool ok, const Err *err);

#endif
