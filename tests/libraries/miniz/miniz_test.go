package miniz

import (
	"bytes"
	"compress/flate"
	"compress/zlib"
	"hash/adler32"
	"hash/crc32"
	"io"
	"testing"

	"example.com/goc/sample"
)

func TestAgainstGo(t *testing.T) {
	mem := make([]byte, 1<<19)
	for i, text := range sample.Texts() {
		for level := 0; level <= 10; level++ {
			dst := make([]byte, len(text)+len(text)/10+1000)
			n, status := Compress(dst, text, level, mem)
			if status != 0 {
				t.Fatalf("text %d, level %d: status %d %s", i, level, status, ErrorText(status))
			}
			r, err := zlib.NewReader(bytes.NewReader(dst[:n]))
			if err != nil {
				t.Fatal(err)
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
				t.Errorf("text %d, level %d: Go reads %d bytes, %v", i, level, len(got), err)
			}
			n = Deflate(dst, text, level, mem)
			if got, err := io.ReadAll(flate.NewReader(bytes.NewReader(dst[:n]))); err != nil || !bytes.Equal(got, text) {
				t.Errorf("text %d, level %d: raw: Go reads %d bytes, %v", i, level, len(got), err)
			}
		}
		for level := -2; level <= 9; level++ {
			var buf, raw bytes.Buffer
			w, _ := zlib.NewWriterLevel(&buf, level)
			w.Write(text)
			w.Close()
			f, _ := flate.NewWriter(&raw, level)
			f.Write(text)
			f.Close()
			back := make([]byte, len(text)+1)
			if n, status := Uncompress(back, buf.Bytes(), mem); status != 0 || !bytes.Equal(back[:n], text) {
				t.Errorf("text %d, Go's level %d: %d bytes, status %d", i, level, n, status)
			}
			if n := Inflate(back, raw.Bytes()); n != len(text) || !bytes.Equal(back[:n], text) {
				t.Errorf("text %d, Go's level %d: raw: %d bytes", i, level, n)
			}
		}
	}
}

func TestDamaged(t *testing.T) {
	mem := make([]byte, 1<<19)
	text := sample.Words(3000)
	var buf bytes.Buffer
	w := zlib.NewWriter(&buf)
	w.Write(text)
	w.Close()
	back := make([]byte, len(text)+100)
	for i := range buf.Bytes() {
		p := append([]byte(nil), buf.Bytes()...)
		p[i] ^= 0x24
		if n, status := Uncompress(back, p, mem); status == 0 && i > 1 && !bytes.Equal(back[:n], text) {
			t.Errorf("byte %d changed: taken", i)
		}
		if _, status := Uncompress(back, p[:i], mem); status == 0 {
			t.Errorf("%d bytes: taken", i)
		}
	}
	if _, status := Uncompress(back[:len(text)-1], buf.Bytes(), mem); ErrorText(status) != "buf error" {
		t.Error(status)
	}
	if _, status := Compress(back, text, 6, mem[:5000]); ErrorText(status) != "out of memory" {
		t.Error(status)
	}
	if s := ErrorText(77); s != "" {
		t.Error(s)
	}
}

var memory [1 << 19]byte

func TestStream(t *testing.T) {
	text := sample.Words(100000)
	stream, arena := Open(memory[:], 6)
	if stream == 0 {
		t.Fatal("not opened")
	}
	var out []byte
	part := make([]byte, 100)
	for in := text; ; {
		k := 777
		if k > len(in) {
			k = len(in)
		}
		n, took, status := Write(stream, arena, part, in[:k], k == len(in))
		out = append(out, part[:n]...)
		in = in[took:]
		if status == 1 {
			break
		}
		if status != 0 {
			t.Fatal(status)
		}
		grow(5)
	}
	if status := Close(stream, arena); status != 0 {
		t.Error(status)
	}
	r, err := zlib.NewReader(bytes.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
		t.Error(len(got), err)
	}
}

func grow(n int) (sum int) {
	var a [1000]int
	if n > 0 {
		a[n] = grow(n - 1)
	}
	return a[n] + 1
}

func TestSums(t *testing.T) {
	for i, text := range sample.Texts() {
		if a, b := Adler32(1, text), adler32.Checksum(text); a != b {
			t.Errorf("text %d: adler32 %#x, want %#x", i, a, b)
		}
		if a, b := CRC32(0, text), crc32.ChecksumIEEE(text); a != b {
			t.Errorf("text %d: crc32 %#x, want %#x", i, a, b)
		}
	}
}
