/* The rows behind shell/action.h: all there is to an action is in its row. */
#ifndef SHELL_ACTION_TABLE_H
#define SHELL_ACTION_TABLE_H

#include "shell/action.h"

/** Where an action stands, in the order of the menu bar. */
typedef enum MenuName {
    IN_NO_MENU,
    IN_FILE,
    IN_EDIT,
    IN_VIEW,
    IN_NETWORK,
    IN_DATA,
    IN_HELP,
    IN_RECENT, /* the menu beside an item of File */
} MenuName;

/** An action: what is NULL or 0 it does not have. */
typedef struct Action {
    ActionId id;
    MenuName menu;
    const char *label;
    SDL_Keycode key;                              /* 0 for none */
    Uint16 mod;                                   /* KMOD_CTRL, KMOD_SHIFT */
    const char *(*label_now)(const Shell *shell); /* in the place of `label`, unless it is NULL */
    const char *(*label_with)(const Shell *shell, int with); /* likewise; "": not in its menu */
    MenuName opens;            /* a menu beside it; IN_NO_MENU for none */
    bool rule_above;           /* in its menu */
    bool repeats;              /* while its key is held down */
    size_t turns;              /* a bool of Lab that it turns on and off; or 0 */
    void (*run)(Shell *shell); /* carries it out: one of these four */
    void (*run_with)(Shell *shell, int with);
    void (*run_lab)(Lab *lab);
    void (*run_lab_with)(Lab *lab, int with);
    int with;                        /* what they and chosen() are given */
    bool (*can)(const Shell *shell); /* both NULL: always */
    bool (*can_lab)(const Lab *lab);
    bool (*chosen)(const Shell *shell, int with); /* it is checked in its menu; either */
    bool (*chosen_lab)(const Lab *lab, int with);
    /* Of sliders alone: where it is, moving it, 0..1, and the actions that move it by a step. */
    float (*slider)(const Lab *lab);
    void (*slide)(Lab *lab, float share);
    ActionId less, more;
} Action;

/** In the order of the menus. */
extern const Action ACTION_TABLE[];

/** How many rows it has. */
extern const int ACTION_ROWS;

/** A second key of an action. */
typedef struct ActionKey {
    ActionId id;
    SDL_Keycode key;
    Uint16 mod;
} ActionKey;

/** All second keys. */
extern const ActionKey ACTION_KEY[];

/** How many there are. */
extern const int ACTION_KEYS_MORE;

#endif
