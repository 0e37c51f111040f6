/* The font files: Inter, which comes with the program, and fonts of the system for what Inter has
 * no letters of. */
#ifndef UI_FACES_H
#define UI_FACES_H

#include "base/err.h"

#include <stdint.h>

/** How strong the letters are; each weight is a font file of its own. */
typedef enum TextWeight { TEXT_REGULAR, TEXT_MEDIUM, TEXT_BOLD } TextWeight;

/** Limits. */
enum {
    TEXT_WEIGHTS = 3, /* how many there are */
    FACES_MAX = 32,   /* font files that are used at once */
};

/** A font file, and which of the fonts in it. */
typedef struct Face {
    char *path;
    long index;
} Face;

/** The files. All of it belongs to the UI thread. Release it with faces_free(). */
typedef struct Faces {
    Face face[FACES_MAX]; /* Inter's by TextWeight, then those of the system in use */
    int count;
    void *system[TEXT_WEIGHTS]; /* all that the system has, listed when it is first needed */
} Faces;

/** Find Inter. Errors: a file of it is missing, or there is no memory. */
bool faces_make(Faces *faces, Err *err);

/** Forget all of them. */
void faces_free(Faces *faces);

/** The font of the system to take for a letter that Inter lacks, as an index into `face`; -1 where
 * none has it, and where the program was built without fontconfig. */
int faces_find(Faces *faces, TextWeight weight, uint32_t code);

#endif
