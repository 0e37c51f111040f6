/* Everything that is saved, and what other programs have saved, under every fault at every call:
 * faults [NAME...]. Prints TAP. */
#include <stdio.h>
#include <string.h>

#include "sweep.h"

static const Thing *const THINGS[] = {
    &THING_NETWORK,  &THING_NPZ,      &THING_CSV,       &THING_IDX,
    &THING_STROKES,  &THING_PICTURE,  &THING_ADD_FIRST, &THING_ADD,
    &THING_ADD_TORN, &THING_RELABEL,  &THING_DELETE,    &THING_UNDO,
    &THING_SESSION,  &THING_DOWNLOAD, &THING_READ_CSV,  &THING_READ_ARCHIVE};

enum { ALL = sizeof THINGS / sizeof *THINGS };

static bool is_wanted(const Thing *thing, int names, char **name)
{
    bool wanted = names == 0;
    for (int i = 0; i < names; i++) {
        wanted = wanted || strncmp(thing->name, name[i], strlen(name[i])) == 0;
    }
    return wanted;
}

int main(int argc, char **argv)
{
    int number = 0, failed = 0;
    setvbuf(stdout, NULL, _IOLBF, 0);
    for (int i = 0; i < ALL; i++) {
        if (is_wanted(THINGS[i], argc - 1, argv + 1)) {
            failed += sweep(THINGS[i], ++number) ? 0 : 1;
        }
    }
    printf("1..%d\n", number);
    return failed > 0;
}
