// Package jsmn finds the tokens of JSON text.
package jsmn

// A Token is a part of the text.
type Token struct {
	Type, Start, End, Size, Parent int32
}

// Kinds of tokens.
const (
	Object    = 1
	Array     = 2
	String    = 4
	Primitive = 8
)
