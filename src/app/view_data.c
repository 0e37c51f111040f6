/* The view Data: images as a wall, chosen by how the network on show reads them, and the confusion
 * matrix, whose cells open their images. */
#include "app/view_data.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/actions.h"
#include "app/data_controls.h"
#include "app/data_hints.h"
#include "app/data_images.h"
#include "app/data_table.h"
#include "app/keyboard.h"
#include "app/tell.h"
#include "app/views.h"

/* Spots: tiles from the first that shows on, then cells. */
enum { STATUS, DETAIL, TILE, CELL = TILE + APP_SPOTS };

/* Design pixels. */
enum { GAP = 4, LINE_H = 18 };

static void open(App *app)
{
    DataView *view = &app->data_view;
    if (!view->begun) {
        view->begun = true;
        view->filter = (ReviewFilter){.label = CONFUSION_ALL, .answer = CONFUSION_ALL};
        view->wall = (Wall){.captions = true};
        view->cell = -1;
        rng_init(&view->rng, 1);
    }
    view->places = (WallPlaces){.columns = 1, .rows = 1}; /* until it is placed */
}

static void close(App *app)
{
    DataView *view = &app->data_view;
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

static void fill_tile(const App *app, int image, Sheet *level, WallTile *tile)
{
    const Dataset *data = data_images(app);
    const ReviewAnswer *answer = data_answer(app, image);
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
static void fill_wall(App *app)
{
    DataView *view = &app->data_view;
    int first, shown = wall_showing(&view->wall, &view->places, &first);
    if (!make_room(view, shown)) {
        tell(app, true, ACTION_NONE, "There is not enough memory to show the images.");
        view->wall.tiles = view->images = shown = 0;
    }
    for (int i = 0; i < shown; i++) {
        fill_tile(app, view->image[first + i], &view->level[i], &view->tile[i]);
        views_add_spot(app, wall_tile_box(&view->wall, &view->places, first + i), TILE + i);
    }
    view->wall.tile = view->tile;
    view->wall.first = first;
}

static void update(App *app, SDL_Rect box)
{
    DataView *view = &app->data_view;
    const Paint *paint = app->paint;
    int gap = paint_px(paint, GAP), line = paint_px(paint, LINE_H);
    int top = data_add_controls(app, box) + gap;
    view->status = (SDL_Rect){box.x, top, box.w, line};
    view->detail = (SDL_Rect){box.x, box.y + box.h - 2 * line, box.w, 2 * line};
    top += line + gap;
    SDL_Rect area = {box.x, top, box.w, view->detail.y - gap - top};
    views_add_widget(app, WIDGET_AREA, DATA_COMMAND_AREA, area, false);
    views_add_spot(app, view->status, STATUS);
    if (view->matrix) {
        matrix_place(&view->table, paint, area);
        for (int cell = 0; cell < MATRIX_CELLS; cell++) {
            views_add_spot(app, matrix_cell_box(&view->table, cell), CELL + cell);
        }
    } else {
        wall_place(&view->places, &view->wall, paint, area);
        fill_wall(app);
    }
    if (view->matrix ? view->cell >= 0 : data_images_marked(app) >= 0) {
        views_add_spot(app, view->detail, DETAIL);
    }
}

/* What is marked: an image or a cell. */
static void draw_detail(const App *app)
{
    const DataView *view = &app->data_view;
    const Theme *theme = app->paint->theme;
    char line[2][DATA_TEXT] = {"", ""};
    SDL_Rect box = view->detail;
    int image = data_images_marked(app);
    box.h /= 2;
    if (view->matrix && view->cell >= 0) {
        data_print_cell(app, view->cell, line);
    } else if (!view->matrix && image >= 0) {
        data_print_image(app, image, line);
    }
    paint_text(app->paint, box, PAINT_LEFT, line[0], PAINT_BODY, TEXT_REGULAR, theme->text);
    box.y += box.h;
    paint_text(app->paint, box, PAINT_LEFT, line[1], PAINT_LABEL, TEXT_REGULAR, theme->secondary);
}

static void draw(const App *app, SDL_Rect box)
{
    (void)box;
    const DataView *view = &app->data_view;
    Paint *out = app->paint;
    char line[2][DATA_TEXT];
    data_print_status(app, line);
    paint_text(out, view->status, PAINT_LEFT, line[0], PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    paint_text(out, view->status, PAINT_RIGHT, line[1], PAINT_LABEL, TEXT_REGULAR,
               out->theme->secondary);
    if (!data_images(app)) {
        return;
    }
    if (view->matrix) {
        matrix_draw(out, &view->confusion, &view->table, view->cell);
    } else {
        wall_draw(out, &view->wall, &view->places);
    }
    draw_detail(app);
}

static void explain(const App *app, int about, SDL_Point at, Hint *hint)
{
    (void)at;
    const DataView *view = &app->data_view;
    int image = about < CELL ? data_images_marked(app) : -1;
    if (about >= TILE && about < CELL) {
        image = view->image[view->wall.first + about - TILE];
    }
    if (about == STATUS) {
        data_hint_status(app, hint);
    } else if (about >= CELL || (view->matrix && view->cell >= 0)) {
        data_hint_cell(app, about >= CELL ? about - CELL : view->cell, hint);
    } else if (image >= 0) {
        data_hint_image(app, image, hint);
    }
}

/* The choice has changed: the wall is looked at from its beginning. */
static void choose(App *app)
{
    DataView *view = &app->data_view;
    view->wall.top = 0;
    view->wall.marked = -1;
    data_images_list(app);
}

/* Put an image on the sheet. */
static void exhibit(App *app, int image)
{
    char name[DATA_TEXT];
    Sheet level;
    const Dataset *data = data_images(app);
    if (!data || image < 0) {
        return;
    }
    int label = data->label[image];
    dataset_levels(data, image, level.cell);
    data_print_title(app->data_view.source, image, name);
    data_images_mark(app, image);
    lab_exhibit(&app->lab, level.cell, label == NET_NO_DIGIT ? -1 : label, name);
}

/* The wall of the images that a cell counts; those right alone are no news, so the mistakes. */
static void open_cell(App *app)
{
    DataView *view = &app->data_view;
    int column = view->cell % MATRIX_COLUMNS;
    view->filter = (ReviewFilter){
        .label = view->cell / MATRIX_COLUMNS,
        .answer = column < NET_OUTPUTS ? column : CONFUSION_ALL,
        .mistakes = column == MATRIX_RIGHT,
        .order = view->filter.order,
    };
    view->matrix = false;
    choose(app);
}

static void run_filter(App *app, int command)
{
    ReviewFilter *filter = &app->data_view.filter;
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
    choose(app);
}

static void run(App *app, int command)
{
    DataView *view = &app->data_view;
    if (command == DATA_COMMAND_RANDOM) {
        exhibit(app, data_images_draw(app, CONFUSION_ALL));
    } else if (command == DATA_COMMAND_MATRIX) {
        view->matrix = !view->matrix;
    } else if (command >= DATA_COMMAND_SOURCE && command < DATA_COMMAND_SOURCE + DATA_SOURCES) {
        view->source = (DataSource)(command - DATA_COMMAND_SOURCE);
        data_images_free(view);
        choose(app);
    } else {
        run_filter(app, command);
    }
}

static bool can(const App *app, int command)
{
    return command != DATA_COMMAND_RANDOM || app->data_view.images > 0;
}

static bool press(App *app, int x, int y, bool twice)
{
    (void)twice;
    DataView *view = &app->data_view;
    if (view->matrix) {
        int cell = matrix_cell_at(&view->table, x, y);
        view->cell = cell >= 0 ? cell : view->cell;
        if (cell >= 0) {
            open_cell(app);
        }
        return false;
    }
    bool bar = wall_bar_at(&view->wall, &view->places, x, y);
    int tile = wall_tile_at(&view->wall, &view->places, x, y);
    if (bar) {
        wall_drag_bar(&view->wall, &view->places, y);
    } else if (tile >= 0) {
        wall_mark(&view->wall, &view->places, tile);
        exhibit(app, data_images_marked(app));
    }
    return bar;
}

static void drag(App *app, int x, int y)
{
    (void)x;
    wall_drag_bar(&app->data_view.wall, &app->data_view.places, y);
    app->redraw = true;
}

static void scroll(App *app, int x, int y, int rows)
{
    (void)x;
    (void)y;
    wall_scroll(&app->data_view.wall, &app->data_view.places, rows);
}

/* Enter shows what is marked, a digit any image of it; Escape leads back from a cell's images. */
static bool key(App *app, const SDL_Keysym *key)
{
    DataView *view = &app->data_view;
    int digit = keyboard_digit(key->sym);
    bool enters = key->sym == SDLK_RETURN || key->sym == SDLK_KP_ENTER || key->sym == SDLK_SPACE;
    if (enters && view->matrix && view->cell >= 0) {
        open_cell(app);
    } else if (enters && !view->matrix) {
        exhibit(app, data_images_marked(app));
    } else if (digit >= 0) {
        exhibit(app, data_images_draw(app, digit));
    } else if (key->sym == SDLK_ESCAPE && !view->matrix && view->filter.answer != CONFUSION_ALL) {
        view->matrix = true;
    } else {
        return view->matrix ? matrix_key(&view->table, key->sym, &view->cell)
                            : wall_key(&view->wall, &view->places, key->sym);
    }
    return true;
}

const View VIEW_OF_DATA = {
    .name = "Data",
    .open = open,
    .close = close,
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
    .free = close,
};
