package xxhash

import "testing"

// Values of `xxhsum` and of the specification.
func TestKnown(t *testing.T) {
	for _, v := range []struct {
		text string
		h32  uint32
		h64  uint64
		h3   uint64
	}{
		{"", 0x02cc5d05, 0xef46db3751d8e999, 0x2d06800538d394c2},
		{"a", 0x550d7456, 0xd24ec4f1a98c6e5b, 0xe6c632b61e964e1f},
		{"abc", 0x32d153ff, 0x44bc2cf5ad770999, 0x78af5f94892f3950},
	} {
		p := []byte(v.text)
		if h := Sum32(p, 0); h != v.h32 {
			t.Errorf("XXH32 of %q: %#x, want %#x", v.text, h, v.h32)
		}
		if h := Sum64(p, 0); h != v.h64 {
			t.Errorf("XXH64 of %q: %#x, want %#x", v.text, h, v.h64)
		}
		if h := Sum3(p, 0); h != v.h3 {
			t.Errorf("XXH3 of %q: %#x, want %#x", v.text, h, v.h3)
		}
	}
	if low, high := Sum128(nil, 0); high != 0x99aa06d3014798d8 || low != 0x6001c324468d497f {
		t.Errorf("XXH128: %#x %#x", high, low)
	}
}

func pattern(n int) []byte {
	p := make([]byte, n)
	x := uint32(2654435761)
	for i := range p {
		p[i] = byte(x >> 24)
		x *= 2246822519
		x ^= x >> 15
	}
	return p
}

// Plain Go, by the specification.
func plain64(p []byte, seed uint64) uint64 {
	const p1, p2, p3, p4, p5 = 0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63, 0x27D4EB2F165667C5
	rot := func(x uint64, k uint) uint64 { return x<<k | x>>(64-k) }
	get := func(q []byte, k int) (x uint64) {
		for i := k - 1; i >= 0; i-- {
			x = x<<8 | uint64(q[i])
		}
		return
	}
	round := func(a, x uint64) uint64 { return rot(a+x*p2, 31) * p1 }
	h, n := seed+p5, uint64(len(p))
	if len(p) >= 32 {
		v := [4]uint64{seed + p1, seed, seed, seed}
		v[0] += p2
		v[1] += p2
		v[3] -= p1
		for ; len(p) >= 32; p = p[32:] {
			for i := range v {
				v[i] = round(v[i], get(p[8*i:], 8))
			}
		}
		h = rot(v[0], 1) + rot(v[1], 7) + rot(v[2], 12) + rot(v[3], 18)
		for _, x := range v {
			h = (h^round(0, x))*p1 + p4
		}
	}
	h += n
	for ; len(p) >= 8; p = p[8:] {
		h = rot(h^round(0, get(p, 8)), 27)*p1 + p4
	}
	for ; len(p) >= 4; p = p[4:] {
		h = rot(h^get(p, 4)*p1, 23)*p2 + p3
	}
	for _, b := range p {
		h = rot(h^uint64(b)*p5, 11) * p1
	}
	h = (h ^ h>>33) * p2
	h = (h ^ h>>29) * p3
	return h ^ h>>32
}

func TestAgainstPlain(t *testing.T) {
	p := pattern(4096)
	state := make([]uint64, StateSize())
	for n := 0; n <= len(p); n += 1 + n/50 {
		for _, seed := range []uint64{0, 1, 1 << 60} {
			want := plain64(p[:n], seed)
			if h := Sum64(p[:n], seed); h != want {
				t.Errorf("%d bytes: %#x, want %#x", n, h, want)
			}
			Reset(state, seed)
			Update(state, p[:n/3])
			Update(state, p[n/3:n])
			if h := Digest(state); h != want {
				t.Errorf("%d bytes in parts: %#x, want %#x", n, h, want)
			}
		}
	}
}

// XXH3 has other code for each range of lengths: a change of any byte is seen.
func TestXXH3(t *testing.T) {
	p := pattern(5000)
	for _, n := range []int{1, 3, 4, 8, 9, 16, 17, 128, 129, 240, 241, 1024, 1025, 5000} {
		q := append([]byte(nil), p[:n]...)
		want := Sum3(q, 7)
		low, _ := Sum128(q, 7)
		if Sum3(append([]byte{0}, q...)[1:], 7) != want {
			t.Errorf("%d bytes: depends on alignment", n)
		}
		for i := range q {
			q[i] ^= 4
			l, _ := Sum128(q, 7)
			if Sum3(q, 7) == want || l == low {
				t.Errorf("%d bytes: byte %d makes no difference", n, i)
			}
			q[i] ^= 4
		}
	}
}
