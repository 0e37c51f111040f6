/* What the view Data says of its images and of the confusion matrix. */
#include "views/data/data_hints.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "ui/wish.h"
#include "views/data/data_images.h"

enum { QUIET_MS = 300 };

static const double COST_HELD = 100.0; /* net_cost() holds a term there */

/* "Test image 1,234 is a 7, read as 1" */
static void print_reading(const DataView *view, int image, char text[DATA_TEXT])
{
    char name[DATA_TEXT], read[32] = "not read yet";
    int label = data_images(view)->label[image];
    const ReviewAnswer *answer = data_answer(view, image);
    image_title(view->source, image, name);
    if (answer) {
        snprintf(read, sizeof read, "read as %d", answer->digit);
    }
    if (label == NET_NO_DIGIT) {
        snprintf(text, DATA_TEXT, "%.40s shows no digit, %s", name, read);
    } else {
        snprintf(text, DATA_TEXT, "%.40s is %s %d, %s", name, label == 8 ? "an" : "a", label, read);
    }
}

void data_print_image(const DataView *view, int image, char line[2][DATA_TEXT])
{
    const ReviewAnswer *answer = data_answer(view, image);
    print_reading(view, image, line[0]);
    *line[1] = '\0';
    if (answer) {
        snprintf(line[1], DATA_TEXT, "Activation %.2f · cost %.3f · %s", (double)answer->activation,
                 (double)answer->cost, answer_name(answer->kind));
    }
}

/* "7s read as 1" */
static void print_pair(int label, int column, char text[DATA_TEXT])
{
    char of[16] = "All digits";
    if (label != CONFUSION_ALL) {
        snprintf(of, sizeof of, "%ds", label);
    }
    if (column == MATRIX_RIGHT) {
        snprintf(text, DATA_TEXT, "%s read right", of);
    } else if (column == MATRIX_OF) {
        snprintf(text, DATA_TEXT, "%s", of);
    } else {
        snprintf(text, DATA_TEXT, "%s read as %d", of, column);
    }
}

/* "12 of 1,028 = 1.2 %" */
static void print_share(const Confusion *confusion, int label, int column, char text[DATA_TEXT])
{
    char part[NUMBER_TEXT], all[NUMBER_TEXT];
    int of = confusion->count[column == MATRIX_OF ? CONFUSION_ALL : label][CONFUSION_ALL];
    int count = column == MATRIX_RIGHT ? confusion_right(confusion, label)
                : column == MATRIX_OF  ? confusion->count[label][CONFUSION_ALL]
                                       : confusion->count[label][column];
    double percent = of > 0 ? 100.0 * count / of : 0.0;
    number_print(part, NUMBER_TEXT, count);
    number_print(all, NUMBER_TEXT, of);
    snprintf(text, DATA_TEXT, "%s of %s = %.*f %%", part, all, column == MATRIX_RIGHT ? 2 : 1,
             percent);
}

void data_print_cell(const DataView *view, int cell, char line[2][DATA_TEXT])
{
    char pair[DATA_TEXT], share[DATA_TEXT];
    print_pair(cell / MATRIX_COLUMNS, cell % MATRIX_COLUMNS, pair);
    print_share(&view->confusion, cell / MATRIX_COLUMNS, cell % MATRIX_COLUMNS, share);
    snprintf(line[0], DATA_TEXT, "%.40s: %.50s", pair, share);
    snprintf(line[1], DATA_TEXT, "Enter or a click shows %s.",
             cell % MATRIX_COLUMNS == MATRIX_RIGHT ? "the others, the mistakes" : "them");
}

/* Why there is nothing to show. */
static const char *describe_lack(const DataView *view)
{
    if (view->source == IMAGES_MINE) {
        return view->lab->mine.own.digits.digits > 0
                   ? "Your digits are being prepared…"
                   : "None yet: draw a digit, press the key of what it is.";
    }
    return view->lab->loader ? "The images are being loaded…" : "There are no images.";
}

/* How far a review is that takes a while. */
static bool print_progress(const DataView *view, char text[DATA_TEXT])
{
    const Review *next = &view->next;
    char done[NUMBER_TEXT], all[NUMBER_TEXT];
    if (!next->data || SDL_GetTicks64() - view->begun_ms < QUIET_MS) {
        return false;
    }
    number_print(done, NUMBER_TEXT, next->done);
    number_print(all, NUMBER_TEXT, next->data->images);
    snprintf(text, DATA_TEXT, "answered %s of %s", done, all);
    return true;
}

