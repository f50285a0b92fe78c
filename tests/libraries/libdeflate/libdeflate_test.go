package libdeflate

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"hash/adler32"
	"hash/crc32"
	"io"
	"math/rand"
	"testing"

	"example.com/goc/sample"
)

func reader(kind int, p []byte) (io.Reader, error) {
	switch kind {
	case 0:
		return flate.NewReader(bytes.NewReader(p)), nil
	case 1:
		return zlib.NewReader(bytes.NewReader(p))
	}
	return gzip.NewReader(bytes.NewReader(p))
}

func written(kind, level int, p []byte) []byte {
	var buf bytes.Buffer
	var w io.WriteCloser
	switch kind {
	case 0:
		w, _ = flate.NewWriter(&buf, level)
	case 1:
		w, _ = zlib.NewWriterLevel(&buf, level)
	default:
		w, _ = gzip.NewWriterLevel(&buf, level)
	}
	w.Write(p)
	w.Close()
	return buf.Bytes()
}

func TestAgainstGo(t *testing.T) {
	mem := make([]byte, 16<<20)
	for i, text := range sample.Texts() {
		for kind := 0; kind < 3; kind++ {
			for level := 0; level <= 12; level++ {
				dst := make([]byte, len(text)+len(text)/10+1000)
				n := Compress(dst, text, kind, level, mem)
				if n <= 0 {
					t.Fatalf("text %d, kind %d, level %d: %d", i, kind, level, n)
				}
				r, err := reader(kind, dst[:n])
				if err != nil {
					t.Fatal(err)
				}
				if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
					t.Errorf("text %d, kind %d, level %d: Go reads %d bytes, %v", i, kind, level, len(got), err)
				}
			}
			for level := -2; level <= 9; level++ {
				back := make([]byte, len(text)+1)
				if n, status := Decompress(back, written(kind, level, text), kind, mem); status != 0 || !bytes.Equal(back[:n], text) {
					t.Errorf("text %d, kind %d, Go's level %d: %d bytes, status %d", i, kind, level, n, status)
				}
			}
		}
	}
}

var memory [1 << 20]byte
var memory2 [1 << 20]byte

func TestLiving(t *testing.T) {
	c, d := Open(memory[:], 6), OpenReader(memory2[:])
	for _, text := range sample.Texts() {
		dst, back := make([]byte, 2*len(text)+1000), make([]byte, len(text)+1)
		n := Deflate(c, dst, text)
		if m := Inflate(d, back, dst[:n]); m != len(text) || !bytes.Equal(back[:m], text) {
			t.Error(n, m)
		}
	}
}

func TestDamaged(t *testing.T) {
	mem := make([]byte, 1<<20)
	text := sample.Words(3000)
	p := written(1, 6, text)
	back := make([]byte, len(text)+100)
	for i := range p {
		q := append([]byte(nil), p...)
		q[i] ^= 0x24
		if n, status := Decompress(back, q, 1, mem); status == 0 && !bytes.Equal(back[:n], text) {
			t.Errorf("byte %d changed: taken", i)
		}
		if _, status := Decompress(back, p[:i], 1, mem); status == 0 {
			t.Errorf("%d bytes: taken", i)
		}
	}
	if _, status := Decompress(back[:len(text)-1], p, 1, mem); status != 3 {
		t.Error(status)
	}
	if n := Compress(back, text, 1, 6, mem[:5000]); n != -1 {
		t.Error(n)
	}
	if n := Compress(back[:10], text, 1, 6, mem); n != 0 {
		t.Error(n)
	}
}

// Every length up to 600, and some long ones at every alignment: each has other vector code.
func TestSums(t *testing.T) {
	p := make([]byte, 300000)
	rand.New(rand.NewSource(2)).Read(p)
	try := func(q []byte) {
		if a, b := Adler32(1, q), adler32.Checksum(q); a != b {
			t.Errorf("%d bytes: adler32 %#x, want %#x", len(q), a, b)
		}
		if a, b := CRC32(0, q), crc32.ChecksumIEEE(q); a != b {
			t.Errorf("%d bytes: crc32 %#x, want %#x", len(q), a, b)
		}
	}
	for n := 0; n < 600; n++ {
		try(p[n%64 : n%64+n])
	}
	for n := 0; n < 64; n++ {
		try(p[n : 100000+3*n])
	}
	try(p)
	try(bytes.Repeat([]byte{255}, 100000))
}
