/* What a session keeps besides the drawing and the weights, a row each: read, written, compared and
 * begun with by the same table, which says the window how far it may turn a setting. */
#ifndef LAB_SESSION_FACTS_H
#define LAB_SESSION_FACTS_H

#include <stddef.h>

#include "lab/lab.h"
#include "lab/session_network.h"

/** All that is kept, but for the drawing and the weights. */
typedef struct SessionFacts {
    Settings settings;
    Plan plan;
    TrainConfig recipe;
    Preparation preparation;
    SessionNetwork network;
} SessionFacts;

/** As on the first start; which parts presenting leaves out is for the window to say. */
SessionFacts session_facts_default(void);

/** What a number among them may be, and what it is on the first start. */
typedef struct FactRange {
    float low, high, first;
} FactRange;

/** That of the number at an offset of SessionFacts: offsetof(SessionFacts, settings.zoom). */
FactRange session_facts_range(size_t at);

/** Those of the lab; `network.file` is "". */
void session_facts_take(const Lab *lab, SessionFacts *facts);

/** Put them into the lab, the network's aside. */
void session_facts_give(const SessionFacts *facts, Lab *lab);

/** Whether they are the same, but for `network.file`. */
bool session_facts_equal(const SessionFacts *a, const SessionFacts *b);

/** Add them to an object. False where memory runs out. */
bool session_facts_put(const SessionFacts *facts, cJSON *object);

/**
 * Read them from an object. What is missing stays as it is in `facts`.
 *
 * @param[in,out] damaged  set where something is there that cannot be it; it stays, too
 */
void session_facts_get(SessionFacts *facts, const cJSON *object, bool *damaged);

#endif
