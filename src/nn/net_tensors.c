/* The tensors of a network's file: what their numbers are. */
#include "nn/net_tensors.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Binary16: a sign, five bits of exponent, ten of fraction. */
enum { HALF_FRACTION = 10, HALF_BIAS = 15, HALF_LAST = 31 };

bool net_refuse(Err *err, ErrCode code, const char *name, const char *format, ...)
{
    char reason[512];
    va_list args;
    va_start(args, format);
    vsnprintf(reason, sizeof reason, format, args);
    va_end(args);
    return err_set_code(err, code, "%s cannot be opened as a network: %s.", name, reason);
}

NetTensor *net_tensors_add(NetTensors *tensors, const char *name)
{
    assert(tensors->count < NET_TENSORS_MOST);
    char *copy = strdup(name);
    if (!copy) {
        return NULL;
    }
    NetTensor *tensor = &tensors->tensor[tensors->count++];
    *tensor = (NetTensor){.name = copy};
    return tensor;
}

void net_tensors_free(NetTensors *tensors)
{
    for (int i = 0; i < tensors->count; i++) {
        free(tensors->tensor[i].name);
        free(tensors->tensor[i].owned);
    }
    tensors->count = 0;
}

size_t net_tensor_numbers(const NetTensor *tensor)
{
    size_t numbers = 1;
    for (int i = 0; i < tensor->dims; i++) {
        numbers *= (size_t)tensor->size[i];
    }
    return numbers;
}

static uint64_t little_endian(const uint8_t *at, int bytes)
{
    uint64_t bits = 0;
    for (int i = 0; i < bytes; i++) {
        bits |= (uint64_t)at[i] << (8 * i);
    }
    return bits;
}

static float half(uint32_t bits)
{
    int exponent = (int)(bits >> HALF_FRACTION) & HALF_LAST;
    float fraction = (float)(bits & ((1u << HALF_FRACTION) - 1));
    float sign = bits >> 15 ? -1.0f : 1.0f, one = (float)(1 << HALF_FRACTION);
    if (exponent == HALF_LAST) {
        return fraction > 0 ? NAN : sign * INFINITY;
    }
    return exponent == 0 ? sign * ldexpf(fraction, 1 - HALF_BIAS - HALF_FRACTION)
                         : sign * ldexpf(one + fraction, exponent - HALF_BIAS - HALF_FRACTION);
}

static float single(uint64_t bits)
{
    uint32_t low = (uint32_t)bits;
    float number;
    memcpy(&number, &low, sizeof number);
    return number;
}

float net_tensor_number(const NetTensor *tensor, size_t i)
{
    uint64_t bits;
    double number;
    switch (tensor->number) {
    case NET_F16:
        return half((uint32_t)little_endian(tensor->bytes + 2 * i, 2));
    case NET_BF16:
        return single(little_endian(tensor->bytes + 2 * i, 2) << 16);
    case NET_F64:
        bits = little_endian(tensor->bytes + 8 * i, 8);
        memcpy(&number, &bits, sizeof number);
        return (float)number;
    case NET_F32:
    case NET_NO_FLOAT:
        break;
    }
    return single(little_endian(tensor->bytes + 4 * i, 4));
}

const NetTensor *net_tensors_find(const NetTensors *tensors, const char *name)
{
    for (int i = 0; i < tensors->count; i++) {
        if (strcmp(tensors->tensor[i].name, name) == 0) {
            return &tensors->tensor[i];
        }
    }
    return NULL;
}
