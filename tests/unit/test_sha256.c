/* SHA-256 against the examples of NIST, whole and in pieces. */
// clang-format off
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>
// clang-format on
#include <string.h>

#include "base/sha256.h"

typedef struct Example {
    const char *text, *sum;
} Example;

/* Of FIPS 180-2, appendix B, and NIST's examples of SHA-256. */
static const Example EXAMPLES[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {"abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnop"
     "qrs"
     "mnopqrstnopqrstu",
     "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"},
};

static void the_examples_have_their_sums(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        char text[SHA256_TEXT];
        Sha256 sum;
        sha256_init(&sum);
        sha256_add(&sum, EXAMPLES[i].text, strlen(EXAMPLES[i].text));
        sha256_print(&sum, text);
        assert_string_equal(text, EXAMPLES[i].sum);
    }
}

static void a_million_in_pieces_has_its_sum(void **state)
{
    (void)state;
    enum { ALL = 1000000, MOST = 199 };
    char text[SHA256_TEXT], piece[MOST];
    Sha256 sum;
    memset(piece, 'a', sizeof piece);
    sha256_init(&sum);
    for (int done = 0, size = 0; done < ALL; done += size) {
        size = (size + 1) % MOST;
        size = size < ALL - done ? size : ALL - done;
        sha256_add(&sum, piece, (size_t)size);
    }
    sha256_print(&sum, text);
    assert_string_equal(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* The end of each length around a block is another case of the padding. */
static void every_length_is_summed_up_alike_whole_and_in_bytes(void **state)
{
    (void)state;
    enum { MOST = 200 };
    uint8_t data[MOST];
    for (int i = 0; i < MOST; i++) {
        data[i] = (uint8_t)(7 * i);
    }
    for (size_t size = 0; size < MOST; size++) {
        char whole[SHA256_TEXT], bytes[SHA256_TEXT];
        Sha256 sum;
        sha256_init(&sum);
        sha256_add(&sum, data, size);
        sha256_print(&sum, whole);
        sha256_init(&sum);
        for (size_t i = 0; i < size; i++) {
            sha256_add(&sum, data + i, 1);
        }
        sha256_print(&sum, bytes);
        assert_string_equal(whole, bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_have_their_sums),
        cmocka_unit_test(a_million_in_pieces_has_its_sum),
        cmocka_unit_test(every_length_is_summed_up_alike_whole_and_in_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
