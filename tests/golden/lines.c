/* A state as lines of text, and how it differs from the state before. */
#include "lines.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void lines_free(Lines *lines)
{
    for (int i = 0; i < lines->count; i++) {
        free(lines->line[i]);
    }
    free(lines->line);
    *lines = (Lines){0};
}

void lines_add(Lines *lines, const char *line)
{
    if (lines->count == lines->room) {
        lines->room = 2 * lines->room + 64;
        lines->line = realloc(lines->line, (size_t)lines->room * sizeof *lines->line);
        assert(lines->line);
    }
    lines->line[lines->count] = strdup(line);
    assert(lines->line[lines->count]);
    lines->count++;
}

bool lines_equal(const Lines *a, const Lines *b)
{
    bool same = a->count == b->count;
    for (int i = 0; same && i < a->count; i++) {
        same = strcmp(a->line[i], b->line[i]) == 0;
    }
    return same;
}

/* Write the lines that are more often in `lines` than in `but`. */
static void write_more(const Lines *lines, const Lines *but, const char *mark, FILE *out)
{
    bool *used = calloc((size_t)but->count + 1, sizeof *used);
    assert(used);
    for (int i = 0; i < lines->count; i++) {
        int k = 0;
        while (k < but->count && (used[k] || strcmp(lines->line[i], but->line[k]) != 0)) {
            k++;
        }
        if (k < but->count) {
            used[k] = true;
        } else {
            fprintf(out, "%s%s\n", mark, lines->line[i]);
        }
    }
    free(used);
}

void lines_write_changes(const Lines *before, const Lines *now, FILE *out)
{
    write_more(now, before, "", out);
    write_more(before, now, "- ", out);
}
