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

SessionWork *session_work_make(const Lab *lab, bool with_network, Err *err)
{
    SessionWork *work = calloc(1, sizeof *work);
    bool ok = work && copy_drawing(&work->drawing, &lab->drawing) &&
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
    session_facts_take(lab, &work->facts);
    return work;
}

void session_work_free(SessionWork *work)
{
    if (work) {
        drawing_free(&work->drawing);
        net_free(&work->net);
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

static bool save_network(SessionWork *work, Err *err)
{
    Path path;
    SessionNetwork *network = &work->facts.network;
    snprintf(network->file, sizeof network->file, "%s", work->on_disk.file);
    if (work->net.shape.layers == 0) {
        return true;
    }
    session_place_network(&work->place, work->number, network->file, sizeof network->file);
    bool fits =
        path_join(&path, work->place.folder.text, network->file) ||
        err_set(err, "%s cannot be saved: the name of its folder is too long.", network->file);
    if (fits && net_save(&work->net, &work->info, path.text, err)) {
        return true;
    }
    *network = work->on_disk; /* the rest is kept with the network that is there */
    return false;
}

static bool save_json(SessionWork *work, const char *path, Err *err)
{
    char *text = session_print(&work->facts, &work->drawing);
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
    work->network_kept = save_network(work, &why);
    work->kept = save_json(work, json.text, &work->err);
    if (work->kept && !work->network_kept) {
        err_set(&work->err, "%.*s; drawing and settings are kept.", (int)strlen(why.text) - 1,
                why.text);
    }
    if (work->kept && work->net.shape.layers > 0) {
        session_place_sweep(&work->place);
    }
}
