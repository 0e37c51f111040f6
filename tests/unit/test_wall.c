/* A wall of pictures: where they are, scrolling, the mark, and that they are drawn. */
#include "ui/wall.h"

// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board.h"

enum { W = 640, H = 480, TILES = 200 };

static const SDL_Rect BOX = {20, 30, 600, 400};

/* A wall on a board; tile i is of level i throughout. */
typedef struct Hall {
    Board board;
    Uint8 level[TILES][CANVAS_SIDE * CANVAS_SIDE];
    WallTile tile[TILES];
    Wall wall;
    WallPlaces places;
} Hall;

static Hall *make_hall(int tiles, int columns, bool captions)
{
    Hall *hall = calloc(1, sizeof *hall);
    assert_non_null(hall);
    board_make(&hall->board, W, H);
    for (int i = 0; i < TILES; i++) {
        memset(hall->level[i], i, sizeof hall->level[i]);
        hall->tile[i].level = hall->level[i];
        snprintf(hall->tile[i].caption, sizeof hall->tile[i].caption, "%d", i % 10);
    }
    hall->wall =
        (Wall){.tile = hall->tile, .tiles = tiles, .columns = columns, .captions = captions};
    wall_place(&hall->places, &hall->wall, &hall->board.paint, BOX);
    return hall;
}

static void free_hall(Hall *hall)
{
    board_free(&hall->board);
    free(hall);
}

/* The level that is drawn at a place. */
static int level_at(const Hall *hall, int x, int y)
{
    Uint32 pixel = board_pixel(&hall->board, x, y);
    assert_int_equal(pixel >> 16, pixel & 255);
    return (int)(pixel & 255);
}

static void draw(Hall *hall)
{
    wall_place(&hall->places, &hall->wall, &hall->board.paint, BOX);
    wall_draw(&hall->board.paint, &hall->wall, &hall->places);
}

static void all_rows_of_given_columns_show_where_they_can(void **state)
{
    (void)state;
    Hall *hall = make_hall(TILES, 20, false);
    assert_int_equal(hall->places.columns, 20);
    assert_true(hall->places.rows >= 10);
    assert_in_range(hall->places.side_px, 24, 28);
    free_hall(hall);
}

static void there_are_as_many_columns_as_fit(void **state)
{
    (void)state;
    Hall *hall = make_hall(TILES, 0, true);
    assert_int_equal(hall->places.side_px, 56);
    assert_int_equal(hall->places.columns, 8);
    assert_in_range(hall->places.rows, 4, 6);
    assert_true(hall->places.rows * hall->places.pitch_h <= BOX.h + hall->places.caption_h);
    free_hall(hall);
}

static void every_picture_is_where_a_press_finds_it(void **state)
{
    static const int COLUMNS[] = {20, 7, 0};
    (void)state;
    for (int k = 0; k < 3; k++) {
        Hall *hall = make_hall(TILES, COLUMNS[k], false);
        int seen = 0, side = hall->places.side_px;
        wall_scroll(&hall->wall, &hall->places, k);
        hall->wall.marked = -1;
        draw(hall);
        for (int i = hall->wall.top * hall->places.columns; i < TILES; i++) {
            int column = i % hall->places.columns, row = i / hall->places.columns;
            int x = BOX.x + column * hall->places.tiles_w / hall->places.columns + side / 2;
            int y = BOX.y + (row - hall->wall.top) * hall->places.pitch_h + side / 2;
            if (row - hall->wall.top < hall->places.rows) {
                assert_int_equal(wall_tile_at(&hall->wall, &hall->places, x, y), i);
                assert_int_equal(level_at(hall, x, y), i);
                seen++;
            }
        }
        assert_true(seen > hall->places.columns);
        free_hall(hall);
    }
}

static void a_press_beside_the_pictures_finds_none(void **state)
{
    (void)state;
    Hall *hall = make_hall(25, 20, false); /* the second row has five */
    int y = BOX.y + hall->places.pitch_h + 5;
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x + 5, y), 20);
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x + 300, y), -1);
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x - 1, y), -1);
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x + 5, BOX.y - 1), -1);
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x + BOX.w, y), -1);
    free_hall(hall);
}

