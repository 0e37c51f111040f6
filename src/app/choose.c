/* Choosing a file: the state behind the dialog. */
#include "app/choose.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/actions.h"
#include "app/errand.h"
#include "app/mine.h"
#include "app/models.h"
#include "app/outgoing.h"
#include "app/pointer.h"

enum { ENDINGS = 3, ENDING_MAX = 16 };

/* What a dialog is for. A name without one of the endings gets the first. */
static const struct {
    const char *ending[ENDINGS], *unnamed;
    bool (*carry_out)(App *app, const char *path, Err *err);
    const char *hint;
} PURPOSE[] = {
    [FILES_OPEN] = {{".safetensors"}, "", models_open, ""},
    [FILES_SAVE] = {{".safetensors"}, "network.safetensors", models_save, ""},
    [FILES_EXPORT] = {{".csv", ".idx", ".txt"},
                      "my-digits.csv",
                      mine_export,
                      "The ending says how: .csv as Kaggle has them, .idx as MNIST has them (two "
                      "files), .txt as strokes."},
    [FILES_EXPORT_VIEW] = {{".png"},
                           "view.png",
                           outgoing_view,
                           "A picture of the view on show, as large as it is in the window."},
    [FILES_EXPORT_TABLE] = {{".csv"},
                            "table.csv",
                            outgoing_table,
                            "The numbers of the view on show, below a line of their names."},
    [FILES_EXPORT_DRAWING] = {{".png", ".txt"},
                              "drawing.png",
                              outgoing_drawing,
                              "The ending says how: .png as a picture, .txt as strokes."},
};

static bool has_ending(const Files *files, const char *name)
{
    for (int i = 0; i < ENDINGS && PURPOSE[files->purpose].ending[i]; i++) {
        if (path_ends_with(name, PURPOSE[files->purpose].ending[i])) {
            return true;
        }
    }
    return false;
}

/* Folders first, then by name. */
static int compare(const void *a, const void *b)
{
    const FileEntry *x = a, *y = b;
    return x->folder != y->folder ? y->folder - x->folder : strcmp(x->name, y->name);
}

static void list_entry(Files *files, const char *name)
{
    Path path;
    bool hidden = name[0] == '.' && strcmp(name, "..") != 0;
    if (hidden || strlen(name) >= FILES_NAME_MAX || files->entries == FILES_MAX ||
        !path_join(&path, files->folder.text, name)) {
        return;
    }
    FileEntry entry = {.folder = path_is_folder(path.text)};
    snprintf(entry.name, sizeof entry.name, "%s", name);
    if (entry.folder || has_ending(files, name)) {
        files->entry[files->entries++] = entry;
    }
}

static void show_marked(App *app)
{
    FilesPlaces places;
    files_place(&places, app->paint, app->layout.window);
    files_show_marked(&app->files, &places);
}

static void list_folder(App *app)
{
    Files *files = &app->files;
    files->entries = files->top = 0;
    files->marked = -1;
    files->message[0] = 0;
    DIR *folder = opendir(files->folder.text);
    if (!folder) {
        snprintf(files->message, sizeof files->message, "This folder cannot be read.");
        return;
    }
    for (const struct dirent *entry; (entry = readdir(folder));) {
        list_entry(files, entry->d_name);
    }
    closedir(folder);
    qsort(files->entry, (size_t)files->entries, sizeof files->entry[0], compare);
}

/* The folder of the network's file, or where the program was started. */
static void start_folder(App *app)
{
    Files *files = &app->files;
    const char *path = app->model.path.text, *name = path_name(path);
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
    pointer_release(app);
    choose_free(app);
    files->entry = calloc(FILES_MAX, sizeof *files->entry);
    if (!files->entry) {
        app_tell(app, true, ACTION_NONE, "There is not enough memory to list files.");
        return;
    }
    files->purpose = purpose;
    files->hint = PURPOSE[purpose].hint;
    files->focus = purpose == FILES_OPEN ? FILES_LIST : FILES_NAME;
    start_folder(app);
    list_folder(app);
    app->dialog = DIALOG_FILES;
    SDL_StartTextInput();
}

