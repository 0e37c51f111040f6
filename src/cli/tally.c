/* How often a network was right, and what it took for what. */
#include "cli/tally.h"

#include <assert.h>
#include <stdio.h>

void tally_add(Tally *tally, int label, int answer)
{
    assert(label >= 0 && label < NET_OUTPUTS && answer >= 0 && answer < NET_OUTPUTS);
    tally->images++;
    tally->right += answer == label;
    tally->labelled[label]++;
    tally->confusion[label][answer]++;
}

double tally_accuracy(const Tally *tally)
{
    return tally->images ? (double)tally->right / tally->images : 0;
}

cJSON *tally_json(const Tally *tally)
{
    cJSON *rows = cJSON_CreateArray();
    for (int label = 0; label < NET_OUTPUTS; label++) {
        cJSON_AddItemToArray(rows, cJSON_CreateIntArray(tally->confusion[label], NET_OUTPUTS));
    }
    return rows;
}

void tally_print(const Tally *tally)
{
    printf("Digit  taken for\n     ");
    for (int answer = 0; answer < NET_OUTPUTS; answer++) {
        printf("%6d", answer);
    }
    printf("     right\n");
    for (int label = 0; label < NET_OUTPUTS; label++) {
        printf("%5d", label);
        for (int answer = 0; answer < NET_OUTPUTS; answer++) {
            printf("%6d", tally->confusion[label][answer]);
        }
        int of = tally->labelled[label];
        if (of) {
            printf("  %6.2f %%", 100.0 * tally->confusion[label][label] / of);
        }
        printf("\n");
    }
}
