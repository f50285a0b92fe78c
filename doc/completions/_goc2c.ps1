
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'goc2c' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'goc2c'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'goc2c' {
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture: 386, amd64, arm, amd64p32, power64 or power64le; for gcc any [default: $GOARCH, else the machine''s]; for dialect gc amd64, arm64 or both [default: amd64,arm64]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose output is written [default: weekly.2012-02-07; gccgo11 for what only that has]')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The compiler that takes the C [default: plan9; gcc for the gccgo dialects, gc for dialect gc]')
            [CompletionResult]::new('--go-pkgpath', '--go-pkgpath', [CompletionResultType]::ParameterName, 'gcc: the package path in symbols, in place of the package''s name')
            [CompletionResult]::new('--go-prefix', '--go-prefix', [CompletionResultType]::ParameterName, 'gcc: a prefix for the package''s name in symbols')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'What to write [default: c; for dialect gc assembly and declarations]')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'gc: what the C compiler is told besides, split as a shell does: `--cflags=''-O3 -Iinclude''`, `--cflags=amd64=-mavx2`')
            [CompletionResult]::new('--stack', '--stack', [CompletionResultType]::ParameterName, 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`')
            [CompletionResult]::new('--align-data', '--align-data', [CompletionResultType]::ParameterName, 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'gc: the build tag that takes the assembly away in favour of Go')
            [CompletionResult]::new('--fallback', '--fallback', [CompletionResultType]::ParameterName, 'gc: write the same functions for builds without the assembly')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]')
            [CompletionResult]::new('--out-dir', '--out-dir', [CompletionResultType]::ParameterName, 'Write X.c to DIR for each X.goc; X_goc.go or X.h where --emit asks for them')
            [CompletionResult]::new('--out-name', '--out-name', [CompletionResultType]::ParameterName, 'Name outputs by a template of {stem}, {os}, {arch} and {dialect}, as `z{stem}_{os}_{arch}.c`; without --out-dir, beside their inputs')
            [CompletionResult]::new('-j', '-j', [CompletionResultType]::ParameterName, 'Translate N files side by side [default: one per CPU]')
            [CompletionResult]::new('--jobs', '--jobs', [CompletionResultType]::ParameterName, 'Translate N files side by side [default: one per CPU]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--stdin-name', '--stdin-name', [CompletionResultType]::ParameterName, 'What messages and #line call standard input')
            [CompletionResult]::new('--file-prefix-map', '--file-prefix-map', [CompletionResultType]::ParameterName, 'In #line, write NEW for a file name''s prefix OLD')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Print a man page or a shell''s completions; with --out-dir, write them to files')
            [CompletionResult]::new('--6g', '--6g', [CompletionResultType]::ParameterName, 'As --target plan9')
            [CompletionResult]::new('--gcc', '--gcc', [CompletionResultType]::ParameterName, 'As --target gcc')
            [CompletionResult]::new('--arena', '--arena', [CompletionResultType]::ParameterName, 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('--no-line', '--no-line', [CompletionResultType]::ParameterName, 'Write no #line')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print the version; with --verbose, how it was built and what it knows')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version; with --verbose, how it was built and what it knows')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'With --version, say how it was built and what it knows')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'With --version, say how it was built and what it knows')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Compare .goc files with the package''s Go files: functions, structs, constants')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'gc: compare the C functions in a linked Go program with what the .goc files give, byte for byte')
            [CompletionResult]::new('bind', 'bind', [CompletionResultType]::ParameterValue, 'gc: write a .goc file to start from, for the functions of a C library')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Write a package to start from, with tests and a benchmark, and say what comes next')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say more about an error: why it is one, and an example put right')
            break
        }
        'goc2c;check' {
            [CompletionResult]::new('--go-files', '--go-files', [CompletionResultType]::ParameterName, 'The Go files of the package, separated by commas [default: those beside the first FILE that are for this platform]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose package it is: gccgo11, or gc, where goc2c declares the functions [default: gc where goc2c made the assembly there or a `go:generate` line calls it so, else gccgo11]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--fix', '--fix', [CompletionResultType]::ParameterName, 'In Go files, write declarations of functions anew that differ from the headers; nothing else is changed')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'goc2c;verify' {
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The C compiler for an architecture [default: the one that the committed files name, if it is here]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'What the C compiler is told besides what the committed files say, as paths: `--cflags=-Iinclude`')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'goc2c;bind' {
            [CompletionResult]::new('--func', '--func', [CompletionResultType]::ParameterName, 'The functions that are wanted, where `*` and `?` stand for letters [default: all]')
            [CompletionResult]::new('--header', '--header', [CompletionResultType]::ParameterName, 'The headers whose functions are wanted [default: all that are not the system''s]')
            [CompletionResult]::new('--package', '--package', [CompletionResultType]::ParameterName, 'The package''s name [default: that of the first FILE]')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to DIR [default: the current folder]')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to DIR [default: the current folder]')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The C compiler for an architecture [default: as for a translation]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'What the C compiler is told besides: `--cflags=''-Isrc -DSMALL''`')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'goc2c;init' {
            [CompletionResult]::new('--package', '--package', [CompletionResultType]::ParameterName, 'The package''s name [default: the folder''s]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--gc', '--gc', [CompletionResultType]::ParameterName, 'For today''s Go compiler [default]')
            [CompletionResult]::new('--gccgo', '--gccgo', [CompletionResultType]::ParameterName, 'For gccgo 11 and later')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'goc2c;explain' {
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--page', '--page', [CompletionResultType]::ParameterName, 'Print the page of the manual')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
