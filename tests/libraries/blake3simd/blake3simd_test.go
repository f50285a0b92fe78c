package blake3simd

import (
	"bytes"
	"encoding/hex"
	"testing"
)

// The vectors of the BLAKE3 authors: input of bytes 0 … 250 again and again; the first 32 bytes of hash, keyed hash, derived key.
var vectors = []struct {
	n                    int
	hash, keyed, derived string
}{
	{0, "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262", "92b2b75604ed3c761f9d6f62392c8a9227ad0ea3f09573e783f1498a4ed60d26", "2cc39783c223154fea8dfb7c1b1660f2ac2dcbd1c1de8277b0b0dd39b7e50d7d"},
	{1, "2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213", "6d7878dfff2f485635d39013278ae14f1454b8c0a3a2d34bc1ab38228a80c95b", "b3e2e340a117a499c6cf2398a19ee0d29cca2bb7404c73063382693bf66cb06c"},
	{1025, "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444", "357dc55de0c7e382c900fd6e320acc04146be01db6a8ce7210b7189bd664ea69", "effaa245f065fbf82ac186839a249707c3bddf6d3fdda22d1b95a3c970379bcb"},
	{8193, "bab6c09cb8ce8cf459261398d2e7aef35700bf488116ceb94a36d0f5f1b7bc3b", "954a2a75420c8d6547e3ba5b98d963e6fa6491addc8c023189cc519821b4a1f5", "af1e0346e389b17c23200270a64aa4e1ead98c61695d917de7d5b00491c9b0f1"},
	{102400, "bc3e3d41a1146b069abffad3c0d44860cf664390afce4d9661f7902e7943e085", "1c35d1a5811083fd7119f5d5d1ba027b4d01c0c6c49fb6ff2cf75393ea5db4a7", "4652cff7a3f385a6103b5c260fc1593e13c778dbe608efb092fe7ee69df6e9c6"},
}

func input(n int) []byte {
	p := make([]byte, n)
	for i := range p {
		p[i] = byte(i % 251)
	}
	return p
}

func TestVectors(t *testing.T) {
	var key [32]byte
	copy(key[:], "whats the Elvish word for friend")
	out := make([]byte, 32)
	for _, v := range vectors {
		p := input(v.n)
		check := func(what, want string) {
			if got := hex.EncodeToString(out); got != want {
				t.Errorf("%s of %d bytes: %s, want %s", what, v.n, got, want)
			}
		}
		Sum(out, p)
		check("hash", v.hash)
		Keyed(out, &key, p)
		check("keyed hash", v.keyed)
		Derive(out, "BLAKE3 2019-12-27 16:29:52 test vectors context", p)
		check("derived key", v.derived)
	}
}

func TestParts(t *testing.T) {
	p := input(70000)
	want, got := make([]byte, 100), make([]byte, 100)
	Sum(want, p)
	state := make([]uint64, (Size()+7)/8)
	for step := 1; step < len(p); step = step*3 + 1 {
		Init(state)
		for q := p; len(q) > 0; {
			n := step
			if n > len(q) {
				n = len(q)
			}
			Update(state, q[:n])
			q = q[n:]
		}
		Finalize(state, got)
		if !bytes.Equal(got, want) {
			t.Errorf("in parts of %d: %x", step, got)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("no panic for a short state")
		}
	}()
	Init(state[:3:3])
}

func TestLarge(t *testing.T) {
	p := input(5 << 20)
	a, b := make([]byte, 32), make([]byte, 32)
	Sum(a, p)
	done := make(chan bool)
	go func() { Sum(b, p); done <- true }()
	<-done
	if !bytes.Equal(a, b) {
		t.Error("differ")
	}
}
