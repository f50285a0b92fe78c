//go:build noasm || !(amd64 || arm64)

package lz

import (
	"encoding/binary"
	"sync/atomic"
)

// The same as lz77.h and lz.goc, in Go.

const (
	least = 4
	most  = least + 127
	run   = 128
)

var totalPlain, totalPacked int64

func (e *Encoder) pack(dst, src []byte) int {
	n := e.packed(dst, src)
	atomic.AddInt64(&totalPlain, int64(len(src)))
	if n > 0 {
		atomic.AddInt64(&totalPacked, int64(n))
	} else {
		atomic.AddInt64(&totalPacked, int64(len(src)))
	}
	return n
}

func (e *Encoder) packed(dst, src []byte) int {
	e.last = [1 << 12]uint16{}
	to, at, done := 0, 0, 0
	plain := func() bool {
		for done < at {
			n := at - done
			if n > run {
				n = run
			}
			if len(dst)-to <= n {
				return false
			}
			dst[to] = byte(n - 1)
			copy(dst[to+1:], src[done:done+n])
			to += 1 + n
			done += n
		}
		return true
	}
	for len(src)-at >= least {
		v := binary.LittleEndian.Uint32(src[at:])
		slot := &e.last[v*2654435761>>20]
		from, n := int(*slot), least
		*slot = uint16(at)
		if from >= at || binary.LittleEndian.Uint32(src[from:]) != v {
			at += 1 + (at-done)/64
			continue
		}
		for n < most && n < len(src)-at && src[from+n] == src[at+n] {
			n++
		}
		if !plain() || len(dst)-to < 3 {
			return 0
		}
		back := at - from
		dst[to], dst[to+1], dst[to+2] = byte(0x80|(n-least)), byte(back), byte(back>>8)
		to += 3
		at += n
		done = at
	}
	at = len(src)
	if !plain() {
		return 0
	}
	return to
}

func unpack(dst, src []byte) (fault uint8) {
	at := 0
	for len(src) > 0 {
		op := src[0]
		src = src[1:]
		n := int(op) + 1
		if op < 0x80 {
			if n > len(src) {
				return uint8(Short)
			}
			if n > len(dst)-at {
				return uint8(Long)
			}
			copy(dst[at:], src[:n])
			src = src[n:]
		} else {
			if len(src) < 2 {
				return uint8(Short)
			}
			n = int(op&0x7f) + least
			back := int(src[0]) | int(src[1])<<8
			src = src[2:]
			if n > len(dst)-at {
				return uint8(Long)
			}
			if back == 0 || back > at {
				return uint8(Far)
			}
			for k := at; k < at+n; k++ {
				dst[k] = dst[k-back]
			}
		}
		at += n
	}
	if at < len(dst) {
		return uint8(Short)
	}
	return 0
}

var table = func() (t [256]uint32) {
	for i := range t {
		sum := uint32(i) << 16
		for k := 0; k < 8; k++ {
			sum = sum<<1 ^ sum>>23*0x1864cfb
		}
		t[i] = sum
	}
	return t
}()

// Checksum returns the CRC-24 of p, which OpenPGP uses too.
func Checksum(p []byte) uint32 {
	sum := uint32(0xb704ce)
	for _, c := range p {
		sum = sum<<8 ^ table[byte(sum>>16)^c]
	}
	return sum & 0xffffff
}

// Total returns how many bytes all encoders were given, and to how many they packed them.
func Total() (plain, packed int64) {
	return atomic.LoadInt64(&totalPlain), atomic.LoadInt64(&totalPacked)
}

var texts = [...]string{
	"lz: no fault",
	"lz: data ends early",
	"lz: more data than its header tells",
	"lz: a match starts before the data",
	"lz: wrong checksum",
}

// Error tells the fault in words.
func (f Fault) Error() string {
	if int(f) < len(texts) {
		return texts[f]
	}
	return "lz: unknown fault"
}
