/* Reading a session: what can be read of it, and what becomes of the rest. */
#include "lab/session_read.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/number.h"
#include "base/sys_file.h"

enum { SESSION_MAX_BYTES = 64 << 20 };

/* The looks of the first window's session. */
static void read_looks(Lab *lab, const SessionPlace *place)
{
    SessionPlace first = *place;
    SessionFacts facts;
    Path path;
    Err err;
    uint8_t *text = NULL;
    size_t size;
    bool names_network;
    snprintf(first.stem, sizeof first.stem, "session");
    session_facts_take(lab, &facts);
    facts.settings.has_drawn = true; /* in that window, if not here */
    if (session_place_path(&first, ".json", &path) &&
        file_read(path.text, SESSION_MAX_BYTES, &text, &size, &err)) {
        session_parse((const char *)text, size, &facts, &lab->recent, NULL, NULL, &names_network);
        lab->settings = facts.settings;
        lab->settings.tour_step = 0; /* the walk is that window's own */
        lab->settings.tour_done = 0;
        lab->plan = facts.plan;
        lab->plan.layers = (NetShape){0};
    }
    free(text);
}

/* The file of the network, which an old or damaged session does not name. */
static void find_network(const SessionPlace *place, SessionState state, SessionNetwork *network)
{
    Path path;
    int newest = session_place_newest(place, INT_MAX);
    if (state != SESSION_OLD) {
        *network = (SessionNetwork){.changed = true}; /* nothing is known but the weights */
    }
    session_place_network(place, state == SESSION_OLD ? 0 : newest, network->file,
                          sizeof network->file);
    if (!path_join(&path, place->folder.text, network->file) || !sys_is_there(path.text)) {
        *network = (SessionNetwork){0};
    }
}

/* Put it on show. False where it cannot be read. */
static bool take_network(Lab *lab, const SessionNetwork *network, const char *path)
{
    Err err;
    if (!session_network_load(network, path, &lab->model, &err)) {
        return false;
    }
    if (!net_acts_fit(&lab->acts, &lab->model.net.shape, &err)) {
        model_free(&lab->model);
        return false;
    }
    return true;
}

/* A text of the session, and what it says. True where it is whole. */
static SessionState read_text(const char *path, SessionFacts *facts, Lab *lab, SessionRead *read,
                              bool *names_network)
{
    Err err;
    if (!file_read(path, SESSION_MAX_BYTES, &read->owed.bytes, &read->owed.size, &err)) {
        return SESSION_DAMAGED;
    }
    return session_parse((const char *)read->owed.bytes, read->owed.size, facts, &lab->recent,
                         &read->shelf, &lab->drawing, names_network);
}

/* What is damaged, or of a newer version, goes aside before it is written over. */
static void put_aside(SessionRead *read, SessionState state, const char *path, Path *kept)
{
    Err err;
    *kept = (Path){0};
    SessionOwed *owed = &read->owed;
    owed->why = !read->found               ? NULL
                : state == SESSION_DAMAGED ? "damaged"
                : state == SESSION_NEWER   ? "newer"
                                           : NULL;
    bool aside = owed->why;
    if (aside && !session_keep_aside(path, owed->why, owed->bytes, owed->size, kept, &err)) {
        path_join(kept, path, ""); /* where it stays until it can be put aside */
        return;
    }
    free(owed->bytes);
    *owed = (SessionOwed){0};
}

/* So does a network that cannot be read, but for that of a newer version: its session names it. */
static void put_network_aside(SessionState state, const char *path, Path *kept)
{
    Err err;
    if (!sys_is_there(path)) {
        *kept = (Path){0};
    } else if (state == SESSION_NEWER ||
               !session_keep_aside(path, "damaged", NULL, 0, kept, &err)) {
        path_join(kept, path, "");
    }
}

/* One sentence about all of it. */
static void say(SessionRead *read, SessionState state, const Path *json, const Path *network)
{
    bool both = *json->text && *network->text;
    if (!*json->text && !*network->text) {
        err_set(&read->said,
                "The network of the last session is missing (%s): there is another in its place.",
                read->network.file);
        return;
    }
    err_set(&read->said,
            "The last session %s: what can be read of it is here%s, and what was there stays as "
            "%s%s%s.",
            state == SESSION_NEWER ? "was kept by a newer Inkling" : "is damaged",
            read->has_network ? "" : " with another network",
            *json->text ? json->text : network->text, both ? " and " : "",
            both ? path_name(network->text) : "");
}

