/* Writing a session, on the jobs' thread. */
#include "lab/session_save.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "lab/moment.h"

/* The strokes on the sheet, with their points. */
static bool copy_drawing(Drawing *to, const Drawing *from)
{
    int first = drawing_first_shown(from), strokes = from->shown - first;
    if (strokes == 0) {
        return true;
    }
    const Stroke *last = &from->stroke[from->shown - 1];
    int start = from->stroke[first].first, points = last->first + last->count - start;
    to->point = malloc((size_t)points * sizeof *to->point);
    to->stroke = malloc((size_t)strokes * sizeof *to->stroke);
    if (!to->point || !to->stroke) {
        drawing_free(to);
        return false;
    }
    memcpy(to->point, from->point + start, (size_t)points * sizeof *to->point);
    memcpy(to->stroke, from->stroke + first, (size_t)strokes * sizeof *to->stroke);
    for (int i = 0; i < strokes; i++) {
        to->stroke[i].first -= start;
    }
    to->points = to->point_room = points;
    to->strokes = to->stroke_room = to->shown = strokes;
    return true;
}

static bool copy_shelf(SessionWork *work, const Shelf *shelf, Err *err)
{
    bool ok = true;
    for (int i = 0; ok && i < shelf->count; i++) {
        const ShelfEntry *entry = &shelf->entry[i];
        work->shelf.network[i] = session_network_of(&entry->model);
        work->shelf_number[i] = entry->file;
        work->shelf.count = i + 1;
        ok = entry->on_disk || model_copy(&work->added[i], &entry->model, err);
    }
    return ok;
}

SessionWork *session_work_make(const Lab *lab, bool with_network, Err *err)
{
    SessionWork *work = calloc(1, sizeof *work);
    bool ok = work && copy_drawing(&work->drawing, &lab->drawing) &&
              copy_shelf(work, &lab->shelf, err) &&
              (!with_network || net_make(&work->net, &lab->model.net.shape, err));
    if (!ok) {
        session_work_free(work);
        err_set(err, "There is not enough memory to keep the drawing and the network.");
        return NULL;
    }
    if (with_network) {
        net_copy(&work->net, &lab->model.net);
    }
    work->job.run = session_work_run;
    work->info = moment_info(lab);
    work->recent = lab->recent;
    session_facts_take(lab, &work->facts);
    return work;
}

void session_work_free(SessionWork *work)
{
    if (work) {
        drawing_free(&work->drawing);
        net_free(&work->net);
        for (int i = 0; i < SHELF_MOST; i++) {
            model_free(&work->added[i]);
        }
        free(work);
    }
}

/* What is there belongs to another version, or is damaged: it is kept before it is written over. */
static bool pay(SessionWork *work, const char *json, Err *err)
{
    Path kept;
    const SessionOwed *owed = work->owed;
    work->paid =
        !owed->why || session_keep_aside(json, owed->why, owed->bytes, owed->size, &kept, err);
    return work->paid;
}

static bool save_file(const SessionWork *work, const char *file, const Net *net,
                      const NetInfo *info, Err *err)
{
    Path path;
    bool fits = path_join(&path, work->place.folder.text, file) ||
                err_set(err, "%s cannot be saved: the name of its folder is too long.", file);
    return fits && net_save(net, info, path.text, err);
}

static bool save_shelf(SessionWork *work, Err *err)
{
    bool ok = true;
    for (int i = 0; ok && i < work->shelf.count; i++) {
        char *file = work->shelf.network[i].file;
        const Model *added = &work->added[i];
        session_place_network(&work->place, work->shelf_number[i], file, SESSION_NAME_MAX);
        ok = !added->net.block || save_file(work, file, &added->net, &added->info, err);
    }
    return ok;
}

static bool save_network(SessionWork *work, Err *err)
{
    SessionNetwork *network = &work->facts.network;
    snprintf(network->file, sizeof network->file, "%s", work->on_disk.file);
    if (work->net.shape.layers == 0) {
        return true;
    }
    session_place_network(&work->place, work->number, network->file, sizeof network->file);
    return save_file(work, network->file, &work->net, &work->info, err);
}

/* Where one cannot be written, those that are there stay what the session names: a network may be
 * on its way from one place to another. */
static bool save_networks(SessionWork *work, Err *err)
{
    bool ok = save_shelf(work, err) && save_network(work, err);
    if (!ok) {
        work->shelf = *work->shelf_on_disk;
        work->facts.network = work->on_disk;
    }
    return ok;
}

static bool save_json(SessionWork *work, const char *path, Err *err)
{
    char *text = session_print(&work->facts, &work->recent, &work->shelf, &work->drawing);
    bool ok = text ? file_save(path, text, strlen(text), err)
                   : err_set(err, "There is not enough memory to keep the drawing.");
    cJSON_free(text);
    return ok;
}

void session_work_run(Job *job)
{
    SessionWork *work = (SessionWork *)job;
    Path json;
    Err why;
    if (!session_place_path(&work->place, ".json", &json)) {
        err_set(&work->err, "The session cannot be saved: the name of its folder is too long.");
        return;
    }
    if (!path_make_folder(work->place.folder.text, &work->err) ||
        !pay(work, json.text, &work->err)) {
        return;
    }
    if (work->sweep) {
        session_place_sweep(&work->place);
    }
    work->network_kept = save_networks(work, &why);
    work->kept = save_json(work, json.text, &work->err);
    if (work->kept && !work->network_kept) {
        err_set(&work->err, "%.*s; drawing and settings are kept.", (int)strlen(why.text) - 1,
                why.text);
    }
    if (work->kept && (work->shelf_changed || work->net.shape.layers > 0)) {
        session_place_sweep(&work->place);
    }
}
