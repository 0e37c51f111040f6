/* The run of the network on show as its file has it: moments to look back at. */
#ifndef LAB_RUN_FILE_H
#define LAB_RUN_FILE_H

#include "lab/lab.h"

/** Whether there is a run to save with the network on show: it can be looked back at, and the
 * weights are of it. */
bool run_file_can(const Lab *lab);

/** Copies of its moments; net_moments_free() them. Errors: out of memory; `moments` is zeroed then.
 */
bool run_file_take(const Lab *lab, NetMoments *moments, Err *err);

/**
 * Bring a run back with the network that has just come on show: it can be looked back at, though it
 * cannot go on as it was. Where the network is none of the moments, or the figures have gaps,
 * nothing changes.
 *
 * Errors: out of memory; nothing changes then.
 */
bool run_file_give(Lab *lab, const NetMoments *moments, Err *err);

#endif
