/* SHA-256, by which a file that was downloaded is known. Source: FIPS 180-4. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

/** Characters of a sum as text, its final 0 included, and bytes that are summed up at once. */
enum { SHA256_TEXT = 65, SHA256_BLOCK = 64 };

/** A sum under way. */
typedef struct Sha256 {
    uint32_t state[8];
    uint64_t bytes;              /* added so far */
    uint8_t block[SHA256_BLOCK]; /* the last of them, which fill no block yet */
} Sha256;

/** Begin a sum, of nothing yet. */
void sha256_init(Sha256 *sum);

/** Add bytes, behind those that were added before. */
void sha256_add(Sha256 *sum, const void *data, size_t size);

/** The sum in hexadecimal, in small letters, into [out] text. Nothing is added after that. */
void sha256_print(Sha256 *sum, char text[SHA256_TEXT]);

#endif
