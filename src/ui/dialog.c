/* A panel over the window: pages of text, and choosing a file. */
#include "ui/dialog.h"

#include <stdio.h>
#include <string.h>

#include "ui/row.h"

enum { PAD = 20, ROW_H = 26, TITLE_H = 24, MESSAGE_H = 54, COLUMNS = 3 };

SDL_Rect dialog_box(const Paint *paint, SDL_Rect window, float w, float h)
{
    int margin = paint_px(paint, 16.0f);
    int w_px = SDL_min(paint_px(paint, w), window.w - 2 * margin);
    int h_px = SDL_min(paint_px(paint, h), window.h - 2 * margin);
    return row_middle(window, w_px, h_px);
}

void dialog_draw_panel(Paint *out, SDL_Rect window, SDL_Rect box, const char *title)
{
    SDL_Rect inside = row_inset(box, paint_px(out, PAD), paint_px(out, PAD));
    paint_fill(out, window, out->theme->shade);
    paint_panel(out, box, 6.0f, out->theme->panel, out->theme->hairline);
    paint_text(out, row_top(&inside, paint_px(out, TITLE_H), 0), PAINT_LEFT, title, PAINT_DIGIT,
               TEXT_BOLD, out->theme->text);
}

void dialog_draw_page(Paint *out, SDL_Rect window, SDL_Rect box, const char *title,
                      const DialogRow *row, int rows, const char *text)
{
    const Theme *theme = out->theme;
    int line_h = paint_px(out, 20.0f), gap = paint_px(out, 10.0f);
    int high = (rows + COLUMNS - 1) / COLUMNS;
    SDL_Rect rest = row_inset(box, paint_px(out, PAD), paint_px(out, PAD)), column[COLUMNS];
    row_top(&rest, paint_px(out, TITLE_H), gap);
    row_flow(row_top(&rest, high * line_h, rows > 0 ? gap : 0), rest.w, 0, COLUMNS, column);
    dialog_draw_panel(out, window, box, title);
    for (int i = 0; i < rows; i++) {
        SDL_Rect line = row_top(&column[i / high], line_h, 0);
        paint_text(out, row_left(&line, paint_px(out, 98.0f), 0), PAINT_LEFT, row[i].key,
                   PAINT_BODY, TEXT_MEDIUM, theme->text);
        row_right(&line, paint_px(out, 8.0f), 0);
        paint_text(out, line, PAINT_LEFT, row[i].text, PAINT_BODY, TEXT_REGULAR, theme->secondary);
    }
    paint_lines(out, rest, text, PAINT_BODY, theme->secondary, false);
}

static const char *said_or_hint(const Files *files)
{
    return *files->message ? files->message : files->hint;
}

void files_place(FilesPlaces *places, Paint *paint, const Files *files, SDL_Rect window)
{
    int pad = paint_px(paint, PAD), gap = paint_px(paint, 10.0f), control = paint_px(paint, 30.0f);
    int head = paint_px(paint, TITLE_H + 22.0f) + gap / 2, button_w = paint_px(paint, 84.0f);
    SDL_Rect box = dialog_box(paint, window, 560.0f, 480.0f), rest = row_inset(box, pad, pad);
    SDL_Rect buttons = row_bottom(&rest, control, gap), top = row_top(&rest, head, 0);
    *places = (FilesPlaces){.box = box, .row_h = paint_px(paint, ROW_H)};
    places->ok = row_right(&buttons, button_w, gap);
    places->cancel = row_right(&buttons, button_w, gap);
    row_top(&top, paint_px(paint, TITLE_H), 0);
    places->folder = row_top(&top, paint_px(paint, 22.0f), 0);
    int most_h = rest.h - gap / 2 - control - gap - 2 * places->row_h;
    int text_h = paint_lines(paint, rest, said_or_hint(files), PAINT_LABEL, (SDL_Color){0}, true);
    int message_h = SDL_max(paint_px(paint, MESSAGE_H), SDL_min(text_h, most_h));
    places->message = row_bottom(&rest, message_h, gap / 2);
    places->name = row_bottom(&rest, control, gap);
    places->rows = rest.h / places->row_h;
    places->list = row_top(&rest, places->rows * places->row_h, 0);
}

