package lz4

import (
	"testing"

	"example.com/goc/sample"
)

func BenchmarkCompress_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	dst, state := make([]byte, Bound(len(p))), make([]uint64, StateSize())
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		Compress(dst, p, state)
	}
}

func BenchmarkDecompress_64K(b *testing.B) {
	p := sample.Words(64 << 10)
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
