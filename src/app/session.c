/* The last network, settings and drawing, kept from one start to the next. */
#include "app/session.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/models.h"
#include "app/tour_steps.h"
#include "app/training.h"
#include "base/file.h"

enum { SESSION_MAX_BYTES = 64 << 20 };

static const double SEED_MAX = 9007199254740992.0; /* exact in JSON */

static const char SETTINGS_FILE[] = "session.json", NETWORK_FILE[] = "session.safetensors";

static bool read_bool(const cJSON *object, const char *name, bool otherwise)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsBool(item) ? cJSON_IsTrue(item) : otherwise;
}

static double read_number(const cJSON *object, const char *name, double low, double high,
                          double otherwise)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    bool fits = cJSON_IsNumber(item) && item->valuedouble >= low && item->valuedouble <= high;
    return fits ? item->valuedouble : otherwise;
}

static const char *read_text(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(item) ? item->valuestring : "";
}

/* Recipe and layers of the next run; those that are out of range stay as they were. */
static void read_recipe(const cJSON *root, App *app)
{
    Err err;
    TrainConfig recipe = app->recipe;
    NetShape layers;
    recipe.rate = (float)read_number(root, "rate", 0.0, 1e3, (double)recipe.rate);
    recipe.minibatch = (int)read_number(root, "minibatch", 1, 1e4, recipe.minibatch);
    recipe.epochs = (int)read_number(root, "epochs", 1, 1e5, recipe.epochs);
    recipe.decay = (float)read_number(root, "decay", 0.0, 1.0, (double)recipe.decay);
    recipe.seed = (uint64_t)read_number(root, "seed", 0, SEED_MAX, (double)recipe.seed);
    if (train_config_check(&recipe, &err)) {
        app->recipe = app->config = recipe;
    }
    if (net_shape_parse(read_text(root, "layers"), &layers, &err)) {
        app->settings.layers = layers;
    }
}

static void read_settings(const cJSON *root, Settings *settings)
{
    settings->tool = strcmp(read_text(root, "tool"), "eraser") == 0 ? TOOL_ERASER : TOOL_PEN;
    settings->brush_cell = (float)read_number(root, "brush", (double)BRUSH_MIN_CELL,
                                              (double)BRUSH_MAX_CELL, (double)settings->brush_cell);
    settings->dark = read_bool(root, "dark", settings->dark);
    settings->zoom = (float)read_number(root, "zoom", 0.5, 4.0, (double)settings->zoom);
    settings->full_screen = read_bool(root, "full_screen", settings->full_screen);
    net_cost_parse(read_text(root, "cost"), &settings->cost);
    settings->data_strokes = read_bool(root, "data_strokes", settings->data_strokes);
    settings->data_asked = read_bool(root, "data_asked", settings->data_asked);
    settings->data_own = read_bool(root, "data_own", settings->data_own);
    settings->data_mnist = read_bool(root, "data_mnist", settings->data_mnist) ||
                           (!settings->data_strokes && !settings->data_own);
    settings->augment = read_bool(root, "augment", settings->augment);
    settings->speed = (int)read_number(root, "speed", 0, TRAINING_SPEEDS - 1, settings->speed);
    settings->present_hidden =
        (unsigned)read_number(root, "present_hidden", 0, 15, settings->present_hidden);
    settings->window_w = (int)read_number(root, "window_w", 200, 16384, settings->window_w);
    settings->window_h = (int)read_number(root, "window_h", 200, 16384, settings->window_h);
}

/* A stroke is {"tool", "width", "points": [x, y, x, y, ...]}; false where it cannot be one. */
static bool read_stroke(const cJSON *item, Drawing *drawing)
{
    Err err;
    Tool tool = strcmp(read_text(item, "tool"), "eraser") == 0 ? TOOL_ERASER : TOOL_PEN;
    float width_cell =
        (float)read_number(item, "width", 0.0, SHEET_SIDE, (double)BRUSH_DEFAULT_CELL);
    const cJSON *points = cJSON_GetObjectItemCaseSensitive(item, "points");
    const cJSON *x = cJSON_IsArray(points) ? points->child : NULL;
    for (bool first = true; x && x->next; x = x->next->next, first = false) {
        Point at = {(float)x->valuedouble, (float)x->next->valuedouble};
        bool ok = cJSON_IsNumber(x) && cJSON_IsNumber(x->next) &&
                  (first ? drawing_pen_down(drawing, tool, width_cell, at, &err)
                         : drawing_pen_to(drawing, at, &err));
        if (!ok) {
            return false;
        }
    }
    drawing_pen_up(drawing);
    return true;
}

static void read_drawing(const cJSON *root, Drawing *drawing)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, cJSON_GetObjectItemCaseSensitive(root, "strokes"))
    {
        if (!read_stroke(item, drawing)) {
            drawing_free(drawing);
            return;
        }
    }
}

