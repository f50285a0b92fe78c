
use builtin;
use str;

set edit:completion:arg-completer[goc2c] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'goc2c'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'goc2c'= {
            cand --arch 'Architecture: 386, amd64, arm, amd64p32, power64 or power64le; for gcc any [default: $GOARCH, else the machine''s]; for dialect gc amd64, arm64 or both [default: amd64,arm64]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --dialect 'Whose output is written [default: weekly.2012-02-07; gccgo11 for what only that has]'
            cand --target 'The compiler that takes the C [default: plan9; gcc for the gccgo dialects, gc for dialect gc]'
            cand --go-pkgpath 'gcc: the package path in symbols, in place of the package''s name'
            cand --go-prefix 'gcc: a prefix for the package''s name in symbols'
            cand --emit 'What to write [default: c; for dialect gc assembly and declarations]'
            cand --cc 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]'
            cand --cflags 'gc: what the C compiler is told besides, split as a shell does: `--cflags=''-O3 -Iinclude''`, `--cflags=amd64=-mavx2`'
            cand --stack 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`'
            cand --align-data 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed'
            cand --tag 'gc: the build tag that takes the assembly away in favour of Go'
            cand --fallback 'gc: write the same functions for builds without the assembly'
            cand -o 'Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]'
            cand --output 'Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]'
            cand --out-dir 'Write X.c to DIR for each X.goc; X_goc.go or X.h where --emit asks for them'
            cand --out-name 'Name outputs by a template of {stem}, {os}, {arch} and {dialect}, as `z{stem}_{os}_{arch}.c`; without --out-dir, beside their inputs'
            cand -j 'Translate N files side by side [default: one per CPU]'
            cand --jobs 'Translate N files side by side [default: one per CPU]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --stdin-name 'What messages and #line call standard input'
            cand --file-prefix-map 'In #line, write NEW for a file name''s prefix OLD'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --generate 'Print a man page or a shell''s completions; with --out-dir, write them to files'
            cand --6g 'As --target plan9'
            cand --gcc 'As --target gcc'
            cand --arena 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand --no-line 'Write no #line'
            cand -V 'Print the version; with --verbose, how it was built and what it knows'
            cand --version 'Print the version; with --verbose, how it was built and what it knows'
            cand -v 'With --version, say how it was built and what it knows'
            cand --verbose 'With --version, say how it was built and what it knows'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand check 'Compare .goc files with the package''s Go files: functions, structs, constants'
            cand verify 'gc: compare the C functions in a linked Go program with what the .goc files give, byte for byte'
            cand bind 'gc: write a .goc file to start from, for the functions of a C library'
            cand init 'Write a package to start from, with tests and a benchmark, and say what comes next'
            cand explain 'Say more about an error: why it is one, and an example put right'
        }
        &'goc2c;check'= {
            cand --go-files 'The Go files of the package, separated by commas [default: those beside the first FILE that are for this platform]'
            cand --dialect 'Whose package it is: gccgo11, or gc, where goc2c declares the functions [default: gc where goc2c made the assembly there or a `go:generate` line calls it so, else gccgo11]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --fix 'In Go files, write declarations of functions anew that differ from the headers; nothing else is changed'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'goc2c;verify'= {
            cand --cc 'The C compiler for an architecture [default: the one that the committed files name, if it is here]'
            cand --cflags 'What the C compiler is told besides what the committed files say, as paths: `--cflags=-Iinclude`'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'goc2c;bind'= {
            cand --func 'The functions that are wanted, where `*` and `?` stand for letters [default: all]'
            cand --header 'The headers whose functions are wanted [default: all that are not the system''s]'
            cand --package 'The package''s name [default: that of the first FILE]'
            cand -o 'Write to DIR [default: the current folder]'
            cand --output 'Write to DIR [default: the current folder]'
            cand --cc 'The C compiler for an architecture [default: as for a translation]'
            cand --cflags 'What the C compiler is told besides: `--cflags=''-Isrc -DSMALL''`'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'goc2c;init'= {
            cand --package 'The package''s name [default: the folder''s]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --gc 'For today''s Go compiler [default]'
            cand --gccgo 'For gccgo 11 and later'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'goc2c;explain'= {
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --page 'Print the page of the manual'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
    ]
    $completions[$command]
}
