/* SHA-256 as FIPS 180-4 has it: the names are its names. */
#include "base/sha256.h"

#include <stdio.h>
#include <string.h>

enum { ROUNDS = 64, LENGTH_BYTES = 8, PAD = 0x80 };

/* The first 32 bits behind the point of the cube roots of the first 64 primes. */
static const uint32_t K[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t rotr(uint32_t x, int n)
{
    return x >> n | x << (32 - n);
}

/* The block as 16 numbers, and those that follow from them. */
static void expand(uint32_t w[ROUNDS], const uint8_t *block)
{
    for (int t = 0; t < 16; t++, block += 4) {
        w[t] = (uint32_t)block[0] << 24 | (uint32_t)block[1] << 16 | (uint32_t)block[2] << 8 |
               block[3];
    }
    for (int t = 16; t < ROUNDS; t++) {
        uint32_t a = w[t - 15], b = w[t - 2];
        w[t] = (rotr(b, 17) ^ rotr(b, 19) ^ b >> 10) + w[t - 7] +
               (rotr(a, 7) ^ rotr(a, 18) ^ a >> 3) + w[t - 16];
    }
}

static void add_block(uint32_t state[8], const uint8_t *block)
{
    uint32_t w[ROUNDS];
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    expand(w, block);
    for (int t = 0; t < ROUNDS; t++) {
        uint32_t t1 =
            h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) + K[t] + w[t];
        uint32_t t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + t1;
        d = c;
        c = b;
        b = a;
        a = t1 + t2;
    }
    const uint32_t more[8] = {a, b, c, d, e, f, g, h};
    for (int i = 0; i < 8; i++) {
        state[i] += more[i];
    }
}

void sha256_init(Sha256 *sum)
{
    /* Likewise, of the square roots of the first eight primes. */
    *sum = (Sha256){.state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
                              0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void sha256_add(Sha256 *sum, const void *data, size_t size)
{
    const uint8_t *at = data;
    while (size > 0) {
        size_t have = sum->bytes % SHA256_BLOCK, part = SHA256_BLOCK - have;
        part = part < size ? part : size;
        if (part == SHA256_BLOCK) {
            add_block(sum->state, at);
        } else {
            memcpy(sum->block + have, at, part);
            if (have + part == SHA256_BLOCK) {
                add_block(sum->state, sum->block);
            }
        }
        sum->bytes += part;
        at += part;
        size -= part;
    }
}

void sha256_print(Sha256 *sum, char text[SHA256_TEXT])
{
    uint8_t end[SHA256_BLOCK + LENGTH_BYTES] = {PAD};
    uint64_t bits = 8 * sum->bytes;
    size_t have = sum->bytes % SHA256_BLOCK;
    size_t all = have < SHA256_BLOCK - LENGTH_BYTES ? SHA256_BLOCK : 2 * SHA256_BLOCK;
    size_t pad = all - LENGTH_BYTES - have;
    for (size_t i = 0; i < LENGTH_BYTES; i++) {
        end[pad + i] = (uint8_t)(bits >> (56 - 8 * i));
    }
    sha256_add(sum, end, pad + LENGTH_BYTES);
    for (size_t i = 0; i < 8; i++) {
        snprintf(text + 8 * i, 9, "%08x", (unsigned)sum->state[i]);
    }
}
