/* The text of a session: JSON. */
#ifndef LAB_SESSION_JSON_H
#define LAB_SESSION_JSON_H

#include "lab/session_facts.h"

/** What becomes of reading one. */
typedef enum SessionState {
    SESSION_WHOLE,
    SESSION_OLD,     /* of a version that kept its network in session.safetensors */
    SESSION_DAMAGED, /* what could be read was read */
    SESSION_NEWER,   /* of a newer version of the program, likewise */
} SessionState;

/** The text, on the heap, released with cJSON_free(); NULL where memory runs out. */
char *session_print(const SessionFacts *facts, const RecentFiles *recent, const SessionShelf *shelf,
                    const Drawing *drawing);

/**
 * Read a text. Nothing in it is trusted; what it lacks, or has wrong, stays as it was, and what
 * comes before a place that is no JSON is read.
 *
 * @param text               of `size` bytes, and one byte 0 behind them
 * @param[in,out] facts      `network.file` is "" where the text does not name it
 * @param[out] recent        NULL where it is not wanted, like the next two
 * @param[out] shelf         as far as it can be read
 * @param[in,out] drawing    gets the strokes
 * @param[out] names_network whether the text says which network's file belongs to it, if any
 */
SessionState session_parse(const char *text, size_t size, SessionFacts *facts, RecentFiles *recent,
                           SessionShelf *shelf, Drawing *drawing, bool *names_network);

#endif