int files_entry_at(const Files *files, const FilesPlaces *places, int x, int y)
{
    int row = (y - places->list.y) / places->row_h;
    bool inside = SDL_PointInRect(&(SDL_Point){x, y}, &places->list);
    return inside && row < places->rows && files->top + row < files->entries ? files->top + row
                                                                             : -1;
}

void files_show_marked(Files *files, const FilesPlaces *places)
{
    int last = SDL_max(files->entries - places->rows, 0);
    if (files->marked >= 0 && files->marked < files->top) {
        files->top = files->marked;
    }
    if (files->marked >= files->top + places->rows) {
        files->top = files->marked - places->rows + 1;
    }
    files->top = SDL_clamp(files->top, 0, last);
}

void files_set_name(Files *files, const char *name)
{
    snprintf(files->name, sizeof files->name, "%s", name);
    files_select(files);
    files->message[0] = 0;
}

void files_select(Files *files)
{
    files->caret = (int)strlen(files->name);
    files->selected = files->caret > 0;
}

/* Delete what is selected. False where nothing is. */
static bool remove_selected(Files *files)
{
    bool selected = files->selected;
    if (selected) {
        files->name[0] = 0;
        files->caret = 0;
        files->message[0] = 0;
    }
    files->selected = false;
    return selected;
}

void files_type(Files *files, const char *text)
{
    remove_selected(files);
    size_t length = strlen(text), kept = strlen(files->name);
    if (kept + length >= sizeof files->name) {
        snprintf(files->message, sizeof files->message, "The name is too long.");
        return;
    }
    memmove(files->name + files->caret + length, files->name + files->caret,
            kept - (size_t)files->caret + 1);
    memcpy(files->name + files->caret, text, length);
    files->caret += (int)length;
    files->message[0] = 0;
}

/* The byte where the character before (step -1) or after (step 1) the caret begins or ends. */
static int beside_caret(const Files *files, int step)
{
    int at = files->caret;
    do {
        at += step;
    } while (at > 0 && files->name[at] && ((unsigned char)files->name[at] & 0xC0) == 0x80);
    return SDL_clamp(at, 0, (int)strlen(files->name));
}

static void remove_between(Files *files, int from, int to)
{
    memmove(files->name + from, files->name + to, strlen(files->name + to) + 1);
    files->caret = from;
    files->message[0] = 0;
}

void files_edit(Files *files, SDL_Keycode key)
{
    int length = (int)strlen(files->name);
    bool deletes = key == SDLK_BACKSPACE || key == SDLK_DELETE;
    bool moves = key == SDLK_LEFT || key == SDLK_RIGHT || key == SDLK_HOME || key == SDLK_END;
    if (deletes && remove_selected(files)) {
        return;
    }
    files->selected = files->selected && !moves;
    switch (key) {
    case SDLK_LEFT:
        files->caret = files->caret > 0 ? beside_caret(files, -1) : 0;
        break;
    case SDLK_RIGHT:
        files->caret = files->caret < length ? beside_caret(files, 1) : length;
        break;
    case SDLK_HOME:
        files->caret = 0;
        break;
    case SDLK_END:
        files->caret = length;
        break;
    case SDLK_BACKSPACE:
        if (files->caret > 0) {
            remove_between(files, beside_caret(files, -1), files->caret);
        }
        break;
    case SDLK_DELETE:
        if (files->caret < length) {
            remove_between(files, files->caret, beside_caret(files, 1));
        }
        break;
    default:
        break;
    }
}

static void list_draw(Paint *out, const Files *files, const FilesPlaces *places)
{
    const Theme *theme = out->theme;
    SDL_Rect rest = row_inset(places->list, 1, 0);
    paint_panel(out, places->list, 4.0f, theme->window, theme->hairline);
    for (int row = 0; row < places->rows && files->top + row < files->entries; row++) {
        const FileEntry *entry = &files->entry[files->top + row];
        SDL_Rect line = row_top(&rest, places->row_h, 0);
        bool marked = files->top + row == files->marked;
        if (marked) {
            paint_fill(out, line, theme->positive);
        }
        char shown[FILES_NAME_MAX + 2];
        snprintf(shown, sizeof shown, "%s%s", entry->name, entry->folder ? "/" : "");
        paint_text(out, row_inset(line, paint_px(out, 10.0f), 0), PAINT_LEFT, shown, PAINT_BODY,
                   TEXT_REGULAR, marked ? theme->on_positive : theme->text);
    }
    if (files->listed && files->entries == 0) {
        paint_text(out, places->list, PAINT_CENTRE,
                   files->purpose == FILES_OPEN_PICTURE ? "No pictures here."
                   : files->purpose >= FILES_EXPORT     ? "No such files here."
                                                        : "No networks here.",
                   PAINT_BODY, TEXT_REGULAR, theme->secondary);
    }
    if (files->focus == FILES_LIST) {
        paint_outline(out, places->list, 3.0f, theme->positive);
    }
}

