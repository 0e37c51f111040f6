/* Headers of network files: those of other programs open, wrong ones are refused in words. */
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

#include "nn/net_file.h"
#include "refused.h"

/* A file of `header`, its own length before it, and `data_bytes` of zeros. */
static uint8_t *make_file(const char *header, size_t data_bytes, size_t *size)
{
    size_t length = strlen(header);
    *size = 8 + length + data_bytes;
    uint8_t *bytes = calloc(1, *size);
    assert_non_null(bytes);
    for (int i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)((uint64_t)length >> (8 * i));
    }
    memcpy(bytes + 8, header, length);
    return bytes;
}

/* The header of a 784-2-10 net made by another program; DATA_BYTES of data belong to it. */
static const char HEADER[] =
    "{\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[2,784],\"data_offsets\":[0,6272]},"
    "\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[6272,6280]},"
    "\"layers.1.weight\":{\"dtype\":\"F32\",\"shape\":[10,2],\"data_offsets\":[6320,6400]},"
    "\"layers.1.bias\":{\"dtype\":\"F32\",\"shape\":[10],\"data_offsets\":[6280,6320]}}";
enum { DATA_BYTES = 6400 };

/* HEADER with its first `old` replaced by `new`. */
static char *edited(const char *old, const char *new)
{
    const char *at = strstr(HEADER, old);
    assert_non_null(at);
    char *text = malloc(sizeof HEADER + strlen(new));
    assert_non_null(text);
    sprintf(text, "%.*s%s%s", (int)(at - HEADER), HEADER, new, at + strlen(old));
    return text;
}

static void edit_refused(const char *old, const char *new, ErrCode code, const char *says)
{
    size_t size;
    char *header = edited(old, new);
    uint8_t *bytes = make_file(header, DATA_BYTES, &size);
    refused(bytes, size, code, says);
    free(bytes);
    free(header);
}

static void edit_opens(const char *old, const char *new, NetInfo *info)
{
    Net net;
    Err err;
    size_t size;
    char *header = edited(old, new);
    uint8_t *bytes = make_file(header, DATA_BYTES, &size);
    if (!net_load_bytes(&net, info, bytes, size, "some.safetensors", &err)) {
        fail_msg("%s", err.text);
    }
    assert_int_equal(net.shape.size[1], 2);
    net_free(&net);
    free(bytes);
    free(header);
}

static void a_file_of_another_program_opens(void **state)
{
    (void)state;
    NetInfo info;
    edit_opens("{", "{", &info);
    assert_string_equal(info.preparation, "fitted");
    assert_string_equal(info.data, "");
    assert_false(info.tested);
    assert_true(info.foreign && !info.says_sigmoid);
    edit_opens("{", "{\"__metadata__\":{\"format\":\"pt\",\"epochs\":\"many\"},", &info);
    assert_int_equal(info.epochs, 0);
    edit_opens("{", "{\"__metadata__\":{},", &info);
    edit_opens(",", " , ", &info);
    edit_opens("6320]}}", "6320]}}   ", &info);
}

static void a_file_with_more_behind_it_is_refused(void **state)
{
    (void)state;
    size_t size;
    uint8_t *bytes = make_file(HEADER, DATA_BYTES + 4, &size);
    refused(bytes, size, ERR_DAMAGED, "do not fill the file");
    free(bytes);
}

static void absurd_shapes_are_refused(void **state)
{
    (void)state;
    static const char *const NONE[] = {
        "[-2,784]",    "[1e300,784]", "[2.5,784]",        "[784,2]",
        "[2,784,1]",   "2",           "[1,1568]",         "null",
        "[\"2\",784]", "[1e999,784]", "[4294967298,784]", "[2,1,1,784,1]",
        "[[2],784]",   "{}",          "[2,28,28]"};
    static const char *const MORE_OR_LESS[] = {"[2]", "[2,783]", "[3,784]", /* than is there */
                                               "[]",  "[0,784]", "[2147483647,2147483647]"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        edit_refused("[2,784]", NONE[i], ERR_FOREIGN, "layer");
    }
    for (size_t i = 0; i < sizeof MORE_OR_LESS / sizeof *MORE_OR_LESS; i++) {
        edit_refused("[2,784]", MORE_OR_LESS[i], ERR_DAMAGED, "layer");
    }
    edit_refused("[2],", "[1],", ERR_DAMAGED, "layers.0.bias");
    edit_refused("[10,2]", "[2,10]", ERR_FOREIGN, "[2, 784], [2, 10], do not lead");
    edit_refused("[10,2]", "[20,1]", ERR_FOREIGN, "[20, 1]");
    edit_refused("[10],", "[5,2],", ERR_FOREIGN, "layers.1.bias");
}

