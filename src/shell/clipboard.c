/* What is in the clipboard, by its kind. */
#include "shell/clipboard.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/picture.h"
#include "base/picture_kind.h"
#include "base/sys_file.h"
#include "base/sys_process.h"
#include "lab/opening.h"
#include "shell/tell.h"

enum { WAIT_MS = 5000 };

static const char NAME[] = "The clipboard";

/* The programs for it, and the package that has them. */
typedef struct Clip {
    const char *take[8], *put[8];
    const char *package;
} Clip;

static const Clip X11 = {{"xclip", "-selection", "clipboard", "-target", "image/png", "-out", NULL},
                         {"xclip", "-selection", "clipboard", "-target", "image/png", "-in", NULL},
                         "xclip"};
static const Clip WAYLAND = {{"wl-paste", "--no-newline", "--type", "image/png", NULL},
                             {"wl-copy", "--type", "image/png", NULL},
                             "wl-clipboard"};

/* NULL where no program does it. */
static const Clip *clip_now(void)
{
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && strcmp(driver, "wayland") == 0   ? &WAYLAND
           : driver && strcmp(driver, "windows") == 0 ? NULL
                                                      : &X11;
}

static bool say_none(Err *err)
{
    return err_set_code(err, ERR_MISSING,
                        "Pictures do not pass through the clipboard here: use files.");
}

/* Says what is missing where the program is; else what the program has said. */
static bool say_failed(const Clip *clip, const char *what, Err *err)
{
    if (err->code == ERR_MISSING) {
        err_set_code(err, ERR_MISSING,
                     "%s needs the program %s, of the package %s: install it, or use files.", what,
                     clip->take[0], clip->package);
    }
    return false;
}

/* On the other thread. */
static bool take(Errand *errand)
{
    const Clip *clip = clip_now();
    Err *err = &errand->err;
    if (!clip) {
        return say_none(err);
    }
    bool ok =
        sys_process_read(clip->take, WAIT_MS, PICTURE_MAX_BYTES, &errand->data, &errand->size, err);
    /* Where there is none both fail, or what is there comes as it is. */
    if (ok ? !picture_kind_known(errand->data, errand->size) : err->code == ERR_OTHER) {
        return err_set(err, "There is no picture in the clipboard: copy one, or a file.");
    }
    return ok || say_failed(clip, "Pasting a picture", err);
}

bool clipboard_put(const uint8_t *png, size_t size, Err *err)
{
    const Clip *clip = clip_now();
    if (!clip) {
        return say_none(err);
    }
    return sys_process_write(clip->put, WAIT_MS, png, size, err) ||
           say_failed(clip, "Copying the drawing", err);
}

/* A sign of an address: itself, or "%" and its two digits; 0 at the end, and where it is damaged.
 */
static char next_sign(const char **text)
{
    char sign = **text;
    if (sign == '%' && isxdigit((unsigned char)(*text)[1]) && isxdigit((unsigned char)(*text)[2])) {
        sign = (char)strtol((char[]){(*text)[1], (*text)[2], 0}, NULL, 16);
        *text += 2;
    }
    *text += 1;
    return sign;
}

bool clipboard_path(const char *text, Path *path)
{
    static const char SCHEME[] = "file://";
    size_t length = 0;
    text += strspn(text, " \t\r\n");
    bool address = strncmp(text, SCHEME, sizeof SCHEME - 1) == 0;
    if (address) {
        text += sizeof SCHEME - 1;
        text += strcspn(text, "/\r\n"); /* a host may stand there, which is this machine */
    }
    if (address && *text == '/' && sys_is_absolute(text + 1)) {
        text++; /* a drive is no folder of the root */
    }
    if (!sys_is_absolute(text)) {
        return false;
    }
    while (*text && *text != '\r' && *text != '\n') {
        char sign = address ? next_sign(&text) : *text++;
        if (!sign || length + 1 >= sizeof path->text) {
            return false;
        }
        path->text[length++] = sign;
    }
    path->text[length] = 0;
    return true;
}

void clipboard_paste(Shell *shell)
{
    Err err;
    Path path;
    char *text = SDL_GetClipboardText();
    bool is_path = text && clipboard_path(text, &path);
    SDL_free(text);
    bool ok = is_path ? opening_begin(shell->lab, path.text, &err)
                      : opening_picture_of(shell->lab, NAME, take, &err);
    tell_unless(shell, ok, &err);
}
