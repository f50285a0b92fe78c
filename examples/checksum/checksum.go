// Package checksum computes checksums of byte slices. Their loops are written in C, in checksum.goc.
package checksum

import (
	"errors"
	_ "unsafe" // for linkname
)

// ErrFormat is what Parse reports for text that is no checksum.
var ErrFormat = errors.New("checksum: not eight hexadecimal digits")

// A Fletcher is a running Fletcher-32 checksum. Its zero value is ready for use.
type Fletcher struct {
	a, b uint32
	n    int64
}

// Reset forgets what was written.
func (f *Fletcher) Reset() { *f = Fletcher{} }

// errFormat gives C the error.
//
//go:linkname errFormat
func errFormat() error { return ErrFormat }

// report calls a function for C, which knows a func value as a pointer.
//
//go:linkname report
func report(f func(offset int, sum uint32), offset int, sum uint32) { f(offset, sum) }
