/* The menu bar and its menus, and those that open beside an item. */
#include "ui/menu.h"

#include <ctype.h>

#include "ui/row.h"

enum { ROW_H = 28, RULE_H = 9, PAD = 6, CHECK_W = 26, SHORTCUT_GAP = 36, LABEL_MOST_W = 360 };

/* Whether a menu is none of the bar: it opens beside an item. */
static bool is_beside(const MenuBar *bar, int menu)
{
    return menu >= bar->menus;
}

/* Its top left corner is at (x, y). */
static void place_popup(Menu *menu, Paint *paint, int x, int y)
{
    int widest = 0, widest_shortcut = 0, pad = paint_px(paint, PAD);
    SDL_Rect rest = {x, y + pad, 0, 0};
    for (int i = 0; i < menu->items; i++) {
        const MenuItem *item = &menu->item[i];
        widest = SDL_max(widest, paint_text_width(paint, item->label, PAINT_BODY, TEXT_REGULAR));
        int shortcut = paint_text_width(paint, item->shortcut, PAINT_LABEL, TEXT_REGULAR);
        widest_shortcut = SDL_max(widest_shortcut, shortcut);
    }
    widest = SDL_min(widest, paint_px(paint, LABEL_MOST_W)); /* a file may have any name */
    rest.w = paint_px(paint, CHECK_W) + widest + paint_px(paint, SHORTCUT_GAP) + widest_shortcut +
             paint_px(paint, 14.0f);
    for (int i = 0; i < menu->items; i++) {
        row_top(&rest, menu->item[i].rule_above ? paint_px(paint, RULE_H) : 0, 0);
        menu->item[i].box = row_top(&rest, paint_px(paint, ROW_H), 0);
    }
    menu->popup = (SDL_Rect){rest.x, y, rest.w, rest.y + pad - y};
}

/* Right of its item, level with it. */
static void place_beside(MenuBar *bar, Menu *menu, Paint *paint)
{
    const Menu *from = &bar->menu[menu->beside];
    const SDL_Rect *item = &from->item[menu->beside_item].box;
    place_popup(menu, paint, item->x + item->w, item->y - paint_px(paint, PAD));
}

void menu_place(MenuBar *bar, const MenuState *state, Paint *paint, SDL_Rect box)
{
    bar->box = box;
    row_left(&box, paint_px(paint, 14.0f), 0);
    for (int i = 0; i < bar->menus; i++) {
        Menu *menu = &bar->menu[i];
        int w = paint_text_width(paint, menu->title, PAINT_BODY, TEXT_REGULAR);
        menu->box = row_left(&box, w + paint_px(paint, 20.0f), 0);
        if (state->open) { /* measuring all that text takes a while */
            place_popup(menu, paint, menu->box.x, box.y + box.h);
        }
    }
    for (int i = bar->menus; state->open && i < bar->all; i++) {
        place_beside(bar, &bar->menu[i], paint);
    }
}

int menu_title_at(const MenuBar *bar, int x, int y)
{
    for (int i = 0; i < bar->menus; i++) {
        if (SDL_PointInRect(&(SDL_Point){x, y}, &bar->menu[i].box)) {
            return i;
        }
    }
    return -1;
}

int menu_item_at(const MenuBar *bar, const MenuState *state, int x, int y)
{
    const Menu *menu = &bar->menu[state->menu];
    for (int i = 0; state->open && i < menu->items; i++) {
        if (SDL_PointInRect(&(SDL_Point){x, y}, &menu->item[i].box)) {
            return i;
        }
    }
    return -1;
}

bool menu_covers(const MenuBar *bar, const MenuState *state, int x, int y)
{
    const Menu *menu = &bar->menu[state->menu];
    SDL_Point at = {x, y};
    return state->open &&
           (SDL_PointInRect(&at, &menu->popup) ||
            (is_beside(bar, state->menu) && SDL_PointInRect(&at, &bar->menu[menu->beside].popup)));
}

void menu_point(const MenuBar *bar, MenuState *state, int x, int y)
{
    state->item = menu_item_at(bar, state, x, y);
    if (state->item < 0 && is_beside(bar, state->menu)) {
        MenuState below = {state->open, bar->menu[state->menu].beside, -1};
        below.item = menu_item_at(bar, &below, x, y);
        *state = below.item >= 0 ? below : *state;
    }
    const MenuItem *item = state->item >= 0 ? &bar->menu[state->menu].item[state->item] : NULL;
    if (item && item->enabled && item->opens) {
        *state = (MenuState){state->open, item->opens, -1};
    }
}

int menu_of_bar(const MenuBar *bar, const MenuState *state)
{
    return is_beside(bar, state->menu) ? bar->menu[state->menu].beside : state->menu;
}

int menu_by_letter(const MenuBar *bar, SDL_Keycode key)
{
    for (int i = 0; i < bar->menus; i++) {
        if (key == tolower((unsigned char)bar->menu[i].title[0])) {
            return i;
        }
    }
    return -1;
}

/* The next item that is enabled, around the ends; -1 where none is. */
static int next_item(const Menu *menu, int from, int step)
{
    for (int tried = 0, i = from < 0 && step < 0 ? 0 : from; tried < menu->items; tried++) {
        i = (i + step + menu->items) % menu->items;
        if (menu->item[i].enabled) {
            return i;
        }
    }
    return -1;
}

void menu_open(const MenuBar *bar, MenuState *state, int menu, bool marked)
{
    *state = (MenuState){true, menu, marked ? next_item(&bar->menu[menu], -1, 1) : -1};
}

