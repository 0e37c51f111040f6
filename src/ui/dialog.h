/* A panel over the window: pages of text, and choosing a file. */
#ifndef UI_DIALOG_H
#define UI_DIALOG_H

#include "base/path.h"
#include "ui/widget.h"

/** One row of a page: a key and what it does. Borrowed for the frame. */
typedef struct DialogRow {
    const char *key, *text;
} DialogRow;

/** The panel in the middle of the window. */
SDL_Rect dialog_box(const Paint *paint, SDL_Rect window, float w, float h);

/** The panel with its title; what is behind it is shaded. */
void dialog_draw_panel(Paint *out, SDL_Rect window, SDL_Rect box, const char *title);

/** A page: rows in three columns, then `text`, whose lines end with a newline. Any key or press
 * closes it. */
void dialog_draw_page(Paint *out, SDL_Rect window, SDL_Rect box, const char *title,
                      const DialogRow *row, int rows, const char *text);

/** Bytes of a listed name and of what is typed, the final 0 included. */
enum { FILES_NAME_MAX = 256, FILES_TYPED_MAX = 1024 };

/** One line of the list. */
typedef struct FileEntry {
    char name[FILES_NAME_MAX];
    bool folder;
} FileEntry;

/** What of the dialog has the keyboard, in the order of Tab. */
typedef enum FilesFocus {
    FILES_LIST,
    FILES_NAME,
    FILES_CANCEL,
    FILES_OK,
    FILES_FOCUSES
} FilesFocus;

/** What the file is for: it says the title, which files are listed, and what "ok" does. */
typedef enum FilesPurpose {
    FILES_OPEN,
    FILES_OPEN_PICTURE,
    FILES_SAVE,
    FILES_SAVE_RUN,
    FILES_EXPORT, /* my digits */
    FILES_EXPORT_VIEW,
    FILES_EXPORT_TABLE,
    FILES_EXPORT_DRAWING,
    FILES_FILM,
} FilesPurpose;

/** Choosing a file to open or to save to. */
typedef struct Files {
    FilesPurpose purpose;
    Path folder;
    bool listed;                /* what is in the folder is known */
    FileEntry *entry;           /* on the heap */
    int entries, marked, top;   /* `marked` is -1 for none; `top` is the first that is shown */
    unsigned serial;            /* of the dialog: each that opens has another */
    bool pressed_folder;        /* the last press entered one */
    char name[FILES_TYPED_MAX]; /* typed, or that of the marked file */
    int caret;                  /* bytes before it */
    bool selected;              /* all of the name is: what is typed takes its place */
    FilesFocus focus;
    char message[ERR_TEXT_MAX]; /* what is wrong, or a question; "" for none */
    const char *hint;           /* shown where there is no message; "" for none */
} Files;

/** Whether it opens a file, and saves none. */
static inline bool files_opens(const Files *files)
{
    return files->purpose <= FILES_OPEN_PICTURE;
}

/** Where its parts are. */
typedef struct FilesPlaces {
    SDL_Rect box, folder, list, name, message, cancel, ok;
    int row_h, rows; /* of the list */
} FilesPlaces;

/** The message has the room that it needs, as far as two rows of the list are left. */
void files_place(FilesPlaces *places, Paint *paint, const Files *files, SDL_Rect window);

/** The entry at (x, y); -1 for none. */
int files_entry_at(const Files *files, const FilesPlaces *places, int x, int y);

/** Scroll so that the marked entry shows. */
void files_show_marked(Files *files, const FilesPlaces *places);

/** Put another name in the place of the one that is typed; it is selected. */
void files_set_name(Files *files, const char *name);

/** Type into the name, at its caret. Longer than there is room for is refused, with a message. */
void files_type(Files *files, const char *text);

/** A key moves the caret of the name, or deletes beside it or what is selected. */
void files_edit(Files *files, SDL_Keycode key);

/** Select all of the name. */
void files_select(Files *files);

/** Draw the name as it is typed, its caret, and a line around it while it has the keyboard; `empty`
 * stands there where there is none. */
void files_draw_name(Paint *out, const Files *files, const char *empty, SDL_Rect box);

/** Draw the dialog over the window, which is shaded. The name scrolls so that its caret shows. */
void files_draw(Paint *out, const Files *files, const FilesPlaces *places, SDL_Rect window);

#endif
