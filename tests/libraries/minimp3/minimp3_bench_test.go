package minimp3

import "testing"

// A frame of layer 1 whose bits are drawn: noise.
func BenchmarkFrame_layer1(b *testing.B) {
	mp3 := make([]byte, 416)
	x := uint32(1)
	for i := range mp3 {
		x = x*1664525 + 1013904223
		mp3[i] = byte(x >> 24)
	}
	for i := 4; i < 20; i++ {
		mp3[i] = 0x55 // six bits a sample
	}
	copy(mp3, "\xff\xff\xc0\xc0")
	state, pcm := make([]uint64, StateSize()), make([]int16, 2304)
	Init(state)
	var info Info
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		if Decode(state, mp3, pcm, &info) != 384 {
			b.Fatal("wrong")
		}
	}
}
