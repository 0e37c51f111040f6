/* The view Data: images as a wall, chosen by how the network on show reads them, and the confusion
 * matrix, whose cells open their images. */
#include "views/data/view_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "shell/keyboard.h"
#include "ui/row.h"
#include "views/data/data_controls.h"
#include "views/data/data_hints.h"
#include "views/data/data_images.h"
#include "views/data/data_table.h"

/* Spots: tiles from the first that shows on, then cells. */
enum { STATUS, DETAIL, TILE, CELL = TILE + SHELL_SPOTS };

/* Design pixels. */
enum { GAP = 4, LINE_H = 18 };

static void open_view(void *self)
{
    DataView *view = self;
    if (!view->begun) {
        view->begun = true;
        view->filter = (ReviewFilter){.label = CONFUSION_ALL, .answer = CONFUSION_ALL};
        view->wall = (Wall){.captions = true};
        view->cell = -1;
        rng_init(&view->rng, 1);
    }
    view->places = (WallPlaces){.columns = 1, .rows = 1}; /* until it is placed */
}

static void close_view(void *self)
{
    DataView *view = self;
    data_images_free(view);
    free(view->tile);
    free(view->level);
    view->tile = NULL;
    view->level = NULL;
    view->tile_room = 0;
    view->wall.tile = NULL;
}

static bool make_room(DataView *view, int tiles)
{
    if (tiles <= view->tile_room) {
        return true;
    }
    WallTile *tile = realloc(view->tile, (size_t)tiles * sizeof *tile);
    view->tile = tile ? tile : view->tile;
    Sheet *level = realloc(view->level, (size_t)tiles * sizeof *level);
    view->level = level ? level : view->level;
    view->tile_room = tile && level ? tiles : view->tile_room;
    return tile && level;
}

static void fill_tile(const DataView *view, int image, Sheet *level, WallTile *tile)
{
    const Dataset *data = data_images(view);
    const ReviewAnswer *answer = data_answer(view, image);
    int label = data->label[image];
    bool wrong = answer && answer->digit != label;
    dataset_levels(data, image, level->cell);
    *tile = (WallTile){.level = level->cell, .frame = wrong ? WALL_BAD : WALL_PLAIN};
    if (label == NET_NO_DIGIT) {
        snprintf(tile->caption, sizeof tile->caption, "none");
    } else if (wrong) {
        snprintf(tile->caption, sizeof tile->caption, "%d, read %d", label, answer->digit);
    } else {
        snprintf(tile->caption, sizeof tile->caption, "%d", label);
    }
}

/* The tiles that show. */
static void fill_wall(DataView *view)
{
    int first, shown = wall_showing(&view->wall, &view->places, &first);
    if (!make_room(view, shown)) {
        tell(view->shell, true, ACTION_NONE, "There is not enough memory to show the images.");
        view->wall.tiles = view->images = shown = 0;
    }
    for (int i = 0; i < shown; i++) {
        fill_tile(view, view->image[first + i], &view->level[i], &view->tile[i]);
        panes_add_spot(view->shell, wall_tile_box(&view->wall, &view->places, first + i), TILE + i);
    }
    view->wall.tile = view->tile;
    view->wall.first = first;
}

static void update(void *self, SDL_Rect box)
{
    DataView *view = self;
    const Paint *paint = view->shell->paint;
    int gap = paint_px(paint, GAP), line = paint_px(paint, LINE_H);
    SDL_Rect area = box;
    row_top(&area, data_add_controls(view, box) - box.y, gap);
    view->status = row_top(&area, line, gap);
    view->detail = row_bottom(&area, 2 * line, gap);
    panes_add_widget(view->shell, WIDGET_AREA, DATA_COMMAND_AREA, area, false);
    panes_add_spot(view->shell, view->status, STATUS);
    if (view->matrix) {
        matrix_place(&view->table, paint, area);
        for (int cell = 0; cell < MATRIX_CELLS; cell++) {
            panes_add_spot(view->shell, matrix_cell_box(&view->table, cell), CELL + cell);
        }
    } else {
        wall_place(&view->places, &view->wall, paint, area);
        fill_wall(view);
    }
    if (view->matrix ? view->cell >= 0 : data_images_marked(view) >= 0) {
        panes_add_spot(view->shell, view->detail, DETAIL);
    }
}

