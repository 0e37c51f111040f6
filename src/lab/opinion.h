/* A second opinion: where the network on show is in doubt, what the large network reads. */
#ifndef LAB_OPINION_H
#define LAB_OPINION_H

#include "lab/model.h"
#include "nn/answer.h"

typedef struct Lab Lab;

/** Zeroed there is none; release it with opinion_free(). */
typedef struct Opinion {
    Model model;  /* the large network that ships, once it was asked */
    bool missing; /* it could not be read: it is not asked again */
    bool given;   /* there is one on what is on the sheet */
    Answer answer;
} Opinion;

/** Ask for one, where the answer of a network that was trained is no sure one, and the person wants
 * it; else there is none. Part of lab_update(). */
void opinion_update(Lab *lab);

/** "3", "3 or 5" or "no digit", into `room` bytes; "" where there is none. */
void opinion_print(const Opinion *opinion, char *text, size_t room);

/** Release the network. */
void opinion_free(Opinion *opinion);

#endif
