package yyjson

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

func document(n int) []byte {
	r := rand.New(rand.NewSource(1))
	var v []any
	for i := 0; i < n; i++ {
		v = append(v, map[string]any{
			"id": i, "name": fmt.Sprintf("name %d \"quoted\" é 漢字 \U0001f600\n\t", i), "ratio": r.NormFloat64() * math.Pow(10, float64(r.Intn(40)-20)),
			"tags": []string{"a", "bb", ""}, "flag": i%2 == 0, "none": nil, "deep": []any{[]any{[]any{map[string]any{"x": -i}}}},
		})
	}
	p, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return p
}

func TestAgainstGo(t *testing.T) {
	p := document(300)
	dst, mem := make([]byte, 6*len(p)), make([]byte, 20*len(p))
	for _, pretty := range []bool{false, true} {
		n, msg, where := Rewrite(dst, string(p), pretty, mem)
		if n < 0 {
			t.Fatal(msg, where)
		}
		if pretty != bytes.Contains(dst[:n], []byte("\n    ")) {
			t.Errorf("pretty %v: %.80s", pretty, dst[:n])
		}
		var a, b any
		if err := json.Unmarshal(dst[:n], &a); err != nil {
			t.Fatal(err)
		}
		json.Unmarshal(p, &b)
		if !reflect.DeepEqual(a, b) {
			t.Error("not the same value")
		}
	}
	if n, peak := Parse(string(p), mem); n < 300*20 || peak < len(p) {
		t.Error(n, peak)
	}
	if n, _ := Parse(string(p), mem[:10000]); n != -1 {
		t.Error(n)
	}
}

// Texts that are right or wrong by encoding/json are so here. (It takes wrong UTF-8, and no BOM.)
func TestRightOrWrong(t *testing.T) {
	mem, dst := make([]byte, 1<<20), make([]byte, 1<<16)
	texts := []string{
		`{}`, `[]`, `""`, `0`, `-0`, `1e5`, `-1.5E-3`, `true`, `null`, ` [1 , 2] `, `"\u00e9\ud83d\ude00"`, `{"a":{"b":[1,{"c":null}]}}`,
		``, ` `, `{`, `[1,]`, `{"a":}`, `{"a" 1}`, `01`, `1.`, `.5`, `+1`, `1e`, `tru`, `nul`, `"`, `"\x"`, `"\u12"`, "\"\n\"", `[1 2]`, `{1:2}`, `[1]]`, `'a'`, `// c` + "\n1", `NaN`, `-`, `[[[[`, `1 2`,
		strings.Repeat("[", 5000) + strings.Repeat("]", 5000),
	}
	small := string(document(2))
	r := rand.New(rand.NewSource(3))
	for i := 0; i < 3000; i++ {
		q := []byte(small)
		for k := 0; k <= i%3; k++ {
			q[r.Intn(len(q))] = `{}[]",:\0e-. tn`[r.Intn(15)]
		}
		if i%4 == 0 {
			q = q[:r.Intn(len(q))]
		}
		if json.Valid(q) == json.Valid(bytes.ToValidUTF8(q, nil)) {
			texts = append(texts, string(bytes.ToValidUTF8(q, nil)))
		}
	}
	good := 0
	for _, s := range texts {
		n, msg, where := Rewrite(dst, s, false, mem)
		var v any
		err := json.Unmarshal([]byte(s), &v)
		if err != nil && strings.Contains(err.Error(), "cannot unmarshal number") {
			continue
		}
		if (n >= 0) != (err == nil) {
			// A half of a surrogate pair is U+FFFD for Go, and wrong for yyjson.
			if err == nil && strings.Contains(msg, "surrogate") {
				continue
			}
			t.Errorf("%q: %d %s at %d; Go: %v", s, n, msg, where, err)
		}
		if n >= 0 {
			good++
		}
	}
	if good < 100 {
		t.Error(good, "texts were right")
	}
	if _, msg, where := Rewrite(dst, `[1, x]`, false, mem); where != 4 || msg == "" {
		t.Error(msg, where)
	}
}

// Numbers are read and written exactly as strconv does.
func TestNumbers(t *testing.T) {
	mem, dst := make([]byte, 1<<16), make([]byte, 100)
	r := rand.New(rand.NewSource(2))
	xs := []float64{0.1, 5e-324, math.MaxFloat64, 2.2250738585072014e-308, 1.7976931348623157e308, 9007199254740993, 1e23, 123456789012345680}
	for i := 0; i < 20000; i++ {
		x := math.Float64frombits(r.Uint64())
		if !math.IsNaN(x) && !math.IsInf(x, 0) {
			xs = append(xs, x)
		}
	}
	for _, x := range xs {
		for _, s := range []string{strconv.FormatFloat(x, 'g', -1, 64), strconv.FormatFloat(x, 'e', 40, 64), strconv.FormatFloat(x, 'e', 14, 64)} {
			want, err := strconv.ParseFloat(s, 64)
			if err != nil {
				continue
			}
			s = strings.Replace(s, "e+", "e", 1)
			got, ok := Number(`{"a":[0,`+s+`]}`, "/a/1", mem)
			if !ok || got != want {
				t.Errorf("%s: %v, want %v", s, got, want)
			}
		}
		n := Format(dst, x, mem)
		if n < 0 {
			t.Fatal(x)
		}
		back, err := strconv.ParseFloat(string(dst[:n]), 64)
		if err != nil || back != x {
			t.Errorf("%v was written as %s", x, dst[:n])
		}
		if digits(string(dst[:n])) != digits(strconv.FormatFloat(x, 'e', -1, 64)) {
			t.Errorf("%v was written as %s: not the shortest", x, dst[:n])
		}
	}
	if sum, n := Sum(`[1, 2.5, -3, 1e2]`, mem); sum != 100.5 || n != 4 {
		t.Error(sum, n)
	}
	// More digits than a double has: the slow way.
	long := "0." + strings.Repeat("0", 300) + strings.Repeat("123456789", 90)
	want, _ := strconv.ParseFloat(long, 64)
	if got, ok := Number(long, "", mem); !ok || got != want {
		t.Error(got, want)
	}
}

func digits(s string) string {
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		s = s[:i]
	}
	s = strings.NewReplacer(".", "", "-", "").Replace(s)
	return strings.Trim(s, "0")
}

func TestVersion(t *testing.T) {
	if Version()>>8 != 12 {
		t.Error(Version())
	}
}
