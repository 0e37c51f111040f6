/* The tensors of a network's file, as its format lists them: named arrays of numbers, of which
 * nothing is trusted and nothing is known yet of what they are for. */
#ifndef NN_NET_TENSORS_H
#define NN_NET_TENSORS_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The bounds of a list: more tensors, or more dimensions, are no network of Inkling's. */
enum { NET_TENSORS_MOST = 256, NET_TENSOR_DIMS = 4 };

/** How the numbers of a tensor are stored, little-endian; a layer is made of the first four. */
typedef enum NetNumber { NET_F16, NET_BF16, NET_F32, NET_F64, NET_NO_FLOAT } NetNumber;

/** One of them. */
typedef struct NetTensor {
    char *name;
    char type[16];             /* as the file has it: "F32", "I64" */
    NetNumber number;          /* what that is here */
    int dims;                  /* 0 for a single number */
    int size[NET_TENSOR_DIMS]; /* of each dimension; numbers of the last one lie together */
    const uint8_t *bytes;      /* its numbers, borrowed from the file or its own */
    uint8_t *owned;            /* NULL for none of its own */
} NetTensor;

/** All of a file, in the order that it lists them. A zeroed one is empty; release it with
 * net_tensors_free(). */
typedef struct NetTensors {
    NetTensor tensor[NET_TENSORS_MOST];
    int count;
} NetTensors;

/** Add one of that name, its other fields 0; there is room. Errors: NULL, out of memory. */
NetTensor *net_tensors_add(NetTensors *tensors, const char *name);

/** Release the names and what tensors own; it is empty then. */
void net_tensors_free(NetTensors *tensors);

/** How many numbers a tensor has, by its sizes; 1 where it has no dimensions. */
size_t net_tensor_numbers(const NetTensor *tensor);

/** Number `i` of a tensor of floats, in the order in which they lie. Source: IEEE 754 (F16 as
 * binary16); BF16 is the upper half of an F32. */
float net_tensor_number(const NetTensor *tensor, size_t i);

/** The tensor of that name; NULL for none. */
const NetTensor *net_tensors_find(const NetTensors *tensors, const char *name);

/** Say that `name` cannot be opened as a network, and why: a clause without its full stop. Returns
 * false. */
bool net_refuse(Err *err, ErrCode code, const char *name, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
