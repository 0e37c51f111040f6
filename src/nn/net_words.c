/* The words in a name or a text of another program. */
#include "nn/net_words.h"

#include <ctype.h>
#include <string.h>

NetWord net_word_next(const char *text)
{
    NetWord word = {text, 0};
    while (*word.at && !isalpha((unsigned char)*word.at)) {
        word.at++;
    }
    while (isalpha((unsigned char)word.at[word.length])) {
        word.length++;
    }
    return word;
}

static bool is_word(NetWord word, const char *wanted)
{
    size_t i = 0;
    while (i < word.length && tolower((unsigned char)word.at[i]) == wanted[i]) {
        i++;
    }
    return i == word.length && !wanted[i];
}

const char *net_word_among(NetWord word, const char *const *list)
{
    for (; *list; list++) {
        if (is_word(word, *list)) {
            return *list;
        }
    }
    return NULL;
}