void data_print_status(const DataView *view, char line[2][DATA_TEXT])
{
    const Dataset *data = data_images(view);
    const char *noun = data && data->images == 1 ? "image" : "images";
    char part[NUMBER_TEXT], all[NUMBER_TEXT], pair[DATA_TEXT] = "";
    *line[1] = '\0';
    if (!data) {
        snprintf(line[0], DATA_TEXT, "%s", describe_lack(view));
        return;
    }
    number_print(part, NUMBER_TEXT, view->images);
    number_print(all, NUMBER_TEXT, data->images);
    if (view->matrix) {
        snprintf(line[0], DATA_TEXT, "%s %s", all, noun);
    } else {
        if (view->filter.answer != CONFUSION_ALL) {
            print_pair(view->filter.label, view->filter.answer, pair);
            strcat(pair, ": ");
        }
        snprintf(line[0], DATA_TEXT, "%.40s%s of %s %s", pair, part, all, noun);
    }
    if (!print_progress(view, line[1]) && view->review.data) {
        snprintf(line[1], DATA_TEXT, "%.2f %% right",
                 100.0 * confusion_accuracy(&view->confusion, CONFUSION_ALL));
    }
}

/* The cost of an image with the numbers put in, from the review's own weights. */
static void say_cost(const DataView *view, int image, Hint *hint)
{
    char number[WISH_TEXT];
    NetActs acts;
    Err err;
    const Review *review = data_review(view);
    NetInput input = dataset_input(review->data, image);
    int label = review->data->label[image];
    if (!net_acts_make(&acts, &review->net.shape, &err)) {
        hint_say(hint, "%s", err.text);
        return;
    }
    net_forward(&review->net, &input, &acts);
    const float *a = net_outputs(&review->net, &acts);
    bool squared = review->cost == NET_COST_SQUARED, held = false;
    hint_say(hint, "%s",
             squared ? "C = sum of (a - y)^2\n  = "
                     : "C = -sum of y ln a + (1 - y) ln(1 - a)\n  = -(");
    for (int i = 0; i < NET_OUTPUTS; i++) {
        double right = i == label ? (double)a[i] : 1.0 - (double)a[i];
        wish_print(squared ? 1.0 - right : right, number); /* the logarithm tells 1e-38 from 0 */
        held |= !squared && -log(right) >= COST_HELD;
        hint_say(hint, squared ? "%s%s^2" : "%sln %s", i == 0 ? "" : " + ", number);
    }
    hint_say(hint, "%s = %s%s", squared ? "" : ")",
             hint_number((double)review->answer[image].cost, 3).text,
             held ? ", where ln 0 counts as -100" : "");
    net_acts_free(&acts);
}

void data_hint_image(const DataView *view, int image, Hint *hint)
{
    const ReviewAnswer *answer = data_answer(view, image);
    char reading[DATA_TEXT];
    print_reading(view, image, reading);
    hint_title(hint, "%s", reading);
    if (!answer) {
        hint_say(hint, "The network has not been asked yet.");
        return;
    }
    hint_say(hint, "a%d = %s is the largest: %s.\n", answer->digit,
             hint_number((double)answer->activation, 4).text, answer_name(answer->kind));
    say_cost(view, image, hint);
    hint_unit(hint, "cost of one image, 0 or more");
}

void data_hint_cell(const DataView *view, int cell, Hint *hint)
{
    int column = cell % MATRIX_COLUMNS;
    char pair[DATA_TEXT], share[DATA_TEXT];
    print_pair(cell / MATRIX_COLUMNS, column, pair);
    print_share(&view->confusion, cell / MATRIX_COLUMNS, column, share);
    hint_title(hint, "%s", pair);
    hint_say(hint, "%s", share);
    hint_unit(hint, "%s",
              column == MATRIX_RIGHT ? "share of the images of a row, on the diagonal"
              : column == MATRIX_OF  ? "images, share of all"
                                     : "images, share of their row");
}

void data_hint_status(const DataView *view, Hint *hint)
{
    char line[2][DATA_TEXT], share[DATA_TEXT];
    data_print_status(view, line);
    print_share(&view->confusion, CONFUSION_ALL, MATRIX_RIGHT, share);
    hint_title(hint, "%s", line[0]);
    if (!data_images(view)) {
        return;
    }
    hint_say(
        hint,
        "Right: %s\nThe images are prepared as \"%s\", the network was trained on \"%s\" ones.",
        share, preparation_name(view->seen.preparation), view->lab->model.info.preparation);
    hint_unit(hint, "images, and share of all");
}
