/* Choosing a file: the state behind the dialog. */
#include "app/choose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/actions.h"
#include "app/hold.h"
#include "app/listing.h"
#include "app/outgoing.h"
#include "app/tell.h"
#include "lab/mine.h"
#include "lab/models.h"

enum { ENDING_MAX = 16 };

static const char QUESTION[] = "It is there already: press Save again to replace it.";
static const char SLOW[] = "The disk does not answer yet: this goes on as soon as it does.";

/* What a dialog is for. A name without one of the endings gets the first. */
static const struct {
    const char *ending[FILES_ENDINGS], *unnamed;
    bool (*of_lab)(Lab *lab, const char *path, Err *err); /* what is done: one of both */
    bool (*of_window)(App *app, const char *path, Err *err);
    bool (*exists)(const char *path); /* whether something would be written over */
    const char *hint;
} PURPOSE[] = {
    [FILES_OPEN] = {{".safetensors"}, "", models_open, NULL, NULL, ""},
    [FILES_SAVE] = {{".safetensors"}, "network.safetensors", models_save, NULL, path_exists, ""},
    [FILES_EXPORT] = {{".csv", ".idx", ".txt"},
                      "my-digits.csv",
                      mine_export,
                      NULL,
                      mine_export_exists,
                      "The ending says how: .csv as Kaggle has them, .idx as MNIST has them (two "
                      "files), .txt as strokes."},
    [FILES_EXPORT_VIEW] = {{".png"},
                           "view.png",
                           NULL,
                           outgoing_view,
                           path_exists,
                           "A picture of the view on show, as large as it is in the window."},
    [FILES_EXPORT_TABLE] = {{".csv"},
                            "table.csv",
                            NULL,
                            outgoing_table,
                            path_exists,
                            "The numbers of the view on show, below a line of their names."},
    [FILES_EXPORT_DRAWING] = {{".png", ".txt"},
                              "drawing.png",
                              NULL,
                              outgoing_drawing,
                              path_exists,
                              "The ending says how: .png as a picture, .txt as strokes."},
};

static void show_marked(App *app)
{
    FilesPlaces places;
    files_place(&places, app->paint, &app->files, app->layout.window);
    files_show_marked(&app->files, &places);
}

/* The folder of the network's file, or where the program was started. */
static void start_folder(App *app)
{
    Files *files = &app->files;
    const char *path = app->lab.model.path.text, *name = path_name(path);
    files->folder = (Path){"."};
    if (name > path) {
        int length = name > path + 1 ? (int)(name - path) - 1 : 1;
        snprintf(files->folder.text, sizeof files->folder.text, "%.*s", length, path);
    } else if (getcwd(files->folder.text, sizeof files->folder.text) == NULL) {
        files->folder = (Path){"/"};
    }
    bool named = files->purpose == FILES_SAVE && *name;
    files_set_name(files, named ? name : PURPOSE[files->purpose].unnamed);
}

void choose_begin(App *app, FilesPurpose purpose)
{
    Files *files = &app->files;
    hold_release(app);
    choose_free(app);
    files->purpose = purpose;
    files->hint = PURPOSE[purpose].hint;
    files->focus = purpose == FILES_OPEN ? FILES_LIST : FILES_NAME;
    start_folder(app);
    app->dialog = DIALOG_FILES;
    choose_update(app);
    if (!files->listed) {
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    }
    SDL_StartTextInput();
}

void choose_free(App *app)
{
    free(app->files.entry);
    app->files = (Files){.serial = app->files.serial + 1, .marked = -1};
}

void choose_close(App *app)
{
    if (app->lab.errands.errand) {
        app->lab.errands.errand->in_dialog = false; /* what comes of it is said in the window */
    }
    app->dialog = app->leave.asking ? DIALOG_LEAVE : DIALOG_NONE;
    choose_free(app);
    SDL_StopTextInput();
}