/* Back from a menu to the item that it opens beside, or else to the menu before in the bar. */
static void go_left(const MenuBar *bar, MenuState *state)
{
    const Menu *menu = &bar->menu[state->menu];
    if (is_beside(bar, state->menu)) {
        *state = (MenuState){true, menu->beside, menu->beside_item};
    } else {
        menu_open(bar, state, (state->menu + bar->menus - 1) % bar->menus, true);
    }
}

/* What opens beside the item that is marked; 0 for nothing. */
static int opens_beside(const MenuBar *bar, const MenuState *state)
{
    const Menu *menu = &bar->menu[state->menu];
    bool can = state->item >= 0 && menu->item[state->item].enabled;
    return can ? menu->item[state->item].opens : 0;
}

static void go_right(const MenuBar *bar, MenuState *state)
{
    int beside = opens_beside(bar, state);
    int next = (menu_of_bar(bar, state) + 1) % bar->menus;
    menu_open(bar, state, beside ? beside : next, true);
}

/* Choose the item that is marked. @return its action, or 0 where it has opened a menu */
static int choose(const MenuBar *bar, MenuState *state)
{
    const Menu *menu = &bar->menu[state->menu];
    if (opens_beside(bar, state)) {
        menu_open(bar, state, opens_beside(bar, state), true);
        return 0;
    }
    bool chosen = state->item >= 0 && menu->item[state->item].enabled;
    state->open = !chosen && state->open;
    return chosen ? menu->item[state->item].action : 0;
}

int menu_key(const MenuBar *bar, MenuState *state, SDL_Keycode key)
{
    const Menu *menu = &bar->menu[state->menu];
    switch (key) {
    case SDLK_LEFT:
        go_left(bar, state);
        break;
    case SDLK_RIGHT:
        go_right(bar, state);
        break;
    case SDLK_UP:
    case SDLK_DOWN:
        state->item = next_item(menu, state->item, key == SDLK_UP ? -1 : 1);
        break;
    case SDLK_HOME:
    case SDLK_END:
        state->item = next_item(menu, -1, key == SDLK_END ? -1 : 1);
        break;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
    case SDLK_SPACE:
        return choose(bar, state);
    case SDLK_ESCAPE:
        if (is_beside(bar, state->menu)) {
            go_left(bar, state);
            break;
        }
        state->open = false;
        break;
    case SDLK_F10:
        state->open = false;
        break;
    default:
        break;
    }
    return 0;
}

static void check_draw(Paint *out, SDL_Rect row, SDL_Color colour)
{
    paint_disc(out, row.x + paint_px(out, 14.0f), row.y + row.h / 2, paint_px(out, 3.0f), colour);
}

static void popup_draw(Paint *out, const Menu *menu, int marked)
{
    const Theme *theme = out->theme;
    paint_panel(out, menu->popup, 5.0f, theme->panel, theme->hairline);
    for (int i = 0; i < menu->items; i++) {
        const MenuItem *item = &menu->item[i];
        SDL_Rect row = item->box;
        if (item->rule_above) {
            int y = row.y - paint_px(out, RULE_H) / 2;
            paint_fill(out, (SDL_Rect){row.x, y, row.w, 1}, theme->hairline);
        }
        bool on = i == marked && item->enabled;
        if (on) {
            paint_round(out, row_inset(row, paint_px(out, 5.0f), 0), 4.0f, theme->positive);
        }
        SDL_Color text = on ? theme->on_positive : theme->text;
        SDL_Color faint = on ? theme->on_positive : theme->secondary;
        if (!item->enabled) {
            text = faint = theme_mix(theme->panel, theme->secondary, 0.55f);
        }
        if (item->checked) {
            check_draw(out, row, on ? theme->on_positive : theme->positive);
        }
        row_left(&row, paint_px(out, CHECK_W), 0);
        row_right(&row, paint_px(out, 14.0f), 0);
        paint_text(out, row, PAINT_LEFT, item->label, PAINT_BODY, TEXT_REGULAR, text);
        paint_text(out, row, PAINT_RIGHT, item->shortcut, PAINT_LABEL, TEXT_REGULAR, faint);
        if (item->opens) {
            paint_pointer(out, row.x + row.w, row.y + row.h / 2, faint);
        }
    }
}

void menu_draw(Paint *out, const MenuBar *bar, const MenuState *state)
{
    const Theme *theme = out->theme;
    SDL_Rect rest = bar->box;
    paint_fill(out, rest, theme->panel);
    paint_fill(out, row_bottom(&rest, 1, 0), theme->hairline);
    for (int i = 0; i < bar->menus; i++) {
        const Menu *menu = &bar->menu[i];
        if (state->open && menu_of_bar(bar, state) == i) {
            paint_fill(out, (SDL_Rect){menu->box.x, rest.y, menu->box.w, rest.h}, theme->track);
        }
        paint_text(out, menu->box, PAINT_CENTRE, menu->title, PAINT_BODY, TEXT_REGULAR,
                   theme->text);
    }
    paint_text(out, bar->note_box, PAINT_RIGHT, bar->note, PAINT_LABEL, TEXT_REGULAR,
               theme->secondary);
}

void menu_draw_open(Paint *out, const MenuBar *bar, const MenuState *state)
{
    const Menu *menu = &bar->menu[state->menu];
    if (state->open && is_beside(bar, state->menu)) {
        popup_draw(out, &bar->menu[menu->beside], menu->beside_item);
    }
    if (state->open) {
        popup_draw(out, menu, state->item);
    }
}
