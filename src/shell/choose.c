/* Choosing a file: the state behind the dialog. */
#include "shell/choose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/sys_file.h"
#include "shell/action.h"
#include "shell/hold.h"
#include "shell/listing.h"
#include "shell/purpose.h"
#include "shell/tell.h"

enum { ENDING_MAX = 16 };

static const char QUESTION[] = "It is there already: press Save again to replace it.";
static const char SLOW[] = "The disk does not answer yet: this goes on as soon as it does.";

static void show_marked(Shell *shell)
{
    FilesPlaces places;
    files_place(&places, shell->paint, &shell->files, shell->layout.window);
    files_show_marked(&shell->files, &places);
}

/* The folder of the network's file, or where the program was started. */
static void start_folder(Shell *shell)
{
    Files *files = &shell->files;
    const char *path = shell->lab->model.path.text, *name = path_name(path);
    char *here = name > path ? NULL : sys_real_path(".");
    if (name > path) {
        path_folder(path, &files->folder);
    } else if (!here || !path_join(&files->folder, here, "")) {
        files->folder = (Path){"/"};
    }
    free(here);
    bool saves = files->purpose == FILES_SAVE || files->purpose == FILES_SAVE_RUN;
    bool named = saves && *name;
    files_set_name(files, named ? name : purpose_of(files->purpose)->unnamed);
}

void choose_begin(Shell *shell, FilesPurpose purpose)
{
    Files *files = &shell->files;
    hold_release(shell);
    choose_free(shell);
    files->purpose = purpose;
    files->hint = purpose_of(purpose)->hint;
    files->focus = files_opens(files) ? FILES_LIST : FILES_NAME;
    start_folder(shell);
    shell->dialog = DIALOG_FILES;
    choose_update(shell);
    if (!files->listed) {
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    }
    SDL_StartTextInput();
}

void choose_free(Shell *shell)
{
    free(shell->files.entry);
    shell->files = (Files){.serial = shell->files.serial + 1, .marked = -1};
}

void choose_close(Shell *shell)
{
    errand_wait_in_dialog(&shell->lab->errands, false); /* what comes of it is said in the window */
    shell->dialog = shell->leave.asking ? DIALOG_LEAVE : DIALOG_NONE;
    choose_free(shell);
    SDL_StopTextInput();
}

/* What a typed or listed name stands for; false where it is too long. */
static bool path_below(const Files *files, const char *name, Path *path)
{
    return sys_is_absolute(name) ? path_join(path, name, "")
                                 : path_join(path, files->folder.text, name);
}

void choose_end(Shell *shell, bool ok, const Err *err)
{
    if (ok) {
        choose_close(shell);
    } else if (shell->dialog == DIALOG_FILES) {
        snprintf(shell->files.message, sizeof shell->files.message, "%s", err->text);
    } else {
        tell(shell, true, ACTION_NONE, err->text);
    }
}

static void carry_out(Shell *shell, const char *path)
{
    Err err;
    Files *files = &shell->files;
    bool ok = purpose_of(files->purpose)->of_lab
                  ? purpose_of(files->purpose)->of_lab(shell->lab, path, &err)
                  : purpose_of(files->purpose)->of_window(shell, path, &err);
    if (ok && errand_wait_in_dialog(&shell->lab->errands, true)) {
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    } else {
        choose_end(shell, ok, &err);
    }
}

/* What is in a folder takes the place of what was listed. */
static void show_folder(Shell *shell, const Errand *errand)
{
    Files *files = &shell->files;
    Listing *listing = errand->more;
    bool entered = files->listed;
    free(files->entry);
    files->folder = errand->path;
    files->entry = listing->entry;
    files->entries = listing->entries;
    files->listed = true;
    files->top = 0;
    files->marked = entered && files->entries > 0 ? 0 : -1;
    listing->entry = NULL;
    bool typed_on = strcmp(files->name, listing->name) != 0;
    if (listing->accept && !typed_on) {
        files_set_name(files, purpose_of(files->purpose)->unnamed);
    } else if (files_opens(files) && entered && !typed_on) {
        files_set_name(files, "");
    }
    snprintf(files->message, sizeof files->message, "%s",
             listing->readable ? "" : "This folder cannot be read.");
}

/* It is known what a name stands for, unless another dialog has asked. */
static void looked(void *of, Errand *errand)
{
    Shell *shell = of;
    Files *files = &shell->files;
    const Listing *listing = errand->more;
    if (shell->dialog != DIALOG_FILES || listing->asked_by != files->serial) {
        return;
    }
    if (listing->folder) {
        show_folder(shell, errand);
    } else if (strcmp(files->name, listing->name) != 0) {
        files->message[0] = 0; /* another name was typed meanwhile */
    } else if (listing->is_there && !listing->confirmed) {
        snprintf(files->message, sizeof files->message, "%s", QUESTION);
    } else {
        carry_out(shell, errand->path.text);
    }
}

/* Find out what a path stands for; `accept`: it may be a file, which is opened or saved then. */
static void look(Shell *shell, const char *path, bool accept)
{
    Err err;
    Files *files = &shell->files;
    Errands *errands = &shell->lab->errands;
    Errand *errand = errand_make(errands, path, &err);
    Listing *listing = errand ? calloc(1, sizeof *listing) : NULL;
    if (!listing) {
        snprintf(files->message, sizeof files->message, "%s",
                 errand ? "There is not enough memory to list files." : err.text);
        errand_drop(errand);
        return;
    }
    *listing = (Listing){
        .asked_by = files->serial,
        .ending = purpose_of(files->purpose)->ending,
        .exists = purpose_of(files->purpose)->exists,
        .accept = accept,
        .confirmed = strcmp(files->message, QUESTION) == 0,
    };
    snprintf(listing->name, sizeof listing->name, "%s", files->name);
    errand->more = listing;
    errand->free_more = listing_free;
    errand->work = listing_find;
    errand->done = looked;
    errand->of = shell;
    if (errand_send(errands, errand, &err) && errands->errand && errands->errand->done == looked) {
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    }
}

