/* What holds of all texts on a screen, wherever they stand. */
#include "rules.h"

/* A line is higher than its letters: so much of it, above and below, holds no letter's body. */
static const float LEADING = 0.2f;

static SDL_Rect letters(const RecordText *text)
{
    int leading = (int)((float)text->box.h * LEADING);
    return (SDL_Rect){text->box.x, text->box.y + leading, text->box.w, text->box.h - 2 * leading};
}

static int broken(const char *where, const char *rule, const RecordText *text, const char *other)
{
    SDL_Rect box = text->box;
    SDL_Log("%s: \"%s\" at %d,%d %dx%d %s%s%s%s", where, text->text, box.x, box.y, box.w, box.h,
            rule, *other ? " \"" : "", other, *other ? "\"" : "");
    return 1;
}

static int check_alone(const RecordText *text, SDL_Rect window, const char *where)
{
    SDL_Rect box = letters(text);
    bool outside = box.x < window.x || box.y < window.y || box.x + box.w > window.x + window.w ||
                   box.y + box.h > window.y + window.h;
    return (outside ? broken(where, "is not inside the window", text, "") : 0) +
           (text->chopped ? broken(where, "ends without a sign of it", text, "") : 0) +
           (text->clipped ? broken(where, "is partly outside its clip", text, "") : 0);
}

int rules_check(const Record *record, SDL_Rect window, const char *where)
{
    int found = record->left_out > 0 ? broken(where, "is the last that has room in the record",
                                              &record->text[record->count - 1], "")
                                     : 0;
    for (int i = 0; i < record->count; i++) {
        const RecordText *one = &record->text[i];
        found += check_alone(one, window, where);
        SDL_Rect box = letters(one);
        for (int k = i + 1; k < record->count && !one->covered; k++) {
            SDL_Rect other = letters(&record->text[k]);
            if (!record->text[k].covered && SDL_HasIntersection(&box, &other)) {
                found += broken(where, "lies over", one, record->text[k].text);
            }
        }
    }
    return found;
}
