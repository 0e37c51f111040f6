/* The names of how an input is prepared: what prepares it (ink/normalise.h) and the files that say
 * how a network wants it (nn/net_file.h) go by the same ones. */
#ifndef BASE_PREPARATION_H
#define BASE_PREPARATION_H

#include <stdbool.h>

/** How an input is prepared. A network's file names the one it was trained with. */
typedef enum Preparation {
    PREPARATION_RAW,          /* as it lies on the sheet */
    PREPARATION_FITTED,       /* fitted and centred */
    PREPARATION_STRAIGHTENED, /* the slant of its moments removed, then fitted and centred */
    PREPARATION_UPRIGHT,      /* the same, but what looks upright stays nearly as it is */
} Preparation;

/** How many preparations there are. */
enum { PREPARATIONS = 4 };

/** "raw", "fitted", "straightened", "upright": as in files and on the command line. */
const char *preparation_name(Preparation preparation);

/** The preparation with that name; false where there is none. */
bool preparation_parse(const char *name, Preparation *preparation);

/** Whether a slant is removed. */
bool preparation_straightens(Preparation preparation);

#endif
