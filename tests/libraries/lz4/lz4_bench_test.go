package lz4

import (
	"bytes"
	"fmt"
	"math/rand"
	"testing"
)

func words(n int) []byte {
	r := rand.New(rand.NewSource(1))
	var w bytes.Buffer
	for w.Len() < n {
		fmt.Fprintf(&w, "%d bottles of %x, ", r.Intn(100), r.Intn(1000))
	}
	return w.Bytes()[:n]
}

func BenchmarkCompress_64K(b *testing.B) {
	p := words(64 << 10)
	dst, state := make([]byte, Bound(len(p))), make([]uint64, StateSize())
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		Compress(dst, p, state)
	}
}

func BenchmarkDecompress_64K(b *testing.B) {
	p := words(64 << 10)
	dst, state := make([]byte, Bound(len(p))), make([]uint64, StateSize())
	n := Compress(dst, p, state)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Decompress(p, dst[:n]) != len(p) {
			b.Fatal("wrong")
		}
	}
}
