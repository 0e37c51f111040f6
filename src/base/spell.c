/* What a misspelt word was meant to be. */
#include "base/spell.h"

#include <limits.h>
#include <stdbool.h>
#include <string.h>

#include "base/number.h"

enum { LONGEST = 31, LONG_NAME = 5 };

/* The edits between two words of at most LONGEST letters: row i, column j of the table compares the
 * first i letters of one with the first j of the other (optimal string alignment). */
static int edits_between(const char *a, const char *b)
{
    int table[LONGEST + 1][LONGEST + 1], rows = (int)strlen(a), columns = (int)strlen(b);
    for (int i = 0; i <= rows; i++) {
        for (int j = 0; j <= columns; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            int one = number_min(table[i - 1][j], table[i][j - 1]) + 1;
            table[i][j] = number_min(one, table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) {
                table[i][j] = number_min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[rows][columns];
}

Spell spell_of(const char *typed)
{
    return (Spell){typed, NULL, INT_MAX};
}

void spell_offer(Spell *spell, const char *name)
{
    if (strlen(spell->typed) > LONGEST || strlen(name) > LONGEST) {
        return;
    }
    int edits = edits_between(spell->typed, name);
    if (edits < spell->edits && edits <= (strlen(name) < LONG_NAME ? 1 : 2)) {
        spell->meant = name;
        spell->edits = edits;
    }
}