void choose_free(App *app)
{
    free(app->files.entry);
    app->files = (Files){0};
}

static void close_dialog(App *app)
{
    if (app->errand) {
        app->errand->in_dialog = false; /* what comes of it is said in the window */
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

static void enter_folder(App *app, const char *name)
{
    Files *files = &app->files;
    Path path;
    if (!path_below(files, name, &path)) {
        return;
    }
    char *real = realpath(path.text, NULL);
    path_join(&files->folder, real ? real : path.text, "");
    free(real);
    list_folder(app);
    files->marked = files->entries > 0 ? 0 : -1;
    if (files->purpose == FILES_OPEN) {
        files_set_name(files, "");
    }
}

/* Whether something would be written over. */
static bool is_there(const Files *files, const char *path)
{
    return files->purpose == FILES_EXPORT ? mine_export_exists(path) : path_exists(path);
}

static bool confirmed(Files *files, const char *path)
{
    char question[sizeof files->message];
    snprintf(question, sizeof question, "It is there already: press Save again to replace it.");
    if (files->purpose == FILES_OPEN || !is_there(files, path) ||
        strcmp(files->message, question) == 0) {
        return true;
    }
    snprintf(files->message, sizeof files->message, "%s", question);
    return false;
}

void choose_end(App *app, bool ok, const Err *err)
{
    if (ok) {
        close_dialog(app);
    } else {
        snprintf(app->files.message, sizeof app->files.message, "%s", err->text);
    }
}

static void carry_out(App *app, const char *path)
{
    Err err;
    Files *files = &app->files;
    bool ok = PURPOSE[files->purpose].carry_out(app, path, &err);
    if (ok && app->errand) {
        app->errand->in_dialog = true;
        snprintf(files->message, sizeof files->message,
                 "The disk does not answer yet: this goes on as soon as it does.");
    } else {
        choose_end(app, ok, &err);
    }
}

/* Open or save what the name says; a folder is entered. */
static void accept(App *app)
{
    Files *files = &app->files;
    Path path;
    char name[FILES_NAME_MAX + ENDING_MAX];
    if (app->errand && app->errand->in_dialog) {
        return; /* under way */
    }
    snprintf(name, sizeof name, "%s", files->name);
    if (!*name && files->marked >= 0 && files->entry[files->marked].folder) {
        enter_folder(app, files->entry[files->marked].name);
        return;
    }
    if (!*name) {
        snprintf(files->message, sizeof files->message, "Choose a file, or type its name.");
        return;
    }
    bool fits = path_below(files, name, &path);
    if (fits && path_is_folder(path.text)) {
        enter_folder(app, name);
        files_set_name(files, PURPOSE[files->purpose].unnamed);
        return;
    }
    if (fits && files->purpose != FILES_OPEN && !has_ending(files, name)) {
        snprintf(name, sizeof name, "%s%s", files->name, PURPOSE[files->purpose].ending[0]);
        fits = path_below(files, name, &path);
    }
    if (!fits) {
        snprintf(files->message, sizeof files->message, "The name is too long.");
        return;
    }
    if (confirmed(files, path.text)) {
        carry_out(app, path.text);
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
        close_dialog(app);
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
    files_place(&places, app->paint, app->layout.window);
    int entry = files_entry_at(files, &places, x, y);
    if (entry >= 0) {
        files->focus = FILES_LIST;
        mark(app, entry);
        if (twice || files->entry[entry].folder) {
            accept_marked(app);
        }
    } else if (SDL_PointInRect(&at, &places.name)) {
        files->focus = FILES_NAME;
    } else if (SDL_PointInRect(&at, &places.cancel)) {
        close_dialog(app);
    } else if (SDL_PointInRect(&at, &places.ok)) {
        accept(app);
    }
}

void choose_scroll(App *app, int rows)
{
    FilesPlaces places;
    files_place(&places, app->paint, app->layout.window);
    app->files.top += rows;
    int marked = app->files.marked;
    app->files.marked = -1; /* the list moves, not the mark */
    files_show_marked(&app->files, &places);
    app->files.marked = marked;
    app->redraw = true;
}
