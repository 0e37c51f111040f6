/* The clipboard: pictures come in, and the drawing goes out. SDL has texts alone; for pictures a
 * program is run, which desktops have or install: wl-paste and wl-copy under Wayland, else xclip.
 */
#ifndef SHELL_CLIPBOARD_H
#define SHELL_CLIPBOARD_H

#include "shell/shell.h"

/** Put what is in the clipboard on the sheet: a picture, or the file whose path is in it as a text,
 * as file managers put it there; that may be a network, too. What fails is said. */
void clipboard_paste(Shell *shell);

/** Put a PNG into the clipboard, where it stays when this program ends. Any thread, and it waits
 * for the other program. Errors: there is no such program, it fails, no room for the file it reads.
 */
bool clipboard_put(const uint8_t *png, size_t size, Err *err);

/**
 * The file that a text names: its first line is a path, or an address as "file:///a%20b".
 *
 * @return false where it names none
 */
bool clipboard_path(const char *text, Path *path);

#endif