/* Whole in itself, but not from 784 pixels by way of `hidden` neurons to 10 digits. */
static void sizes_refused(int from, int hidden, int from_hidden, int to, ErrCode code,
                          const char *says)
{
    char header[1024];
    int a = hidden * from * 4, b = a + hidden * 4, c = b + to * from_hidden * 4, d = c + to * 4;
    snprintf(header, sizeof header,
             "{\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[0,%d]},"
             "\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[%d,%d]},"
             "\"layers.1.weight\":{\"dtype\":\"F32\",\"shape\":[%d,%d],\"data_offsets\":[%d,%d]},"
             "\"layers.1.bias\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[%d,%d]}}",
             hidden, from, a, hidden, a, b, to, from_hidden, b, c, to, c, d);
    size_t size;
    uint8_t *bytes = make_file(header, (size_t)d, &size);
    refused(bytes, size, code, says);
    free(bytes);
}

static void networks_of_other_sizes_are_refused(void **state)
{
    (void)state;
    sizes_refused(783, 16, 16, 10, ERR_FOREIGN, "[16, 783], [10, 16], do not lead");
    sizes_refused(784, 513, 513, 10, ERR_FOREIGN, "layer 1 has 513 neurons");
    sizes_refused(784, 16, 15, 10, ERR_FOREIGN, "[10, 15]");
    sizes_refused(784, 16, 16, 9, ERR_FOREIGN, "[9, 16]");
    sizes_refused(784, 16, 16, 11, ERR_FOREIGN, "[11, 16]");
}

static void offsets_that_overlap_or_leave_holes_are_refused(void **state)
{
    (void)state;
    edit_refused("[6272,6280]", "[0,8]", ERR_DAMAGED, "do not fill");
    edit_refused("[6272,6280]", "[6276,6284]", ERR_DAMAGED, "do not fill");
    edit_refused("[6272,6280]", "[6392,6400]", ERR_DAMAGED, "do not fill");
    edit_refused("[6272,6280]", "[6280,6272]", ERR_DAMAGED, "place in the file");
    edit_refused("[6272,6280]", "[6272,6279]", ERR_DAMAGED, "place in the file");
    edit_refused("[6272,6280]", "[-8,0]", ERR_DAMAGED, "place in the file");
    edit_refused("[6272,6280]", "[6272.5,6280.5]", ERR_DAMAGED, "place in the file");
    edit_refused("[6272,6280]", "[18446744073709551608,0]", ERR_DAMAGED, "place in the file");
    edit_refused("[6272,6280]", "[6272,6280,6288]", ERR_DAMAGED, "place in the file");
    edit_refused("[6280,6320]", "[6400,6440]", ERR_DAMAGED, "place in the file");
}

static void wrong_tensors_are_refused(void **state)
{
    (void)state;
    edit_refused("F32", "F64", ERR_DAMAGED, "place in the file");
    edit_refused("F32", "I32", ERR_FOREIGN, "\"layers.0.weight\" is of the type I32");
    edit_refused("F32", "Q4_K", ERR_FOREIGN, "is of the type Q4_K");
    edit_refused("\"F32\"", "32", ERR_DAMAGED, "damaged");
    edit_refused("layers.0.bias", "layers.0.offset", ERR_FOREIGN, "biases for 1");
    edit_refused("layers.1.bias", "layers.2.bias", ERR_FOREIGN,
                 "no bias beside \"layers.1.weight\"");
    edit_refused("layers.0.bias", "layers.0.weight", ERR_FOREIGN, "twice");
    edit_refused("\"dtype\"", "\"dtype\":\"F32\",\"dtype\"", ERR_DAMAGED, "damaged");
    edit_refused("{\"dtype\"", "{\"more\":1,\"dtype\"", ERR_DAMAGED, "damaged");
    edit_refused("{", "{\"layers.9.bias\":1,", ERR_DAMAGED, "damaged at \"layers.9.bias\"");
    edit_refused("}}", "}", ERR_DAMAGED, "damaged");
    edit_refused("}}", "}}}", ERR_DAMAGED, "damaged");
    edit_refused("{", "[", ERR_DAMAGED, "no safetensors file");
    edit_refused("\"layers.0.weight\":{", "\"layers.0.weight\":[{", ERR_DAMAGED, "damaged");
}

static void headers_deep_and_long_are_refused_in_a_moment(void **state)
{
    (void)state;
    size_t length = 1 << 20, size;
    char *header = malloc(length + 1);
    assert_non_null(header);
    memset(header, '[', length);
    memcpy(header, "{\"a\":", 5);
    header[length] = 0;
    uint8_t *bytes = make_file(header, 0, &size);
    refused(bytes, size, ERR_DAMAGED, "damaged");
    free(bytes);
    size_t used = 0;
    for (int i = 0; used + 20 < length; i++) {
        used += (size_t)snprintf(header + used, 20, "%c\"%d\":1", i ? ',' : '{', i);
    }
    strcpy(header + used, "}");
    bytes = make_file(header, 0, &size);
    refused(bytes, size, ERR_FOREIGN, "more tensors");
    free(bytes);
    free(header);
}

