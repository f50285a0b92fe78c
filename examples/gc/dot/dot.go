// Package dot has the dot product of float32 vectors, in C for any CPU and in C with AVX2 and FMA or NEON. Go chooses
// between them when the program starts. Build with -tags noasm, or for a CPU other than amd64 and arm64, and it is Go.
package dot

//go:generate goc2c --dialect gc dot.goc

// Nothing can interrupt C, so a call gets no more than some 100 µs of work.
const piece = 1 << 16

// Dot returns the sum of a[i]*b[i]. It panics when the lengths differ. The order of the additions is not that of the
// elements, and not the same on every CPU, so the last digits may differ.
func Dot(a, b []float32) (sum float32) {
	if len(a) != len(b) {
		panic("dot: lengths differ")
	}
	for len(a) > piece {
		sum += dot(a[:piece], b[:piece])
		a, b = a[piece:], b[piece:]
	}
	return sum + dot(a, b)
}