static void the_wall_scrolls_as_far_as_there_are_rows(void **state)
{
    (void)state;
    Hall *hall = make_hall(TILES, 0, true);
    int rows = (TILES + hall->places.columns - 1) / hall->places.columns;
    wall_scroll(&hall->wall, &hall->places, 3);
    assert_int_equal(hall->wall.top, 3);
    wall_scroll(&hall->wall, &hall->places, 1000);
    assert_int_equal(hall->wall.top, rows - hall->places.rows);
    wall_scroll(&hall->wall, &hall->places, -1000);
    assert_int_equal(hall->wall.top, 0);
    free_hall(hall);
}

static void fewer_pictures_scroll_back_into_sight(void **state)
{
    (void)state;
    Hall *hall = make_hall(TILES, 0, true);
    wall_scroll(&hall->wall, &hall->places, 1000);
    hall->wall.tiles = 3;
    wall_place(&hall->places, &hall->wall, &hall->board.paint, BOX);
    assert_int_equal(hall->wall.top, 0);
    free_hall(hall);
}

static int mark_after(Hall *hall, SDL_Keycode key)
{
    assert_true(wall_key(&hall->wall, &hall->places, key));
    return hall->wall.marked;
}

static void arrows_move_the_mark(void **state)
{
    (void)state;
    Hall *hall = make_hall(45, 20, false);
    assert_int_equal(mark_after(hall, SDLK_RIGHT), 1);
    assert_int_equal(mark_after(hall, SDLK_DOWN), 21);
    assert_int_equal(mark_after(hall, SDLK_LEFT), 20);
    assert_int_equal(mark_after(hall, SDLK_UP), 0);
    assert_int_equal(mark_after(hall, SDLK_LEFT), 0);
    assert_int_equal(mark_after(hall, SDLK_END), 44);
    assert_int_equal(mark_after(hall, SDLK_RIGHT), 44);
    assert_int_equal(mark_after(hall, SDLK_HOME), 0);
    assert_int_equal(mark_after(hall, SDLK_PAGEDOWN), 44);
    assert_int_equal(mark_after(hall, SDLK_PAGEUP), 0);
    assert_false(wall_key(&hall->wall, &hall->places, SDLK_a));
    free_hall(hall);
}

static void up_and_down_keep_the_column(void **state)
{
    (void)state;
    Hall *hall = make_hall(45, 20, false);
    wall_mark(&hall->wall, &hall->places, 7);
    assert_int_equal(mark_after(hall, SDLK_UP), 7);
    assert_int_equal(mark_after(hall, SDLK_DOWN), 27);
    assert_int_equal(mark_after(hall, SDLK_DOWN), 44); /* the last row is short */
    wall_mark(&hall->wall, &hall->places, 42);
    assert_int_equal(mark_after(hall, SDLK_DOWN), 42);
    free_hall(hall);
}

static void the_mark_scrolls_into_sight(void **state)
{
    (void)state;
    Hall *hall = make_hall(TILES, 0, true);
    int rows = hall->places.rows, columns = hall->places.columns;
    wall_mark(&hall->wall, &hall->places, TILES - 1);
    assert_int_equal(hall->wall.top, (TILES - 1) / columns - rows + 1);
    wall_mark(&hall->wall, &hall->places, (TILES - 1) - columns);
    assert_int_equal(hall->wall.top, (TILES - 1) / columns - rows + 1);
    wall_mark(&hall->wall, &hall->places, columns);
    assert_int_equal(hall->wall.top, 1);
    free_hall(hall);
}

