/* Zip archives: what is put in comes out; cut, flipped and foreign ones are refused in words. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/zip.h"

enum { LOCAL_BYTES = 30, LISTED_BYTES = 46, END_BYTES = 22, ROOM = 20000 };

static const ZipFile FILES[] = {{"a.txt", (const uint8_t *)"hello", 5},
                                {"folder/b.bin", (const uint8_t *)"\0\1\2", 3},
                                {"folder/", (const uint8_t *)"", 0},
                                {"empty", (const uint8_t *)"", 0}};

/* Opens it and unpacks all; returns how many entries there were, -1 where something was refused. */
static int read_all(const uint8_t *bytes, size_t size, size_t max, Err *err)
{
    Zip zip;
    ZipEntry entry;
    int entries = 0;
    if (!zip_open(&zip, bytes, size, "some.zip", err)) {
        return -1;
    }
    while (zip_next(&zip, &entry)) {
        uint8_t *data;
        bool ok = zip_unpack(&zip, &entry, max, &data, err);
        assert_int_equal(ok, data != NULL);
        assert_true(!ok || data[entry.size] == 0);
        free(data);
        if (!ok) {
            return -1;
        }
        entries++;
    }
    return entries;
}

static void check_refused(const uint8_t *bytes, size_t size, ErrCode code, const char *says)
{
    Err err = {0};
    assert_int_equal(read_all(bytes, size, ROOM, &err), -1);
    assert_int_equal(err.code, code);
    assert_non_null(strstr(err.text, "some.zip"));
    if (!strstr(err.text, says)) {
        fail_msg("\"%s\" does not say \"%s\"", err.text, says);
    }
}

static void what_is_put_in_comes_out(void **state)
{
    (void)state;
    Zip zip;
    ZipEntry entry;
    Err err = {0};
    size_t size;
    uint8_t *bytes = zip_make(FILES, 4, &size), *data;
    assert_non_null(bytes);
    assert_true(zip_is(bytes, size));
    assert_true(zip_open(&zip, bytes, size, "some.zip", &err));
    static const int THERE[] = {0, 1, 3}; /* a folder is no file */
    for (int i = 0; i < 3; i++) {
        const ZipFile *file = &FILES[THERE[i]];
        assert_true(zip_next(&zip, &entry));
        assert_string_equal(entry.name, file->name);
        assert_int_equal(entry.size, file->size);
        assert_true(zip_unpack(&zip, &entry, file->size, &data, &err));
        assert_memory_equal(data, file->data, file->size);
        free(data);
    }
    assert_false(zip_next(&zip, &entry));
    free(bytes);
    bytes = zip_make(NULL, 0, &size);
    assert_int_equal(size, END_BYTES);
    assert_true(zip_is(bytes, size));
    assert_int_equal(read_all(bytes, size, 1, &err), 0);
    free(bytes);
    assert_false(zip_is((const uint8_t *)"PK", 2));
}

/* An archive of one deflated entry and a comment, as other programs make them: with what belongs
 * to zip64 in the record before the file alone, which is not looked at. */
static uint8_t *make_deflated(const uint8_t *data, size_t data_size, size_t *size)
{
    uint8_t packed[ROOM];
    struct libdeflate_compressor *packer = libdeflate_alloc_compressor(9);
    size_t length = libdeflate_deflate_compress(packer, data, data_size, packed, ROOM);
    libdeflate_free_compressor(packer);
    ZipFile file = {"deep/file", packed, length};
    uint8_t *made = zip_make(&file, 1, size), *bytes = realloc(made, *size + 3);
    assert_true(length > 0 && bytes);
    memset(bytes + 14, 0xff, 12);
    uint8_t *listed = bytes + LOCAL_BYTES + strlen(file.name) + length;
    uint32_t crc = libdeflate_crc32(0, data, data_size);
    listed[10] = 8;
    for (int i = 0; i < 4; i++) {
        listed[16 + i] = (uint8_t)(crc >> (8 * i));
        listed[24 + i] = (uint8_t)(data_size >> (8 * i));
    }
    bytes[*size - 2] = 3;
    memcpy(bytes + *size, "end", 3);
    *size += 3;
    return bytes;
}

