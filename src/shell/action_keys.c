/* The second keys of actions: what a keyboard has twice, or elsewhere. */
#include "shell/action_table.h"

#define CTRL KMOD_CTRL
#define SHIFT KMOD_SHIFT

const ActionKey ACTION_KEY[] = {
    {ACTION_REDO, SDLK_y, CTRL},
    {ACTION_LARGER, SDLK_EQUALS, CTRL},
    {ACTION_LARGER, SDLK_PLUS, CTRL | SHIFT},
    {ACTION_LARGER, SDLK_EQUALS, CTRL | SHIFT},
    {ACTION_LARGER, SDLK_KP_PLUS, CTRL},
    {ACTION_SMALLER, SDLK_KP_MINUS, CTRL},
};

const int ACTION_KEYS_MORE = sizeof ACTION_KEY / sizeof ACTION_KEY[0];
