/* The text of a session: JSON. */
#include "lab/session_json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lab/session_item.h"

/* The first version had no shelf, and would remove its files. */
enum { VERSION = 2, DEPTH_MAX = 8 };

static bool put_point(cJSON *points, double cell)
{
    /* So fine that every cell has the same level again. */
    cJSON *number = cJSON_CreateNumber(round(1e6 * cell) / 1e6);
    return number && cJSON_AddItemToArray(points, number);
}

/* A stroke is {"tool", "width", "points": [x, y, x, y, ...]}. */
static bool put_stroke(cJSON *strokes, const Drawing *drawing, const Stroke *stroke)
{
    cJSON *item = cJSON_CreateObject();
    if (!item || !cJSON_AddItemToArray(strokes, item)) {
        cJSON_Delete(item);
        return false;
    }
    bool ok =
        cJSON_AddStringToObject(item, "tool", stroke->tool == TOOL_ERASER ? "eraser" : "pen") &&
        cJSON_AddNumberToObject(item, "width", (double)stroke->width_cell);
    cJSON *points = ok ? cJSON_AddArrayToObject(item, "points") : NULL;
    for (int i = stroke->first; points && i < stroke->first + stroke->count; i++) {
        if (!put_point(points, (double)drawing->point[i].x_cell) ||
            !put_point(points, (double)drawing->point[i].y_cell)) {
            return false;
        }
    }
    return points != NULL;
}

static bool put_drawing(cJSON *root, const Drawing *drawing)
{
    cJSON *strokes = cJSON_AddArrayToObject(root, "strokes");
    bool ok = strokes != NULL;
    for (int i = drawing_first_shown(drawing); ok && i < drawing->shown; i++) {
        ok = put_stroke(strokes, drawing, &drawing->stroke[i]);
    }
    return ok;
}

static bool put_shelf(cJSON *root, const SessionShelf *shelf)
{
    cJSON *list = cJSON_AddArrayToObject(root, "shelf");
    bool ok = list != NULL;
    for (int i = 0; ok && i < shelf->count; i++) {
        cJSON *item = cJSON_CreateObject();
        ok = item && cJSON_AddItemToArray(list, item) &&
             session_network_put(&shelf->network[i], item);
    }
    return ok;
}

static bool put_recent(cJSON *root, const RecentFiles *recent)
{
    cJSON *list = cJSON_AddArrayToObject(root, "recent");
    bool ok = list != NULL;
    for (int i = 0; ok && i < recent->count; i++) {
        cJSON *path = cJSON_CreateString(recent->file[i].text);
        ok = path && cJSON_AddItemToArray(list, path);
    }
    return ok;
}

/* What a cut file should keep the longest comes first. */
char *session_print(const SessionFacts *facts, const RecentFiles *recent, const SessionShelf *shelf,
                    const Drawing *drawing)
{
    cJSON *root = cJSON_CreateObject();
    bool ok = root && cJSON_AddNumberToObject(root, "version", VERSION) &&
              session_facts_put(facts, root) && put_recent(root, recent) &&
              put_shelf(root, shelf) && put_drawing(root, drawing);
    char *text = ok ? cJSON_PrintUnformatted(root) : NULL;
    cJSON_Delete(root);
    return text;
}

/* Where a text can be ended so that all before is whole: the last comma or bracket outside of
 * words, with the brackets that are open there. */
typedef struct Cut {
    size_t at;
    int depth;
    char open[DEPTH_MAX];
} Cut;

static Cut find_cut(const char *text, size_t size)
{
    Cut cut = {0}, now = {0};
    bool in_word = false;
    for (size_t i = 0; i < size; i++) {
        char c = text[i];
        bool opens = c == '{' || c == '[', closes = c == '}' || c == ']';
        if (in_word) {
            i += c == '\\';
            in_word = c != '"';
        } else if (c == '"') {
            in_word = true;
        } else if (c == ',') {
            now.at = i;
            cut = now;
        } else if (opens || closes) {
            if ((opens && now.depth == DEPTH_MAX) || (closes && now.depth == 0)) {
                break;
            }
            now.at = i + 1;
            if (opens) {
                now.open[now.depth++] = c;
            } else {
                now.depth--;
            }
            cut = now;
        }
    }
    return cut;
}

