// Package lz packs bytes by finding what was there before (LZ77). The work is done in C: lz77.h is the codec, which knows
// nothing of Go, and lz.goc gives its functions Go headers. Build with -tags noasm, or for a CPU other than amd64 and
// arm64, and the same is done in Go.
//
// Packed data is a row of chunks. Each starts with the plain and the packed size (two bytes each, the low one first) and
// the checksum of the plain bytes (three bytes). If both sizes are equal, the bytes were stored as they are.
package lz

//go:generate goc2c --dialect gc lz.goc

// Nothing can interrupt C, so a call gets no more than some 100 µs of work.
const chunk = 1 << 15

const header = 7

// An Encoder packs. It may be used again and again, by one goroutine at a time. Its zero value is ready.
type Encoder struct {
	last [1 << 12]uint16 // where the codec last saw a hash
}

// A Fault is the error that Decode returns.
type Fault uint8

// What can be wrong with packed data.
const (
	Short    Fault = 1 + iota // the data ends early
	Long                      // the data goes on where it should end
	Far                       // something is copied from before the start
	WrongSum                  // the checksum is not that of the data
)

// Encode packs src and appends that to dst.
func (e *Encoder) Encode(dst, src []byte) []byte {
	for len(src) > 0 {
		plain := src
		if len(plain) > chunk {
			plain = plain[:chunk]
		}
		src = src[len(plain):]
		start := len(dst)
		dst = append(dst, make([]byte, header+len(plain))...)
		body := dst[start+header:]
		n := e.pack(body[:len(plain)-1], plain)
		if n == 0 {
			n = copy(body, plain)
		}
		sum := Checksum(plain)
		copy(dst[start:], []byte{
			byte(len(plain)), byte(len(plain) >> 8),
			byte(n), byte(n >> 8),
			byte(sum), byte(sum >> 8), byte(sum >> 16),
		})
		dst = dst[:start+header+n]
	}
	return dst
}

// Decode unpacks src and appends that to dst. When it returns an error, what it appended are the chunks before it.
func Decode(dst, src []byte) ([]byte, error) {
	for len(src) > 0 {
		if len(src) < header {
			return dst, Short
		}
		size, n := int(src[0])|int(src[1])<<8, int(src[2])|int(src[3])<<8
		sum := uint32(src[4]) | uint32(src[5])<<8 | uint32(src[6])<<16
		src = src[header:]
		if n > len(src) {
			return dst, Short
		}
		start := len(dst)
		dst = append(dst, make([]byte, size)...)
		plain := dst[start:]
		if n == size {
			copy(plain, src)
		} else if f := unpack(plain, src[:n]); f != 0 {
			return dst[:start], Fault(f)
		}
		if Checksum(plain) != sum {
			return dst[:start], WrongSum
		}
		src = src[n:]
	}
	return dst, nil
}
