/* The numbers of the view Data, for other programs. */
#include "views/data/data_table.h"

#include "views/data/data_hints.h"
#include "views/data/data_images.h"

static void write_matrix(const Confusion *confusion, FILE *out)
{
    fprintf(out, "label");
    for (int answer = 0; answer < NET_OUTPUTS; answer++) {
        fprintf(out, ",read as %d", answer);
    }
    fprintf(out, ",images,accuracy\n");
    for (int label = 0; label < CONFUSION_SIDE; label++) {
        fprintf(out, label < CONFUSION_ALL ? "%d" : "all", label);
        for (int answer = 0; answer < CONFUSION_SIDE; answer++) {
            fprintf(out, ",%d", confusion->count[label][answer]);
        }
        fprintf(out, ",%.6f\n", confusion_accuracy(confusion, label));
    }
}

/* What is not known is left empty. */
static void write_image(const DataView *view, int image, FILE *out)
{
    char name[DATA_TEXT];
    int label = data_images(view)->label[image];
    const ReviewAnswer *answer = data_answer(view, image);
    image_name(view->source, image, name);
    fprintf(out, "\"%s\",", name);
    if (label != NET_NO_DIGIT) {
        fprintf(out, "%d", label);
    }
    if (answer) {
        fprintf(out, ",%d,%.9g,%.9g,%s\n", answer->digit, (double)answer->activation,
                (double)answer->cost, answer_name(answer->kind));
    } else {
        fprintf(out, ",,,,\n");
    }
}

bool data_table(const void *self, FILE *out)
{
    const DataView *view = self;
    if (view->matrix) {
        write_matrix(&view->confusion, out);
        return ferror(out) == 0;
    }
    fprintf(out, "name,label,answer,activation,cost,doubt\n");
    for (int i = 0; i < view->images && data_images(view); i++) {
        write_image(view, view->image[i], out);
    }
    return ferror(out) == 0;
}
