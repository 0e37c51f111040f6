/* Straight lines across a picture: found by votes of thin runs for a line, and left out. */
#include "ink/rulings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR_PX = 2,      /* a run this near to a line is of it */
    RISE_STEP_PX = 2, /* between the slopes that are tried */
    ROUNDS_MAX = 3,   /* of looking for lines of one slope */
    RING_SIDES = 4,
    LEAST_PX = 40, /* a shorter picture has no rulings */
};

static const double ACROSS = 0.55;       /* of the picture a line covers at least */
static const double REACH = 0.85;        /* of the picture lies between its ends */
static const double RISE_MOST = 0.1;     /* of a line, for its length */
static const double STRONG_SHARE = 0.98; /* of the ink is at or below the strongest level */
static const double FAINT = 0.72;        /* of the strongest ink a ruling has at most ... */
static const double BEYOND = 0.62;     /* ... or the other ink is no wider than this, of the side */
static const double RING_SHARE = 0.9;  /* of each side of a frame there is ink */
static const double FRAME_MOST = 0.12; /* of the shorter side is a frame thick at most */

/* Cleared that were cleared. */
typedef struct Cleared {
    int count, level; /* half of their ink has this level at most, where it is strongest */
    double reach;     /* of the other ink, along them */
} Cleared;

/* A picture looked at along its rows, or along its columns. */
typedef struct View {
    Field *mark, *ink;
    int length, breadth;  /* along the lines, and across them */
    size_t along, across; /* from a pixel to the next */
} View;

static View view_of(Field *mark, Field *ink, bool columns)
{
    size_t width = (size_t)mark->width;
    if (columns) {
        return (View){mark, ink, mark->height, mark->width, width, 1};
    }
    return (View){mark, ink, mark->width, mark->height, 1, width};
}

static size_t place(const View *view, int x, int y)
{
    return (size_t)x * view->along + (size_t)y * view->across;
}

/* A run of ink across the lines: no longer than a ruling is thick. */
typedef struct ThinRun {
    int x, y, count;
} ThinRun;

/* All runs of at most `thick` pixels that have paper on both sides. */
static int find_runs(const View *view, int thick, ThinRun *run)
{
    int runs = 0;
    for (int x = 0; x < view->length; x++) {
        int first = 0;
        for (int y = 0; y <= view->breadth; y++) {
            if (y < view->breadth && view->mark->at[place(view, x, y)]) {
                continue;
            }
            if (y > first && y - first <= thick && first > 0 && y < view->breadth) {
                run[runs++] = (ThinRun){x, first, y - first};
            }
            first = y + 1;
        }
    }
    return runs;
}

/* Where a line of a rise passes a column, from its middle. */
static int shift_at(const View *view, double rise, int x)
{
    return (int)lround(rise * ((double)x / view->length - 0.5));
}

/* The runs of a line of a rise: how many, and from where to where. */
typedef struct Votes {
    int count, first, last;
} Votes;

/* Count the runs for each line of a rise, by the line's middle. Runs come column by column. */
static void vote(const View *view, const ThinRun *run, int runs, double rise, Votes *votes)
{
    memset(votes, 0, (size_t)view->breadth * sizeof *votes);
    for (int i = 0; i < runs; i++) {
        int at = run[i].y + run[i].count / 2 - shift_at(view, rise, run[i].x);
        if (at >= 0 && at < view->breadth) {
            votes[at].first = votes[at].count == 0 ? run[i].x : votes[at].first;
            votes[at].last = run[i].x;
            votes[at].count++;
        }
    }
}

/* Whether a line has runs enough, those of its neighbours with it, that reach across the picture.
 */
static bool is_line(const View *view, const Votes *votes, int at)
{
    int count = 0, first = view->length, last = 0, most = votes[at].count;
    for (int near = at > 0 ? at - 1 : at; near <= at + 1 && near < view->breadth; near++) {
        if (votes[near].count > 0) {
            count += votes[near].count;
            first = votes[near].first < first ? votes[near].first : first;
            last = votes[near].last > last ? votes[near].last : last;
        }
    }
    return count >= ACROSS * view->length && last - first >= REACH * view->length &&
           (at == 0 || most >= votes[at - 1].count) &&
           (at + 1 == view->breadth || most > votes[at + 1].count);
}