/* What a typed or listed name stands for; false where it is too long. */
static bool path_below(const Files *files, const char *name, Path *path)
{
    return *name == '/' ? path_join(path, name, "") : path_join(path, files->folder.text, name);
}

void choose_end(App *app, bool ok, const Err *err)
{
    if (ok) {
        choose_close(app);
    } else if (app->dialog == DIALOG_FILES) {
        snprintf(app->files.message, sizeof app->files.message, "%s", err->text);
    } else {
        tell(app, true, ACTION_NONE, err->text);
    }
}

static void carry_out(App *app, const char *path)
{
    Err err;
    Files *files = &app->files;
    bool ok = PURPOSE[files->purpose].of_lab ? PURPOSE[files->purpose].of_lab(&app->lab, path, &err)
                                             : PURPOSE[files->purpose].of_window(app, path, &err);
    if (ok && app->lab.errands.errand) {
        app->lab.errands.errand->in_dialog = true;
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    } else {
        choose_end(app, ok, &err);
    }
}

/* What is in a folder takes the place of what was listed. */
static void show_folder(App *app, const Errand *errand)
{
    Files *files = &app->files;
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
        files_set_name(files, PURPOSE[files->purpose].unnamed);
    } else if (files->purpose == FILES_OPEN && entered && !typed_on) {
        files_set_name(files, "");
    }
    snprintf(files->message, sizeof files->message, "%s",
             listing->readable ? "" : "This folder cannot be read.");
}

/* It is known what a name stands for, unless another dialog has asked. */
static void looked(void *of, Errand *errand)
{
    App *app = of;
    Files *files = &app->files;
    const Listing *listing = errand->more;
    if (app->dialog != DIALOG_FILES || listing->asked_by != files->serial) {
        return;
    }
    if (listing->folder) {
        show_folder(app, errand);
    } else if (strcmp(files->name, listing->name) != 0) {
        files->message[0] = 0; /* another name was typed meanwhile */
    } else if (listing->is_there && !listing->confirmed) {
        snprintf(files->message, sizeof files->message, "%s", QUESTION);
    } else {
        carry_out(app, errand->path.text);
    }
}

/* Find out what a path stands for; `accept`: it may be a file, which is opened or saved then. */
static void look(App *app, const char *path, bool accept)
{
    Err err;
    Files *files = &app->files;
    Errands *errands = &app->lab.errands;
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
        .ending = PURPOSE[files->purpose].ending,
        .exists = PURPOSE[files->purpose].exists,
        .accept = accept,
        .confirmed = strcmp(files->message, QUESTION) == 0,
    };
    snprintf(listing->name, sizeof listing->name, "%s", files->name);
    errand->more = listing;
    errand->free_more = listing_free;
    errand->work = listing_find;
    errand->done = looked;
    errand->of = app;
    if (errand_send(errands, errand, &err) && errands->errand && errands->errand->done == looked) {
        snprintf(files->message, sizeof files->message, "%s", SLOW);
    }
}

void choose_update(App *app)
{
    if (app->dialog == DIALOG_FILES && !app->files.listed && !app->lab.errands.errand) {
        look(app, app->files.folder.text, false);
    }
}

static void enter_folder(App *app, const char *name)
{
    Path path;
    if (path_below(&app->files, name, &path)) {
        look(app, path.text, false);
    }
}

/* Open or save what the name says; a folder is entered. */
static void accept(App *app)
{
    Files *files = &app->files;
    Path path;
    if (app->lab.errands.errand && app->lab.errands.errand->in_dialog) {
        return; /* under way */
    }
    if (!*files->name && files->marked >= 0 && files->entry[files->marked].folder) {
        enter_folder(app, files->entry[files->marked].name);
    } else if (!*files->name) {
        snprintf(files->message, sizeof files->message, "Choose a file, or type its name.");
    } else if (!path_below(files, files->name, &path) ||
               strlen(path.text) + ENDING_MAX >= sizeof path.text) {
        snprintf(files->message, sizeof files->message, "The name is too long.");
    } else {
        look(app, path.text, true);
    }
}

