/* Time that only goes forward. */
#include "base/clock.h"

#include <limits.h>
#include <time.h>

uint64_t clock_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
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

void clock_sleep_ms(int time_ms)
{
    struct timespec time = {time_ms / 1000, time_ms % 1000 * 1000000L};
    nanosleep(&time, NULL);
}
