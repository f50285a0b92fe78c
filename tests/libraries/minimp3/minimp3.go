// Package minimp3 decodes MP3.
package minimp3

// Info is what a frame's header says.
type Info struct {
	FrameBytes, FrameOffset, Channels, Hz, Layer, Kbps int32
}
