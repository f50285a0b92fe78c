package picohttpparser

import (
	"bufio"
	"net/http"
	"strings"
	"testing"
)

const benchRequest = "GET /library/catalogue/2024/books-about-assembly-language?page=2&sort=year HTTP/1.1\r\nHost: www.library.example\r\nUser-Agent: reader/3.1 (linux; amd64) with-a-rather-long-name/20240101 and-more/102.0\r\n" +
	"Accept: text/html,text/plain;q=0.9,application/json;q=0.8,*/*;q=0.1\r\nAccept-Language: de,en-gb;q=0.7,en;q=0.3\r\nAccept-Encoding: gzip,deflate\r\nDNT: 1\r\nConnection: keep-alive\r\n" +
	"Cookie: session=0123456789abcdef0123456789abcdef; theme=dark; consent=yes\r\n\r\n"

func BenchmarkRequest_500(b *testing.B) {
	var h [32]Header
	b.SetBytes(int64(len(benchRequest)))
	for i := 0; i < b.N; i++ {
		if n, _, _, _, _ := Request(benchRequest, 0, h[:]); n != len(benchRequest) {
			b.Fatal("wrong")
		}
	}
}

func BenchmarkGo_Request_500(b *testing.B) {
	b.SetBytes(int64(len(benchRequest)))
	r := bufio.NewReader(nil)
	for i := 0; i < b.N; i++ {
		r.Reset(strings.NewReader(benchRequest))
		if _, err := http.ReadRequest(r); err != nil {
			b.Fatal(err)
		}
	}
}
