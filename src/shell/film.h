/* The film of a run: painted frame by frame beside the window, which goes on meanwhile, and saved
 * once it is whole. */
#ifndef SHELL_FILM_H
#define SHELL_FILM_H

#include "shell/film_work.h"
#include "shell/shell.h"

/** The most bytes of a film. */
enum { FILM_BYTES = 20 * 1000 * 1000 };

/** A film that is being made; on the heap. */
struct Film {
    Paint paint; /* of its own scale, in the theme that was then */
    Strip strip; /* its cost alone */
    Jobs *jobs;
    FilmWork *work; /* with the reel; the other thread's while `busy` */
    bool busy;
    bool stopped;
    int size;   /* which of the sizes it has; smaller where it became too large */
    int frame;  /* that comes next */
    int passed; /* turns that were left to the window since the last one */
};

/** Whether one is being made that is to be saved. */
bool film_is_under_way(const Shell *shell);

/** Whether there is a run to make one of, or one that is being made. */
bool film_can(const Shell *shell);

/** Ask where to save one; or stop the one that is being made. */
void film_toggle(Shell *shell);

/** Its name in the menu while one is being made; else NULL. */
const char *film_label(const Shell *shell);

/** Begin to make one, of the run as it is now. Errors: one is being made already, out of memory. */
bool film_begin(Shell *shell, const char *path, Err *err);

/** Go on with it. Part of shell_keep(). */
void film_update(Shell *shell);

/** How long the loop may sleep before it goes on, in ms; -1 for as long as it likes. */
int film_sleep_ms(const Shell *shell);

/** Its textures are lost. */
void film_forget(Shell *shell);

/** Drop it, waiting for the other thread for a moment. */
void film_free(Shell *shell);

#endif
