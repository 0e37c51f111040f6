/* One thing that is saved, with every fault at every call: what is there afterwards, what was said.
 * Every trial is a process of its own, so that it can be killed and its memory starts the same. */
#define _GNU_SOURCE /* memfd_create() */
#include "sweep.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/path.h"
#include "disk.h"
#include "folder.h"
#include "shim.h"

enum { SHOWN = 20, PARTS_MAX = 4, ALLOCATIONS_SWEPT = 1200, STREAM_STEP = 5, TRIAL_S = 60 };

/* What a trial tells the sweep, in memory that both have. */
typedef struct Trial {
    Shim shim;
    bool done, saved, leaks;
    char said[ERR_TEXT_MAX], wrong[200];
} Trial;

typedef struct Sweep {
    const Thing *thing;
    char *folder;
    Trial *trial;
    char *old[PARTS_MAX], *new[PARTS_MAX];
    Folder before;        /* the files */
    char *names_after;    /* of the files, after a save that nothing happens to */
    unsigned passed_over; /* see Shim */
    int calls, allocations, faults, lost, untrue, left;
} Sweep;

void sweep_fail(const char *claim, const char *file, int line)
{
    printf("Bail out! %s:%d: %s does not hold\n", file, line, claim);
    fflush(stdout);
    _exit(1);
}

static int open_files(void)
{
    int count = 0;
    for (int fd = 0; fd < DISK_FILES; fd++) {
        count += fcntl(fd, F_GETFD) >= 0;
    }
    return count;
}

static void run_trial(const Sweep *s)
{
    const Thing *thing = s->thing;
    Trial *trial = s->trial;
    Err err = {0};
    alarm(TRIAL_S);
    if (thing->get_ready) {
        thing->get_ready(s->folder);
    }
    int said = memfd_create("said", 0); /* by a program that was started, for it has no business */
    MUST(said >= 0 && dup2(said, STDOUT_FILENO) == STDOUT_FILENO);
    int files = open_files();
    shim_begin(&trial->shim);
    trial->saved = thing->save(s->folder, &err);
    shim_end();
    snprintf(trial->said, sizeof trial->said, "%s", err.text);
    trial->leaks = open_files() != files;
    if (trial->saved && !thing->streams) {
        disk_cut_power();
    }
    const char *wrong = thing->check ? thing->check(s->folder, trial->saved) : NULL;
    wrong = lseek(said, 0, SEEK_END) > 0 ? "something is written to the terminal" : wrong;
    snprintf(trial->wrong, sizeof trial->wrong, "%s", wrong ? wrong : "");
    trial->done = true;
    _exit(0);
}

/* Returns how the process ended. */
static int try(const Sweep *s, ShimFault fault, int at)
{
    int status;
    *s->trial = (Trial){.shim = {.fault = fault, .at = at, .passed_over = s->passed_over}};
    fflush(stdout);
    pid_t child = fork();
    MUST(child >= 0);
    if (child == 0) {
        run_trial(s);
    }
    MUST(waitpid(child, &status, 0) == child);
    return status;
}

static void show(const Sweep *s, const char *what, const char *detail)
{
    const Shim *shim = &s->trial->shim;
    bool memory = shim->fault >= SHIM_NO_MEMORY;
    if (s->lost + s->untrue + s->left < SHOWN) {
        printf("# %s: %s at %s %d (%s): %s%s%s%s\n", s->thing->name, shim_fault_name(shim->fault),
               memory ? "allocation" : "call", shim->at + 1,
               shim_call_name(memory ? SHIM_MEMORY : shim->call[shim->at]), what,
               *detail ? ": " : "", detail, s->trial->saved ? " (it says that it is saved)" : "");
    }
}

/* How many of the parts are new; -1 where one is neither old nor new. */
static int count_new(const Sweep *s)
{
    int count = 0;
    for (int i = 0; i < s->thing->parts; i++) {
        char *now = s->thing->look(s->folder, i);
        bool is_new = strcmp(now, s->new[i]) == 0;
        if (!is_new && strcmp(now, s->old[i]) != 0) {
            free(now);
            return -1;
        }
        count += is_new;
        free(now);
    }
    return count;
}

