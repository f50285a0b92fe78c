//go:build noasm || !(amd64 || arm64)

package dot

func dot(a, b []float32) (sum float32) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
