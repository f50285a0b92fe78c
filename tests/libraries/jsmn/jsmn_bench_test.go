package jsmn

import (
	"fmt"
	"strings"
	"testing"
)

func BenchmarkParse_4K(b *testing.B) {
	var s strings.Builder
	s.WriteString("[")
	for i := 0; i < 50; i++ {
		fmt.Fprintf(&s, `{"id": %d, "name": "somebody", "list": [1, 2, 3], "flag": true}, `, i)
	}
	s.WriteString("1]")
	text := s.String()
	tok := make([]Token, 1000)
	b.SetBytes(int64(len(text)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Parse(text, tok) < 0 {
			b.Fatal("wrong")
		}
	}
}