static void accept_marked(App *app)
{
    Files *files = &app->files;
    if (files->marked < 0) {
        return;
    }
    if (files->entry[files->marked].folder) {
        enter_folder(app, files->entry[files->marked].name);
    } else {
        accept(app);
    }
}

static void mark(App *app, int entry)
{
    Files *files = &app->files;
    if (files->entries == 0) {
        return;
    }
    files->marked = SDL_clamp(entry, 0, files->entries - 1);
    if (!files->entry[files->marked].folder) {
        files_set_name(files, files->entry[files->marked].name);
    }
    show_marked(app);
}

static void list_key(App *app, SDL_Keycode key)
{
    Files *files = &app->files;
    switch (key) {
    case SDLK_UP:
        mark(app, files->marked - 1);
        break;
    case SDLK_DOWN:
        mark(app, files->marked + 1);
        break;
    case SDLK_PAGEUP:
        mark(app, files->marked - 10);
        break;
    case SDLK_PAGEDOWN:
        mark(app, files->marked + 10);
        break;
    case SDLK_HOME:
        mark(app, 0);
        break;
    case SDLK_END:
        mark(app, files->entries - 1);
        break;
    case SDLK_BACKSPACE:
        enter_folder(app, "..");
        break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
        accept_marked(app);
        break;
    default:
        break;
    }
}

static void name_key(App *app, SDL_Keycode key)
{
    if (key == SDLK_RETURN || key == SDLK_KP_ENTER) {
        accept(app);
    } else {
        files_edit(&app->files, key);
    }
}

void choose_key(App *app, const SDL_KeyboardEvent *event)
{
    Files *files = &app->files;
    SDL_Keycode key = event->keysym.sym;
    bool press = key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE;
    if (key == SDLK_ESCAPE || (press && files->focus == FILES_CANCEL)) {
        choose_close(app);
    } else if (key == SDLK_TAB) {
        int step = event->keysym.mod & KMOD_SHIFT ? FILES_FOCUSES - 1 : 1;
        files->focus = (FilesFocus)(((int)files->focus + step) % FILES_FOCUSES);
    } else if (files->focus == FILES_LIST) {
        list_key(app, key);
    } else if (files->focus == FILES_NAME) {
        name_key(app, key);
    } else if (press) {
        accept(app);
    }
}

void choose_type(App *app, const char *text)
{
    Files *files = &app->files;
    if (files->focus == FILES_LIST) {
        files->focus = FILES_NAME; /* typing is always for the name */
    }
    if (files->focus == FILES_NAME) {
        files_type(files, text);
    }
}

void choose_press(App *app, int x, int y, bool twice)
{
    Files *files = &app->files;
    FilesPlaces places;
    SDL_Point at = {x, y};
    files_place(&places, app->paint, &app->files, app->layout.window);
    int entry = files_entry_at(files, &places, x, y);
    bool entered = twice && files->pressed_folder; /* by the first press of a double click */
    files->pressed_folder = false;
    if (entered) {
        return;
    }
    if (entry >= 0) {
        bool folder = files->entry[entry].folder;
        files->focus = FILES_LIST;
        mark(app, entry);
        if (twice || folder) {
            accept_marked(app);
        }
        files->pressed_folder = folder;
    } else if (SDL_PointInRect(&at, &places.name)) {
        files->focus = FILES_NAME;
    } else if (SDL_PointInRect(&at, &places.cancel)) {
        choose_close(app);
    } else if (SDL_PointInRect(&at, &places.ok)) {
        accept(app);
    }
}

void choose_scroll(App *app, int rows)
{
    FilesPlaces places;
    files_place(&places, app->paint, &app->files, app->layout.window);
    app->files.top += rows;
    int marked = app->files.marked;
    app->files.marked = -1; /* the list moves, not the mark */
    files_show_marked(&app->files, &places);
    app->files.marked = marked;
    app->redraw = true;
}
