package libdeflate

import (
	"bytes"
	"compress/flate"
	"hash/adler32"
	"hash/crc32"
	"io"
	"testing"

	"example.com/goc/sample"
)

func benchGoCRC32(b *testing.B, n int) {
	p := sample.Words(n)
	b.SetBytes(int64(n))
	for i := 0; i < b.N; i++ {
		sum += crc32.ChecksumIEEE(p)
	}
}

func benchGoAdler32(b *testing.B, n int) {
	p := sample.Words(n)
	b.SetBytes(int64(n))
	for i := 0; i < b.N; i++ {
		sum += adler32.Checksum(p)
	}
}

func BenchmarkGo_CRC32_16(b *testing.B)    { benchGoCRC32(b, 16) }
func BenchmarkGo_CRC32_64K(b *testing.B)   { benchGoCRC32(b, 64<<10) }
func BenchmarkGo_Adler32_16(b *testing.B)  { benchGoAdler32(b, 16) }
func BenchmarkGo_Adler32_64K(b *testing.B) { benchGoAdler32(b, 64<<10) }

func BenchmarkGo_Deflate6_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	var buf bytes.Buffer
	w, _ := flate.NewWriter(&buf, 6)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		buf.Reset()
		w.Reset(&buf)
		w.Write(p)
		w.Close()
	}
	b.ReportMetric(float64(buf.Len()), "bytes")
}

func BenchmarkGo_Inflate_64K(b *testing.B) {
	p := sample.Words(64 << 10)
	var buf bytes.Buffer
	w, _ := flate.NewWriter(&buf, 6)
	w.Write(p)
	w.Close()
	in := bytes.NewReader(nil)
	r := flate.NewReader(in)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		in.Reset(buf.Bytes())
		r.(flate.Resetter).Reset(in, nil)
		if _, err := io.ReadFull(r, p); err != nil {
			b.Fatal(err)
		}
	}
}
