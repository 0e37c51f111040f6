/* Menus by themselves: places, letters, keys. */
#include "ui/menu.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "board.h"

enum { FRUIT, EMPTY, TREES, BESIDE };

/* Three menus; of the first the outer items are disabled, of the second all. */
static MenuBar make_bar(void)
{
    MenuBar bar = {.menus = 3, .note = "note"};
    bar.menu[FRUIT] = (Menu){.title = "Fruit", .items = 4};
    bar.menu[EMPTY] = (Menu){.title = "Empty", .items = 2};
    bar.menu[TREES] = (Menu){.title = "Trees", .items = 1};
    static const char *const FRUITS[] = {"Apple", "Pear, a longer name", "Plum", "Quince"};
    for (int i = 0; i < 4; i++) {
        bar.menu[FRUIT].item[i] =
            (MenuItem){.label = FRUITS[i], .action = 11 + i, .enabled = i == 1 || i == 2};
    }
    for (int i = 0; i < 2; i++) {
        bar.menu[EMPTY].item[i] = (MenuItem){.label = "Nothing", .action = 21 + i};
    }
    bar.menu[TREES].item[0] =
        (MenuItem){.label = "Oak", .shortcut = "Ctrl+O", .action = 31, .enabled = true};
    return bar;
}

static void opening_marks_the_first_enabled_item_where_asked(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    MenuState menu = {0};
    menu_open(&bar, &menu, FRUIT, true);
    assert_true(menu.open && menu.menu == FRUIT && menu.item == 1);
    menu_open(&bar, &menu, FRUIT, false);
    assert_int_equal(menu.item, -1);
    menu_open(&bar, &menu, EMPTY, true);
    assert_int_equal(menu.item, -1);
}

static void arrows_leave_out_disabled_items_and_go_around(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    MenuState menu = {true, FRUIT, -1};
    static const struct {
        SDL_Keycode key;
        int item;
    } STEP[] = {{SDLK_UP, 2},   {SDLK_UP, 1},   {SDLK_UP, 2},  {SDLK_DOWN, 1},
                {SDLK_DOWN, 2}, {SDLK_HOME, 1}, {SDLK_END, 2}, {SDLK_DOWN, 1}};
    for (size_t i = 0; i < sizeof STEP / sizeof STEP[0]; i++) {
        assert_int_equal(menu_key(&bar, &menu, STEP[i].key), 0);
        assert_int_equal(menu.item, STEP[i].item);
    }
}

static void left_and_right_go_around_the_bar(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    MenuState menu = {true, FRUIT, 1};
    static const int RIGHT[] = {EMPTY, TREES, FRUIT};
    for (int i = 0; i < 3; i++) {
        assert_int_equal(menu_key(&bar, &menu, SDLK_RIGHT), 0);
        assert_int_equal(menu.menu, RIGHT[i]);
    }
    menu_key(&bar, &menu, SDLK_LEFT);
    assert_int_equal(menu.menu, TREES);
    assert_int_equal(menu.item, 0);
}

static void enter_and_space_choose_the_marked_item(void **state)
{
    static const SDL_Keycode KEY[] = {SDLK_RETURN, SDLK_KP_ENTER, SDLK_SPACE};
    (void)state;
    MenuBar bar = make_bar();
    for (int i = 0; i < 3; i++) {
        MenuState menu = {true, FRUIT, 2};
        assert_int_equal(menu_key(&bar, &menu, KEY[i]), 13);
        assert_false(menu.open);
    }
}

static void nothing_is_chosen_where_nothing_is_marked_or_it_is_disabled(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    MenuState menu = {true, FRUIT, -1};
    assert_int_equal(menu_key(&bar, &menu, SDLK_RETURN), 0);
    assert_true(menu.open);
    menu.item = 0; /* the pointer is over it */
    assert_int_equal(menu_key(&bar, &menu, SDLK_RETURN), 0);
    assert_true(menu.open);
    menu = (MenuState){true, EMPTY, -1};
    assert_int_equal(menu_key(&bar, &menu, SDLK_DOWN), 0);
    assert_int_equal(menu.item, -1);
}

static void escape_and_f10_close(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    MenuState menu = {true, FRUIT, 1};
    assert_int_equal(menu_key(&bar, &menu, SDLK_a), 0);
    assert_true(menu.open);
    assert_int_equal(menu_key(&bar, &menu, SDLK_ESCAPE), 0);
    assert_false(menu.open);
    menu.open = true;
    menu_key(&bar, &menu, SDLK_F10);
    assert_false(menu.open);
}