/* The rise whose lines have most runs; false where there is no line at all. */
static bool best_rise(const View *view, const ThinRun *run, int runs, Votes *votes, double *best)
{
    int64_t most = 0;
    double high = RISE_MOST * view->length;
    for (double rise = -high; rise <= high; rise += RISE_STEP_PX) {
        int64_t sum = 0;
        vote(view, run, runs, rise, votes);
        for (int at = 0; at < view->breadth; at++) {
            sum += is_line(view, votes, at) ? (int64_t)votes[at].count * votes[at].count : 0;
        }
        if (sum > most) {
            most = sum;
            *best = rise;
        }
    }
    return most > 0;
}

/* Whether a run belongs to one of the lines of a rise. */
static bool is_on_line(const View *view, const ThinRun *run, double rise, const uint8_t *line)
{
    int at = run->y + run->count / 2 - shift_at(view, rise, run->x);
    for (int near = at - NEAR_PX; near <= at + NEAR_PX; near++) {
        if (near >= 0 && near < view->breadth && line[near]) {
            return true;
        }
    }
    return false;
}

/* Take a run out, and the faint ink beside it. */
static void clear_run(const View *view, const ThinRun *run, uint8_t *mark, uint8_t *ink)
{
    for (int y = run->y - NEAR_PX; y < run->y + run->count + NEAR_PX; y++) {
        bool inside = y >= run->y && y < run->y + run->count;
        if (y >= 0 && y < view->breadth && (inside || !mark[place(view, run->x, y)])) {
            mark[place(view, run->x, y)] = 0;
            ink[place(view, run->x, y)] = 0;
        }
    }
}

/* Half of the ink of runs on lines has this level at most. */
static int level_of_lines(const View *view, const ThinRun *run, int runs, double rise,
                          const uint8_t *line)
{
    int count[UINT8_MAX + 1] = {0}, total = 0, median = 0;
    for (int i = 0; i < runs; i++) {
        if (is_on_line(view, &run[i], rise, line)) {
            count[view->ink->at[place(view, run[i].x, run[i].y + run[i].count / 2)]]++;
            total++;
        }
    }
    for (int below = count[0]; below * 2 < total; below += count[median]) {
        median++;
    }
    return median;
}

/* How much of the length nine tenths of the marks lie within. */
static double reach_of_marks(const View *view, const uint8_t *mark)
{
    int total = 0, seen = 0, low = -1, high = 0;
    for (int i = 0; i < field_pixels(view->mark); i++) {
        total += mark[i];
    }
    for (int x = 0; x < view->length; x++) {
        for (int y = 0; y < view->breadth; y++) {
            seen += mark[place(view, x, y)];
        }
        low = low < 0 && 20 * seen >= total ? x : low;
        high = 20 * seen < 19 * total ? x : high;
    }
    return total > 0 ? (double)(high - low + 1) / view->length : 0.0;
}

static int count_lines(const uint8_t *line, int breadth)
{
    int lines = 0;
    for (int at = 0; at < breadth; at++) {
        lines += line[at];
    }
    return lines;
}

/* Clear the lines of a rise. */
static void clear_lines(const View *view, const ThinRun *run, int runs, double rise,
                        const uint8_t *line, Cleared *lines)
{
    int level = level_of_lines(view, run, runs, rise, line);
    lines->level = level > lines->level ? level : lines->level;
    lines->count += count_lines(line, view->breadth);
    for (int i = 0; i < runs; i++) {
        if (is_on_line(view, &run[i], rise, line)) {
            clear_run(view, &run[i], view->mark->at, view->ink->at);
        }
    }
}

static int thickness(const Field *mark)
{
    int longer = field_longer(mark);
    return longer >= 100 ? 3 + longer / 100 : 1 + longer / 60;
}

