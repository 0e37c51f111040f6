/* Export, what leaves the window as a file: the view on show, its numbers, the drawing. */
#ifndef SHELL_OUTGOING_H
#define SHELL_OUTGOING_H

#include "shell/shell.h"

/* Each saves a whole file or none. Errors: as file_save(), out of memory, and what is said. */

/** The view on show as in shell/poster.h: as PNG, where the path ends with "@2x.png" or "@4x.png"
 * so much larger than in the window, or where it ends with ".svg" as that. What is open over it is
 * not drawn. Errors: those of poster_pixels(). */
bool outgoing_view(Shell *shell, const char *path, Err *err);

/** Whether the view on show has a table. */
bool outgoing_has_table(const Shell *shell);

/** Its table as CSV. */
bool outgoing_table(Shell *shell, const char *path, Err *err);

/** What is on the sheet: its cells as PNG in the colours of the sheet or, where the path ends with
 * .txt, the strokes in the line of ink/digits.h, with the label if it has one. Errors: the sheet
 * shows an image, which has no strokes; nothing is drawn. */
bool outgoing_drawing(Shell *shell, const char *path, Err *err);

/** The drawing into the clipboard, as a picture as above; what comes of it is said. */
void outgoing_copy(Shell *shell);

#endif
