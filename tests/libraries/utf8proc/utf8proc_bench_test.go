package utf8proc

import (
	"strings"
	"testing"
)

func benchCompose(b *testing.B, s string) {
	dst, mem := make([]byte, 4*len(s)), make([]byte, 1<<16)
	b.SetBytes(int64(len(s)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Compose(dst, s, mem) <= 0 {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkNFC_1K_accents(b *testing.B) {
	benchCompose(b, strings.Repeat("e\u0301tude na\u00efve \u1e9b\u0323 ", 50))
}
func BenchmarkNFC_1K_ascii(b *testing.B) {
	benchCompose(b, strings.Repeat("plain words of ASCII ", 50))
}
