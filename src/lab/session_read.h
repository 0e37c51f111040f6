/* Reading a session: what can be read of it, and what becomes of the rest. */
#ifndef LAB_SESSION_READ_H
#define LAB_SESSION_READ_H

#include "lab/session_json.h"
#include "lab/session_place.h"
#include "lab/session_save.h"

/** What was read, and what was not. */
typedef struct SessionRead {
    bool found;             /* there was one */
    bool lost;              /* something of it could not be read */
    bool has_network;       /* its network is on show */
    SessionNetwork network; /* that belongs to it; no file where there is none */
    SessionShelf shelf;     /* those that are on the lab's shelf now */
    int number;             /* the largest that a network's file has, or is said to have */
    SessionOwed owed;       /* what could not be put aside; owns its bytes */
    Err said;               /* a sentence about it; "" for none */
} SessionRead;

/** Read the session of that place into the lab. Only the looks of the first window's are taken
 * where there is no session at another place. */
void session_read(Lab *lab, const SessionPlace *place, SessionRead *read);

#endif
