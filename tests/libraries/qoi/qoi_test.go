package qoi

import (
	"bytes"
	"math/rand"
	"testing"
)

func picture(w, h, channels int) []byte {
	r := rand.New(rand.NewSource(1))
	p := make([]byte, 0, w*h*channels)
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			c := [4]byte{byte(x), byte(y), byte(x * y / 64), 255}
			if x/16%3 == 1 {
				c = [4]byte{200, 100, 50, byte(128 + y/8)}
			}
			if x/16%3 == 2 && y%5 == 0 {
				c[0] = byte(r.Int())
			}
			p = append(p, c[:channels]...)
		}
	}
	return p
}

// Worked out by the specification: a header of 14 bytes, chunks, seven zeros and a one.
func TestBytes(t *testing.T) {
	dst, mem := make([]byte, 1000), make([]byte, 1<<16)
	pixels := []byte{0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 10, 10, 10, 200, 0, 0}
	n := Encode(dst, pixels, 3, 2, 3, mem)
	want := append([]byte("qoif\x00\x00\x00\x03\x00\x00\x00\x02\x03\x00"),
		0xc1,                        // a run of two
		0x40|3<<4|2<<2|2,            // red by one more
		0xc0,                        // a run of one
		0x80|(10+32), (9-10+8)<<4|8, // green by ten, red by nine, blue by ten
		0xfe, 200, 0, 0,
		0, 0, 0, 0, 0, 0, 0, 1)
	if !bytes.Equal(dst[:n], want) {
		t.Errorf("%x, want %x", dst[:n], want)
	}
}

func TestRound(t *testing.T) {
	mem := make([]byte, 1<<21)
	for _, channels := range []int{3, 4} {
		for _, size := range [][2]int{{1, 1}, {7, 3}, {256, 256}, {1, 1000}} {
			w, h := size[0], size[1]
			p := picture(w, h, channels)
			dst, back := make([]byte, 2*len(p)+100), make([]byte, len(p))
			n := Encode(dst, p, w, h, channels, mem)
			if n == 0 || w == 256 && n > len(p)*3/4 {
				t.Errorf("%d", n)
			}
			m, w2, h2, c2 := Decode(back, dst[:n], 0, mem)
			if m != len(p) || w2 != w || h2 != h || c2 != channels || !bytes.Equal(back, p) {
				t.Errorf("%d %d %d: %d bytes back", w, h, channels, m)
			}
		}
	}
}

func TestDamaged(t *testing.T) {
	mem := make([]byte, 1<<20)
	p := picture(32, 32, 4)
	dst, back := make([]byte, 2*len(p)+100), make([]byte, len(p))
	n := Encode(dst, p, 32, 32, 4, mem)
	r := rand.New(rand.NewSource(1))
	for i := 0; i < 5000; i++ {
		q := append([]byte(nil), dst[:n]...)
		q[14+r.Intn(n-14)] = byte(r.Int())
		if m, _, _, _ := Decode(back, q[:22+r.Intn(n-22)], 4, mem); m != len(p) {
			t.Fatal(m)
		}
	}
	for i := 0; i < 13; i++ {
		if i >= 7 && i < 12 && (i == 7 || i == 11) {
			continue
		}
		q := append([]byte(nil), dst[:n]...)
		q[i] ^= 0x40
		if m, _, _, _ := Decode(back, q, 0, mem); m != 0 {
			t.Errorf("byte %d of the header: %d", i, m)
		}
	}
	if m, _, _, _ := Decode(back, dst[:n], 0, mem[:2000]); m != 0 {
		t.Error("a small arena")
	}
	if m := Encode(dst, p, 33, 32, 4, mem); m != 0 {
		t.Error("too few pixels")
	}
}
