/* The session: drawing and settings, and the network that belongs to them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lab/session_read.h"
#include "sweep.h"

enum { OLD_STROKES = 2, NEW_STROKES = 4, POINTS = 12, LOOK_MAX = 2 * PATH_TEXT_MAX };

static Lab lab;
static SessionPlace place;
static SessionRead there;

static void draw(int strokes)
{
    Err err;
    for (int i = 0; i < strokes; i++) {
        MUST(drawing_pen_down(&lab.drawing, TOOL_PEN, 2, (Point){5, (float)i + 5}, &err));
        for (int p = 1; p < POINTS; p++) {
            MUST(drawing_pen_to(&lab.drawing, (Point){5 + (float)p, (float)(i + p % 2)}, &err));
        }
        drawing_pen_up(&lab.drawing);
    }
}

/* A lab whose drawing has `strokes`, whose network has one weight like no
 * other's and is said to be the file `path`. */
static void make_lab(int strokes, float weight, const char *path)
{
    Err err;
    NetShape shape;
    SessionFacts first = session_facts_default();
    lab = (Lab){0};
    session_facts_give(&first, &lab);
    MUST(net_shape_parse("2", &shape, &err) && net_make(&lab.model.net, &shape, &err));
    lab.model.net.weight[0][0] = weight;
    lab.model.info = (NetInfo){.preparation = "fitted", .data = "MNIST", .epochs = 3};
    MUST(path_join(&lab.model.path, path, ""));
    lab.model.changed = strokes == NEW_STROKES;
    draw(strokes);
    MUST(shelf_make(&lab.shelf, &err) && shelf_keep(&lab.shelf, &lab.model, &err));
    lab.shelf.entry[0].model.net.weight[0][0] = -weight;
}

static void free_lab(void)
{
    drawing_free(&lab.drawing);
    net_free(&lab.model.net);
    shelf_free(&lab.shelf);
    lab = (Lab){0};
}

static void start(const char *folder, SessionRead *read)
{
    Err err;
    SessionFacts first = session_facts_default();
    lab = (Lab){0};
    session_facts_give(&first, &lab);
    MUST(shelf_make(&lab.shelf, &err));
    MUST(setenv("XDG_DATA_HOME", folder, 1) == 0 && session_place_take(&place, &err));
    session_read(&lab, &place, read);
}

static bool save(const char *folder, Err *err)
{
    static const SessionOwed NOTHING = {0};
    (void)folder;
    lab.shelf.entry[0].file = there.number + 2;
    SessionWork *work = session_work_make(&lab, true, err);
    if (!work) {
        return false;
    }
    work->place = place;
    work->number = there.number + 1;
    work->on_disk = there.network;
    work->shelf_on_disk = &there.shelf;
    work->shelf_changed = true;
    work->owed = &NOTHING;
    work->sweep = true;
    session_work_run(&work->job);
    bool ok = work->kept && work->network_kept && work->paid;
    *err = work->err;
    session_work_free(work);
    return ok;
}

/* What there is has been read, and then everything changed. */
static void ready(const char *folder)
{
    start(folder, &there);
    free_lab();
    make_lab(NEW_STROKES, 2.0f, "/new.safetensors");
}

static void old(const char *folder)
{
    Err err;
    start(folder, &there);
    free_lab();
    make_lab(OLD_STROKES, 1.0f, "/old.safetensors");
    MUST(save(folder, &err));
    free_lab();
    session_place_free(&place);
}

/* Part 0: drawing and settings; part 1: the networks, and what is said of them. */
static char *look(const char *folder, int part)
{
    SessionRead read;
    SessionFacts facts;
    static const SessionShelf NO_SHELF;
    char *text = malloc(LOOK_MAX);
    MUST(text);
    start(folder, &read);
    session_facts_take(&lab, &facts);
    facts.network = (SessionNetwork){0};
    char *json = session_print(&facts, &lab.recent, &NO_SHELF, &lab.drawing);
    float weight = read.has_network ? lab.model.net.weight[0][0] : 0.0f;
    float shelved = lab.shelf.count > 0 ? lab.shelf.entry[0].model.net.weight[0][0] : 0.0f;
    snprintf(text, LOOK_MAX, "%g %g %s %d %s", (double)weight, (double)shelved, lab.model.path.text,
             lab.model.changed, read.said.text);
    free(read.owed.bytes);
    free_lab();
    session_place_free(&place);
    char *wanted = part == 0 ? json : text;
    MUST(wanted);
    free(part == 0 ? text : json);
    return wanted;
}

static const char *const WORDS[] = {"session", "the drawing", "/inkling", NULL};
const Thing THING_SESSION = {.name = "session",
                             .make_old = old,
                             .get_ready = ready,
                             .save = save,
                             .look = look,
                             .parts = 2,
                             .words = WORDS};
