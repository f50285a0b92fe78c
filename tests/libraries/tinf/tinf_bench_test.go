package tinf

import (
	"bytes"
	"compress/flate"
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

func BenchmarkInflate_64K(b *testing.B) {
	p := words(64 << 10)
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
