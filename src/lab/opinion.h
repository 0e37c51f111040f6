/* A second opinion: where the network on show is in doubt, what the large network reads. */
#ifndef LAB_OPINION_H
#define LAB_OPINION_H

#include "lab/lab.h"

/** Ask for one, where the answer of a network that was trained is no sure one, and the person wants
 * it; else there is none. Part of lab_update(). */
void opinion_update(Lab *lab);

/** "3", "3 or 5" or "no digit", into `room` bytes; "" where there is none. */
void opinion_print(const Opinion *opinion, char *text, size_t room);

/** Release the network. */
void opinion_free(Opinion *opinion);

#endif