static void a_header_of_a_megabyte_opens_and_a_longer_one_does_not(void **state)
{
    (void)state;
    size_t length = 1 << 20, size;
    char *header = calloc(1, length + 2);
    assert_non_null(header);
    memset(header, ' ', length);
    memcpy(header, HEADER, sizeof HEADER - 1);
    uint8_t *bytes = make_file(header, DATA_BYTES, &size);
    Net net;
    NetInfo info;
    Err err;
    assert_true(net_load_bytes(&net, &info, bytes, size, "some.safetensors", &err));
    net_free(&net);
    free(bytes);
    strcpy(header + length, " ");
    bytes = make_file(header, DATA_BYTES, &size);
    refused(bytes, size, ERR_DAMAGED, "damaged");
    free(bytes);
    free(header);
}

static void wrong_metadata_is_refused(void **state)
{
    (void)state;
    edit_refused("{", "{\"__metadata__\":{\"a\":1},", ERR_DAMAGED, "metadata");
    edit_refused("{", "{\"__metadata__\":{\"a\":\"1\",\"a\":\"2\"},", ERR_DAMAGED, "metadata");
    edit_refused("{", "{\"__metadata__\":\"a\",", ERR_DAMAGED, "metadata");
    edit_refused("{", "{\"__metadata__\":{},\"__metadata__\":{},", ERR_FOREIGN, "twice");
    edit_refused("{", "{\"__metadata__\":{\"format\":\"inkling 2\"},", ERR_NEWER, "newer Inkling");
}

/* Metadata of Inkling's own, with one field more. */
static void field_refused(const char *field, const char *value)
{
    char text[512];
    snprintf(text, sizeof text,
             "{\"__metadata__\":{\"format\":\"inkling 1\",\"%s\":\"%s\",\"layers\":\"784-2-10\","
             "\"activation\":\"sigmoid\",\"cost\":\"squared\"},",
             field, value);
    bool unknown = strcmp(field, "preparation") == 0 && strlen(value) <= 15;
    edit_refused("{", text, unknown ? ERR_NEWER : ERR_DAMAGED, unknown ? "inputs" : "metadata");
}

static void wrong_fields_of_the_metadata_are_refused(void **state)
{
    (void)state;
    NetInfo info;
    edit_opens("{",
               "{\"__metadata__\":{\"format\":\"inkling 1\",\"layers\":\"784-2-10\",\"activation\":"
               "\"sigmoid\",\"cost\":\"squared\",\"epochs\":\"7\",\"rate\":\"1e-3\"},",
               &info);
    assert_int_equal(info.epochs, 7);
    assert_float_equal(info.rate, 1e-3f, 0);
    assert_float_equal(info.first_layer, 0,
                       0); /* as older files have it: of that they say nothing */
    static const char *const COUNTS[] = {
        "-1", "1.5", "1e3", " 1", "1 ", "x", "99999999999999999999"};
    static const char *const NUMBERS[] = {"-1", "nan", "inf", "0x1p3", "1e999", " 1", "1,5", "x"};
    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        field_refused("seed", COUNTS[i]);
        field_refused("epochs", COUNTS[i]);
        field_refused("minibatch", COUNTS[i]);
        field_refused("threads", COUNTS[i]);
    }
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        field_refused("rate", NUMBERS[i]);
        field_refused("first_layer", NUMBERS[i]);
        field_refused("decay", NUMBERS[i]);
        field_refused("test_accuracy", NUMBERS[i]);
    }
    field_refused("epochs", "1000001");
    field_refused("test_accuracy", "1.01");
    field_refused("data",
                  "a name that is longer than what there is room for, which is sixty-three bytes");
    field_refused("data", "bell \\u0007");
    field_refused("augmentation", "turn \\u001b[7m");
    field_refused("curves", "1,0.5,0.8,0.4,0.9\\n");
    field_refused("preparation", "upside down");
    field_refused("preparation", "longer than its room");
    edit_refused("{",
                 "{\"__metadata__\":{\"format\":\"inkling 1\",\"layers\":\"784-3-10\","
                 "\"activation\":\"sigmoid\",\"cost\":\"squared\"},",
                 ERR_DAMAGED, "metadata");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_of_another_program_opens),
        cmocka_unit_test(a_file_with_more_behind_it_is_refused),
        cmocka_unit_test(absurd_shapes_are_refused),
        cmocka_unit_test(networks_of_other_sizes_are_refused),
        cmocka_unit_test(offsets_that_overlap_or_leave_holes_are_refused),
        cmocka_unit_test(wrong_tensors_are_refused),
        cmocka_unit_test(headers_deep_and_long_are_refused_in_a_moment),
        cmocka_unit_test(a_header_of_a_megabyte_opens_and_a_longer_one_does_not),
        cmocka_unit_test(wrong_metadata_is_refused),
        cmocka_unit_test(wrong_fields_of_the_metadata_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
