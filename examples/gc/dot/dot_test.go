package dot

import (
	"math"
	"math/rand"
	"testing"
)

func vectors(n int) (a, b []float32) {
	r := rand.New(rand.NewSource(int64(n)))
	a, b = make([]float32, n), make([]float32, n)
	for i := range a {
		a[i], b[i] = r.Float32()-0.5, r.Float32()-0.5
	}
	return a, b
}

// check compares with Go in float64.
func check(t *testing.T, dot func(a, b []float32) float32, a, b []float32) {
	t.Helper()
	want, size := 0.0, 0.0
	for i := range a {
		p := float64(a[i]) * float64(b[i])
		want += p
		size += math.Abs(p)
	}
	if got := float64(dot(a, b)); math.Abs(got-want) > size*1e-5 {
		t.Fatalf("%d elements: %v, want %v", len(a), got, want)
	}
}

func TestDot(t *testing.T) {
	for n := 0; n < 300; n++ {
		a, b := vectors(n)
		check(t, Dot, a, b)
	}
	for _, n := range []int{piece - 1, piece, piece + 1, 3*piece + 5} {
		a, b := vectors(n)
		check(t, Dot, a, b)
	}
}

func TestExact(t *testing.T) {
	a, b := []float32{1, 2, 3, 1 << 20}, []float32{4, 5, 6, 8}
	if got := Dot(a, b); got != 32+1<<23 {
		t.Fatal(got)
	}
	if got := Dot(nil, nil); got != 0 {
		t.Fatal(got)
	}
}

func TestNotFinite(t *testing.T) {
	for n := 1; n < 100; n++ {
		a, b := vectors(n)
		a[n-1] = float32(math.NaN())
		if got := Dot(a, b); got == got {
			t.Fatal(n, got)
		}
		a[n-1], b[n-1] = float32(math.Inf(1)), -1
		if got := Dot(a, b); !math.IsInf(float64(got), -1) {
			t.Fatal(n, got)
		}
	}
}

func TestLengths(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Fatal("no panic")
		}
	}()
	Dot(make([]float32, 2), make([]float32, 3))
}

func BenchmarkDot(b *testing.B) {
	x, y := vectors(4096)
	b.SetBytes(4096 * 8)
	for i := 0; i < b.N; i++ {
		Dot(x, y)
	}
}
