/* Images that are mirrored at their diagonal. */
#include "train/turn.h"

#include "nn/net.h"

enum { SIDE = 28, ONE = 1 };

/* How many columns more than rows have ink. */
static int width_beyond_height(const uint8_t *level)
{
    int columns = 0, rows = 0;
    for (int i = 0; i < SIDE; i++) {
        bool column = false, row = false;
        for (int j = 0; j < SIDE; j++) {
            column = column || level[j * SIDE + i] > 0;
            row = row || level[i * SIDE + j] > 0;
        }
        columns += column;
        rows += row;
    }
    return columns - rows;
}

bool turn_is_due(const uint8_t *level, const uint8_t *label, int images)
{
    int64_t beyond = 0;
    bool ones = false;
    for (int i = 0; i < images; i++) {
        if (label[i] == ONE) {
            ones = true;
            beyond += width_beyond_height(level + (int64_t)i * NET_INPUTS);
        }
    }
    return !ones || beyond > 0;
}

void turn_images(uint8_t *level, int images)
{
    for (int64_t i = 0; i < images; i++) {
        uint8_t *at = level + i * NET_INPUTS;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < y; x++) {
                uint8_t kept = at[y * SIDE + x];
                at[y * SIDE + x] = at[x * SIDE + y];
                at[x * SIDE + y] = kept;
            }
        }
    }
}
