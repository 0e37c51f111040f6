/* Time that only goes forward, to wait by and to measure by. */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdint.h>

/** Milliseconds since some moment before the start of the program. Any thread. */
uint64_t clock_ms(void);

/** How long until then, in ms; 0 where it is past. Any thread. */
int clock_until_ms(uint64_t time_ms);

/** The sooner of two waits in ms, of which -1 is for ever. */
int clock_sooner_ms(int a_ms, int b_ms);

#endif
