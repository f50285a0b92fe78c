//! Calls: several results, methods, variadics, back into Go, panics, and all that under the garbage collector.

use super::machine::machines;

const GOC: &str = r#"package main

#include "goc.h"

typedef struct { uint32 sum; intgo calls; } Hash;

func Seven(a int8, b int64, c float32, d string, e []int, f complex128, g bool) (int8, int64, float32, string, []int, complex128, bool) {
	r0 = a; r1 = b; r2 = c; r3 = d; r4 = e; r5 = f; r6 = g;
}

func Ten(a, b, c, d, e, f, g, h, i, j int) (sum int) {
	sum = a - 2*b + 3*c - 4*d + 5*e - 6*f + 7*g - 8*h + 9*i - 10*j;
}

func (h *Hash) Add(p []byte) (n int, err error) {
	h->calls++;
	for (n = 0; n < p.len; n++)
		h->sum = h->sum * 31 + goc_at(uint8, p, n);
}

func (h Hash) Sum_of(scale uint32) uint32 { r0 = h->sum * scale; }

func Sum(a ...int) (sum int) {
	for (intgo i = 0; i < a.len; i++)
		sum += goc_at(intgo, a, i);
}

func Cleared() (n int, s string, e error, f float64, a [3]int, c complex128) {
}

func Renamed(register int, default int) (int int) {
	int_ = register_ + default_;
}

// These are Go's.
intgo go_twice(intgo) __asm__("main.Twice");
intgo go_method(Hash*) __asm__("main.Hash.Calls");
intgo go_call(intgo) __asm__("main.Apply");

func Back(n int, h *Hash) (a, b, c int) {
	a = go_twice(n);
	b = go_method(h);
	c = go_call(n);
}

func Panic(why string, at int, p []byte) {
	if (why.len > 0)
		goc_panic("told to");
	(void)goc_at(uint8, p, at);
}

func Deep(n int) (sum int) {
	volatile char room[512];
	room[0] = (char)n;
	sum = n == 0 ? room[0] : main_Deep(n - 1) + 1;
}

func Helpers(a, b string) (joined string, order int, equal bool, part []int32, copied string) {
	uint8 *room = goc_alloc((uintptr)(a.len + b.len));
	__builtin_memcpy(room, a.str, (unsigned long)a.len);
	__builtin_memcpy(room + a.len, b.str, (unsigned long)b.len);
	joined = goc_string(room, a.len + b.len);
	order = goc_string_compare(a, b);
	equal = goc_string_equal(a, goc_cstring("abc"));
	part = goc_make(10, sizeof(int32));
	for (intgo i = 0; i < part.len; i++)
		goc_at(int32, part, i) = (int32)i;
	part = goc_subslice(part, 2, 5, sizeof(int32));
	copied = goc_string_copy(b.str, b.len);
}
"#;

const GO: &str = r#"package main

import (
	"fmt"
	"runtime"
	"sync"
)

type Hash struct {
	sum   uint32
	calls int
}

func Twice(n int) int     { return 2 * n }
func (h *Hash) Calls() int { return h.calls }
func Apply(n int) int {
	f := func() int { runtime.GC(); return n + 1 }
	return f()
}

func recovered(f func()) (what string) {
	defer func() { what = fmt.Sprint(recover()) }()
	f()
	return "nothing"
}

// What a goroutine makes goes through C and must come back whole, while others collect garbage.
func worker(seed int) (bad int) {
	for i := 0; i < 300; i++ {
		s := fmt.Sprint("text ", seed, i)
		e := []int{seed, i}
		_, b, _, d, e2, _, _ := Seven(1, int64(i), 2, s, e, 0, true)
		joined, _, _, part, copied := Helpers(s, d)
		h := &Hash{}
		h.Add([]byte(joined))
		if i%10 == 0 {
			runtime.GC()
		}
		_, calls, c := Back(i, h)
		if b != int64(i) || d != s || e2[0] != seed || joined != s+s || part[2] != 4 || copied != s || calls != 1 || c != i+1 {
			bad++
		}
		if recovered(func() { Panic("x", 0, nil) }) != "runtime error: told to" {
			bad++
		}
	}
	return
}

func main() {
	fmt.Println(Seven(-1, 1<<40, 0.5, "seven", []int{7}, 1i, true))
	fmt.Println(Ten(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
	h := &Hash{}
	fmt.Println(h.Add([]byte("ab")))
	fmt.Println(h.sum, h.Sum_of(2), Hash{5, 0}.Sum_of(3), h.calls)
	fmt.Println(Sum(), Sum(1, 2, 3))
	fmt.Println(Cleared())
	fmt.Println(Renamed(3, 4))
	fmt.Println(Back(21, h))
	fmt.Println(recovered(func() { Panic("x", 0, nil) }))
	fmt.Println(recovered(func() { Panic("", 5, make([]byte, 3)) }))
	fmt.Println(recovered(func() { Panic("", 2, make([]byte, 3)) }))
	fmt.Println(Deep(100))
	fmt.Println(Helpers("abc", "abd"))
	var group sync.WaitGroup
	var bad [8]int
	for i := range bad {
		group.Add(1)
		go func(i int) {
			defer group.Done()
			bad[i] = worker(i)
		}(i)
	}
	group.Wait()
	fmt.Println("bad", bad)
}
"#;

const EXPECT: &str = "-1 1099511627776 0.5 seven [7] (0+1i) true
-55
2 <nil>
3105 6210 15 1
0 6
0  <nil> 0 [0 0 0] (0+0i)
7
42 1 22
runtime error: told to
runtime error: index out of range [5] with length 3
<nil>
100
abcabd -1 true [2 3 4] abd
bad [0 0 0 0 0 0 0 0]
";

#[test]
fn calls_cross_in_both_directions_under_the_garbage_collector() {
    for machine in machines("calls") {
        assert_eq!(machine.run(GOC, GO), EXPECT, "{}", machine.name);
        println!("{}: calls, methods, panics, 8 goroutines under the garbage collector", machine.name);
    }
}
