package miniz

import (
	"bytes"
	"testing"

	"example.com/goc/sample"
)

// An arena may begin and end at any address.
func TestArenaAnywhere(t *testing.T) {
	mem := make([]byte, 1<<19)
	text := sample.Words(5000)
	for i := 0; i < 33; i++ {
		dst := make([]byte, 6000)
		n, status := Compress(dst, text, 6, mem[i:len(mem)-i/2])
		back := make([]byte, 5000)
		if m, s := Uncompress(back, dst[:n], mem[i:]); status != 0 || s != 0 || m != len(text) || !bytes.Equal(back, text) {
			t.Error(i, n, status, s)
		}
	}
}
