// Package plain has the same in Go.
package plain

import "encoding/binary"

//go:noinline
func Step(h, a, b uint64) uint64 {
	h = (h ^ a) * 0x9e3779b97f4a7c15
	h ^= h >> 32
	h = (h ^ b) * 0xd6e8feb86659fd93
	return h ^ h>>29
}

const (
	least = 4
	most  = least + 127
	run   = 128
)

func Pack(dst, src []byte, last *[4096]uint16) int {
	*last = [4096]uint16{}
	to, at, done := 0, 0, 0
	for len(src)-at >= least {
		v := binary.LittleEndian.Uint32(src[at:])
		slot := &last[v*2654435761>>20]
		from, n := int(*slot), least
		*slot = uint16(at)
		if from >= at || binary.LittleEndian.Uint32(src[from:]) != v {
			at += 1 + (at-done)/64
			continue
		}
		for n < most && n < len(src)-at && src[from+n] == src[at+n] {
			n++
		}
		to = literals(dst, to, src[done:at])
		if to < 0 || len(dst)-to < 3 {
			return 0
		}
		back := at - from
		dst[to], dst[to+1], dst[to+2] = byte(0x80|(n-least)), byte(back), byte(back>>8)
		to += 3
		at += n
		done = at
	}
	to = literals(dst, to, src[done:])
	if to < 0 {
		return 0
	}
	return to
}

func literals(dst []byte, to int, p []byte) int {
	for len(p) > 0 {
		n := len(p)
		if n > run {
			n = run
		}
		if len(dst)-to <= n {
			return -1
		}
		dst[to] = byte(n - 1)
		copy(dst[to+1:], p[:n])
		to += 1 + n
		p = p[n:]
	}
	return to
}

func Dot(a, b []float32) (sum float32) {
	b = b[:len(a)]
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}
