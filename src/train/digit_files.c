/* Which of some files are the images and labels of a data set. */
#include "train/digit_files.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/path.h"

enum { NAME_ROOM = 128, SETS = 64, IDX_ROLES = DIGIT_TRAIN_CSV, LONE_RANK = 20, CSV_RANK = 10 };

/* How a name is spelled. */
typedef struct Spelled {
    char base[NAME_ROOM];   /* in lower case, without folders and ".gz" */
    char folder[NAME_ROOM]; /* that its set lies in, cut */
    int stem;               /* bytes of base before "train" or "test" */
    DigitRole role;
    bool lone; /* a CSV file that says neither */
    int rank;  /* of names for the same file, the lowest counts */
} Spelled;

/* A data set in the making. */
typedef struct DigitSet {
    Spelled first;
    DigitFiles files;
    int rank[DIGIT_ROLES], found;
} DigitSet;

static bool cut_ending(char *name, const char *ending)
{
    bool there = path_ends_with(name, ending);
    if (there) {
        name[strlen(name) - strlen(ending)] = 0;
    }
    return there;
}

static bool has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

static void lower(char *text)
{
    for (; *text; text++) {
        *text = (char)tolower((unsigned char)*text);
    }
}

/* The folders of a name, but for a last one that has the name of a file. */
static bool take_folder(const char *name, char folder[NAME_ROOM])
{
    snprintf(folder, NAME_ROOM, "%.*s", (int)(path_name(name) - name), name);
    char *end = strrchr(folder, '/');
    if (end) {
        *end = 0;
    }
    char last[NAME_ROOM];
    snprintf(last, sizeof last, "%s", path_name(folder));
    lower(last);
    bool nested = has(last, "idx1") || has(last, "idx2") || has(last, "idx3") || has(last, ".csv");
    if (nested) {
        folder[strlen(folder) - strlen(last)] = 0;
        end = strrchr(folder, '/');
        if (end) {
            *end = 0;
        }
    }
    return nested;
}

/* False where the name is none of a data set's. */
static bool spell(const char *name, Spelled *as)
{
    *as = (Spelled){0};
    if (strlen(path_name(name)) >= NAME_ROOM) {
        return false;
    }
    strcpy(as->base, path_name(name));
    lower(as->base);
    bool packed = cut_ending(as->base, ".gz"), nested = take_folder(name, as->folder);
    bool csv = path_ends_with(as->base, ".csv"), images = has(as->base, "idx3");
    bool labels = has(as->base, "idx1") || has(as->base, "idx2");
    const char *train = strstr(as->base, "train"), *test = strstr(as->base, "t10k");
    test = test ? test : strstr(as->base, "test");
    const char *part = train ? train : test;
    as->lone = csv && !part;
    as->stem = part ? (int)(part - as->base) : 0;
    as->rank = 4 * has(as->base, ".idx") + 2 * nested + !packed;
    as->role = csv      ? (train || !test ? DIGIT_TRAIN_CSV : DIGIT_TEST_CSV)
               : images ? (train ? DIGIT_TRAIN_IMAGES : DIGIT_TEST_IMAGES)
                        : (train ? DIGIT_TRAIN_LABELS : DIGIT_TEST_LABELS);
    return csv || (part && (images || labels));
}

static bool is_csv(DigitRole role)
{
    return role >= DIGIT_TRAIN_CSV;
}

static bool belongs(const Spelled *as, const DigitSet *set)
{
    const Spelled *first = &set->first;
    return is_csv(as->role) == is_csv(first->role) && !as->lone && !first->lone &&
           as->stem == first->stem && strcmp(as->folder, first->folder) == 0 &&
           strncmp(as->base, first->base, (size_t)as->stem) == 0;
}

/* The set that a name belongs to, a new one where it is the first; NULL where there are too many.
 */
static DigitSet *set_of(DigitSet *set, int *sets, const Spelled *as)
{
    for (int i = 0; i < *sets; i++) {
        if (belongs(as, &set[i])) {
            return &set[i];
        }
    }
    if (*sets == SETS) {
        return NULL;
    }
    DigitSet *made = &set[(*sets)++];
    *made = (DigitSet){.first = *as, .files.mirrored = has(as->base, "emnist")};
    for (int r = 0; r < DIGIT_ROLES; r++) {
        made->files.file[r] = -1;
    }
    return made;
}

static bool is_whole(const DigitSet *set)
{
    return is_csv(set->first.role) || set->found == IDX_ROLES;
}

/* Which of several sets goes first: the lowest. */
static int rank_of(const DigitSet *set)
{
    static const char *const NO_DIGITS[] = {"letters", "balanced", "byclass", "bymerge", "fashion"};
    const char *base = set->first.base;
    int rank = set->first.stem == 0 ? 0 : has(base, "digits") ? 1 : has(base, "mnist") ? 2 : 3;
    for (size_t i = 0; i < sizeof NO_DIGITS / sizeof *NO_DIGITS; i++) {
        rank = has(base, NO_DIGITS[i]) ? 4 : rank;
    }
    bool untrained = is_csv(set->first.role) && set->files.file[DIGIT_TRAIN_CSV] < 0;
    return rank + (set->first.lone || untrained ? LONE_RANK
                   : is_csv(set->first.role)    ? CSV_RANK
                                                : 0);
}

/* The one to take: a whole one of the lowest rank, or else one that lacks least; -1 for none. */
static int best_of(const DigitSet *set, int sets)
{
    int best = -1, lone = 0;
    for (int i = 0; i < sets; i++) {
        lone += set[i].first.lone;
    }
    for (int i = 0; i < sets; i++) {
        bool whole = is_whole(&set[i]);
        bool better =
            best < 0 || (whole && !is_whole(&set[best])) ||
            (whole == is_whole(&set[best]) &&
             (whole ? rank_of(&set[i]) < rank_of(&set[best]) : set[i].found > set[best].found));
        if (better && !(set[i].first.lone && lone > 1)) {
            best = i;
        }
    }
    return best;
}

bool digit_files_choose(DigitFiles *files, char *const *name, int names)
{
    DigitSet set[SETS];
    int sets = 0;
    for (int i = 0; i < names; i++) {
        Spelled as;
        DigitSet *of = spell(name[i], &as) ? set_of(set, &sets, &as) : NULL;
        int *file = of ? &of->files.file[as.role] : NULL;
        if (file && (*file < 0 || as.rank < of->rank[as.role])) {
            of->found += *file < 0;
            of->rank[as.role] = as.rank;
            *file = i;
        }
    }
    int best = best_of(set, sets);
    for (int r = 0; r < DIGIT_ROLES; r++) {
        files->file[r] = best < 0 ? -1 : set[best].files.file[r];
    }
    files->mirrored = best >= 0 && set[best].files.mirrored;
    return best >= 0 && is_whole(&set[best]);
}
