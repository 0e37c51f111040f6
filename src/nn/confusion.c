/* How often which digit was taken for which. */
#include "nn/confusion.h"

#include <assert.h>

void confusion_add(Confusion *confusion, int label, int answer)
{
    assert(label >= 0 && label < NET_OUTPUTS && answer >= 0 && answer < NET_OUTPUTS);
    confusion->count[label][answer]++;
    confusion->count[label][CONFUSION_ALL]++;
    confusion->count[CONFUSION_ALL][answer]++;
    confusion->count[CONFUSION_ALL][CONFUSION_ALL]++;
}

int confusion_right(const Confusion *confusion, int label)
{
    if (label != CONFUSION_ALL) {
        return confusion->count[label][label];
    }
    int right = 0;
    for (int digit = 0; digit < NET_OUTPUTS; digit++) {
        right += confusion->count[digit][digit];
    }
    return right;
}

double confusion_accuracy(const Confusion *confusion, int label)
{
    int of = confusion->count[label][CONFUSION_ALL];
    return of ? (double)confusion_right(confusion, label) / of : 0;
}
