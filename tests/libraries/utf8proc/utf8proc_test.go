package utf8proc

import (
	"strings"
	"testing"
	"unicode"
)

type form func(dst []byte, s string, mem []byte) int

func apply(t *testing.T, f form, s string) string {
	dst := make([]byte, 20*len(s)+20)
	n := f(dst, s, make([]byte, 64<<10))
	if n < 0 {
		t.Fatalf("%q: %s", s, ErrorText(n))
	}
	return string(dst[:n])
}

func TestForms(t *testing.T) {
	for _, v := range []struct{ in, nfc, nfd, nfkc string }{
		{"", "", "", ""},
		{"plain", "plain", "plain", "plain"},
		{"e\u0301", "\u00e9", "e\u0301", "\u00e9"},
		{"\u00e9", "\u00e9", "e\u0301", "\u00e9"},
		{"\u1e9b\u0323", "\u1e9b\u0323", "\u017f\u0323\u0307", "\u1e69"},
		{"q\u0307\u0323", "q\u0323\u0307", "q\u0323\u0307", "q\u0323\u0307"},
		{"\u212b", "\u00c5", "A\u030a", "\u00c5"},
		{"\ufb01", "\ufb01", "\ufb01", "fi"},
		{"\uac00\u11a8", "\uac01", "\u1100\u1161\u11a8", "\uac01"},
		{"\u2126", "\u03a9", "\u03a9", "\u03a9"},
		{"\U0001d15e", "\U0001d157\U0001d165", "\U0001d157\U0001d165", "\U0001d157\U0001d165"},
		{"\u0958", "\u0915\u093c", "\u0915\u093c", "\u0915\u093c"},
	} {
		if got := apply(t, Compose, v.in); got != v.nfc {
			t.Errorf("NFC of %+q: %+q, want %+q", v.in, got, v.nfc)
		}
		if got := apply(t, Decompose, v.in); got != v.nfd {
			t.Errorf("NFD of %+q: %+q, want %+q", v.in, got, v.nfd)
		}
		if got := apply(t, Compat, v.in); got != v.nfkc {
			t.Errorf("NFKC of %+q: %+q, want %+q", v.in, got, v.nfkc)
		}
	}
	if got := apply(t, Fold, "Straße"); got != "strasse" {
		t.Errorf("%q", got)
	}
	if got := apply(t, ComposeUpper, "e\u0301x\u00fc"); got != "\u00c9X\u00dc" {
		t.Errorf("%q", got)
	}
	long := strings.Repeat("Ünïcödé ", 1000)
	dst := make([]byte, 3*len(long))
	n := Decompose(dst, long, make([]byte, 1<<20))
	if n < 0 || Compose(dst, string(dst[:n]), make([]byte, 1<<20)) != len(long) || string(dst[:len(long)]) != long {
		t.Error("long")
	}
}

func TestErrors(t *testing.T) {
	dst, mem := make([]byte, 100), make([]byte, 4096)
	if n := Compose(dst, "a\xff", mem); ErrorText(n) != "Invalid UTF-8 string" {
		t.Error(n, ErrorText(n))
	}
	if n := Compose(dst, strings.Repeat("x", 5000), mem); ErrorText(n) != "Memory for processing UTF-8 data could not be allocated." {
		t.Error(n, ErrorText(n))
	}
}

func TestCharacters(t *testing.T) {
	for r := rune(0); r < 0x3000; r++ {
		if unicode.IsUpper(r) != (CategoryOf(r) == "Lu") && unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic) && r < 0x500 {
			t.Errorf("%U %s", r, CategoryOf(r))
		}
		if r < 0x500 && unicode.IsLetter(r) && Lower(r) != unicode.ToLower(r) {
			t.Errorf("%U becomes %U, want %U", r, Lower(r), unicode.ToLower(r))
		}
	}
	if Upper('ß') != 'ẞ' && Upper('ß') != 'ß' || Width('界') != 2 || Width('a') != 1 || Width('\u0301') != 0 {
		t.Error(Upper('ß'), Width('界'))
	}
	if n := Graphemes("e\u0301🇩🇪👩‍👩‍👧x"); n != 4 {
		t.Error(n)
	}
	if !strings.HasPrefix(Release(), "2.") {
		t.Error(Release())
	}
}
