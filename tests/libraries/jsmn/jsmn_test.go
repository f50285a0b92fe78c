package jsmn

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unsafe"
)

func TestSize(t *testing.T) {
	if TokenSize() != int(unsafe.Sizeof(Token{})) {
		t.Fatal(TokenSize())
	}
}

func TestTokens(t *testing.T) {
	const text = `{"name": "Adam", "n": [1, -2.5e3, true, null], "o": {"k": "v\u00e9"}}`
	var tok [32]Token
	n := Parse(text, tok[:])
	var got []string
	for _, k := range tok[:n] {
		got = append(got, fmt.Sprint(k.Type, text[k.Start:k.End], k.Size, k.Parent))
	}
	want := []string{
		"1" + text + "3 -1", `4name1 0`, `4Adam0 1`, `4n1 0`, `2[1, -2.5e3, true, null]4 3`, `81 0 4`, `8-2.5e30 4`, `8true0 4`, `8null0 4`,
		`4o1 0`, `1{"k": "v\u00e9"}1 9`, `4k1 10`, `4v\u00e90 11`,
	}
	if len(got) != len(want) {
		t.Fatalf("%q", got)
	}
	for i, w := range want {
		if strings.ReplaceAll(got[i], " ", "") != strings.ReplaceAll(w, " ", "") {
			t.Errorf("token %d: %q, want %q", i, got[i], w)
		}
	}
	if c := Count(text); c != n {
		t.Errorf("%d tokens counted, %d parsed", c, n)
	}
}

func TestWrong(t *testing.T) {
	var tok [8]Token
	for text, want := range map[string]int{
		`{"a": 1`: -3, `{"a": "b`: -3, `{"a": "\x"}`: -2, `{"a": tr`: -3, `[1}`: -2, `[1,1,1,1,1,1,1,1,1]`: -1, `x`: -2,
	} {
		if n := Parse(text, tok[:]); n != want {
			t.Errorf("%s: %d, want %d", text, n, want)
		}
	}
}

// What encoding/json takes, jsmn takes, with as many values.
func TestAgainstGo(t *testing.T) {
	var v []map[string]any
	for i := 0; i < 500; i++ {
		v = append(v, map[string]any{"id": i, "name": strings.Repeat("ab\"\n", i%7), "list": []any{i, nil, true, 1.5}, "sub": map[string]any{"x": "y"}})
	}
	p, _ := json.Marshal(v)
	tok := make([]Token, Count(string(p)))
	n := Parse(string(p), tok)
	if n != 1+500*(1+4*2+4+2) || n != len(tok) {
		t.Fatal(n)
	}
	strs := 0
	for _, k := range tok {
		if k.Type == String {
			var s string
			if err := json.Unmarshal(p[k.Start-1:k.End+1], &s); err != nil {
				t.Fatal(err)
			}
			strs++
		}
	}
	if strs != 500*(4+1+2) {
		t.Error(strs)
	}
}