static void of_a_long_wall_only_the_tiles_that_show_need_be_there(void **state)
{
    (void)state;
    Hall *hall = make_hall(70000, 0, false);
    int first;
    wall_mark(&hall->wall, &hall->places, 69999);
    int shown = wall_showing(&hall->wall, &hall->places, &first);
    assert_int_equal(first + shown, 70000);
    assert_in_range(shown, 8, TILES);
    hall->wall.marked = -1;
    hall->wall.first = first; /* tile[0] is that one now */
    draw(hall);
    for (int i = 0; i < shown; i++) {
        SDL_Point at = {wall_tile_box(&hall->wall, &hall->places, first + i).x + 20,
                        wall_tile_box(&hall->wall, &hall->places, first + i).y + 20};
        assert_int_equal(wall_tile_at(&hall->wall, &hall->places, at.x, at.y), first + i);
        assert_int_equal(level_at(hall, at.x, at.y), i);
    }
    free_hall(hall);
}

static void the_bar_leads_through_a_long_wall(void **state)
{
    (void)state;
    Hall *hall = make_hall(70000, 0, true);
    const WallPlaces *places = &hall->places;
    int rows = (70000 + places->columns - 1) / places->columns, x = BOX.x + BOX.w - 2;
    assert_true(wall_bar_at(&hall->wall, places, x, BOX.y + 200));
    assert_false(wall_bar_at(&hall->wall, places, x - 40, BOX.y + 200));
    wall_drag_bar(&hall->wall, places, BOX.y + places->rows * places->pitch_h / 2);
    assert_in_range(hall->wall.top, rows / 2 - places->rows, rows / 2);
    wall_drag_bar(&hall->wall, places, BOX.y + 2 * BOX.h);
    assert_int_equal(hall->wall.top, rows - places->rows);
    wall_drag_bar(&hall->wall, places, 0);
    assert_int_equal(hall->wall.top, 0);
    hall->wall.tiles = 3; /* all of them show */
    assert_false(wall_bar_at(&hall->wall, places, x, BOX.y + 200));
    free_hall(hall);
}

static void an_empty_wall_has_no_mark_and_can_be_drawn(void **state)
{
    (void)state;
    Hall *hall = make_hall(0, 0, true);
    assert_int_equal(mark_after(hall, SDLK_RIGHT), -1);
    assert_int_equal(mark_after(hall, SDLK_DOWN), -1);
    assert_int_equal(mark_after(hall, SDLK_END), -1);
    assert_int_equal(wall_tile_at(&hall->wall, &hall->places, BOX.x + 5, BOX.y + 5), -1);
    draw(hall);
    free_hall(hall);
}

static void the_mark_and_what_is_bad_are_framed(void **state)
{
    (void)state;
    Hall *hall = make_hall(40, 20, false);
    const Theme *theme = hall->board.paint.theme;
    int y = BOX.y + hall->places.side_px / 2;
    hall->tile[0].frame = WALL_BAD;
    hall->wall.marked = -1;
    draw(hall);
    assert_int_equal(board_pixel(&hall->board, BOX.x - 1, y), board_colour(theme->negative));
    hall->wall.marked = 0;
    draw(hall);
    assert_int_equal(board_pixel(&hall->board, BOX.x - 1, y), board_colour(theme->positive));
    free_hall(hall);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_rows_of_given_columns_show_where_they_can),
        cmocka_unit_test(there_are_as_many_columns_as_fit),
        cmocka_unit_test(every_picture_is_where_a_press_finds_it),
        cmocka_unit_test(a_press_beside_the_pictures_finds_none),
        cmocka_unit_test(the_wall_scrolls_as_far_as_there_are_rows),
        cmocka_unit_test(fewer_pictures_scroll_back_into_sight),
        cmocka_unit_test(arrows_move_the_mark),
        cmocka_unit_test(up_and_down_keep_the_column),
        cmocka_unit_test(the_mark_scrolls_into_sight),
        cmocka_unit_test(of_a_long_wall_only_the_tiles_that_show_need_be_there),
        cmocka_unit_test(the_bar_leads_through_a_long_wall),
        cmocka_unit_test(an_empty_wall_has_no_mark_and_can_be_drawn),
        cmocka_unit_test(the_mark_and_what_is_bad_are_framed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
