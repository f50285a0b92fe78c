// Stands for the library: BLAKE2b as RFC 7693 defines it, under the library's names. Written for this test.
#include "monocypher.h"

static const uint64_t start[8] = {
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
	0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

static const uint8_t order[10][16] = {
	{ 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 },
	{ 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3 },
	{ 11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4 },
	{ 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8 },
	{ 9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13 },
	{ 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9 },
	{ 12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11 },
	{ 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10 },
	{ 6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5 },
	{ 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0 },
};

static uint64_t turned(uint64_t x, int by) { return x >> by | x << (64 - by); }

static void mix(uint64_t *v, int a, int b, int c, int d, uint64_t x, uint64_t y) {
	v[a] += v[b] + x;
	v[d] = turned(v[d] ^ v[a], 32);
	v[c] += v[d];
	v[b] = turned(v[b] ^ v[c], 24);
	v[a] += v[b] + y;
	v[d] = turned(v[d] ^ v[a], 16);
	v[c] += v[d];
	v[b] = turned(v[b] ^ v[c], 63);
}

static void compress(crypto_blake2b_ctx *ctx, int is_last) {
	uint64_t v[16];
	ctx->input_offset[0] += ctx->input_idx;
	for (int i = 0; i < 8; i++) {
		v[i] = ctx->hash[i];
		v[i + 8] = start[i];
	}
	v[12] ^= ctx->input_offset[0];
	if (is_last)
		v[14] = ~v[14];
	for (int round = 0; round < 12; round++) {
		const uint8_t *o = order[round % 10];
		for (int i = 0; i < 4; i++)
			mix(v, i, i + 4, i + 8, i + 12, ctx->input[o[2 * i]], ctx->input[o[2 * i + 1]]);
		for (int i = 0; i < 4; i++)
			mix(v, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4, ctx->input[o[2 * i + 8]],
			    ctx->input[o[2 * i + 9]]);
	}
	for (int i = 0; i < 8; i++)
		ctx->hash[i] ^= v[i] ^ v[i + 8];
	for (int i = 0; i < 16; i++)
		ctx->input[i] = 0;
	ctx->input_idx = 0;
}

void crypto_blake2b_keyed_init(crypto_blake2b_ctx *ctx, size_t hash_size, const uint8_t *key, size_t key_size) {
	*ctx = (crypto_blake2b_ctx){ .hash_size = hash_size };
	for (int i = 0; i < 8; i++)
		ctx->hash[i] = start[i];
	ctx->hash[0] ^= 0x01010000 ^ key_size << 8 ^ hash_size;
	if (key_size > 0) {
		crypto_blake2b_update(ctx, key, key_size);
		ctx->input_idx = 128;
	}
}

void crypto_blake2b_init(crypto_blake2b_ctx *ctx, size_t hash_size) {
	crypto_blake2b_keyed_init(ctx, hash_size, NULL, 0);
}

void crypto_blake2b_update(crypto_blake2b_ctx *ctx, const uint8_t *message, size_t message_size) {
	for (size_t i = 0; i < message_size; i++) {
		if (ctx->input_idx == 128)
			compress(ctx, 0);
		ctx->input[ctx->input_idx / 8] |= (uint64_t)message[i] << 8 * (ctx->input_idx % 8);
		ctx->input_idx++;
	}
}

void crypto_blake2b_final(crypto_blake2b_ctx *ctx, uint8_t *hash) {
	compress(ctx, 1);
	for (size_t i = 0; i < ctx->hash_size; i++)
		hash[i] = (uint8_t)(ctx->hash[i / 8] >> 8 * (i % 8));
}

void crypto_blake2b_keyed(uint8_t *hash, size_t hash_size, const uint8_t *key, size_t key_size,
                          const uint8_t *message, size_t message_size) {
	crypto_blake2b_ctx ctx;
	crypto_blake2b_keyed_init(&ctx, hash_size, key, key_size);
	crypto_blake2b_update(&ctx, message, message_size);
	crypto_blake2b_final(&ctx, hash);
}

void crypto_blake2b(uint8_t *hash, size_t hash_size, const uint8_t *message, size_t message_size) {
	crypto_blake2b_keyed(hash, hash_size, NULL, 0, message, message_size);
}
