package lz4

import (
	"bytes"
	"fmt"
	"math/rand"
	"testing"

	"example.com/goc/sample"
)

func TestRound(t *testing.T) {
	state, stateHC, mem := make([]uint64, StateSize()), make([]uint64, StateSizeHC()), make([]byte, 1<<20)
	for i, text := range sample.Texts() {
		dst := make([]byte, Bound(len(text)))
		back := make([]byte, len(text))
		try := func(name string, n int) {
			if n <= 0 {
				t.Errorf("%s, text %d: %d", name, i, n)
				return
			}
			if m := Decompress(back, dst[:n]); m != len(text) || !bytes.Equal(back, text) {
				t.Errorf("%s, text %d: %d bytes back", name, i, m)
			}
			if len(text) == 64<<10 && n > 40<<10 {
				t.Errorf("%s: %d bytes", name, n)
			}
		}
		try("fast", Compress(dst, text, state))
		try("stack", CompressStack(dst, text))
		for level := 1; level <= 12; level++ {
			try(fmt.Sprint("HC", level), CompressHC(dst, text, stateHC, mem, level))
		}
		n, peak := CompressArena(dst, text, mem, 9)
		try("arena", n)
		if peak < 8*StateSizeHC() {
			t.Errorf("peak %d", peak)
		}
		if n, _ := CompressArena(dst, text, mem[:1000], 9); n != 0 {
			t.Errorf("a small arena: %d", n)
		}
		if len(text) > 1000 {
			if n := Compress(dst[:10], text, state); n != 0 {
				t.Errorf("short: %d", n)
			}
		}
	}
	// 40 letters: two literals, a match 2 back of 33 bytes, the last five as literals.
	dst := make([]byte, 100)
	n := CompressStack(dst, bytes.Repeat([]byte("ab"), 20))
	if want := []byte{0x2f, 'a', 'b', 2, 0, 33 - 4 - 15, 0x50, 'b', 'a', 'b', 'a', 'b'}; !bytes.Equal(dst[:n], want) {
		t.Errorf("%q, want %q", dst[:n], want)
	}
}

func TestDamaged(t *testing.T) {
	text := sample.Words(4000)
	dst := make([]byte, Bound(len(text)))
	n := CompressStack(dst, text)
	back := make([]byte, len(text)+16)
	for i := range back {
		back[i] = 0xee
	}
	r := rand.New(rand.NewSource(2))
	for i := 0; i < 20000; i++ {
		p := append([]byte(nil), dst[:n]...)
		for k := 0; k < 1+i%3; k++ {
			p[r.Intn(n)] = byte(r.Int())
		}
		if i%5 == 0 {
			p = p[:r.Intn(n)]
		}
		if m := Decompress(back[:len(text)], p); m > len(text) {
			t.Fatal(m)
		}
		for _, b := range back[len(text):] {
			if b != 0xee {
				t.Fatal("written past the end")
			}
		}
	}
	if m := Decompress(back[:len(text)-1], dst[:n]); m >= 0 {
		t.Error(m)
	}
}

func TestVersion(t *testing.T) {
	if Version() != "1.10.0" {
		t.Error(Version())
	}
}
