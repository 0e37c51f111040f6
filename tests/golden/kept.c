/* A text that is written during a test and held against a file of golden/says/. */
#include "kept.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/path.h"

static struct {
    char name[64];
    FILE *out;
    char *text; /* all that was written to `out` */
    size_t size;
} kept;

FILE *kept_begin(const char *name)
{
    snprintf(kept.name, sizeof kept.name, "%s", name);
    kept.out = open_memstream(&kept.text, &kept.size);
    assert_non_null(kept.out);
    return kept.out;
}

static Path in_folder(const char *folder, const char *ending)
{
    Path path;
    char file[96];
    snprintf(file, sizeof file, "%s%s.txt", kept.name, ending);
    assert_true(path_join(&path, folder, file));
    return path;
}

static void write_file(const char *path, const char *first, const char *rest)
{
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_true(fputs(first, out) >= 0 && fputs(rest, out) >= 0 && fclose(out) == 0);
}

static char *read_file(const char *path)
{
    uint8_t *data;
    size_t size;
    Err err = {0};
    if (!file_read(path, 1 << 24, &data, &size, &err)) {
        fail_msg("%s INKLING_GOLDEN_RECORD=1 writes it anew.", err.text);
    }
    char *text = malloc(size + 1);
    assert_non_null(text);
    memcpy(text, data, size);
    text[size] = 0;
    free(data);
    return text;
}

/* Print the first line that differs, and the state that it is in. */
static void print_difference(const char *golden, const char *now)
{
    const char *state = now, *line = now;
    for (size_t at = 0; golden[at] && golden[at] == now[at]; at++) {
        if (now[at] == '\n') {
            line = now + at + 1;
            state = strncmp(line, "== ", 3) == 0 ? line : state;
        }
    }
    golden += line - now;
    print_message("In \"%.*s\"\n  held: %.*s\n  now:  %.*s\n", (int)strcspn(state, "\n"), state,
                  (int)strcspn(golden, "\n"), golden, (int)strcspn(line, "\n"), line);
}

static void compare(const char *first)
{
    char *golden = read_file(in_folder(GOLDEN_SAYS, "").text);
    size_t length = strlen(first);
    if (strncmp(golden, first, length) != 0) {
        print_message("%s is held in letters of other widths than they have here.\n", kept.name);
        skip();
    }
    if (strcmp(golden + length, kept.text) != 0) {
        Path actual = in_folder(GOLDEN_OUT, "-actual");
        write_file(actual.text, first, kept.text);
        print_difference(golden + length, kept.text);
        fail_msg("What is said differs: diff %s %s. INKLING_GOLDEN_RECORD=1 writes it anew.",
                 in_folder(GOLDEN_SAYS, "").text, actual.text);
    }
    free(golden);
}

void kept_end(const char *first)
{
    const char *anew = getenv("INKLING_GOLDEN_RECORD");
    assert_int_equal(fclose(kept.out), 0);
    if (anew && *anew) {
        write_file(in_folder(GOLDEN_SAYS, "").text, first, kept.text);
    } else {
        compare(first);
    }
    free(kept.text);
}