static void a_deflated_entry_is_unpacked_within_a_bound(void **state)
{
    (void)state;
    static uint8_t data[ROOM];
    Zip zip;
    ZipEntry entry;
    Err err = {0};
    uint8_t *got;
    size_t size;
    for (int i = 0; i < ROOM; i++) {
        data[i] = (uint8_t)(i % 7 * (i >> 8));
    }
    uint8_t *bytes = make_deflated(data, ROOM, &size);
    assert_true(size < ROOM / 2);
    assert_true(zip_open(&zip, bytes, size, "some.zip", &err) && zip_next(&zip, &entry));
    assert_true(zip_unpack(&zip, &entry, ROOM, &got, &err));
    assert_memory_equal(got, data, ROOM);
    free(got);
    assert_false(zip_unpack(&zip, &entry, ROOM - 1, &got, &err));
    assert_non_null(strstr(err.text, "deep/file in some.zip is too large"));
    for (int less = -1; less <= 1; less += 2) { /* a claim that is not true */
        ZipEntry wrong = entry;
        wrong.size = (size_t)(ROOM + less);
        assert_false(zip_unpack(&zip, &wrong, 2 * ROOM, &got, &err));
        assert_int_equal(err.code, ERR_DAMAGED);
    }
    free(bytes);
}

static void a_cut_archive_is_refused(void **state)
{
    (void)state;
    size_t size;
    uint8_t *bytes = zip_make(FILES, 4, &size);
    for (size_t cut = 0; cut < size; cut++) {
        uint8_t *part = malloc(cut ? cut : 1); /* of its own, so that a read past the end is seen */
        assert_non_null(part);
        memcpy(part, bytes, cut);
        check_refused(part, cut, ERR_DAMAGED, "cut short");
        free(part);
    }
    free(bytes);
}

static void flipped_bits_are_seen_or_do_no_harm(void **state)
{
    (void)state;
    size_t size;
    int shut = 0;
    uint8_t *bytes = zip_make(FILES, 4, &size);
    for (size_t at = 0; at < size; at++) {
        for (int bit = 0; bit < 8; bit++) {
            Err err = {0};
            bytes[at] ^= (uint8_t)(1 << bit);
            shut += read_all(bytes, size, ROOM, &err) < 0;
            bytes[at] ^= (uint8_t)(1 << bit);
        }
    }
    assert_true(shut > 500);
    free(bytes);
}

/* The directory's only entry, or the end, has another byte; the reason is named. */
static void check_changed(size_t at, const char *bytes_there, size_t count, ErrCode code,
                          const char *says)
{
    size_t size;
    uint8_t *bytes = zip_make(FILES, 1, &size);
    memcpy(bytes + at, bytes_there, count);
    check_refused(bytes, size, code, says);
    free(bytes);
}

static void what_is_not_read_is_named(void **state)
{
    (void)state;
    size_t listed = LOCAL_BYTES + 5 + 5, end = listed + LISTED_BYTES + 5;
    check_changed(listed + 8, "\1", 1, ERR_FOREIGN, "a.txt in some.zip is encrypted");
    check_changed(listed + 10, "\14", 1, ERR_FOREIGN, "method 12");
    check_changed(listed + 16, "x", 1, ERR_DAMAGED, "a.txt in some.zip is damaged");
    check_changed(LOCAL_BYTES + 5, "j", 1, ERR_DAMAGED, "a.txt in some.zip is damaged");
    check_changed(listed + 20, "\xff\xff\xff\xff", 4, ERR_FOREIGN, "zip64");
    check_changed(listed + 42, "\xff\xff\xff\xff", 4, ERR_FOREIGN, "zip64");
    check_changed(end + 16, "\xff\xff\xff\xff", 4, ERR_FOREIGN, "zip64");
    check_changed(end + 10, "\xff\xff", 2, ERR_FOREIGN, "zip64");
    check_changed(end + 4, "\1", 1, ERR_FOREIGN, "of several");
    check_changed(listed + 42, "\377\377\377\0", 4, ERR_DAMAGED, "damaged");
    check_changed(listed + 20, "\377\0\0\0", 4, ERR_DAMAGED, "damaged");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_put_in_comes_out),
        cmocka_unit_test(a_deflated_entry_is_unpacked_within_a_bound),
        cmocka_unit_test(a_cut_archive_is_refused),
        cmocka_unit_test(flipped_bits_are_seen_or_do_no_harm),
        cmocka_unit_test(what_is_not_read_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
