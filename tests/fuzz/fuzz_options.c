/* Words of a command line, a line each, as the options of inkling train. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "cli/train_options.h"
#include "fuzz.h"

enum { WORDS_MAX = 32 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size), *rest = text, *word[WORDS_MAX + 1] = {"train"};
    TrainOptions options;
    Args args;
    Err err = {0};
    int words = 1;
    while (words < WORDS_MAX && (word[words] = strsep(&rest, "\n"))) {
        words++;
    }
    word[words] = NULL;
    assert(train_options_read(words, word, &options, &args, &err) || err.text[0]);
    free(text);
    return 0;
}
