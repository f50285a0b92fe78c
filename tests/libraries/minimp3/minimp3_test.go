package minimp3

import (
	"math"
	"math/cmplx"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// decode decodes all frames.
func decode(t *testing.T, mp3 []byte) (pcm []int16, infos []Info) {
	state := make([]uint64, StateSize())
	Init(state)
	buf := make([]int16, 2304)
	for len(mp3) > 0 {
		var info Info
		n := Decode(state, mp3, buf, &info)
		if info.FrameBytes == 0 {
			break
		}
		if n > 0 {
			pcm = append(pcm, buf[:n*int(info.Channels)]...)
			infos = append(infos, info)
		}
		mp3 = mp3[info.FrameBytes:]
	}
	return
}

// A frame of layer 3, 128 kbit/s, 44.1 kHz, whose side information is zero, is silence.
func TestSilence(t *testing.T) {
	frame := make([]byte, 417)
	copy(frame, "\xff\xfb\x90\x00")
	var mp3 []byte
	for i := 0; i < 5; i++ {
		mp3 = append(mp3, frame...)
	}
	pcm, infos := decode(t, mp3)
	if len(pcm) != 5*2304 || infos[4] != (Info{417, 0, 2, 44100, 3, 128}) {
		t.Fatal(len(pcm), infos)
	}
	for i, x := range pcm {
		if x != 0 {
			t.Fatal(i, x)
		}
	}
}

// layer1 makes a mono frame of layer 1 with samples of 15 bits in one subband.
func layer1(band int, samples [12]float64) []byte {
	var bits []byte
	put := func(n int, x uint) {
		for n--; n >= 0; n-- {
			bits = append(bits, byte(x>>n&1))
		}
	}
	put(32, 0xffffc0c0)
	for b := 0; b < 32; b++ {
		if b == band {
			put(4, 14)
		} else {
			put(4, 0)
		}
	}
	put(6, 3) // a scale of 1
	for _, s := range samples {
		put(15, uint(math.Round(s*16383.5+16383)))
	}
	frame := make([]byte, 416)
	for i, b := range bits {
		frame[i/8] |= b << (7 - i%8)
	}
	return frame
}

// What is put into the middle of a subband is heard there.
func TestSubbands(t *testing.T) {
	for _, band := range []int{0, 1, 7, 20, 31} {
		var mp3 []byte
		for i := 0; i < 6; i++ {
			mp3 = append(mp3, layer1(band, [12]float64{.5, .5, -.5, -.5, .5, .5, -.5, -.5, .5, .5, -.5, -.5})...)
		}
		pcm, infos := decode(t, mp3)
		if len(pcm) != 6*384 || infos[0].Layer != 1 || infos[0].Kbps != 384 || infos[0].Channels != 1 {
			t.Fatal(len(pcm), infos)
		}
		x := pcm[len(pcm)-1024:]
		var all, here float64
		for f := 1; f < 512; f++ {
			var sum complex128
			w := cmplx.Exp(complex(0, -2*math.Pi*float64(f)/1024))
			z := complex(1, 0)
			for _, s := range x {
				sum += complex(float64(s), 0) * z
				z *= w
			}
			e := real(sum)*real(sum) + imag(sum)*imag(sum)
			all += e
			if f/16 == band {
				here += e
			}
		}
		var energy float64
		for _, s := range x {
			energy += float64(s) * float64(s)
		}
		// A sine of the amplitude .5 * sqrt 2 or so.
		if rms := math.Sqrt(energy / 1024); here < .98*all || rms < 12000 || rms > 20000 {
			t.Errorf("subband %d: %.3f of the energy, %.0f", band, here/all, rms)
		}
	}
}

func TestDamaged(t *testing.T) {
	state := make([]uint64, StateSize())
	Init(state)
	buf := make([]int16, 2304)
	mp3 := make([]byte, 4000)
	x := uint32(1)
	for k := 0; k < 2000; k++ {
		for i := range mp3 {
			x = x*1664525 + 1013904223
			mp3[i] = byte(x >> 24)
		}
		for i := 0; i < len(mp3)-4; i += 417 {
			copy(mp3[i:], "\xff\xfb\x90\x40")
		}
		var info Info
		if n := Decode(state, mp3, buf, &info); n != 0 && n != 1152 && n != 384 && n != 576 {
			t.Fatal(n)
		}
	}
}

// With MINIMP3 set to the library's folder, its own vectors, but for those with tags, which another header skips.
func TestVectors(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("MINIMP3") + "/vectors/*.bit")
	if os.Getenv("MINIMP3") == "" || len(files) == 0 {
		t.Skip("no vectors")
	}
	for _, name := range files {
		mp3, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(name, ".bit") + ".pcm")
		if err != nil || strings.Contains(name, "apetag") || strings.Contains(name, "id3v") || len(mp3) > 100000 || len(want) == 0 {
			continue
		}
		pcm, _ := decode(t, mp3)
		n := len(pcm)
		if len(want)/2 < n {
			n = len(want) / 2
		}
		most := 0
		for i := 0; i < n; i++ {
			d := int(pcm[i]) - int(int16(uint16(want[2*i])|uint16(want[2*i+1])<<8))
			if d < 0 {
				d = -d
			}
			if d > most {
				most = d
			}
		}
		t.Logf("%s: %d samples of %d, the greatest difference %d", filepath.Base(name), len(pcm), len(want)/2, most)
		if most > 1 || n == 0 {
			t.Errorf("%s: %d", filepath.Base(name), most)
		}
	}
}