bool session_load(App *app)
{
    Err err;
    Path path;
    uint8_t *text = NULL;
    size_t size;
    bool has_network = false;
    if (!path_user(SETTINGS_FILE, &path, &err) ||
        !file_read(path.text, SESSION_MAX_BYTES, &text, &size, &err)) {
        return false;
    }
    cJSON *root = cJSON_ParseWithLength((const char *)text, size);
    free(text);
    if (cJSON_IsObject(root)) {
        read_settings(root, &app->settings);
        read_recipe(root, app);
        read_drawing(root, &app->drawing);
        app->tour_view.step = (int)read_number(root, "tour_step", 0, tour_steps() - 1, 0);
        app->tour_view.done = (unsigned)read_number(root, "tour_done", 0, UINT32_MAX, 0);
        Model *model = &app->model;
        has_network = path_user(NETWORK_FILE, &path, &err) &&
                      net_load(&model->net, &model->info, path.text, &err);
        model->changed = read_bool(root, "changed", false);
        model->fresh = read_bool(root, "fresh", false);
        model->shipped =
            (Shipped)read_number(root, "shipped", SHIPPED_NONE, SHIPPED_NETWORKS - 1, SHIPPED_NONE);
        path_join(&model->path, read_text(root, "network"), "");
        preparation_parse(model->info.preparation, &app->preparation);
        preparation_parse(read_text(root, "preparation"), &app->preparation);
    }
    cJSON_Delete(root);
    return has_network;
}

static cJSON *write_stroke(const Drawing *drawing, const Stroke *stroke)
{
    cJSON *item = cJSON_CreateObject();
    cJSON_AddStringToObject(item, "tool", stroke->tool == TOOL_ERASER ? "eraser" : "pen");
    cJSON_AddNumberToObject(item, "width", (double)stroke->width_cell);
    cJSON *points = cJSON_AddArrayToObject(item, "points");
    for (int i = stroke->first; i < stroke->first + stroke->count; i++) {
        /* A thousandth of a cell is finer than any screen. */
        cJSON_AddItemToArray(
            points, cJSON_CreateNumber(round(1e3 * (double)drawing->point[i].x_cell) / 1e3));
        cJSON_AddItemToArray(
            points, cJSON_CreateNumber(round(1e3 * (double)drawing->point[i].y_cell) / 1e3));
    }
    return item;
}

static void write_recipe(const App *app, cJSON *root)
{
    char layers[64] = "";
    const NetShape *shape = &app->settings.layers;
    for (int l = 1; l < shape->layers; l++) {
        size_t used = strlen(layers);
        snprintf(layers + used, sizeof layers - used, l > 1 ? ",%d" : "%d", shape->size[l]);
    }
    cJSON_AddNumberToObject(root, "rate", (double)app->recipe.rate);
    cJSON_AddNumberToObject(root, "minibatch", app->recipe.minibatch);
    cJSON_AddNumberToObject(root, "epochs", app->recipe.epochs);
    cJSON_AddNumberToObject(root, "decay", (double)app->recipe.decay);
    cJSON_AddNumberToObject(root, "seed", (double)app->recipe.seed);
    cJSON_AddStringToObject(root, "layers", layers);
}

static cJSON *write_session(const App *app)
{
    const Settings *settings = &app->settings;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "tool", settings->tool == TOOL_ERASER ? "eraser" : "pen");
    cJSON_AddNumberToObject(root, "brush", (double)settings->brush_cell);
    cJSON_AddStringToObject(root, "preparation", preparation_name(app->preparation));
    cJSON_AddBoolToObject(root, "dark", settings->dark);
    cJSON_AddNumberToObject(root, "zoom", (double)settings->zoom);
    cJSON_AddBoolToObject(root, "full_screen", settings->full_screen);
    cJSON_AddStringToObject(root, "cost", net_cost_name(settings->cost));
    cJSON_AddBoolToObject(root, "data_mnist", settings->data_mnist);
    cJSON_AddBoolToObject(root, "data_strokes", settings->data_strokes);
    cJSON_AddBoolToObject(root, "data_asked", settings->data_asked);
    cJSON_AddBoolToObject(root, "data_own", settings->data_own);
    cJSON_AddBoolToObject(root, "augment", settings->augment);
    cJSON_AddNumberToObject(root, "speed", settings->speed);
    cJSON_AddNumberToObject(root, "present_hidden", settings->present_hidden);
    cJSON_AddNumberToObject(root, "tour_step", app->tour_view.step);
    cJSON_AddNumberToObject(root, "tour_done", app->tour_view.done);
    cJSON_AddNumberToObject(root, "window_w", settings->window_w);
    cJSON_AddNumberToObject(root, "window_h", settings->window_h);
    write_recipe(app, root);
    cJSON_AddStringToObject(root, "network", app->model.path.text);
    cJSON_AddBoolToObject(root, "changed", app->model.changed);
    cJSON_AddBoolToObject(root, "fresh", app->model.fresh);
    cJSON_AddNumberToObject(root, "shipped", app->model.shipped);
    cJSON *strokes = cJSON_AddArrayToObject(root, "strokes");
    for (int i = drawing_first_shown(&app->drawing); i < app->drawing.shown; i++) {
        cJSON_AddItemToArray(strokes, write_stroke(&app->drawing, &app->drawing.stroke[i]));
    }
    return root;
}

bool session_save(const App *app, Err *err)
{
    Path folder, path;
    NetInfo info = models_info(app);
    if (!path_user("", &folder, err) || !path_make_folder(folder.text, err) ||
        !path_user(NETWORK_FILE, &path, err) || !net_save(&app->model.net, &info, path.text, err) ||
        !path_user(SETTINGS_FILE, &path, err)) {
        return false;
    }
    cJSON *root = write_session(app);
    char *text = cJSON_PrintUnformatted(root);
    bool ok = text ? file_save(path.text, text, strlen(text), err)
                   : err_set(err, "There is not enough memory to keep the drawing.");
    cJSON_free(text);
    cJSON_Delete(root);
    return ok;
}
