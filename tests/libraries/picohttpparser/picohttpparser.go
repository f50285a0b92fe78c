// Package picohttpparser reads the heads of HTTP messages.
package picohttpparser

// A Header is one line of a head: where its name and value lie in the text. A line that goes on has no name.
type Header struct {
	Name, NameEnd, Value, ValueEnd uint32
}

// In returns name and value.
func (h Header) In(text string) (name, value string) {
	return text[h.Name:h.NameEnd], text[h.Value:h.ValueEnd]
}
