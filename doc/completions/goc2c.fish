complete -c goc2c -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c goc2c -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c goc2c -l dialect -d 'Whose output is written' -r -f -a "r60\t''
weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
gccgo4.6\t''
gccgo4.7\t''
gccgo4.8\t''
gccgo5\t''"
complete -c goc2c -l target -d 'The compiler that takes the C [default: plan9; gcc for the gccgo dialects]' -r -f -a "plan9\t'6c, 8c, 5c'
gcc\t'gcc'"
complete -c goc2c -l go-pkgpath -d 'gcc: the package path in symbols, in place of the package\'s name' -r
complete -c goc2c -l go-prefix -d 'gcc: a prefix for the package\'s name in symbols' -r
complete -c goc2c -l emit -d 'What to write' -r -f -a "c\t'C'
layout\t'The frame of each function: offset, size and alignment of arguments and results'"
complete -c goc2c -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c goc2c -l out-dir -d 'Write X.c to DIR for each X.goc' -r -F
complete -c goc2c -l out-name -d 'Name outputs by a template, as `z{stem}_{os}_{arch}.c`; without --out-dir, beside their inputs' -r
complete -c goc2c -s j -l jobs -d 'Translate N files side by side [default: one per CPU]' -r
complete -c goc2c -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c goc2c -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c goc2c -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c goc2c -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c goc2c -l stdin-name -d 'What messages and #line call standard input' -r
complete -c goc2c -l file-prefix-map -d 'In #line, write NEW for a file name\'s prefix OLD' -r
complete -c goc2c -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c goc2c -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c goc2c -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c goc2c -l generate -d 'Print a man page or a shell\'s completions' -r -f -a "man\t'A man page'
bash\t'Completions for bash'
zsh\t'Completions for zsh'
fish\t'Completions for fish'
powershell\t'Completions for PowerShell'
elvish\t'Completions for elvish'"
complete -c goc2c -l 6g -d 'As --target plan9'
complete -c goc2c -l gcc -d 'As --target gcc'
complete -c goc2c -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c goc2c -l diff -d 'As --check, and show the differences on standard output'
complete -c goc2c -l no-line -d 'Write no #line'
complete -c goc2c -s V -l version -d 'Print the version; with --verbose, what it knows'
complete -c goc2c -s v -l verbose -d 'Say more'
complete -c goc2c -s h -l help -d 'Print help (see more with \'--help\')'
