package libdeflate

import (
	"testing"

	"example.com/goc/sample"
)

var sum uint32

func benchCRC32(b *testing.B, n int) {
	p := sample.Words(n)
	b.SetBytes(int64(n))
	for i := 0; i < b.N; i++ {
		sum += CRC32(0, p)
	}
}

func benchAdler32(b *testing.B, n int) {
	p := sample.Words(n)
	b.SetBytes(int64(n))
	for i := 0; i < b.N; i++ {
		sum += Adler32(1, p)
	}
}

func BenchmarkCRC32_16(b *testing.B)    { benchCRC32(b, 16) }
func BenchmarkCRC32_64K(b *testing.B)   { benchCRC32(b, 64<<10) }
func BenchmarkAdler32_16(b *testing.B)  { benchAdler32(b, 16) }
func BenchmarkAdler32_64K(b *testing.B) { benchAdler32(b, 64<<10) }

var benchMemory1, benchMemory2 [1 << 20]byte

func BenchmarkDeflate6_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	dst := make([]byte, 2*len(p))
	c := Open(benchMemory1[:], 6)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	n := 0
	for i := 0; i < b.N; i++ {
		n = Deflate(c, dst, p)
	}
	b.ReportMetric(float64(n), "bytes")
}

func BenchmarkInflate_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	dst := make([]byte, 2*len(p))
	n := Deflate(Open(benchMemory1[:], 6), dst, p)
	d := OpenReader(benchMemory2[:])
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Inflate(d, p, dst[:n]) != len(p) {
			b.Fatal("wrong")
		}
	}
}
