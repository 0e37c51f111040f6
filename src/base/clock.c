/* Time that only goes forward. */
#include "base/clock.h"

#include <limits.h>

#include "base/sys.h"

uint64_t clock_ms(void)
{
    return (uint64_t)sys_time_ns(SYS_STEADY) / 1000000;
}

int clock_until_ms(uint64_t time_ms)
{
    uint64_t now_ms = clock_ms();
    uint64_t left_ms = now_ms < time_ms ? time_ms - now_ms : 0;
    return left_ms < INT_MAX ? (int)left_ms : INT_MAX;
}

int clock_sooner_ms(int a_ms, int b_ms)
{
    return a_ms < 0 ? b_ms : b_ms < 0 || a_ms < b_ms ? a_ms : b_ms;
}
