package monocypher

import (
	"crypto/ed25519"
	"crypto/sha512"
	"testing"
)

func BenchmarkGo_SHA512_64K(b *testing.B) {
	p := make([]byte, 64<<10)
	b.SetBytes(int64(len(p)))
	for i := 0; i < b.N; i++ {
		sha512.Sum512(p)
	}
}

func BenchmarkGo_Ed25519Check(b *testing.B) {
	key := ed25519.NewKeyFromSeed(make([]byte, 32))
	msg := []byte("a message of some length, as one signs it")
	sig, pub := ed25519.Sign(key, msg), ed25519.PublicKey(key[32:])
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if !ed25519.Verify(pub, msg, sig) {
			b.Fatal("wrong")
		}
	}
}
