//go:build (amd64 || arm64) && !noasm

package lz

func init() { start() }
