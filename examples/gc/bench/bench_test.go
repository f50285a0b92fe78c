// Package bench compares a function in Go, in C by goc2c's dialect gc, and in C by cgo (told that C keeps no pointer and
// calls nothing back, which is cgo's fastest form). A short call shows what the call costs, a long one what the code does.
package bench

import (
	"bytes"
	"math"
	"math/rand"
	"testing"

	"example.com/gc/bench/cgo"
	"example.com/gc/bench/gc"
	"example.com/gc/bench/plain"
)

var sink uint64

// Each call needs the result of the one before.
func BenchmarkStepInTurn(b *testing.B) {
	b.Run("go", func(b *testing.B) {
		h := uint64(1)
		for i := 0; i < b.N; i++ {
			h = plain.Step(h, 2, 3)
		}
		sink = h
	})
	b.Run("gc", func(b *testing.B) {
		h := uint64(1)
		for i := 0; i < b.N; i++ {
			h = gc.Step(h, 2, 3)
		}
		sink = h
	})
	b.Run("cgo", func(b *testing.B) {
		h := uint64(1)
		for i := 0; i < b.N; i++ {
			h = cgo.Step(h, 2, 3)
		}
		sink = h
	})
}

// No call needs the result of another.
func BenchmarkStepApart(b *testing.B) {
	b.Run("go", func(b *testing.B) {
		h := uint64(0)
		for i := 0; i < b.N; i++ {
			h += plain.Step(uint64(i), 2, 3)
		}
		sink = h
	})
	b.Run("gc", func(b *testing.B) {
		h := uint64(0)
		for i := 0; i < b.N; i++ {
			h += gc.Step(uint64(i), 2, 3)
		}
		sink = h
	})
	b.Run("cgo", func(b *testing.B) {
		h := uint64(0)
		for i := 0; i < b.N; i++ {
			h += cgo.Step(uint64(i), 2, 3)
		}
		sink = h
	})
}

// 64 KB of text to about 36 KB.
func BenchmarkPack64K(b *testing.B) {
	src := text(1 << 16)
	dst := make([]byte, len(src))
	run := func(name string, pack func(dst, src []byte, last *[4096]uint16) int) {
		b.Run(name, func(b *testing.B) {
			var last [4096]uint16
			b.SetBytes(int64(len(src)))
			for i := 0; i < b.N; i++ {
				pack(dst, src, &last)
			}
		})
	}
	run("go", plain.Pack)
	run("gc", gc.Pack)
	run("cgo", cgo.Pack)
}

func BenchmarkDot4096(b *testing.B) {
	x, y := vectors(4096)
	run := func(name string, dot func(a, b []float32) float32) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(4096 * 8)
			for i := 0; i < b.N; i++ {
				sink = uint64(dot(x, y))
			}
		})
	}
	run("go", plain.Dot)
	if gc.CanDot() {
		run("gc", gc.Dot)
		run("cgo", cgo.Dot)
	}
}

// What is compared must do the same.
func TestSame(t *testing.T) {
	for h := uint64(0); h < 100; h++ {
		want := plain.Step(h, h*h, ^h)
		if gc.Step(h, h*h, ^h) != want || cgo.Step(h, h*h, ^h) != want {
			t.Fatal("Step", h)
		}
	}
	var last [4096]uint16
	src := text(1 << 16)
	want, dst := make([]byte, len(src)), make([]byte, len(src))
	want = want[:plain.Pack(want, src, &last)]
	if n := gc.Pack(dst, src, &last); n < 1000 || !bytes.Equal(dst[:n], want) {
		t.Fatal("gc.Pack", n)
	}
	if n := cgo.Pack(dst, src, &last); n < 1000 || !bytes.Equal(dst[:n], want) {
		t.Fatal("cgo.Pack", n)
	}
	if !gc.CanDot() {
		return
	}
	x, y := vectors(4096)
	sum := plain.Dot(x, y)
	for _, got := range []float32{gc.Dot(x, y), cgo.Dot(x, y)} {
		if math.Abs(float64(got-sum)) > 1e-3*float64(sum) {
			t.Fatal("Dot", got, sum)
		}
	}
}

// text is n bytes of made-up words, the common ones more often.
func text(n int) []byte {
	r := rand.New(rand.NewSource(1))
	words := make([]string, 400)
	for i := range words {
		for k := 2 + r.Intn(7); k > 0; k-- {
			words[i] += string("etaoinshrdlu"[r.Intn(12)])
		}
	}
	var b bytes.Buffer
	for b.Len() < n {
		b.WriteString(words[r.Intn(1+r.Intn(len(words)))])
		b.WriteByte(' ')
	}
	return b.Bytes()[:n]
}

func vectors(n int) (a, b []float32) {
	r := rand.New(rand.NewSource(int64(n)))
	a, b = make([]float32, n), make([]float32, n)
	for i := range a {
		a[i], b[i] = r.Float32(), r.Float32()
	}
	return a, b
}