/* What else there is goes on the shelf, where a damaged session may have named it. */
static void find_shelf(const SessionPlace *place, SessionRead *read)
{
    SessionShelf *shelf = &read->shelf;
    int number = session_place_newest(place, INT_MAX);
    for (; number > 0 && shelf->count < SHELF_MOST; number = session_place_newest(place, number)) {
        SessionNetwork found = {.changed = true};
        session_place_network(place, number, found.file, sizeof found.file);
        bool named = strcmp(found.file, read->network.file) == 0;
        for (int i = 0; i < shelf->count; i++) {
            named |= strcmp(found.file, shelf->network[i].file) == 0;
        }
        if (!named) {
            shelf->network[shelf->count++] = found;
        }
    }
}

/* That a network's file has, or is said to have. */
static int largest_number(const SessionPlace *place, const SessionRead *read)
{
    int largest = number_max(session_place_newest(place, INT_MAX),
                             session_place_number(place, read->network.file));
    for (int i = 0; i < read->shelf.count; i++) {
        largest = number_max(largest, session_place_number(place, read->shelf.network[i].file));
    }
    return largest;
}

/* Networks of the shelf that are not there, or damaged, are no reason not to start. */
static void say_shelf(SessionRead *read, int lost, const Path *first)
{
    read->lost = true;
    if (!*read->said.text) {
        err_set(&read->said, "%d of the networks on the shelf %s damaged or missing: %s%s.", lost,
                lost > 1 ? "are" : "is", first->text, lost > 1 ? " and others" : "");
    }
}

/* Put those that can be read on the lab's shelf. */
static void take_shelf(Lab *lab, const SessionPlace *place, SessionState state, SessionRead *read)
{
    Err err;
    Path path, kept, first = {0};
    SessionShelf named = read->shelf;
    int lost = 0;
    read->shelf.count = 0;
    for (int i = 0; i < named.count; i++) {
        const SessionNetwork *network = &named.network[i];
        ShelfEntry entry = {.file = session_place_number(place, network->file)};
        entry.on_disk = entry.file > 0;
        path_join(&path, place->folder.text, network->file);
        if (session_network_load(network, path.text, &entry.model, &err)) {
            read->shelf.network[read->shelf.count++] = *network;
            shelf_add_last(&lab->shelf, &entry);
        } else {
            put_network_aside(state, path.text, &kept);
            first = lost++ ? first : *kept.text ? kept : path;
        }
    }
    if (lost > 0) {
        say_shelf(read, lost, &first);
    }
}

static void give(Lab *lab, const SessionFacts *facts, bool has_network)
{
    SessionFacts given = *facts;
    given.preparation = lab->preparation;
    if (has_network) {
        preparation_parse(lab->model.info.preparation, &given.preparation);
    }
    if ((int)facts->preparation != PREPARATIONS) {
        given.preparation = facts->preparation;
    }
    session_facts_give(&given, lab);
}

void session_read(Lab *lab, const SessionPlace *place, SessionRead *read)
{
    Path json, path, json_kept, network_kept = {0};
    bool names_network = false;
    SessionFacts facts;
    *read = (SessionRead){0};
    if (!session_place_path(place, ".json", &json)) {
        return;
    }
    read->found = sys_is_there(json.text);
    if (!read->found && session_place_is_second(place)) {
        read_looks(lab, place);
    }
    session_facts_take(lab, &facts);
    facts.preparation = (Preparation)PREPARATIONS; /* none is known yet */
    facts.settings.has_drawn |= read->found;       /* what does not say it is of an older version */
    SessionState state =
        read->found ? read_text(json.text, &facts, lab, read, &names_network) : SESSION_DAMAGED;
    if (!names_network) {
        find_network(place, state, &facts.network);
    }
    read->network = facts.network;
    if (read->found && state == SESSION_DAMAGED) {
        find_shelf(place, read);
    }
    read->number = largest_number(place, read);
    read->has_network = path_join(&path, place->folder.text, read->network.file) &&
                        take_network(lab, &read->network, path.text);
    bool broken = *read->network.file && !read->has_network;
    give(lab, &facts, read->has_network);
    put_aside(read, state, json.text, &json_kept);
    if (broken) {
        put_network_aside(state, path.text, &network_kept);
    }
    if (broken || *json_kept.text) {
        read->lost = true;
        say(read, state, &json_kept, &network_kept);
    }
    read->network = broken ? (SessionNetwork){0} : read->network;
    take_shelf(lab, place, state, read);
}