/* Clear all lines along the rows, or along the columns, slope by slope. */
static bool clear_along(Field *mark, Field *ink, bool columns, Cleared *lines)
{
    View view = view_of(mark, ink, columns);
    *lines = (Cleared){0};
    if (view.length < LEAST_PX) {
        return true;
    }
    ThinRun *run = malloc(((size_t)field_pixels(mark) / 2 + (size_t)view.length) * sizeof *run);
    Votes *votes = malloc((size_t)view.breadth * sizeof *votes);
    uint8_t *line = malloc((size_t)view.breadth);
    bool ok = run != NULL && votes != NULL && line != NULL, more = true;
    for (int round = 0; ok && more && round < ROUNDS_MAX; round++) {
        double rise = 0.0;
        int runs = find_runs(&view, thickness(mark), run);
        more = best_rise(&view, run, runs, votes, &rise);
        vote(&view, run, runs, rise, votes);
        for (int at = 0; more && at < view.breadth; at++) {
            line[at] = is_line(&view, votes, at);
        }
        if (more) {
            clear_lines(&view, run, runs, rise, line, lines);
        }
    }
    lines->reach = reach_of_marks(&view, mark->at);
    free(line);
    free(votes);
    free(run);
    return ok;
}

/* Whether what was cleared along rows and columns are rulings: a single line with nothing else may
 * be a one, and lines as strong as the ink and no longer a part of it. */
static bool are_rulings(const Cleared lines[2], int strongest)
{
    bool any = false;
    for (int i = 0; i < 2; i++) {
        bool faint = lines[i].level <= FAINT * strongest;
        any = any || (lines[i].count > 0 && (faint || lines[i].reach <= BEYOND));
    }
    bool nothing_else = lines[0].reach <= 0.0;
    return any && (!nothing_else || lines[0].count + lines[1].count > 1);
}

/* Clear rulings both ways; what is none of them stays. */
static bool leave_out(Field *mark, Field *ink, bool *gone)
{
    Field marks = {0}, inks = {0};
    Cleared lines[2];
    size_t size = (size_t)field_pixels(mark);
    bool ok = field_copy(&marks, mark) && field_copy(&inks, ink) &&
              clear_along(&marks, &inks, false, &lines[0]) &&
              clear_along(&marks, &inks, true, &lines[1]);
    if (ok) {
        View view = view_of(&marks, &inks, false);
        lines[0].reach = reach_of_marks(&view, marks.at);
    }
    if (ok && are_rulings(lines, field_quantile(ink, 0, STRONG_SHARE))) {
        memcpy(mark->at, marks.at, size);
        memcpy(ink->at, inks.at, size);
        *gone = true;
    }
    field_free(&inks);
    field_free(&marks);
    return ok;
}

/* The share of a side of the ring so many pixels inside the edge that has ink. */
static double ring_side(const Field *mark, int inset, int side)
{
    bool upright = side >= 2, far = side % 2 == 1;
    int length = (upright ? mark->height : mark->width) - 2 * inset, count = 0;
    int across = (upright ? mark->width : mark->height) - 1 - inset;
    for (int i = inset; i < inset + length; i++) {
        int at = far ? across : inset;
        count += mark->at[upright ? i * mark->width + at : at * mark->width + i];
    }
    return length > 0 ? (double)count / length : 0.0;
}

static void clear_ring(Field *mark, Field *ink, int inset)
{
    int right = mark->width - 1 - inset, low = mark->height - 1 - inset;
    for (int y = inset; y <= low; y++) {
        for (int x = inset; x <= right;
             x += y == inset || y == low || right == inset ? 1 : right - inset) {
            mark->at[y * mark->width + x] = 0;
            ink->at[y * mark->width + x] = 0;
        }
    }
}

/* Take a frame off, ring by ring, and one more for the faint ink inside it. */
static int leave_frame_out(Field *mark, Field *ink)
{
    int shorter = mark->width < mark->height ? mark->width : mark->height, inset = 0;
    bool ring = true;
    while (ring && inset <= FRAME_MOST * shorter) {
        for (int side = 0; side < RING_SIDES; side++) {
            ring = ring && ring_side(mark, inset, side) >= RING_SHARE;
        }
        if (ring) {
            clear_ring(mark, ink, inset++);
        }
    }
    if (inset > 0 && 2 * inset < shorter) {
        clear_ring(mark, ink, inset);
    }
    return inset;
}

bool rulings_leave_out(Field *mark, Field *ink, bool *gone, int *edge)
{
    *edge = leave_frame_out(mark, ink);
    *gone = *gone || *edge > 0;
    return leave_out(mark, ink, gone);
}
