package checksum

import (
	"bytes"
	"fmt"
	"hash/adler32"
	"io"
	"runtime"
	"strings"
	"sync"
	"testing"
)

var texts = []string{"", "a", "Wikipedia", strings.Repeat("\xff", 20000), strings.Repeat("abc", 5552)}

func TestAdler32(t *testing.T) {
	for _, text := range texts {
		if got, want := Adler32([]byte(text)), adler32.Checksum([]byte(text)); got != want {
			t.Errorf("Adler32 of %d bytes = %08x, want %08x", len(text), got, want)
		}
	}
}

func TestFletcher(t *testing.T) {
	var f Fletcher
	n, err := io.Copy(&f, io.Reader(strings.NewReader("abcde")))
	if n != 5 || err != nil {
		t.Fatal(n, err)
	}
	// 97+98+99+100+101, and its running sum.
	if sum, length := f.Sum32(); sum != 1475<<16|495 || length != 5 {
		t.Errorf("Sum32 = %d, %d", sum, length)
	}
	f.Reset()
	if sum, length := f.Sum32(); sum != 0 || length != 0 {
		t.Errorf("Sum32 after Reset = %d, %d", sum, length)
	}
}

func TestParse(t *testing.T) {
	if sum, err := Parse("11E60398"); sum != 0x11e60398 || err != nil {
		t.Errorf("Parse = %08x, %v", sum, err)
	}
	for _, bad := range []string{"", "1234567", "1234567g", "123456789"} {
		if sum, err := Parse(bad); sum != 0 || err != ErrFormat {
			t.Errorf("Parse(%q) = %08x, %v", bad, sum, err)
		}
	}
}

func TestBlocksCallsBack(t *testing.T) {
	p := bytes.Repeat([]byte("block"), 1000)
	var offsets []int
	Blocks(p, 2048, func(offset int, sum uint32) {
		runtime.GC()
		offsets = append(offsets, offset)
		end := offset + 2048
		if end > len(p) {
			end = len(p)
		}
		if want := adler32.Checksum(p[offset:end]); sum != want {
			t.Errorf("block at %d: %08x, want %08x", offset, sum, want)
		}
	})
	if fmt.Sprint(offsets) != "[0 2048 4096]" {
		t.Error(offsets)
	}
}

func TestPanicOfCIsRecovered(t *testing.T) {
	defer func() {
		if err, ok := recover().(error); !ok || !strings.Contains(err.Error(), "block size") {
			t.Error(err)
		}
	}()
	Blocks(nil, 0, nil)
}

func TestManyGoroutines(t *testing.T) {
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			for n := 0; n < 200; n++ {
				p := bytes.Repeat([]byte{byte(i), byte(n)}, 500)
				if n%20 == 0 {
					runtime.GC()
				}
				if Adler32(p) != adler32.Checksum(p) {
					t.Error("wrong sum")
				}
			}
		}(i)
	}
	group.Wait()
}

func BenchmarkAdler32(b *testing.B) {
	p := make([]byte, 4096)
	b.SetBytes(int64(len(p)))
	for i := 0; i < b.N; i++ {
		Adler32(p)
	}
}
