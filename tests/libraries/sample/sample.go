// Package sample has the texts that the compressors here are tried with.
package sample

import (
	"bytes"
	"fmt"
	"math/rand"
)

// Words is n bytes of made-up words, which every compressor makes smaller; the same each time.
func Words(n int) []byte {
	r := rand.New(rand.NewSource(1))
	var w bytes.Buffer
	for w.Len() < n {
		fmt.Fprintf(&w, "%d bottles of %x, ", r.Intn(100), r.Intn(1000))
	}
	return w.Bytes()[:n]
}

// Texts is nothing, little, noise, many zeros, and Words of 64 KB, which are the last.
func Texts() [][]byte {
	noise := make([]byte, 5000)
	rand.New(rand.NewSource(1)).Read(noise)
	return [][]byte{nil, {}, {1}, []byte("hello, hello, hello"), make([]byte, 200000), noise, Words(64 << 10)}
}
