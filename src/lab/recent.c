/* The files that were opened or saved lately. */
#include "lab/recent.h"

#include <string.h>

/* Its place in the list; -1 where it is not there. */
static int find(const RecentFiles *recent, const char *path)
{
    int i = recent->count - 1;
    while (i >= 0 && strcmp(recent->file[i].text, path) != 0) {
        i--;
    }
    return i;
}

static void remove_at(RecentFiles *recent, int i)
{
    recent->count--;
    memmove(&recent->file[i], &recent->file[i + 1],
            (size_t)(recent->count - i) * sizeof *recent->file);
}

void recent_add(RecentFiles *recent, const char *path)
{
    Path file;
    if (!path_join(&file, path, "")) {
        return;
    }
    int i = find(recent, file.text);
    if (i == 0) {
        return;
    }
    if (i > 0 || recent->count == RECENT_MOST) {
        remove_at(recent, i > 0 ? i : RECENT_MOST - 1);
    }
    memmove(&recent->file[1], &recent->file[0], (size_t)recent->count * sizeof *recent->file);
    recent->file[0] = file;
    recent->count++;
    recent->revision++;
}

void recent_forget(RecentFiles *recent, const char *path)
{
    int i = find(recent, path);
    if (i >= 0) {
        remove_at(recent, i);
        recent->revision++;
    }
}

void recent_clear(RecentFiles *recent)
{
    recent->count = 0;
    recent->revision++;
}
