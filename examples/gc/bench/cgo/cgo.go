// Package cgo has the same C, called by cgo.
package cgo

// #cgo CFLAGS: -O2
// #cgo noescape step
// #cgo nocallback step
// #cgo noescape lz77_pack
// #cgo nocallback lz77_pack
// #cgo noescape dot
// #cgo nocallback dot
// #include "../c/dot.h"
// #include "../c/step.h"
// #include "../../lz/lz77.h"
import "C"

import "unsafe"

func Step(h, a, b uint64) uint64 {
	return uint64(C.step(C.uint64_t(h), C.uint64_t(a), C.uint64_t(b)))
}

func Pack(dst, src []byte, last *[4096]uint16) int {
	return int(C.lz77_pack((*C.uint8_t)(unsafe.SliceData(dst)), C.ptrdiff_t(len(dst)),
		(*C.uint8_t)(unsafe.SliceData(src)), C.ptrdiff_t(len(src)), (*C.uint16_t)(&last[0])))
}

func Dot(a, b []float32) float32 {
	return float32(C.dot((*C.float)(unsafe.SliceData(a)), (*C.float)(unsafe.SliceData(b)), C.ptrdiff_t(len(a))))
}
