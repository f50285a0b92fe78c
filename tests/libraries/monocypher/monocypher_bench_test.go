package monocypher

import (
	"crypto/ed25519"
	"testing"
)

func benchBLAKE2b(b *testing.B, n int) {
	var hash [64]byte
	p := make([]byte, n)
	b.SetBytes(int64(n))
	for i := 0; i < b.N; i++ {
		BLAKE2b(hash[:], p)
	}
}

func BenchmarkBLAKE2b_16(b *testing.B)  { benchBLAKE2b(b, 16) }
func BenchmarkBLAKE2b_64K(b *testing.B) { benchBLAKE2b(b, 64<<10) }

func BenchmarkSHA512_64K(b *testing.B) {
	var hash [64]byte
	p := make([]byte, 64<<10)
	b.SetBytes(int64(len(p)))
	for i := 0; i < b.N; i++ {
		SHA512(&hash, p)
	}
}

func BenchmarkEd25519Check(b *testing.B) {
	seed := make([]byte, 32)
	key := ed25519.NewKeyFromSeed(seed)
	msg := []byte("a message of some length, as one signs it")
	var sig [64]byte
	var pub [32]byte
	copy(sig[:], ed25519.Sign(key, msg))
	copy(pub[:], key[32:])
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if !Check(&sig, &pub, msg) {
			b.Fatal("wrong")
		}
	}
}
