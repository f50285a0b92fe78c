//! Go as a library: a shared one and an archive, called from a C program, and a plugin, loaded by a Go program; each with
//! C of a `.goc` file in it, and run.

use std::process::Command;

use super::tools::{Go, done, have, newest_go, one_build};
use super::workshop::Module;

const LIBRARY: &str = r#"package main

import "C"

import "example.com/goc/panics"
import "example.com/goc/state"

//export Sum
func Sum(n int64) (sum int64) {
	defer func() {
		if e := recover(); e != nil {
			sum = -int64(len(e.(error).Error()))
		}
	}()
	return panics.Sum([]int64{1, 2, n})
}

//export Next
func Next() int { return state.Next() }

func main() {}
"#;

const PROGRAM: &str = r#"
#include <stdio.h>
#include "library.h"

int main(void)
{
	long first = Next(), second = Next();
	printf("%ld %ld %ld %ld\n", first, second, (long)Sum(4), (long)Sum(-4));
	return 0;
}
"#;

/// The last is the length of `runtime error: panics: negative`.
const SAID: &str = "41 42 7 -31\n";

fn module(what: &str) -> Option<(Module, &'static Go)> {
    let here = cfg!(target_arch = "x86_64") && have(what, &["gcc"]);
    let go = newest_go(what).filter(|_| here)?;
    let module = Module::of("panics", "amd64");
    module.add("state", "amd64");
    Some((module, go))
}

/// Builds the library in a mode, and a C program with it; what that says.
fn run_library(mode: &str, file: &str, flags: &[&str]) -> Option<String> {
    let (module, go) = module(mode)?;
    module.write("library/library.go", LIBRARY.as_bytes());
    module.write("program.c", PROGRAM.as_bytes());
    {
        let _one = one_build();
        let mut build = module.go(go, &["build", &format!("-buildmode={mode}"), "-o", file, "./library"]);
        done(build.env("CGO_ENABLED", "1"));
    }
    let mut compile = Command::new("gcc");
    compile.current_dir(module.path()).args(["-o", "program", "program.c", file, "-lpthread"]).args(flags);
    done(&mut compile);
    Some(done(&mut Command::new(module.path().join("program"))))
}

#[test]
fn a_shared_library_is_called_from_c() {
    if let Some(said) = run_library("c-shared", "library.so", &["-Wl,-rpath,$ORIGIN"]) {
        assert_eq!(said, SAID);
    }
}

#[test]
fn an_archive_is_called_from_c() {
    if let Some(said) = run_library("c-archive", "library.a", &[]) {
        assert_eq!(said, SAID);
    }
}

const PLUGIN: &str = r#"package main

import (
	"example.com/goc/panics"
	"example.com/goc/state"
)

var Next = state.Next

func Sum(p []int64) int64 { return panics.Sum(p) }
"#;

const LOADER: &str = r#"package main

import (
	"os"
	"plugin"
	"strconv"
)

func main() {
	p, err := plugin.Open("plugin.so")
	if err != nil {
		panic(err)
	}
	next, err := p.Lookup("Next")
	if err != nil {
		panic(err)
	}
	sum, err := p.Lookup("Sum")
	if err != nil {
		panic(err)
	}
	count := *next.(*func() int)
	text := strconv.Itoa(count()) + " " + strconv.Itoa(count())
	text += " " + strconv.FormatInt(sum.(func([]int64) int64)([]int64{1, 2, 4}), 10)
	defer func() { os.Stdout.WriteString(text + " " + recover().(error).Error() + "\n") }()
	sum.(func([]int64) int64)([]int64{1, -2})
}
"#;

#[test]
fn a_plugin_is_loaded_and_called() {
    let Some((module, go)) = module("plugin") else { return };
    module.write("plugin/plugin.go", PLUGIN.as_bytes());
    module.write("loader/loader.go", LOADER.as_bytes());
    {
        let _one = one_build();
        let args = ["build", "-buildmode=plugin", "-o", "plugin.so", "./plugin"];
        done(module.go(go, &args).env("CGO_ENABLED", "1"));
        done(module.go(go, &["build", "-o", "loads", "./loader"]).env("CGO_ENABLED", "1"));
    }
    let said = done(Command::new(module.path().join("loads")).current_dir(module.path()));
    assert_eq!(said, "41 42 7 runtime error: panics: negative\n");
}
