//go:build (amd64 || arm64) && !noasm

package dot

import "testing"

func TestPlain(t *testing.T) {
	for n := 0; n < 300; n++ {
		a, b := vectors(n)
		check(t, dotPlain, a, b)
	}
}

func TestFast(t *testing.T) {
	if !fast {
		t.Skip("this CPU has no AVX2 and FMA")
	}
	// The slices start at every place in a row of 32 bytes.
	a, b := vectors(300)
	for from := 0; from < 8; from++ {
		for to := from; to <= len(a); to++ {
			check(t, dotFast, a[from:to], b[from:to])
		}
	}
}
