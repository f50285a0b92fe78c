package tinf

import (
	"bytes"
	"compress/flate"
	"testing"

	"example.com/goc/sample"
)

func BenchmarkInflate_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	var buf bytes.Buffer
	w, _ := flate.NewWriter(&buf, 6)
	w.Write(p)
	w.Close()
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if n, _ := Inflate(p, buf.Bytes()); n != len(p) {
			b.Fatal("wrong")
		}
	}
}
