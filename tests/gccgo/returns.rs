//! `return;` in a body whose function has results: it gives what they hold then, as in Go.

use super::machine::{machines, write_package};

const GOC: &str = r#"package main

#include "goc.h"

Iface failed(void) __asm__("main.Failed");
void count(void *p) __asm__("main.Count");

func One(n int) (half int) {
	if (n % 2)
		return /* nothing yet */
			;
	half = n / 2;
}

func Unnamed(n int) (int, string, error) {
	r0 = n;
	if (n == 0) return;
	r1 = goc_cstring("not 0");
	if (n == 1) { return; }
	r2 = failed();
	return;
}

func Loop(a []int, wanted int) (at int, found bool) {
	for (at = 0; at < a.len; at++)
		switch (goc_at(intgo, a, at)) {
		case 99:
			return;
		default:
			if (goc_at(intgo, a, at) == wanted) {
				found = 1;
				return;
			}
		}
	at = -1;
}

// A jump may leave the scope of an array, and pass over another.
func Arrays(n int) (sum int) {
	intgo before[n];
	before[0] = 1;
	sum = before[0];
	if (n == 1) return;
	intgo after[n];
	after[0] = 2;
	sum += after[0];
}

// What is cleaned up is what has been set up.
func Cleaned(n int) (a int) {
	__attribute__((cleanup(count))) int one = 1;
	a = one;
	if (n == 0) return;
	__attribute__((cleanup(count))) int two = 2;
	a = two;
	if (n == 1) return;
	if (n == 2) goto last;
	a = 3;
last:
}

// A function inside returns for itself.
func Inner(n int) (sum int) {
	void add(int more) {
		if (more == 0) return;
		sum += more;
		return;
	}
	for (int i = 0; i < n; i++) add(i);
	if (sum > 3) return;
	sum = -1;
}

func Shadowed(n int) (sum int) {
	sum = n;
	{ intgo sum = 7; if (n == sum) return; }
	sum++;
}

func Nothing(n int) {
	if (n == 0) return;
	count(&n);
}
"#;

const GO: &str = r#"package main

import (
	"errors"
	"fmt"
	"unsafe"
)

var counted int

func Failed() error          { return errors.New("failed") }
func Count(p unsafe.Pointer) { counted++ }

func main() {
	fmt.Println(One(7), One(8))
	for n := 0; n < 3; n++ {
		fmt.Println(Unnamed(n))
	}
	fmt.Println(Loop([]int{1, 2, 3}, 3))
	fmt.Println(Loop([]int{1, 99, 3}, 3))
	fmt.Println(Loop(nil, 3))
	fmt.Println(Arrays(1), Arrays(2))
	for n := 0; n < 3; n++ {
		fmt.Print(Cleaned(n), counted, " ")
		counted = 0
	}
	fmt.Println(Inner(2), Inner(4), Shadowed(7), Shadowed(8))
	Nothing(0)
	Nothing(1)
	fmt.Println(counted)
}
"#;

const EXPECT: &str = "0 4
0  <nil>
1 not 0 <nil>
2 not 0 failed
2 true
1 false
-1 false
1 3
1 1 2 2 2 2 -1 6 7 9
1
";

#[test]
fn a_bare_return_gives_what_the_results_hold() {
    for machine in machines("bare returns") {
        assert_eq!(machine.run(GOC, GO), EXPECT, "{}", machine.name);
    }
}

#[test]
fn a_bare_return_that_a_macro_hides_is_refused() {
    let hidden = "package main\n\n#include \"goc.h\"\n\n#define OUT return\n\n\
        static int other(int x) {\n\tif (x) return 1;\n\t__builtin_trap();\n}\n\n\
        func F(n int) (r int) {\n\tr = other(1);\n\tif (n)\n\t\tOUT;\n}\n\n\
        static int another(int x) { if (x) return other(x); }\nint (*kept)(int) = another;\n";
    for machine in machines("hidden returns") {
        let folder = tempfile::tempdir().unwrap();
        let compile = |goc: &str| {
            write_package(folder.path(), "prog", goc, None);
            // Nobody asks for warnings here: the error is the C's own doing.
            machine.try_compile_c_with(folder.path(), "prog", &["-std=gnu11"])
        };
        let why = compile(hidden).unwrap_err();
        assert!(why.contains("prog.goc:15:") && why.contains("error: ‘return’ with no value"), "{why}");
        // What falls off its end at file scope is C's own.
        assert_eq!(why.matches(": error:").count(), 1, "{why}");
        compile(&hidden.replace("OUT return", "OUT return r")).unwrap();
    }
}
