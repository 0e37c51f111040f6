/* The panel of the user's own digits: looking through them, relabelling, deleting, undoing. */
#ifndef APP_ALBUM_H
#define APP_ALBUM_H

#include "app/app.h"

/** The wall of the digits, or of those alone that the network misreads. Errors: out of memory; the
 * wall is empty then. */
bool album_fill(App *app, Err *err);

/** The digits are others now: the wall shows them, where it is on show. */
void album_follow(App *app);

/** What the digit that is marked was meant as, and how it is read. There is one. */
void album_print_marked(const App *app, char *text, size_t room);

/** The widgets under the wall. */
void album_add_widgets(App *app, SDL_Rect foot);

/** Whether it is on show; a digit of it is marked; a change to the digits can be taken back. */
bool album_shows(const App *app);
bool album_has_marked(const App *app);
bool album_can_undo(const App *app);

/** Give the digit that is marked another label. */
void album_relabel(App *app, int label);

/** Delete it. */
void album_delete(App *app);

/** Take back the last change to the digits. */
void album_undo(App *app);

/** Put it on the sheet in the place of what is there, and close the panel. */
void album_to_sheet(App *app);

/** Show those alone that the network misreads, or all again. */
void album_misread(App *app);

#endif
