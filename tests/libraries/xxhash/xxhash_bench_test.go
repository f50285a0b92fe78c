package xxhash

import "testing"

var sink uint64

func BenchmarkXXH64_16(b *testing.B) {
	p := make([]byte, 16)
	b.SetBytes(16)
	for i := 0; i < b.N; i++ {
		sink += Sum64(p, 0)
	}
}

func BenchmarkXXH64_256K(b *testing.B) {
	p := make([]byte, 256<<10)
	b.SetBytes(256 << 10)
	for i := 0; i < b.N; i++ {
		sink += Sum64(p, 0)
	}
}

func BenchmarkXXH3_16(b *testing.B) {
	p := make([]byte, 16)
	b.SetBytes(16)
	for i := 0; i < b.N; i++ {
		sink += Sum3(p, 0)
	}
}

func BenchmarkXXH3_256K(b *testing.B) {
	p := make([]byte, 256<<10)
	b.SetBytes(256 << 10)
	for i := 0; i < b.N; i++ {
		sink += Sum3(p, 0)
	}
}
