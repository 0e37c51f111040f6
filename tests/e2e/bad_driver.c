/* In the place of an OpenGL driver: what it does to the program that loads it, BAD_DRIVER says. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

__attribute__((constructor)) static void load(void)
{
    const char *how = getenv("BAD_DRIVER");
    if (how && strcmp(how, "crash") == 0) {
        abort();
    } else if (how && strcmp(how, "exit") == 0) {
        exit(EXIT_FAILURE);
    } else if (how && strcmp(how, "hang") == 0) {
        for (;;) {
            pause();
        }
    }
}
