/* How often a network was right, and what it took for what. */
#include "cli/tally.h"

#include <assert.h>
#include <stdio.h>

void tally_add(Tally *tally, int label, int answer, AnswerKind kind)
{
    bool right = answer == label, sure = kind == ANSWER_SURE;
    assert(label >= 0 && label <= NET_NO_DIGIT);
    tally->images++;
    tally->right += right;
    tally->sure += sure;
    tally->sure_right += sure && right;
    tally->doubtful += kind == ANSWER_DOUBT;
    tally->none += kind == ANSWER_NONE;
    if (label < NET_OUTPUTS) {
        confusion_add(&tally->confusion, label, answer);
    }
}

static double share(int part, int of)
{
    return of ? (double)part / of : 0;
}

double tally_accuracy(const Tally *tally)
{
    return share(tally->right, tally->images);
}

void tally_add_doubt(const Tally *tally, cJSON *object)
{
    cJSON_AddNumberToObject(object, "sure", share(tally->sure, tally->images));
    if (tally->sure > 0) {
        cJSON_AddNumberToObject(object, "right_where_sure", share(tally->sure_right, tally->sure));
    } else {
        cJSON_AddNullToObject(object, "right_where_sure");
    }
    cJSON_AddNumberToObject(object, "doubtful", share(tally->doubtful, tally->images));
    cJSON_AddNumberToObject(object, "none", share(tally->none, tally->images));
}

void tally_print_doubt(const Tally *tally, const char *what)
{
    printf("%s: %.1f %% answered without doubt", what, 100 * share(tally->sure, tally->images));
    if (tally->sure_right > 0) {
        printf(" (%.2f %% of them right)", 100 * share(tally->sure_right, tally->sure));
    }
    printf(", %.1f %% in doubt, %.1f %% taken for no digit.\n",
           100 * share(tally->doubtful, tally->images), 100 * share(tally->none, tally->images));
}

cJSON *tally_json(const Tally *tally)
{
    cJSON *rows = cJSON_CreateArray();
    for (int label = 0; label < NET_OUTPUTS; label++) {
        cJSON_AddItemToArray(rows,
                             cJSON_CreateIntArray(tally->confusion.count[label], NET_OUTPUTS));
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
            printf("%6d", tally->confusion.count[label][answer]);
        }
        if (tally->confusion.count[label][CONFUSION_ALL] > 0) {
            printf("  %6.2f %%", 100 * confusion_accuracy(&tally->confusion, label));
        }
        printf("\n");
    }
}
