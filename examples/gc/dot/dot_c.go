//go:build (amd64 || arm64) && !noasm

package dot

var fast = canFast()

func dot(a, b []float32) float32 {
	if fast {
		return dotFast(a, b)
	}
	return dotPlain(a, b)
}