/* Why a sentence is none, or is not true; NULL where it is. */
static const char *find_untrue(const Sweep *s, int new_parts)
{
    const char *said = s->trial->said;
    size_t length = strlen(said);
    bool named = false;
    for (const char *const *word = s->thing->words; *word; word++) {
        named = named || strstr(said, *word);
    }
    if (length == 0 || said[length - 1] != '.') {
        return "no sentence";
    }
    if (!named) {
        return "it does not say what";
    }
    if (s->thing->reads) {
        bool blamed = strstr(said, "damaged") || strstr(said, "line ");
        return blamed ? "the file is whole" : NULL;
    }
    if (new_parts == s->thing->parts && strstr(said, "cannot be")) {
        return "it is saved";
    }
    if (strstr(said, "cut short") && folder_is(s->folder, &s->before)) {
        return "nothing is cut short";
    }
    return NULL;
}

static void judge(Sweep *s, int status)
{
    const Trial *trial = s->trial;
    bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && trial->shim.happened;
    int new_parts = count_new(s);
    if (!killed && !trial->done) {
        show(s, "it crashed", WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "");
        s->lost++;
    } else if (new_parts < 0 || (trial->saved && new_parts < s->thing->parts)) {
        show(s, "lost", trial->said);
        s->lost++;
    } else if (trial->wrong[0]) {
        show(s, "in memory", trial->wrong);
        s->lost++;
    } else if (trial->done && !trial->saved && find_untrue(s, new_parts)) {
        show(s, find_untrue(s, new_parts), trial->said);
        s->untrue++;
    } else if (trial->leaks) {
        show(s, "a file stays open", trial->said);
        s->left++;
    }
}

/* Whether a save without faults succeeds after this, and leaves nothing but what belongs there. */
static void save_again(Sweep *s)
{
    Trial kept = *s->trial;
    int status = try(s, SHIM_NONE, 0);
    bool saved = status == 0 && s->trial->saved;
    bool whole = saved && (s->thing->adds || count_new(s) == s->thing->parts);
    char said[ERR_TEXT_MAX], *names = folder_names(s->folder, s->thing->kept);
    snprintf(said, sizeof said, "%s", s->trial->said);
    *s->trial = kept;
    if (!whole) {
        show(s, "the next save fails", said);
        s->lost++;
    } else if (strcmp(names, s->names_after) != 0) {
        show(s, "left behind after the next save", names);
        s->left++;
    }
    free(names);
}

static void meet_fault(Sweep *s, ShimFault fault, int at)
{
    folder_restore(s->folder, &s->before);
    int status = try(s, fault, at);
    if (!s->trial->shim.happened) {
        return; /* earlier calls went otherwise this time */
    }
    s->faults++;
    judge(s, status);
    if (!s->thing->streams || !folder_is(s->folder, &s->before)) {
        save_again(s);
    }
}

static void learn(Sweep *s)
{
    folder_restore(s->folder, &s->before);
    s->thing->make_old(s->folder);
    folder_free(&s->before);
    s->before = folder_read(s->folder);
    for (int i = 0; i < s->thing->parts; i++) {
        s->old[i] = s->thing->look(s->folder, i);
    }
    int status = try(s, SHIM_NONE, 0);
    const Trial *trial = s->trial;
    if (!trial->saved) {
        printf("# %s\n", trial->said);
    }
    MUST(status == 0 && trial->saved && !trial->leaks);
    s->names_after = folder_names(s->folder, s->thing->kept);
    s->allocations = trial->shim.allocations;
    bool changed = false;
    for (int i = 0; i < s->thing->parts; i++) {
        s->new[i] = s->thing->look(s->folder, i);
        changed = changed || strcmp(s->new[i], s->old[i]) != 0;
    }
    if (changed == s->thing->reads) {
        show(s, changed ? "what is read changes" : "what was saved is not there after a power cut",
             "");
        s->lost++;
    }
    if (trial->shim.name_unsynced && !s->thing->streams) {
        show(s, "its name is not there after a power cut", "");
        s->lost++;
    }
}

