package yyjson

import (
	"encoding/json"
	"testing"
)

func benchGo(b *testing.B, text string) {
	b.SetBytes(int64(len(text)))
	p := []byte(text)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		var v any
		if err := json.Unmarshal(p, &v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGo_Parse_30K(b *testing.B) { benchGo(b, benchDocument()) }
func BenchmarkGo_Parse_20(b *testing.B)  { benchGo(b, `{"a":1,"b":[true]}  `) }

func BenchmarkGo_Valid_30K(b *testing.B) {
	p := []byte(benchDocument())
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if !json.Valid(p) {
			b.Fatal("wrong")
		}
	}
}
