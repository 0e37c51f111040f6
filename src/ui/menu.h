/* The menu bar and its menus, and those that open beside an item. */
#ifndef UI_MENU_H
#define UI_MENU_H

#include "ui/paint.h"

/** Menus, and items of one, at most. */
enum { MENU_MAX = 7, MENU_MAX_ITEMS = 18 };

/** One line of a menu. */
typedef struct MenuItem {
    const char *label; /* borrowed for the frame */
    char shortcut[24];
    int action; /* what it does; never 0 */
    int opens;  /* the menu beside it; 0 for none */
    bool enabled, checked;
    bool rule_above; /* a hairline parts it from the item before */
    SDL_Rect box;    /* where its menu is open; see menu_place() */
} MenuItem;

/** A menu: its title in the bar, and what drops from there. */
typedef struct Menu {
    const char *title; /* its first letter opens it, with Alt; of one beside an item "" */
    MenuItem item[MENU_MAX_ITEMS];
    int items;
    int beside,
        beside_item; /* the menu and the item that it opens beside; of one that is not in the bar */
    SDL_Rect box;    /* of the title */
    SDL_Rect popup;  /* of the open menu */
} Menu;

/** Contents and places of the frame; made anew with each. */
typedef struct MenuBar {
    Menu menu[MENU_MAX];
    int menus; /* in the bar; the others follow, up to */
    int all;
    const char *note; /* what is on show */
    SDL_Rect box, note_box;
} MenuBar;

/** What is open. */
typedef struct MenuState {
    bool open;
    int menu; /* which is open; where it is beside an item, that one's is open, too */
    int item; /* which is marked; -1 for none */
} MenuState;

/** Fill in the boxes of the titles and, while a menu is open, of all items. */
void menu_place(MenuBar *bar, const MenuState *state, Paint *paint, SDL_Rect box);

/** The title at (x, y); -1 for none. */
int menu_title_at(const MenuBar *bar, int x, int y);

/** The item of the open menu at (x, y); -1 for none. */
int menu_item_at(const MenuBar *bar, const MenuState *state, int x, int y);

/** The menu whose title begins with that key; -1 for none. */
int menu_by_letter(const MenuBar *bar, SDL_Keycode key);

/** Whether (x, y) is on what is open. */
bool menu_covers(const MenuBar *bar, const MenuState *state, int x, int y);

/** Mark the item at (x, y), and open what opens beside it; none where there is none. */
void menu_point(const MenuBar *bar, MenuState *state, int x, int y);

/** The menu of the bar that what is open belongs to. */
int menu_of_bar(const MenuBar *bar, const MenuState *state);

/** Open a menu, its first item marked if `marked`. */
void menu_open(const MenuBar *bar, MenuState *state, int menu, bool marked);

/** A key while a menu is open; returns the action of the item chosen, or 0. */
int menu_key(const MenuBar *bar, MenuState *state, SDL_Keycode key);

/** Draw the bar and its note. */
void menu_draw(Paint *out, const MenuBar *bar, const MenuState *state);

/** Draw the menu that is open, over everything. */
void menu_draw_open(Paint *out, const MenuBar *bar, const MenuState *state);

#endif
