/* The forms that digits, and what is no digit, are written in: a skeleton of each, by hand. */
#ifndef TRAIN_FORMS_H
#define TRAIN_FORMS_H

/**
 * One way to write something. The skeleton is a text of the places that the pen passes, "x,y" with
 * both about 0..100, y growing downwards, separated by blanks:
 *   x,y!     the pen turns sharply here; elsewhere it goes round
 *   a,b:c,d  somewhere on the way from a,b to c,d, all such places of a skeleton equally far
 *   ?        anywhere
 *   ;        the pen is lifted
 *   #        alone: any form of a digit, and another one right of it
 */
typedef struct Form {
    const char *name;
    int weight; /* how often it is drawn: rare forms more often than people write them */
    const char *skeleton;
} Form;

/** The forms of one label. */
typedef struct Forms {
    const Form *form;
    int count;
} Forms;

/** Those of a digit, 0..9, or of NET_NO_DIGIT. */
Forms forms_of(int label);

/** Those of a digit, 0..4. */
Forms forms_of_low_digit(int digit);

/** Those of a digit, 5..9. */
Forms forms_of_high_digit(int digit);

/** Those of NET_NO_DIGIT: scribbles, letters, signs. */
Forms forms_of_no_digit(void);

#endif
