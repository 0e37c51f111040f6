/* What a misspelt word was meant to be. */
#ifndef BASE_SPELL_H
#define BASE_SPELL_H

/** A word, and the name that is nearest to it. */
typedef struct Spell {
    const char *typed; /* borrowed */
    const char *meant; /* borrowed from spell_offer(); NULL while no name is near enough */
    int edits;         /* from one to the other */
} Spell;

/** A word that no name was offered for yet; borrowed until the last look at it. */
Spell spell_of(const char *typed);

/**
 * Take a name for what was meant where it is nearer than those before: one edit away, or two where
 * it has five letters or more. An edit adds, drops or changes a letter, or swaps two neighbours.
 */
void spell_offer(Spell *spell, const char *name);

#endif