static int width_to_caret(Paint *out, const Files *files, const char *from)
{
    char before[FILES_TYPED_MAX];
    snprintf(before, sizeof before, "%.*s", (int)(files->name + files->caret - from), from);
    return paint_text_width(out, before, PAINT_BODY, TEXT_REGULAR);
}

/* Where the part of the name begins that shows: its start, or as much later as the caret needs. */
static const char *first_shown(Paint *out, const Files *files, int w_px)
{
    const char *from = files->name, *caret = files->name + files->caret;
    while (from < caret && width_to_caret(out, files, from) > w_px) {
        do {
            from++;
        } while (((unsigned char)*from & 0xC0) == 0x80);
    }
    return from;
}

void files_draw_name(Paint *out, const Files *files, const char *empty, SDL_Rect box)
{
    const Theme *theme = out->theme;
    SDL_Rect field = row_inset(box, paint_px(out, 10.0f), 0);
    paint_panel(out, box, 4.0f, theme->window, theme->hairline);
    const char *shown = first_shown(out, files, field.w);
    bool selected = files->selected && files->focus == FILES_NAME;
    if (selected) {
        SDL_Rect behind = row_middle(field, field.w, paint_px(out, 18.0f));
        paint_fill(out, row_left(&behind, width_to_caret(out, files, shown), 0), theme->positive);
    }
    paint_text(out, field, PAINT_LEFT, *files->name ? shown : empty, PAINT_BODY, TEXT_REGULAR,
               selected       ? theme->on_positive
               : *files->name ? theme->text
                              : theme->secondary);
    if (files->focus == FILES_NAME) {
        SDL_Rect caret = row_middle(field, field.w, paint_px(out, 18.0f));
        row_left(&caret, width_to_caret(out, files, shown), 0);
        paint_fill(out, row_left(&caret, paint_px(out, 1.0f), 0), theme->text);
        paint_outline(out, box, 3.0f, theme->positive);
    }
}

void files_draw(Paint *out, const Files *files, const FilesPlaces *places, SDL_Rect window)
{
    static const char *const TITLE[] = {
        [FILES_OPEN] = "Open network",          [FILES_OPEN_PICTURE] = "Open picture",
        [FILES_SAVE] = "Save network as",       [FILES_SAVE_RUN] = "Save network with its run",
        [FILES_EXPORT] = "Export my digits",    [FILES_EXPORT_VIEW] = "Export view",
        [FILES_EXPORT_TABLE] = "Export table",  [FILES_EXPORT_DRAWING] = "Export drawing",
        [FILES_FILM] = "Save the run as a film"};
    const Theme *theme = out->theme;
    dialog_draw_panel(out, window, places->box, TITLE[files->purpose]);
    paint_text(out, places->folder, PAINT_LEFT, files->folder.text, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
    list_draw(out, files, places);
    files_draw_name(out, files, "file name", places->name);
    paint_lines(out, places->message, said_or_hint(files), PAINT_LABEL,
                *files->message ? theme->negative : theme->secondary, false);
    Widget cancel = {
        .kind = WIDGET_BUTTON, .box = places->cancel, .label = "Cancel", .enabled = true};
    Widget ok = {.kind = WIDGET_BUTTON,
                 .box = places->ok,
                 .label = files_opens(files) ? "Open" : "Save",
                 .enabled = true,
                 .on = true};
    widget_draw(out, &cancel, false, files->focus == FILES_CANCEL);
    widget_draw(out, &ok, false, files->focus == FILES_OK);
}
