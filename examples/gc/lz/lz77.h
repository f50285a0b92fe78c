// A small LZ77 codec in plain C. It needs no library and allocates nothing.
//
// Packed data is a row of operations:
//
//	0xxxxxxx          x+1 bytes follow as they are
//	1xxxxxxx lo hi    x+4 bytes again, from lo+256*hi bytes back

#include <stddef.h>
#include <stdint.h>

enum { LZ_BITS = 12, LZ_LEAST = 4, LZ_MOST = LZ_LEAST + 127, LZ_RUN = 128 };

enum lz77_fault { LZ_GOOD, LZ_SHORT, LZ_LONG, LZ_FAR, LZ_SUM };

static inline uint32_t lz77_load(const uint8_t *p) {
	uint32_t v;
	__builtin_memcpy(&v, p, sizeof v);
	return v;
}

// Copies n bytes. The two ranges do not overlap, or to is at least 8 bytes behind from.
static inline void lz77_copy(uint8_t *to, const uint8_t *from, ptrdiff_t n) {
	for (; n >= 8; n -= 8, to += 8, from += 8) {
		uint64_t v;
		__builtin_memcpy(&v, from, sizeof v);
		__builtin_memcpy(to, &v, sizeof v);
	}
	for (; n > 0; n--)
		*to++ = *from++;
}

// Writes n bytes as they are. Returns where the next operation goes, NULL when there is no room.
static inline uint8_t *lz77_plain(uint8_t *out, const uint8_t *end, const uint8_t *in, ptrdiff_t n) {
	while (n > 0) {
		ptrdiff_t run = n < LZ_RUN ? n : LZ_RUN;
		if (end - out <= run)
			return NULL;
		*out++ = (uint8_t)(run - 1);
		lz77_copy(out, in, run);
		out += run, in += run, n -= run;
	}
	return out;
}

// Packs n bytes, 64 KB at most. last is scratch space for 1 << LZ_BITS places: where a hash was last seen.
// Returns how many bytes it wrote, 0 when there is no room.
static ptrdiff_t lz77_pack(uint8_t *out, ptrdiff_t room, const uint8_t *in, ptrdiff_t n, uint16_t *last) {
	uint8_t *to = out, *end = out + room;
	ptrdiff_t at = 0, done = 0;
	for (int k = 0; k < 1 << LZ_BITS; k++)
		last[k] = 0;
	while (n - at >= LZ_LEAST) {
		uint32_t v = lz77_load(in + at);
		uint16_t *slot = &last[v * 2654435761u >> (32 - LZ_BITS)];
		ptrdiff_t from = *slot, back = at - from, len = LZ_LEAST;
		*slot = (uint16_t)at;
		if (back <= 0 || lz77_load(in + from) != v) {
			at += 1 + (at - done) / 64; // faster where nothing matches
			continue;
		}
		while (len < LZ_MOST && len < n - at && in[from + len] == in[at + len])
			len++;
		to = lz77_plain(to, end, in + done, at - done);
		if (to == NULL || end - to < 3)
			return 0;
		*to++ = (uint8_t)(0x80 | (len - LZ_LEAST));
		*to++ = (uint8_t)back;
		*to++ = (uint8_t)(back >> 8);
		done = at += len;
	}
	to = lz77_plain(to, end, in + done, n - done);
	return to == NULL ? 0 : to - out;
}

// Unpacks to exactly n bytes. Nothing outside of the two ranges is touched, whatever the input.
static enum lz77_fault lz77_unpack(uint8_t *out, ptrdiff_t n, const uint8_t *in, ptrdiff_t size) {
	ptrdiff_t at = 0, i = 0;
	while (i < size) {
		uint8_t op = in[i++];
		ptrdiff_t len = op + 1, back;
		if (op < 0x80) {
			if (len > size - i)
				return LZ_SHORT;
			if (len > n - at)
				return LZ_LONG;
			lz77_copy(out + at, in + i, len);
			i += len;
		} else {
			if (size - i < 2)
				return LZ_SHORT;
			len = (op & 0x7f) + LZ_LEAST;
			back = in[i] | in[i + 1] << 8;
			i += 2;
			if (len > n - at)
				return LZ_LONG;
			if (back == 0 || back > at)
				return LZ_FAR;
			if (back >= 8)
				lz77_copy(out + at, out + at - back, len);
			else
				for (ptrdiff_t k = at; k < at + len; k++)
					out[k] = out[k - back];
		}
		at += len;
	}
	return at == n ? LZ_GOOD : LZ_SHORT;
}

// For CRC-24 (RFC 9580, section 6.1), four bytes at a time: table k is for a byte with k bytes behind it.
static uint32_t lz77_table[4][256];

// Fills the table. To be called once, before lz77_sum.
static void lz77_start(void) {
	for (uint32_t i = 0; i < 256; i++) {
		uint32_t sum = i << 16;
		for (int k = 0; k < 4; k++) {
			for (int bit = 0; bit < 8; bit++)
				sum = sum << 1 ^ (sum >> 23) * 0x1864cfb;
			lz77_table[k][i] = sum;
		}
	}
}

static uint32_t lz77_sum(const uint8_t *p, ptrdiff_t n) {
	uint32_t sum = 0xb704ce;
	for (; n >= 4; n -= 4, p += 4) {
		uint32_t v = sum << 8 ^ ((uint32_t)p[0] << 24 | p[1] << 16 | p[2] << 8 | p[3]);
		sum = lz77_table[3][v >> 24] ^ lz77_table[2][v >> 16 & 0xff] ^ lz77_table[1][v >> 8 & 0xff] ^ lz77_table[0][v & 0xff];
	}
	for (; n > 0; n--)
		sum = (sum << 8 ^ lz77_table[0][sum >> 16 ^ *p++]) & 0xffffff;
	return sum;
}
