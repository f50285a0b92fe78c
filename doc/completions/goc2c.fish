# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_goc2c_global_optspecs
    string join \n arch= os= dialect= target= 6g gcc go-pkgpath= go-prefix= emit= cc= cflags= stack= align-data= arena tag= fallback= o/output= out-dir= out-name= j/jobs= write= check diff stamp= depfile= print= stdin-name= no-line file-prefix-map= message-format= color= max-errors= V/version generate= v/verbose h/help
end

function __fish_goc2c_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_goc2c_global_optspecs) -- $cmd 2>/dev/null
    or argparse -s (__fish_goc2c_global_optspecs) -- $cmd '' 2>/dev/null
    or return
    if contains -- "$argv[1]" check verify bind init explain
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_goc2c_using_subcommand
    set -l cmd (__fish_goc2c_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c goc2c -n "__fish_goc2c_needs_command" -l arch -d 'Architecture: 386, amd64, arm, amd64p32, power64 or power64le; for gcc any [default: $GOARCH, else the machine\'s]; for dialect gc amd64, arm64 or both [default: amd64,arm64]' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l dialect -d 'Whose output is written [default: weekly.2012-02-07; gccgo11 for what only that has]' -r -f -a "r60\t''
weekly.2011-09-01\t''
weekly.2011-12-22\t''
weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
gccgo4.6\t''
gccgo4.7\t''
gccgo4.8\t''
gccgo5\t''
gccgo11\t''
gc\t''"
complete -c goc2c -n "__fish_goc2c_needs_command" -l target -d 'The compiler that takes the C [default: plan9; gcc for the gccgo dialects, gc for dialect gc]' -r -f -a "plan9\t'6c, 8c, 5c'
gcc\t'gcc'
gc\t'Today\'s Go compiler, by dialect gc'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l go-pkgpath -d 'gcc: the package path in symbols, in place of the package\'s name' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l go-prefix -d 'gcc: a prefix for the package\'s name in symbols' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l emit -d 'What to write [default: c; for dialect gc assembly and declarations]' -r -f -a "c\t'C'
layout\t'The frame of each function: offset, size and alignment of arguments and results'
prelude\t'goc.h, which the C of dialect gccgo11 includes; needs no FILE'
go\t'gccgo11: a Go file that declares the functions'
header\t'gccgo11: a C header that declares the functions'
types\t'gccgo11, gc: a C header with the Go types and constants that the files name'
stack\t'gc: bytes of stack that each function needs, and whom it calls'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l cc -d 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l cflags -d 'gc: what the C compiler is told besides, split as a shell does: `--cflags=\'-O3 -Iinclude\'`, `--cflags=amd64=-mavx2`' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l stack -d 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l align-data -d 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed' -r -f -a "32\t''"
complete -c goc2c -n "__fish_goc2c_needs_command" -l tag -d 'gc: the build tag that takes the assembly away in favour of Go' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l fallback -d 'gc: write the same functions for builds without the assembly' -r -f -a "cgo\t'The same C by cgo'"
complete -c goc2c -n "__fish_goc2c_needs_command" -s o -l output -d 'Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]' -r -F
complete -c goc2c -n "__fish_goc2c_needs_command" -l out-dir -d 'Write X.c to DIR for each X.goc; X_goc.go or X.h where --emit asks for them' -r -f -a "(__fish_complete_directories)"
complete -c goc2c -n "__fish_goc2c_needs_command" -l out-name -d 'Name outputs by a template of {stem}, {os}, {arch} and {dialect}, as `z{stem}_{os}_{arch}.c`; without --out-dir, beside their inputs' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -s j -l jobs -d 'Translate N files side by side [default: one per CPU]' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c goc2c -n "__fish_goc2c_needs_command" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c goc2c -n "__fish_goc2c_needs_command" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l stdin-name -d 'What messages and #line call standard input' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l file-prefix-map -d 'In #line, write NEW for a file name\'s prefix OLD' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_needs_command" -l generate -d 'Print a man page or a shell\'s completions; with --out-dir, write them to files' -r -f -a "man\t'A man page; with --out-dir one for each command, too'
bash\t'Completions for bash'
zsh\t'Completions for zsh'
fish\t'Completions for fish'
powershell\t'Completions for PowerShell'
elvish\t'Completions for elvish'"
complete -c goc2c -n "__fish_goc2c_needs_command" -l 6g -d 'As --target plan9'
complete -c goc2c -n "__fish_goc2c_needs_command" -l gcc -d 'As --target gcc'
complete -c goc2c -n "__fish_goc2c_needs_command" -l arena -d 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin'
complete -c goc2c -n "__fish_goc2c_needs_command" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c goc2c -n "__fish_goc2c_needs_command" -l diff -d 'As --check, and show the differences on standard output'
complete -c goc2c -n "__fish_goc2c_needs_command" -l no-line -d 'Write no #line'
complete -c goc2c -n "__fish_goc2c_needs_command" -s V -l version -d 'Print the version; with --verbose, how it was built and what it knows'
complete -c goc2c -n "__fish_goc2c_needs_command" -s v -l verbose -d 'With --version, say how it was built and what it knows'
complete -c goc2c -n "__fish_goc2c_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c goc2c -n "__fish_goc2c_needs_command" -a "check" -d 'Compare .goc files with the package\'s Go files: functions, structs, constants'
complete -c goc2c -n "__fish_goc2c_needs_command" -a "verify" -d 'gc: compare the C functions in a linked Go program with what the .goc files give, byte for byte'
complete -c goc2c -n "__fish_goc2c_needs_command" -a "bind" -d 'gc: write a .goc file to start from, for the functions of a C library'
complete -c goc2c -n "__fish_goc2c_needs_command" -a "init" -d 'Write a package to start from, with tests and a benchmark, and say what comes next'
complete -c goc2c -n "__fish_goc2c_needs_command" -a "explain" -d 'Say more about an error: why it is one, and an example put right'
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l go-files -d 'The Go files of the package, separated by commas [default: those beside the first FILE that are for this platform]' -r -F
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l dialect -d 'Whose package it is: gccgo11, or gc, where goc2c declares the functions [default: gc where goc2c made the assembly there or a `go:generate` line calls it so, else gccgo11]' -r -f -a "r60\t''
weekly.2011-09-01\t''
weekly.2011-12-22\t''
weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
gccgo4.6\t''
gccgo4.7\t''
gccgo4.8\t''
gccgo5\t''
gccgo11\t''
gc\t''"
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -l fix -d 'In Go files, write declarations of functions anew that differ from the headers; nothing else is changed'
complete -c goc2c -n "__fish_goc2c_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -l cc -d 'The C compiler for an architecture [default: the one that the committed files name, if it is here]' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -l cflags -d 'What the C compiler is told besides what the committed files say, as paths: `--cflags=-Iinclude`' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l func -d 'The functions that are wanted, where `*` and `?` stand for letters [default: all]' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l header -d 'The headers whose functions are wanted [default: all that are not the system\'s]' -r -F
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l package -d 'The package\'s name [default: that of the first FILE]' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -s o -l output -d 'Write to DIR [default: the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l cc -d 'The C compiler for an architecture [default: as for a translation]' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l cflags -d 'What the C compiler is told besides: `--cflags=\'-Isrc -DSMALL\'`' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand bind" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l package -d 'The package\'s name [default: the folder\'s]' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l gc -d 'For today\'s Go compiler [default]'
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -l gccgo -d 'For gccgo 11 and later'
complete -c goc2c -n "__fish_goc2c_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c goc2c -n "__fish_goc2c_using_subcommand explain" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -n "__fish_goc2c_using_subcommand explain" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -n "__fish_goc2c_using_subcommand explain" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c goc2c -n "__fish_goc2c_using_subcommand explain" -l page -d 'Print the page of the manual'
complete -c goc2c -n "__fish_goc2c_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
