# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_gen_runtime_global_optspecs
    string join \n generate= h/help V/version
end

function __fish_gen_runtime_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_gen_runtime_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_gen_runtime_using_subcommand
    set -l cmd (__fish_gen_runtime_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -l generate -d 'Print a man page or completions' -r -f -a "man\t'A man page'
bash\t'Completions for bash'
zsh\t'Completions for zsh'
fish\t'Completions for fish'
powershell\t'Completions for PowerShell'
elvish\t'Completions for elvish'"
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -s V -l version -d 'Print version'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zasm" -d 'Offsets and constants for assembly, from acid text (6c -a)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zruntime-defs" -d 'Declarations for Go, from those of several C files (6c -q)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zgoarch" -d 'The architecture as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zgoos" -d 'The system as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zversion" -d 'Where Go is installed, and its version, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zsys" -d 'Assembly that the platform needs'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zexperiment" -d 'The experiments for C'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "opnames" -d 'The names of a compiler\'s opcodes, from its go.h'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "anames" -d 'The names of an assembler\'s opcodes, from its [568].out.h'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "symabis" -d 'The references that other packages\' assembly makes, from what assemblers print (-gensymabis)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "version" -d 'The version of a tree, from its VERSION files, git or Mercurial'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "all" -d 'Every file of a platform, under its historical name'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l struct -d 'Look for a struct and put PREFIX_ in front of its fields; may be repeated' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l format -d 'The form of offsets and constants' -r -f -a "c\t'#define, behind what the release\'s assembly needs'
go\t'Constants of Go'
json\t'A JSON object'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l package -d 'The package of Go constants' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l emit-asserts -d 'Write a C file that proves the offsets and sizes to any C compiler' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l only -d 'Look for no other structs than those'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l sizes -d 'Write PREFIX__size too'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l goroot -d 'The tree [default: $GOROOT]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l from -d 'What another package\'s assembler printed, and which package that was; may be repeated' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l for -d 'Keep only references to symbols of PKG' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l append -d 'Append to FILE, the package\'s own, which is made if it is not there' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l pairs -d 'List the packages of Go\'s library that refer to each other so, and the assembly to leave out'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l goroot -d 'The tree [default: $GOROOT]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l cache -d 'Keep what git or Mercurial told in VERSION.cache'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l acid -d 'Acid text of proc.c' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l defs -d 'Declarations of Go, in order' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l out-dir -d 'Write to DIR' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l goroot -d 'The tree [default: $GOROOT]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l dialect -d 'Whose files are written' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l message-format -d 'Form of messages; reports for people come in the same form' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l max-errors -d 'How many errors to show; 0 for all' -r
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zasm" -d 'Offsets and constants for assembly, from acid text (6c -a)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zruntime-defs" -d 'Declarations for Go, from those of several C files (6c -q)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zgoarch" -d 'The architecture as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zgoos" -d 'The system as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zversion" -d 'Where Go is installed, and its version, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zsys" -d 'Assembly that the platform needs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "zexperiment" -d 'The experiments for C'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "opnames" -d 'The names of a compiler\'s opcodes, from its go.h'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "anames" -d 'The names of an assembler\'s opcodes, from its [568].out.h'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "symabis" -d 'The references that other packages\' assembly makes, from what assemblers print (-gensymabis)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "version" -d 'The version of a tree, from its VERSION files, git or Mercurial'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "all" -d 'Every file of a platform, under its historical name'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment opnames anames symabis version all help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
