/* Finds the forms of a label. */
#include "train/forms.h"

#include <assert.h>

#include "nn/net.h"

Forms forms_of(int label)
{
    enum { FIRST_HIGH = 5 };
    assert(label >= 0 && label <= NET_NO_DIGIT);
    return label == NET_NO_DIGIT ? forms_of_no_digit()
           : label < FIRST_HIGH  ? forms_of_low_digit(label)
                                 : forms_of_high_digit(label);
}
