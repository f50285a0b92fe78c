package qoi

import "testing"

func benchPicture(w, h int) []byte {
	p := make([]byte, 0, w*h*4)
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			c := [4]byte{byte(x), byte(y), byte(x * y / 64), 255}
			if x/16%2 == 1 {
				c = [4]byte{200, 100, 50, byte(128 + y/8)}
			}
			p = append(p, c[:]...)
		}
	}
	return p
}

func BenchmarkEncode_256x256(b *testing.B) {
	p := benchPicture(256, 256)
	dst, mem := make([]byte, 1<<19), make([]byte, 1<<21)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Encode(dst, p, 256, 256, 4, mem) == 0 {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkDecode_256x256(b *testing.B) {
	p := benchPicture(256, 256)
	dst, mem := make([]byte, 1<<19), make([]byte, 1<<21)
	n := Encode(dst, p, 256, 256, 4, mem)
	b.SetBytes(int64(len(p)))
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if m, _, _, _ := Decode(p, dst[:n], 4, mem); m != len(p) {
			b.Fatal("wrong")
		}
	}
}
