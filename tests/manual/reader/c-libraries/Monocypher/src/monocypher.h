// Stands for the library's header: what the page takes of it. Written for this test.
#include <stddef.h>
#include <stdint.h>

typedef struct {
	uint64_t hash[8];
	uint64_t input_offset[2];
	uint64_t input[16];
	size_t input_idx;
	size_t hash_size;
} crypto_blake2b_ctx;

void crypto_blake2b(uint8_t *hash, size_t hash_size, const uint8_t *message, size_t message_size);
void crypto_blake2b_keyed(uint8_t *hash, size_t hash_size, const uint8_t *key, size_t key_size,
                          const uint8_t *message, size_t message_size);
void crypto_blake2b_init(crypto_blake2b_ctx *ctx, size_t hash_size);
void crypto_blake2b_keyed_init(crypto_blake2b_ctx *ctx, size_t hash_size, const uint8_t *key, size_t key_size);
void crypto_blake2b_update(crypto_blake2b_ctx *ctx, const uint8_t *message, size_t message_size);
void crypto_blake2b_final(crypto_blake2b_ctx *ctx, uint8_t *hash);
