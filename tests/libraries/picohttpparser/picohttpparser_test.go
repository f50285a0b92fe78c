package picohttpparser

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"strings"
	"testing"
)

func TestRequest(t *testing.T) {
	const text = "GET /shelf?q=1 HTTP/1.1\r\nHost: example.com\r\nUser-Agent: \303\274ber/1.0\r\nX: a\r\n b\r\n\r\nbody"
	var h [8]Header
	n, method, path, minor, count := Request(text, 0, h[:])
	if n != len(text)-4 || method != "GET" || path != "/shelf?q=1" || minor != 1 || count != 4 {
		t.Fatal(n, method, path, minor, count)
	}
	got := ""
	for _, x := range h[:count] {
		name, value := x.In(text)
		got += fmt.Sprintf("%q %q; ", name, value)
	}
	if got != `"Host" "example.com"; "User-Agent" "über/1.0"; "X" "a"; "" " b"; ` {
		t.Error(got)
	}
	for i := 0; i < len(text)-4; i++ {
		if n, _, _, _, _ := Request(text[:i], 0, h[:]); n != -2 {
			t.Errorf("%d bytes: %d", i, n)
		}
		if i > 0 {
			if n, _, _, _, _ := Request(text[:i], i-1, h[:]); n != -2 {
				t.Errorf("%d bytes after %d: %d", i, i-1, n)
			}
		}
	}
	for _, bad := range []string{"G\x00T / HTTP/1.0\r\n\r\n", "GET / HTTP/1.0\r\n:a\r\n\r\n", "GET / HTTP/1.0\r\na\x7fb: c\r\n\r\n", "GET  HTTP/1.0\r\n\r\n", "\x7fET / HTTP/1.0\r\n\r\n"} {
		if n, _, _, _, _ := Request(bad, 0, h[:]); n != -1 {
			t.Errorf("%q: %d", bad, n)
		}
	}
	if n, _, _, _, _ := Request(text, 0, h[:2]); n != -1 {
		t.Errorf("two headers: %d", n)
	}
}

// The same requests as net/http reads.
func TestAgainstGo(t *testing.T) {
	for i := 0; i < 50; i++ {
		req, _ := http.NewRequest("POST", fmt.Sprintf("http://h%d.example/%s?x=%d", i, strings.Repeat("a/", i), i), nil)
		for k := 0; k < i; k++ {
			req.Header.Set(fmt.Sprint("X-Key-", k), strings.Repeat("v", k*3+1))
		}
		var buf bytes.Buffer
		req.Write(&buf)
		back, err := http.ReadRequest(bufio.NewReader(bytes.NewReader(buf.Bytes())))
		if err != nil {
			t.Fatal(err)
		}
		var h [64]Header
		n, method, path, _, count := Request(buf.String(), 0, h[:])
		if n != buf.Len() || method != back.Method || path != back.RequestURI {
			t.Fatal(n, method, path)
		}
		for _, x := range h[:count] {
			name, value := x.In(buf.String())
			if name == "Host" {
				if value != back.Host {
					t.Error(value)
				}
			} else if name != "Content-Length" && back.Header.Get(name) != value {
				t.Error(name, value)
			}
		}
	}
}

func TestResponse(t *testing.T) {
	var h [4]Header
	n, status, msg, minor, count := Response("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n", 0, h[:])
	_, value := h[0].In("HTTP/1.0 404 Not Found\r\nA: b\r\n\r\n")
	if n != 32 || status != 404 || msg != "Not Found" || minor != 0 || count != 1 || value != "b" {
		t.Error(n, status, msg, minor, count, h[0])
	}
	if n, _, _, _, _ := Response("HTTP/1.0 4x4 Not Found\r\n\r\n", 0, h[:]); n != -1 {
		t.Error(n)
	}
}

func TestChunked(t *testing.T) {
	var buf bytes.Buffer
	w := httputil.NewChunkedWriter(&buf)
	var want []byte
	for i := 1; i < 300; i++ {
		p := bytes.Repeat([]byte{byte(i)}, i)
		want = append(want, p...)
		w.Write(p)
	}
	w.Close()
	io.WriteString(&buf, "\r\nnext")
	p := buf.Bytes()
	n, rest := Chunked(p)
	if rest != 4 || !bytes.Equal(p[:n], want) {
		t.Error(n, rest)
	}
	if _, rest := Chunked([]byte("zz\r\n")); rest != -1 {
		t.Error(rest)
	}
	if n, rest := Chunked([]byte("5\r\nabc")); n != 3 || rest != -2 {
		t.Error(n, rest)
	}
}