/* What is marked: an image or a cell. */
static void draw_detail(const DataView *view)
{
    const Theme *theme = view->shell->paint->theme;
    char line[2][DATA_TEXT] = {"", ""};
    SDL_Rect box = view->detail;
    int image = data_images_marked(view);
    box.h /= 2;
    if (view->matrix && view->cell >= 0) {
        data_print_cell(view, view->cell, line);
    } else if (!view->matrix && image >= 0) {
        data_print_image(view, image, line);
    }
    paint_text(view->shell->paint, box, PAINT_LEFT, line[0], PAINT_BODY, TEXT_REGULAR, theme->text);
    box.y += box.h;
    paint_text(view->shell->paint, box, PAINT_LEFT, line[1], PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
}

static void draw(const void *self, SDL_Rect box)
{
    const DataView *view = self;
    (void)box;
    Paint *out = view->shell->paint;
    char line[2][DATA_TEXT];
    data_print_status(view, line);
    paint_text(out, view->status, PAINT_LEFT, line[0], PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    paint_text(out, view->status, PAINT_RIGHT, line[1], PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    if (!data_images(view)) {
        return;
    }
    if (view->matrix) {
        matrix_draw(out, &view->confusion, &view->table, view->cell);
    } else {
        wall_draw(out, &view->wall, &view->places);
    }
    draw_detail(view);
}

static void explain(const void *self, int about, SDL_Point at, Hint *hint)
{
    const DataView *view = self;
    (void)at;
    int image = about < CELL ? data_images_marked(view) : -1;
    if (about >= TILE && about < CELL) {
        image = view->image[view->wall.first + about - TILE];
    }
    if (about == STATUS) {
        data_hint_status(view, hint);
    } else if (about >= CELL || (view->matrix && view->cell >= 0)) {
        data_hint_cell(view, about >= CELL ? about - CELL : view->cell, hint);
    } else if (image >= 0) {
        data_hint_image(view, image, hint);
    }
}

/* The choice has changed: the wall is looked at from its beginning. */
static void choose(DataView *view)
{
    view->wall.top = 0;
    view->wall.marked = -1;
    data_images_list(view);
}

/* Put an image on the sheet. */
static void exhibit(DataView *view, int image)
{
    char name[DATA_TEXT];
    Sheet level;
    const Dataset *data = data_images(view);
    if (!data || image < 0) {
        return;
    }
    int label = data->label[image];
    dataset_levels(data, image, level.cell);
    image_title(view->source, image, name);
    data_images_mark(view, image);
    lab_exhibit(shell_change(view->shell), level.cell, label == NET_NO_DIGIT ? -1 : label, name);
}

/* The wall of the images that a cell counts; those right alone are no news, so the mistakes. */
static void open_cell(DataView *view)
{
    int column = view->cell % MATRIX_COLUMNS;
    view->filter = (ReviewFilter){
        .label = view->cell / MATRIX_COLUMNS,
        .answer = column < NET_OUTPUTS ? column : CONFUSION_ALL,
        .mistakes = column == MATRIX_RIGHT,
        .order = view->filter.order,
    };
    view->matrix = false;
    choose(view);
}

static void run_filter(DataView *view, int command)
{
    ReviewFilter *filter = &view->filter;
    if (command == DATA_COMMAND_MISTAKES) {
        filter->mistakes = !filter->mistakes;
    } else if (command == DATA_COMMAND_DOUBT) {
        filter->doubtful = !filter->doubtful;
    } else if (command == DATA_COMMAND_ORDER) {
        filter->order = (ReviewOrder)((filter->order + 1) % REVIEW_ORDERS);
    } else {
        filter->label = command - DATA_COMMAND_DIGIT;
        filter->answer = CONFUSION_ALL;
    }
    choose(view);
}

static void run(void *self, int command)
{
    DataView *view = self;
    if (command == DATA_COMMAND_RANDOM) {
        exhibit(view, data_images_draw(view, CONFUSION_ALL));
    } else if (command == DATA_COMMAND_MATRIX) {
        view->matrix = !view->matrix;
    } else if (command >= DATA_COMMAND_SOURCE && command < DATA_COMMAND_SOURCE + IMAGE_SOURCES) {
        view->source = (ImageSource)(command - DATA_COMMAND_SOURCE);
        data_images_free(view);
        choose(view);
    } else {
        run_filter(view, command);
    }
}

static bool can(const void *self, int command)
{
    const DataView *view = self;
    return command != DATA_COMMAND_RANDOM || view->images > 0;
}

static bool press(void *self, int x, int y, bool twice)
{
    DataView *view = self;
    (void)twice;
    if (view->matrix) {
        int cell = matrix_cell_at(&view->table, x, y);
        view->cell = cell >= 0 ? cell : view->cell;
        if (cell >= 0) {
            open_cell(view);
        }
        return false;
    }
    bool bar = wall_bar_at(&view->wall, &view->places, x, y);
    int tile = wall_tile_at(&view->wall, &view->places, x, y);
    if (bar) {
        wall_drag_bar(&view->wall, &view->places, y);
    } else if (tile >= 0) {
        wall_mark(&view->wall, &view->places, tile);
        exhibit(view, data_images_marked(view));
    }
    return bar;
}

static void drag(void *self, int x, int y)
{
    DataView *view = self;
    (void)x;
    wall_drag_bar(&view->wall, &view->places, y);
    shell_redraw(view->shell);
}

static void scroll(void *self, int x, int y, int rows)
{
    DataView *view = self;
    (void)x;
    (void)y;
    wall_scroll(&view->wall, &view->places, rows);
}

/* Enter shows what is marked, a digit any image of it; Escape leads back from a cell's images. */
static bool key(void *self, const SDL_Keysym *key)
{
    DataView *view = self;
    int digit = keyboard_digit(key->sym);
    bool enters = key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER || key->sym == SDLK_SPACE;
    if (enters && view->matrix && view->cell >= 0) {
        open_cell(view);
    } else if (enters && !view->matrix) {
        exhibit(view, data_images_marked(view));
    } else if (digit >= 0) {
        exhibit(view, data_images_draw(view, digit));
    } else if (key->sym == SDLK_ESCAPE && !view->matrix && view->filter.answer != CONFUSION_ALL) {
        view->matrix = true;
    } else {
        return view->matrix ? matrix_key(&view->table, key->sym, &view->cell)
                            : wall_key(&view->wall, &view->places, key->sym);
    }
    return true;
}

const Pane PANE_OF_DATA = {
    .open = open_view,
    .close = close_view,
    .work = data_images_work,
    .update = update,
    .draw = draw,
    .explain = explain,
    .run = run,
    .can = can,
    .label = data_label,
    .press = press,
    .drag = drag,
    .scroll = scroll,
    .key = key,
    .sleep_ms = data_images_sleep_ms,
    .table = data_table,
    .free = close_view,
};
