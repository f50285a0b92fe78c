package blake3simd

import "testing"

func benchSum(b *testing.B, n int) {
	p, out := make([]byte, n), make([]byte, 32)
	b.SetBytes(int64(n))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		Sum(out, p)
	}
}

func BenchmarkBLAKE3_16(b *testing.B) { benchSum(b, 16) }
func BenchmarkBLAKE3_1M(b *testing.B) { benchSum(b, 1<<20) }
