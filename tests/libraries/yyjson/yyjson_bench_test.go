package yyjson

import (
	"encoding/json"
	"fmt"
	"testing"
)

func benchDocument() string {
	var v []any
	for i := 0; i < 300; i++ {
		v = append(v, map[string]any{"id": i, "name": fmt.Sprintf("name %d \"quoted\" é", i), "ratio": float64(i) / 7, "tags": []string{"a", "bb", ""}, "flag": i%2 == 0, "none": nil})
	}
	p, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return string(p)
}

func BenchmarkParse_30K(b *testing.B) {
	text := benchDocument()
	mem := make([]byte, 1<<20)
	b.SetBytes(int64(len(text)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if n, _ := Parse(text, mem); n < 0 {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkParse_20(b *testing.B) {
	text := `{"a":1,"b":[true]}  `
	mem := make([]byte, 1<<14)
	b.SetBytes(int64(len(text)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if n, _ := Parse(text, mem); n < 0 {
			b.Fatal("wrong")
		}
	}
}