/* Whether a fault is worth the time that a long save takes. */
static bool is_swept(const Sweep *s, ShimFault fault, ShimCall call)
{
    bool main_ones = fault == SHIM_EIO || fault == SHIM_FULL || fault == SHIM_KILL;
    return shim_fits(fault, call) && (main_ones || !s->thing->streams);
}

/* Faults at the calls that are not passed over: every `step`th, and at most so many; 0: all. */
static void sweep_calls(Sweep *s, unsigned passed_over, int step, int most)
{
    uint8_t call[SHIM_CALLS_MAX];
    s->passed_over = passed_over;
    folder_restore(s->folder, &s->before);
    try(s, SHIM_NONE, 0);
    int calls = s->trial->shim.calls;
    MUST(s->trial->saved && calls <= SHIM_CALLS_MAX);
    s->calls += calls;
    memcpy(call, s->trial->shim.call, sizeof call);
    for (int at = 0; at < calls && (most == 0 || at < most); at += step) {
        for (ShimFault fault = SHIM_NONE + 1; fault < SHIM_FAULTS; fault++) {
            if (is_swept(s, fault, call[at])) {
                meet_fault(s, fault, at);
            }
        }
    }
}

static void sweep_memory(Sweep *s, int step)
{
    for (int at = 0; at < s->allocations; at += step) {
        meet_fault(s, SHIM_NO_MEMORY, at);
        meet_fault(s, SHIM_NO_MORE_MEMORY, at);
    }
}

static void sweep_all(Sweep *s)
{
    if (s->thing->streams) {
        sweep_calls(s, 1u << SHIM_READ | 1u << SHIM_WRITE, STREAM_STEP, 0);
        sweep_calls(s, ~(1u << SHIM_READ), 1, 1);
        sweep_calls(s, ~(1u << SHIM_WRITE), 1, 1);
        sweep_memory(s, STREAM_STEP);
    } else {
        sweep_calls(s, 0, 1, 0);
        sweep_memory(s, s->allocations / ALLOCATIONS_SWEPT + 1);
    }
}

bool sweep(const Thing *thing, int number)
{
    if (thing->needs && !getenv(thing->needs)) {
        printf("ok %d - # SKIP %s: %s is not set\n", number, thing->name, thing->needs);
        return true;
    }
    Sweep s = {.thing = thing, .folder = folder_make()};
    s.trial =
        mmap(NULL, sizeof *s.trial, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    MUST(s.trial != MAP_FAILED && thing->parts <= PARTS_MAX);
    learn(&s);
    sweep_all(&s);
    bool ok = s.lost + s.untrue + s.left == 0 && s.faults > 0;
    printf("%s %d - %s: %d calls, %d allocations, %d faults, %d lost, %d wrong sentences, %d left "
           "behind\n",
           ok ? "ok" : "not ok", number, thing->name, s.calls, s.allocations, s.faults, s.lost,
           s.untrue, s.left);
    for (int i = 0; i < thing->parts; i++) {
        free(s.old[i]);
        free(s.new[i]);
    }
    free(s.names_after);
    folder_free(&s.before);
    folder_remove(s.folder);
    free(s.folder);
    munmap(s.trial, sizeof *s.trial);
    return ok;
}

char *sweep_read(const char *folder, const char *name)
{
    Path path;
    uint8_t *data;
    size_t size;
    MUST(path_join(&path, folder, name));
    if (!folder_read_file(path.text, &data, &size)) {
        return strdup("none");
    }
    char *text = malloc(2 * size + 1), *at = text;
    MUST(text);
    for (size_t i = 0; i < size; i++) {
        *at++ = (char)('a' + data[i] / 16);
        *at++ = (char)('a' + data[i] % 16);
    }
    *at = 0;
    free(data);
    return text;
}