void choose_update(Shell *shell)
{
    if (shell->dialog == DIALOG_FILES && !shell->files.listed && !shell->lab->errands.errand) {
        look(shell, shell->files.folder.text, false);
    }
}

static void enter_folder(Shell *shell, const char *name)
{
    Path path;
    if (path_below(&shell->files, name, &path)) {
        look(shell, path.text, false);
    }
}

/* Open or save what the name says; a folder is entered. */
static void accept(Shell *shell)
{
    Files *files = &shell->files;
    Path path;
    if (shell->lab->errands.errand && shell->lab->errands.errand->in_dialog) {
        return; /* under way */
    }
    if (!*files->name && files->marked >= 0 && files->entry[files->marked].folder) {
        enter_folder(shell, files->entry[files->marked].name);
    } else if (!*files->name) {
        snprintf(files->message, sizeof files->message, "Choose a file, or type its name.");
    } else if (!path_below(files, files->name, &path) ||
               strlen(path.text) + ENDING_MAX >= sizeof path.text) {
        snprintf(files->message, sizeof files->message, "The name is too long.");
    } else {
        look(shell, path.text, true);
    }
}

static void accept_marked(Shell *shell)
{
    Files *files = &shell->files;
    if (files->marked < 0) {
        return;
    }
    if (files->entry[files->marked].folder) {
        enter_folder(shell, files->entry[files->marked].name);
    } else {
        accept(shell);
    }
}

static void mark(Shell *shell, int entry)
{
    Files *files = &shell->files;
    if (files->entries == 0) {
        return;
    }
    files->marked = SDL_clamp(entry, 0, files->entries - 1);
    if (!files->entry[files->marked].folder) {
        files_set_name(files, files->entry[files->marked].name);
    }
    show_marked(shell);
}

static void list_key(Shell *shell, SDL_Keycode key)
{
    Files *files = &shell->files;
    switch (key) {
    case SDLK_UP:
        mark(shell, files->marked - 1);
        break;
    case SDLK_DOWN:
        mark(shell, files->marked + 1);
        break;
    case SDLK_PAGEUP:
        mark(shell, files->marked - 10);
        break;
    case SDLK_PAGEDOWN:
        mark(shell, files->marked + 10);
        break;
    case SDLK_HOME:
        mark(shell, 0);
        break;
    case SDLK_END:
        mark(shell, files->entries - 1);
        break;
    case SDLK_BACKSPACE:
        enter_folder(shell, "..");
        break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        accept_marked(shell);
        break;
    default:
        break;
    }
}

static void name_key(Shell *shell, SDL_Keycode key)
{
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER) {
        accept(shell);
    } else {
        files_edit(&shell->files, key);
    }
}

void choose_key(Shell *shell, const SDL_KeyboardEvent *event)
{
    Files *files = &shell->files;
    SDL_Keycode key = event->keysym.sym;
    bool press = key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE;
    if (key == SDLK_a && event->keysym.mod & KMOD_CTRL) {
        files_select(files);
    } else if (key == SDLK_ESCAPE || (press && files->focus == FILES_CANCEL)) {
        choose_close(shell);
    } else if (key == SDLK_TAB) {
        int step = event->keysym.mod & KMOD_SHIFT ? FILES_FOCUSES - 1 : 1;
        files->focus = (FilesFocus)(((int)files->focus + step) % FILES_FOCUSES);
    } else if (files->focus == FILES_LIST) {
        list_key(shell, key);
    } else if (files->focus == FILES_NAME) {
        name_key(shell, key);
    } else if (press) {
        accept(shell);
    }
}

void choose_type(Shell *shell, const char *text)
{
    Files *files = &shell->files;
    if (files->focus == FILES_LIST) {
        files->focus = FILES_NAME; /* typing is always for the name */
    }
    if (files->focus == FILES_NAME) {
        files_type(files, text);
    }
}

void choose_press(Shell *shell, int x, int y, bool twice)
{
    Files *files = &shell->files;
    FilesPlaces places;
    SDL_Point at = {x, y};
    files_place(&places, shell->paint, &shell->files, shell->layout.window);
    int entry = files_entry_at(files, &places, x, y);
    bool entered = twice && files->pressed_folder; /* by the first press of a double click */
    files->pressed_folder = false;
    if (entered) {
        return;
    }
    if (entry >= 0) {
        bool folder = files->entry[entry].folder;
        files->focus = FILES_LIST;
        mark(shell, entry);
        if (twice || folder) {
            accept_marked(shell);
        }
        files->pressed_folder = folder;
    } else if (SDL_PointInRect(&at, &places.name)) {
        files->focus = FILES_NAME;
    } else if (SDL_PointInRect(&at, &places.cancel)) {
        choose_close(shell);
    } else if (SDL_PointInRect(&at, &places.ok)) {
        accept(shell);
    }
}

void choose_scroll(Shell *shell, int rows)
{
    FilesPlaces places;
    files_place(&places, shell->paint, &shell->files, shell->layout.window);
    shell->files.top += rows;
    int marked = shell->files.marked;
    shell->files.marked = -1; /* the list moves, not the mark */
    files_show_marked(&shell->files, &places);
    shell->files.marked = marked;
    shell->redraw = true;
}
