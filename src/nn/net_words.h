/* The words in a name or a text of another program: runs of letters, in which case does not
 * count. */
#ifndef NN_NET_WORDS_H
#define NN_NET_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/** A word within a text, which it is borrowed from. */
typedef struct NetWord {
    const char *at;
    size_t length;
} NetWord;

/** The next word from `text` on; of length 0 where there is none. Digits and all else part
 * words. */
NetWord net_word_next(const char *text);

/** Whether the word is one of a list that ends with NULL, in lower case; the one that it is, or
 * NULL. */
const char *net_word_among(NetWord word, const char *const *list);

#endif