/* The whole values of a text that is no JSON from `size` on. NULL without memory. */
static cJSON *parse_beginning(const char *text, size_t size)
{
    Cut cut = find_cut(text, size);
    char *mended = malloc(cut.at + DEPTH_MAX + 1);
    if (!mended) {
        return NULL;
    }
    memcpy(mended, text, cut.at);
    for (int d = cut.depth - 1; d >= 0; d--) {
        mended[cut.at++] = cut.open[d] == '{' ? '}' : ']';
    }
    cJSON *root = cJSON_ParseWithLength(mended, cut.at);
    free(mended);
    return root;
}

static bool is_line(const cJSON *points)
{
    int numbers = 0;
    const cJSON *x;
    cJSON_ArrayForEach(x, points)
    {
        if (!cJSON_IsNumber(x) || !isfinite((float)x->valuedouble)) {
            return false;
        }
        numbers++;
    }
    return cJSON_IsArray(points) && numbers > 0 && numbers % 2 == 0;
}

static bool read_stroke(const cJSON *item, Drawing *drawing, bool *damaged)
{
    Err err;
    const cJSON *points = cJSON_GetObjectItemCaseSensitive(item, "points");
    if (!is_line(points)) {
        return false;
    }
    bool ok = true, first = true;
    bool eraser = strcmp(session_word(item, "tool", damaged), "eraser") == 0;
    float width_cell =
        (float)session_number(item, "width", 0.0, SHEET_SIDE, (double)BRUSH_DEFAULT_CELL, damaged);
    for (const cJSON *x = points->child; ok && x; x = x->next->next, first = false) {
        Point at = {(float)x->valuedouble, (float)x->next->valuedouble};
        ok = first
                 ? drawing_pen_down(drawing, eraser ? TOOL_ERASER : TOOL_PEN, width_cell, at, &err)
                 : drawing_pen_to(drawing, at, &err);
    }
    drawing_pen_up(drawing);
    return ok;
}

static void read_drawing(const cJSON *root, Drawing *drawing, bool *damaged)
{
    const cJSON *strokes = cJSON_GetObjectItemCaseSensitive(root, "strokes"), *item;
    *damaged = *damaged || (strokes && !cJSON_IsArray(strokes));
    cJSON_ArrayForEach(item, strokes)
    {
        *damaged = !read_stroke(item, drawing, damaged) || *damaged;
    }
}

static void read_shelf(const cJSON *root, SessionShelf *shelf, bool *damaged)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "shelf"), *item;
    *damaged = *damaged || (list && !cJSON_IsArray(list));
    shelf->count = 0;
    cJSON_ArrayForEach(item, list)
    {
        SessionNetwork *network = &shelf->network[shelf->count];
        if (shelf->count < SHELF_MOST) {
            session_network_get(network, item, damaged);
            *damaged = *damaged || !*network->file;
            shelf->count += *network->file != 0;
        }
    }
}

static void read_recent(const cJSON *root, RecentFiles *recent, bool *damaged)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(root, "recent"), *item;
    *damaged = *damaged || (list && !cJSON_IsArray(list));
    recent->count = list ? 0 : recent->count;
    cJSON_ArrayForEach(item, list)
    {
        bool is_path = cJSON_IsString(item) && item->valuestring[0] == '/';
        *damaged = *damaged || !is_path;
        recent->count += is_path && recent->count < RECENT_MOST &&
                         path_join(&recent->file[recent->count], item->valuestring, "");
    }
}

SessionState session_parse(const char *text, size_t size, SessionFacts *facts, RecentFiles *recent,
                           SessionShelf *shelf, Drawing *drawing, bool *names_network)
{
    const char *end = text;
    cJSON *root = cJSON_ParseWithLengthOpts(text, size + 1, &end, true);
    bool damaged = !cJSON_IsObject(root);
    if (!root) {
        root = parse_beginning(text, (size_t)(end - text) < size ? (size_t)(end - text) : size);
    }
    const cJSON *version = cJSON_GetObjectItemCaseSensitive(root, "version");
    bool newer = cJSON_IsNumber(version) && version->valuedouble > VERSION;
    bool old = !damaged && !version;
    damaged = damaged || (version && !cJSON_IsNumber(version));
    *names_network = cJSON_IsString(cJSON_GetObjectItemCaseSensitive(root, "network_file"));
    session_facts_get(facts, root, &damaged);
    if (recent) {
        read_recent(root, recent, &damaged);
    }
    if (shelf) {
        read_shelf(root, shelf, &damaged);
    }
    if (drawing) {
        read_drawing(root, drawing, &damaged);
    }
    cJSON_Delete(root);
    return newer ? SESSION_NEWER : damaged ? SESSION_DAMAGED : old ? SESSION_OLD : SESSION_WHOLE;
}
