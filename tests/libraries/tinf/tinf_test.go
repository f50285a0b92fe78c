package tinf

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"hash/adler32"
	"hash/crc32"
	"io"
	"testing"

	"example.com/goc/sample"
)

func TestAgainstGo(t *testing.T) {
	for i, text := range sample.Texts() {
		for level := -2; level <= 9; level++ {
			for _, c := range []struct {
				name string
				w    func(io.Writer) io.WriteCloser
				f    func(dst, src []byte) (int, int)
			}{
				{"flate", func(w io.Writer) io.WriteCloser { z, _ := flate.NewWriter(w, level); return z }, Inflate},
				{"zlib", func(w io.Writer) io.WriteCloser { z, _ := zlib.NewWriterLevel(w, level); return z }, Zlib},
				{"gzip", func(w io.Writer) io.WriteCloser { z, _ := gzip.NewWriterLevel(w, level); return z }, Gzip},
			} {
				var buf bytes.Buffer
				w := c.w(&buf)
				w.Write(text)
				w.Close()
				dst := make([]byte, len(text))
				n, status := c.f(dst, buf.Bytes())
				if status != 0 || n != len(text) || !bytes.Equal(dst, text) {
					t.Errorf("%s, text %d, level %d: %d bytes, status %d", c.name, i, level, n, status)
				}
			}
		}
	}
}

func TestDamaged(t *testing.T) {
	text := sample.Words(2000)
	var buf bytes.Buffer
	w := zlib.NewWriter(&buf)
	w.Write(text)
	w.Close()
	dst := make([]byte, len(text))
	for i := range buf.Bytes() {
		p := append([]byte(nil), buf.Bytes()...)
		p[i] ^= 0x11
		if n, status := Zlib(dst, p); status == 0 && i != 1 && !bytes.Equal(dst[:n], text) {
			t.Errorf("byte %d changed: taken", i)
		}
		if _, status := Zlib(dst, p[:i]); status == 0 {
			t.Errorf("%d bytes are taken", i)
		}
	}
	if _, status := Zlib(dst[:len(dst)-1], buf.Bytes()); status == 0 {
		t.Error("a short buffer is taken")
	}
}

func TestSums(t *testing.T) {
	for i, text := range sample.Texts() {
		if a, b := Adler32(text), adler32.Checksum(text); a != b {
			t.Errorf("text %d: adler32 %#x, want %#x", i, a, b)
		}
		if a, b := CRC32(text), crc32.ChecksumIEEE(text); a != b {
			t.Errorf("text %d: crc32 %#x, want %#x", i, a, b)
		}
	}
}