static void a_letter_names_a_menu(void **state)
{
    (void)state;
    MenuBar bar = make_bar();
    assert_int_equal(menu_by_letter(&bar, SDLK_t), TREES);
    assert_int_equal(menu_by_letter(&bar, SDLK_f), FRUIT);
    assert_int_equal(menu_by_letter(&bar, SDLK_x), -1);
    assert_int_equal(menu_by_letter(&bar, SDLK_UP), -1);
}

static void titles_lie_side_by_side_and_items_under_one_another(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 600, 300);
    MenuBar bar = make_bar();
    menu_place(&bar, &(MenuState){.open = true}, &board.paint, (SDL_Rect){0, 0, 600, 34});
    for (int m = 0; m < bar.menus; m++) {
        const Menu *menu = &bar.menu[m];
        SDL_Rect before = m > 0 ? bar.menu[m - 1].box : (SDL_Rect){0};
        assert_true(menu->box.x >= before.x + before.w);
        assert_true(menu->box.w >
                    paint_text_width(&board.paint, menu->title, PAINT_BODY, TEXT_REGULAR));
        int y = menu->popup.y;
        for (int i = 0; i < menu->items; i++) {
            const MenuItem *item = &menu->item[i];
            int label_w = paint_text_width(&board.paint, item->label, PAINT_BODY, TEXT_REGULAR);
            assert_true(item->box.y >= y);
            assert_true(item->box.w > label_w + 40);
            y = item->box.y + item->box.h;
        }
        assert_true(y <= menu->popup.y + menu->popup.h);
    }
    board_free(&board);
}

static void places_tell_titles_and_items(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 600, 300);
    MenuBar bar = make_bar();
    menu_place(&bar, &(MenuState){.open = true}, &board.paint, (SDL_Rect){0, 0, 600, 34});
    SDL_Rect title = bar.menu[TREES].box, pear = bar.menu[FRUIT].item[1].box;
    MenuState shut = {0}, open = {true, FRUIT, -1};
    assert_int_equal(menu_title_at(&bar, title.x, title.y), TREES);
    assert_int_equal(menu_title_at(&bar, title.x + title.w, title.y), -1);
    assert_int_equal(menu_title_at(&bar, title.x, title.y + title.h), -1);
    assert_int_equal(menu_item_at(&bar, &open, pear.x + 5, pear.y + 5), 1);
    assert_int_equal(menu_item_at(&bar, &shut, pear.x + 5, pear.y + 5), -1);
    assert_int_equal(menu_item_at(&bar, &open, pear.x + pear.w, pear.y + 5), -1);
    menu_draw(&board.paint, &bar, &open);
    menu_draw_open(&board.paint, &bar, &open);
    board_free(&board);
}

/* The same bar, where a menu opens beside Plum: it has a Damson. */
static MenuBar make_beside(void)
{
    MenuBar bar = make_bar();
    bar.all = 4;
    bar.menu[BESIDE] = (Menu){.title = "", .items = 1, .beside = FRUIT, .beside_item = 2};
    bar.menu[BESIDE].item[0] = (MenuItem){.label = "Damson", .action = 41, .enabled = true};
    bar.menu[FRUIT].item[2].opens = BESIDE;
    return bar;
}

static void keys_lead_into_a_menu_beside_an_item_and_back(void **state)
{
    (void)state;
    MenuBar bar = make_beside();
    static const SDL_Keycode INTO[] = {SDLK_RIGHT, SDLK_RETURN}, BACK[] = {SDLK_LEFT, SDLK_ESCAPE};
    for (int i = 0; i < 2; i++) {
        MenuState menu = {true, FRUIT, 2};
        assert_int_equal(menu_key(&bar, &menu, INTO[i]), 0);
        assert_true(menu.open && menu.menu == BESIDE && menu.item == 0);
        assert_int_equal(menu_of_bar(&bar, &menu), FRUIT);
        menu_key(&bar, &menu, BACK[i]);
        assert_true(menu.open && menu.menu == FRUIT && menu.item == 2);
    }
    MenuState menu = {true, BESIDE, 0};
    menu_key(&bar, &menu, SDLK_RIGHT); /* nothing opens there: on in the bar */
    assert_int_equal(menu.menu, EMPTY);
    menu = (MenuState){true, BESIDE, 0};
    assert_int_equal(menu_key(&bar, &menu, SDLK_RETURN), 41);
    assert_false(menu.open);
    bar.menu[FRUIT].item[2].enabled = false;
    menu = (MenuState){true, FRUIT, 2};
    assert_int_equal(menu_key(&bar, &menu, SDLK_RETURN), 0);
    assert_int_equal(menu.menu, FRUIT);
}

