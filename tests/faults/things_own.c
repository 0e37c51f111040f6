/* The user's own digits: added, relabelled, deleted, undone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ink/own.h"
#include "sweep.h"

static const char LINES[] = "7 me 0,0 1000,0 300,1000\n0 me 3,4\n1 me 0,0 0,1000\n";
static const char CHANGED[] = "4 me 0,0 1000,0 300,1000\n0 me 3,4\n1 me 0,0 0,1000\n";
static const char TORN[] = "7 me 0,0 1000,0 300,1000\n0 me 3,4\n1 me 0,0 0,10";
static const char FILE_NAME[] = "mine/digits.txt", TORN_FILE[] = "mine/digits.txt.torn";
static Own own;
static Drawing drawing;

static Path in_folder(const char *folder)
{
    Path path;
    MUST(path_join(&path, folder, FILE_NAME));
    return path;
}

static void write_lines(const char *folder, const char *lines)
{
    Err err;
    Path path = in_folder(folder), parent;
    MUST(path_join(&parent, folder, "mine") && path_make_folder(parent.text, &err));
    FILE *out = fopen(path.text, "wb");
    MUST(out && fputs(lines, out) >= 0 && fclose(out) == 0);
}

static void old_none(const char *folder)
{
    (void)folder;
}

static void old_lines(const char *folder)
{
    write_lines(folder, LINES);
}

static void old_torn(const char *folder)
{
    write_lines(folder, TORN);
}

static void ready(const char *folder)
{
    Err err;
    drawing = (Drawing){0};
    MUST(drawing_pen_down(&drawing, TOOL_PEN, 2, (Point){5, 5}, &err));
    MUST(drawing_pen_to(&drawing, (Point){15, 12}, &err));
    drawing_pen_up(&drawing);
    MUST(own_load(&own, in_folder(folder).text, NULL, &err));
}

/* What is undone is a change to what was there. */
static void old_changed(const char *folder)
{
    write_lines(folder, CHANGED);
}

static void ready_to_undo(const char *folder)
{
    Err err;
    old_lines(folder);
    ready(folder);
    MUST(own_relabel(&own, 0, 4, &err) && own_settle(&own, &err));
}

static bool add(const char *folder, Err *err)
{
    (void)folder;
    return own_add(&own, 9, &drawing, err) && own_settle(&own, err);
}

static bool relabel(const char *folder, Err *err)
{
    (void)folder;
    return own_relabel(&own, 0, 3, err) && own_settle(&own, err);
}

static bool delete (const char *folder, Err *err)
{
    (void)folder;
    return own_delete(&own, 1, err) && own_settle(&own, err);
}

static bool undo(const char *folder, Err *err)
{
    (void)folder;
    return own_undo(&own, err) && own_settle(&own, err);
}

/* The digits as their lines. */
static char *print(const Digits *digits)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);
    MUST(out);
    for (int i = 0; i < digits->digits; i++) {
        Err err;
        size_t length;
        char *line = digits_line(digits, i, &length, &err);
        MUST(line && fputs(line, out) >= 0);
        free(line);
    }
    MUST(fclose(out) == 0);
    return text;
}

static char *look(const char *folder, int part)
{
    Own found;
    Err err;
    (void)part;
    MUST(own_load(&found, in_folder(folder).text, NULL, &err));
    char *text = print(&found.digits);
    own_free(&found);
    return text;
}

/* What is in memory is what the file has, after a change that failed once it has been looked at. */
static const char *check(const char *folder, bool saved)
{
    Err err;
    if (!saved && !own_refresh(&own, &err)) {
        return "the digits cannot be read again";
    }
    char *file = look(folder, 0), *memory = print(&own.digits);
    bool same = strcmp(file, memory) == 0;
    free(file);
    free(memory);
    return same ? NULL : "file and memory differ";
}

/* The digits, and whether half a line is kept somewhere: it is there before and after. */
static char *look_torn(const char *folder, int part)
{
    if (part == 0) {
        return look(folder, 0);
    }
    char *whole = sweep_read(folder, FILE_NAME);
    char *torn = sweep_read(folder, TORN_FILE);
    const char *half = "dbcagngfcadacmdacadacmdbda"; /* see sweep_read() */
    bool kept = strstr(whole, half) || strstr(torn, half);
    free(whole);
    free(torn);
    return strdup(kept ? "kept" : "gone");
}

static const char *const WORDS[] = {"digits.txt",  "your digits", "the digits",
                                    "the drawing", "/mine",       NULL};

const Thing THING_ADD_FIRST = {.name = "digits: add the first",
                               .make_old = old_none,
                               .get_ready = ready,
                               .save = add,
                               .check = check,
                               .look = look,
                               .parts = 1,
                               .words = WORDS,
                               .kept = TORN_FILE,
                               .adds = true};
const Thing THING_ADD = {.name = "digits: add",
                         .make_old = old_lines,
                         .get_ready = ready,
                         .save = add,
                         .check = check,
                         .look = look,
                         .parts = 1,
                         .words = WORDS,
                         .kept = TORN_FILE,
                         .adds = true};
const Thing THING_ADD_TORN = {.name = "digits: add behind half a line",
                              .make_old = old_torn,
                              .get_ready = ready,
                              .save = add,
                              .check = check,
                              .look = look_torn,
                              .parts = 2,
                              .words = WORDS,
                              .kept = TORN_FILE,
                              .adds = true};
const Thing THING_RELABEL = {.name = "digits: relabel",
                             .make_old = old_lines,
                             .get_ready = ready,
                             .save = relabel,
                             .check = check,
                             .look = look,
                             .parts = 1,
                             .words = WORDS,
                             .kept = TORN_FILE};
const Thing THING_DELETE = {.name = "digits: delete",
                            .make_old = old_lines,
                            .get_ready = ready,
                            .save = delete,
                            .check = check,
                            .look = look,
                            .parts = 1,
                            .words = WORDS,
                            .kept = TORN_FILE,
                            .adds = true};
const Thing THING_UNDO = {.name = "digits: undo",
                          .make_old = old_changed,
                          .get_ready = ready_to_undo,
                          .save = undo,
                          .check = check,
                          .look = look,
                          .parts = 1,
                          .words = WORDS,
                          .kept = TORN_FILE};
