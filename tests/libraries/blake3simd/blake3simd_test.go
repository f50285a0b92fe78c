package blake3simd

import (
	"bytes"
	"testing"

	"example.com/goc/blake3"
)

func input(n int) []byte {
	p := make([]byte, n)
	for i := range p {
		p[i] = byte(i % 251)
	}
	return p
}

// What the portable code gives is checked against the authors' vectors there.
func TestAgainstPortable(t *testing.T) {
	var key [32]byte
	copy(key[:], "whats the Elvish word for friend")
	const context = "BLAKE3 2019-12-27 16:29:52 test vectors context"
	lengths := []int{5 << 20}
	for n := 0; n < 150000; n += 1 + n/7 {
		lengths = append(lengths, n)
	}
	got, want := make([]byte, 77), make([]byte, 77)
	for _, n := range lengths {
		p := input(n)
		check := func(what string) {
			if !bytes.Equal(got, want) {
				t.Errorf("%s of %d bytes: %x, want %x", what, n, got, want)
			}
		}
		Sum(got, p)
		blake3.Sum(want, p)
		check("hash")
		Keyed(got, &key, p)
		blake3.Keyed(want, &key, p)
		check("keyed hash")
		Derive(got, context, p)
		blake3.Derive(want, context, p)
		check("derived key")
	}
}

func TestParts(t *testing.T) {
	p := input(70000)
	want, got := make([]byte, 100), make([]byte, 100)
	Sum(want, p)
	state := make([]uint64, (Size()+7)/8)
	for step := 1; step < len(p); step = step*3 + 1 {
		Init(state)
		for at := 0; at < len(p); at += step {
			end := at + step
			if end > len(p) {
				end = len(p)
			}
			Update(state, p[at:end])
		}
		Finalize(state, got)
		if !bytes.Equal(got, want) {
			t.Errorf("in parts of %d: %x", step, got)
		}
	}
}