static void the_pointer_opens_a_menu_beside_an_item(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 600, 300);
    MenuBar bar = make_beside();
    MenuState menu = {true, FRUIT, -1};
    menu_place(&bar, &menu, &board.paint, (SDL_Rect){0, 0, 600, 34});
    SDL_Rect plum = bar.menu[FRUIT].item[2].box, pear = bar.menu[FRUIT].item[1].box;
    SDL_Rect damson = bar.menu[BESIDE].item[0].box;
    assert_int_equal(damson.x, plum.x + plum.w);
    assert_int_equal(damson.y, plum.y);
    menu_point(&bar, &menu, plum.x + 5, plum.y + 5);
    assert_true(menu.menu == BESIDE && menu.item == -1);
    assert_true(menu_covers(&bar, &menu, plum.x + 5, plum.y + 5));
    assert_true(menu_covers(&bar, &menu, damson.x + 5, damson.y + 5));
    assert_false(menu_covers(&bar, &menu, damson.x + 5, damson.y + 200));
    menu_point(&bar, &menu, damson.x + 5, damson.y + 5);
    assert_true(menu.menu == BESIDE && menu.item == 0);
    menu_draw(&board.paint, &bar, &menu);
    menu_draw_open(&board.paint, &bar, &menu);
    menu_point(&bar, &menu, 590, 290);
    assert_true(menu.menu == BESIDE && menu.item == -1); /* it stays open */
    menu_point(&bar, &menu, pear.x + 5, pear.y + 5);
    assert_true(menu.menu == FRUIT && menu.item == 1);
    board_free(&board);
}

static void a_long_label_is_cut(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 600, 300);
    MenuBar bar = make_bar();
    char name[256];
    memset(name, 'W', sizeof name - 1);
    name[sizeof name - 1] = 0;
    bar.menu[TREES].item[0].label = name;
    menu_place(&bar, &(MenuState){.open = true}, &board.paint, (SDL_Rect){0, 0, 600, 34});
    assert_in_range(bar.menu[TREES].popup.w, 100, 520);
    board_free(&board);
}

static void the_marked_item_and_the_title_stand_out(void **state)
{
    (void)state;
    Board board = {0};
    board_make(&board, 600, 300);
    MenuBar bar = make_bar();
    MenuState open = {true, FRUIT, 1};
    const Theme *theme = board.paint.theme;
    menu_place(&bar, &(MenuState){.open = true}, &board.paint, (SDL_Rect){0, 0, 600, 34});
    menu_draw(&board.paint, &bar, &open);
    menu_draw_open(&board.paint, &bar, &open);
    for (int i = 0; i < 4; i++) {
        SDL_Rect box = bar.menu[FRUIT].item[i].box;
        Uint32 ground = board_pixel(&board, box.x + box.w - 12, box.y + 4);
        assert_int_equal(ground, board_colour(i == 1 ? theme->positive : theme->panel));
    }
    SDL_Rect title = bar.menu[FRUIT].box;
    assert_int_equal(board_pixel(&board, title.x + 2, 4), board_colour(theme->track));
    board_free(&board);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening_marks_the_first_enabled_item_where_asked),
        cmocka_unit_test(arrows_leave_out_disabled_items_and_go_around),
        cmocka_unit_test(left_and_right_go_around_the_bar),
        cmocka_unit_test(enter_and_space_choose_the_marked_item),
        cmocka_unit_test(nothing_is_chosen_where_nothing_is_marked_or_it_is_disabled),
        cmocka_unit_test(escape_and_f10_close),
        cmocka_unit_test(a_letter_names_a_menu),
        cmocka_unit_test(titles_lie_side_by_side_and_items_under_one_another),
        cmocka_unit_test(places_tell_titles_and_items),
        cmocka_unit_test(keys_lead_into_a_menu_beside_an_item_and_back),
        cmocka_unit_test(the_pointer_opens_a_menu_beside_an_item),
        cmocka_unit_test(a_long_label_is_cut),
        cmocka_unit_test(the_marked_item_and_the_title_stand_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
