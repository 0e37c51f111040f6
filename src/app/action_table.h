/* The rows behind app/actions.h: menus, keys and what they carry out. */
#ifndef APP_ACTION_TABLE_H
#define APP_ACTION_TABLE_H

#include "app/actions.h"

typedef enum MenuName {
    IN_FILE,
    IN_EDIT,
    IN_VIEW,
    IN_NETWORK,
    IN_DATA,
    IN_HELP,
    IN_NO_MENU
} MenuName;

typedef struct Action {
    ActionId id;
    MenuName menu;
    bool rule_above;
    const char *label;
    SDL_Keycode key;
    Uint16 mod; /* KMOD_CTRL, KMOD_SHIFT */
    void (*run)(App *app);
    void (*run_lab)(Lab *lab); /* where run is NULL */
} Action;

/** In the order of the menus. Rows without a menu are second keys, and buttons. */
extern const Action ACTION_TABLE[];

/** How many rows it has. */
extern const int ACTION_ROWS;

#endif
