package lz

import (
	"bytes"
	"math/rand"
	"strings"
	"sync"
	"testing"
)

// text is n bytes that look like prose: words of a small language, the common ones more often.
func text(n int) []byte {
	r := rand.New(rand.NewSource(1))
	words := make([]string, 400)
	for i := range words {
		for k := 2 + r.Intn(7); k > 0; k-- {
			words[i] += string("etaoinshrdlu"[r.Intn(12)])
		}
	}
	var b bytes.Buffer
	for b.Len() < n {
		b.WriteString(words[r.Intn(1+r.Intn(len(words)))])
		b.WriteByte(' ')
	}
	return b.Bytes()[:n]
}

func noise(n int) []byte {
	p := make([]byte, n)
	rand.New(rand.NewSource(2)).Read(p)
	return p
}

func roundTrip(t *testing.T, e *Encoder, plain []byte) (packed []byte) {
	t.Helper()
	packed = e.Encode([]byte("before"), plain)[6:]
	got, err := Decode([]byte("before"), packed)
	if err != nil || !bytes.Equal(got[6:], plain) {
		t.Fatalf("%d bytes, packed to %d: %d bytes, %v", len(plain), len(packed), len(got)-6, err)
	}
	return packed
}

func TestRoundTrip(t *testing.T) {
	var e Encoder
	for n := 0; n < 700; n++ {
		roundTrip(t, &e, text(n))
		roundTrip(t, &e, noise(n))
		roundTrip(t, &e, make([]byte, n))
		roundTrip(t, &e, []byte(strings.Repeat("abcdefghijk"[:1+n%11], n/11)))
	}
	for _, n := range []int{chunk - 1, chunk, chunk + 1, 5*chunk + 17} {
		roundTrip(t, &e, text(n))
		roundTrip(t, &e, noise(n))
		roundTrip(t, &e, make([]byte, n))
	}
}

func TestSize(t *testing.T) {
	var e Encoder
	// The C and the Go version write the same bytes.
	packed := roundTrip(t, &e, text(1<<16))
	if len(packed) != 36040 || Checksum(packed) != 0x35659b {
		t.Errorf("text: %d bytes, checksum %#x", len(packed), Checksum(packed))
	}
	if packed = roundTrip(t, &e, noise(chunk)); len(packed) != header+chunk {
		t.Errorf("noise: %d bytes", len(packed))
	}
	if packed = roundTrip(t, &e, make([]byte, chunk)); len(packed) > chunk/40 {
		t.Errorf("zeros: %d bytes", len(packed))
	}
}

func TestDamage(t *testing.T) {
	var e Encoder
	r := rand.New(rand.NewSource(3))
	plain := append(text(2000), noise(100)...)
	packed := e.Encode(nil, plain)
	for n := 1; n < len(packed); n++ {
		if _, err := Decode(nil, packed[:n]); err != Short {
			t.Fatalf("the first %d bytes: %v", n, err)
		}
	}
	seen := map[error]int{}
	for i := 0; i < 20000; i++ {
		bad := append([]byte(nil), packed...)
		at := r.Intn(len(bad))
		bad[at] ^= byte(1 + r.Intn(255))
		got, err := Decode(nil, bad)
		if err == nil && !bytes.Equal(got, plain) {
			t.Fatalf("damage at %d was not seen", at)
		}
		seen[err]++
	}
	for _, f := range []Fault{Short, Long, Far, WrongSum} {
		if seen[f] == 0 {
			t.Errorf("never seen: %v", f)
		}
	}
}

// Random operations with exact room: nothing before or behind the slices may be touched.
func TestRandomInput(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for i := 0; i < 20000; i++ {
		src := noise(1 + r.Intn(40))
		for k := range src {
			src[k] = byte(r.Intn(256) & r.Intn(256))
		}
		room := bytes.Repeat([]byte{0xa5}, 400)
		n := r.Intn(300)
		unpack(room[50:50+n:50+n], src)
		if strings.Trim(string(room[:50])+string(room[50+n:]), "\xa5") != "" {
			t.Fatalf("%x to %d bytes writes outside", src, n)
		}
	}
}

func TestSmallRoom(t *testing.T) {
	var e Encoder
	plain := text(1000)
	room := bytes.Repeat([]byte{0xa5}, 1000)
	need := e.pack(room, plain)
	for n := 0; n < need; n++ {
		room := bytes.Repeat([]byte{0xa5}, n+50)
		if got := e.pack(room[:n], plain); got != 0 {
			t.Fatalf("%d bytes in a room of %d", got, n)
		}
		if strings.Trim(string(room[n:]), "\xa5") != "" {
			t.Fatalf("a room of %d: writes outside", n)
		}
	}
}

func TestChecksum(t *testing.T) {
	if sum := Checksum([]byte("123456789")); sum != 0x21cf02 {
		t.Errorf("%#x", sum)
	}
	if sum := Checksum(nil); sum != 0xb704ce {
		t.Errorf("%#x", sum)
	}
}

func TestTotal(t *testing.T) {
	plain, packed := Total()
	var all sync.WaitGroup
	for i := 0; i < 8; i++ {
		all.Add(1)
		go func() {
			defer all.Done()
			var e Encoder
			for k := 0; k < 100; k++ {
				e.Encode(nil, make([]byte, 1000))
			}
		}()
	}
	all.Wait()
	plain2, packed2 := Total()
	if plain2-plain != 8*100*1000 || packed2-packed <= 0 || packed2-packed > 8*100*40 {
		t.Error(plain2-plain, packed2-packed)
	}
}

func TestFault(t *testing.T) {
	for f, want := range map[error]string{
		Short:      "lz: data ends early",
		Long:       "lz: more data than its header tells",
		Far:        "lz: a match starts before the data",
		WrongSum:   "lz: wrong checksum",
		Fault(200): "lz: unknown fault",
	} {
		if f.Error() != want {
			t.Error(f, want)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	var e Encoder
	plain := text(1 << 16)
	var packed []byte
	b.SetBytes(int64(len(plain)))
	for i := 0; i < b.N; i++ {
		packed = e.Encode(packed[:0], plain)
	}
}

func BenchmarkDecode(b *testing.B) {
	var e Encoder
	plain := text(1 << 16)
	packed := e.Encode(nil, plain)
	b.SetBytes(int64(len(plain)))
	for i := 0; i < b.N; i++ {
		plain, _ = Decode(plain[:0], packed)
	}
}
