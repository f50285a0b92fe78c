# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_gen_runtime_global_optspecs
    string join \n V/version generate= out-dir= v/verbose h/help
end

function __fish_gen_runtime_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_gen_runtime_global_optspecs) -- $cmd 2>/dev/null
    or argparse -s (__fish_gen_runtime_global_optspecs) -- $cmd '' 2>/dev/null
    or return
    if contains -- "$argv[1]" help zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain
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

complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -l generate -d 'Print a man page or a shell\'s completions; with --out-dir, write them to files' -r -f -a "man\t'A man page; with --out-dir one for each command, too'
bash\t'Completions for bash'
zsh\t'Completions for zsh'
fish\t'Completions for fish'
powershell\t'Completions for PowerShell'
elvish\t'Completions for elvish'"
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -l out-dir -d 'With --generate, write to DIR' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -s V -l version -d 'Print the version; with --verbose, how it was built'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -s v -l verbose -d 'With --version, say how it was built'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zasm" -d 'Offsets and constants for assembly, from acid text (6c -a)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zruntime-defs" -d 'Declarations for Go, from those of several C files (6c -q)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zgoarch" -d 'The architecture as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zgoos" -d 'The system as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zversion" -d 'Where Go is installed, and its version, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zsys" -d 'Assembly that the platform needs'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zexperiment" -d 'The experiments for C'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "zdefaultcc" -d 'The C compilers that a tree\'s go command calls, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "opnames" -d 'The names of a compiler\'s opcodes, from its go.h'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "anames" -d 'The names of an assembler\'s opcodes, from its [568].out.h'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "symabis" -d 'The references that other packages\' assembly makes, from what assemblers print (-gensymabis)'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "version" -d 'The version of a tree, from its VERSION files, git or Mercurial'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "all" -d 'Every file of a platform, under its historical name'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "dist" -d 'Do with a tree of old Go what its own program `dist` did'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "build" -d 'Build packages of one\'s own, and executables'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "install" -d 'Build packages of one\'s own, and put archives and programs into folders'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "run" -d 'Build a program, and run it'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "list" -d 'List packages of one\'s own: their files, and those that are left out'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "go" -d 'Run the go command with what .goc files of dialect gc become laid over their packages'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "clean" -d 'Remove what `build` and `go` made in a module, and nothing else'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "goc2c" -d 'Translate a .goc file, as the program goc2c does'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "archive" -d 'Append objects to an archive, as go1.3 and go1.4 did'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "cgo" -d 'Run a tool chain\'s cgo, judge what it wrote, and tell which headers were read'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "before-tool" -d 'What `go` puts before the go command\'s tools'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "env" -d 'What `dist env` was called before'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "banner" -d 'What `dist banner` was called before'
complete -c gen-runtime -n "__fish_gen_runtime_needs_command" -f -a "explain" -d 'Say more about an error: why it is one, and an example put right'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zasm" -d 'Offsets and constants for assembly, from acid text (6c -a)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zruntime-defs" -d 'Declarations for Go, from those of several C files (6c -q)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zgoarch" -d 'The architecture as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zgoos" -d 'The system as a constant of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zversion" -d 'Where Go is installed, and its version, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zsys" -d 'Assembly that the platform needs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zexperiment" -d 'The experiments for C'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "zdefaultcc" -d 'The C compilers that a tree\'s go command calls, as constants of Go'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "opnames" -d 'The names of a compiler\'s opcodes, from its go.h'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "anames" -d 'The names of an assembler\'s opcodes, from its [568].out.h'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "symabis" -d 'The references that other packages\' assembly makes, from what assemblers print (-gensymabis)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "version" -d 'The version of a tree, from its VERSION files, git or Mercurial'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "all" -d 'Every file of a platform, under its historical name'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "dist" -d 'Do with a tree of old Go what its own program `dist` did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "build" -d 'Build packages of one\'s own, and executables'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "install" -d 'Build packages of one\'s own, and put archives and programs into folders'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "run" -d 'Build a program, and run it'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "list" -d 'List packages of one\'s own: their files, and those that are left out'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "go" -d 'Run the go command with what .goc files of dialect gc become laid over their packages'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "clean" -d 'Remove what `build` and `go` made in a module, and nothing else'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "goc2c" -d 'Translate a .goc file, as the program goc2c does'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "archive" -d 'Append objects to an archive, as go1.3 and go1.4 did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "cgo" -d 'Run a tool chain\'s cgo, judge what it wrote, and tell which headers were read'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "before-tool" -d 'What `go` puts before the go command\'s tools'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "env" -d 'What `dist env` was called before'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "banner" -d 'What `dist banner` was called before'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "explain" -d 'Say more about an error: why it is one, and an example put right'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and not __fish_seen_subcommand_from zasm zruntime-defs zgoarch zgoos zversion zsys zexperiment zdefaultcc opnames anames symabis version all dist build install run list go clean goc2c archive cgo before-tool env banner explain" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "bootstrap" -d 'Build all that a tree\'s go command needs, and that command, with the machine\'s C compiler'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "install" -d 'Build directories of a tree with the tree\'s own compilers, and the machine\'s'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "clean" -d 'Remove what was made in a tree, and nothing else'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "env" -d 'Print a tree\'s variables, as its own program did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "banner" -d 'Print what an installation ends with'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "version" -d 'Print a tree\'s version, as `gen-runtime version`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand help; and __fish_seen_subcommand_from dist" -f -a "std" -d 'Have a tree\'s go command build the rest: a step of `bootstrap --std`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l struct -d 'Look for a struct and put PREFIX_ before its fields; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l format -d 'The form of offsets and constants' -r -f -a "c\t'#define, after what the release\'s assembly needs'
go\t'Constants of Go'
json\t'A JSON object'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l package -d 'The package of Go constants' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l emit-asserts -d 'Write a C file that proves the offsets and sizes to any C compiler' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l only -d 'Look for no other structs than those'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -l sizes -d 'Write PREFIX__size too'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zasm" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zruntime-defs" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoarch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zgoos" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zversion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zsys" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zexperiment" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l cc -d 'The C compiler' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l cxx -d 'The C++ compiler' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand zdefaultcc" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand opnames" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand anames" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l from -d 'What another package\'s assembler printed, and which package that was; may be repeated' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l for -d 'Keep only references to symbols of PKG' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l own -d 'Write after what FILE holds, the package\'s own, which stays as it is' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l append -d 'Append to FILE, the package\'s own, which is made if it is not there' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l pairs -d 'List the packages of Go\'s library that refer to each other so, and the assembly to leave out'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand symabis" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l cache -d 'Keep what git or Mercurial told in VERSION.cache'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l acid -d 'Acid text of proc.c' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l defs -d 'Declarations of Go, in order' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l out-dir -d 'Write to DIR' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand all" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -s h -l help -d 'Print help'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "bootstrap" -d 'Build all that a tree\'s go command needs, and that command, with the machine\'s C compiler'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "install" -d 'Build directories of a tree with the tree\'s own compilers, and the machine\'s'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "clean" -d 'Remove what was made in a tree, and nothing else'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "env" -d 'Print a tree\'s variables, as its own program did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "banner" -d 'Print what an installation ends with'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "version" -d 'Print a tree\'s version, as `gen-runtime version`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "std" -d 'Have a tree\'s go command build the rest: a step of `bootstrap --std`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and not __fish_seen_subcommand_from bootstrap install clean env banner version std help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l cc -d 'The machine\'s C compiler, and words that go with it [default: $CC, else gcc]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l cflags -d 'Flags for it [default: $CFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l goroot-final -d 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s p -d 'Run N programs at once [default: make\'s job server, else the number of CPUs]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s d -d 'Say more: `explain` says why each step is run' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l emit -d 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l trace -d 'Write when each step ran to FILE, for trace viewers' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l launcher -d 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l std -d 'Have the go command build the whole library, itself and the other commands, as make.bash did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l cgo -d 'Build packages that have it with cgo, which go1.2 to go1.4 can [default: as by CGO_ENABLED=0]'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s k -d 'Go on with what does not depend on a failure'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l historical-flags -d 'Call it with the release\'s own flags, and no others'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s s -d 'Link programs with the C library in them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s a -d 'Make everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s n -d 'Print lines for a shell, and run nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s x -d 'Print lines for a shell, and run them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s v -d 'Name packages; twice: log as the releases\' own programs did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -l work -d 'Work in a new temporary folder, which is named and kept'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from bootstrap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l cross -d 'What is done for another platform than the machine\'s [default: as the release did]' -r -f -a "generate\t'Generate files, and compile nothing'
build\t'Build all'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l cc -d 'The machine\'s C compiler, and words that go with it [default: $CC, else gcc]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l cflags -d 'Flags for it [default: $CFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l go-version -d 'The version [default: the tree\'s, as by `gen-runtime version`]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l goroot-final -d 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s p -d 'Run N programs at once [default: make\'s job server, else the number of CPUs]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s d -d 'Say more: `explain` says why each step is run' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l emit -d 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l trace -d 'Write when each step ran to FILE, for trace viewers' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l launcher -d 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s k -d 'Go on with what does not depend on a failure'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l historical-flags -d 'Call it with the release\'s own flags, and no others'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s s -d 'Link programs with the C library in them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s a -d 'Make everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s n -d 'Print lines for a shell, and run nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s x -d 'Print lines for a shell, and run them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s v -d 'Name packages; twice: log as the releases\' own programs did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -l work -d 'Work in a new temporary folder, which is named and kept'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from install" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -s n -d 'List what would be removed, and remove nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l goroot-final -d 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -s p -d 'Print the search path too, with the tree\'s commands first'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from env" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l goroot-final -d 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from banner" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l write -d 'When to write an output file; one that is left alone keeps its time stamp' -r -f -a "changed\t'When its content changes'
always\t'On every run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l stamp -d 'Touch FILE after every run without errors' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l depfile -d 'Write the run\'s dependencies to FILE, for make and Ninja' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l print -d 'List the files that a run would write, and write none' -r -f -a "outputs\t'The files that a run would write'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -s o -l output -d 'Write to FILE; `-` for standard output' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l cache -d 'Keep what git or Mercurial told in VERSION.cache'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l strict -d 'Take warnings for errors'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l no-warnings -d 'Show no warnings'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l check -d 'Write nothing; exit with 1 if an output is missing or differs'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -l diff -d 'As --check, and show the differences on standard output'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l go -d 'The go command' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l depfile -d 'Write a rule for make with the files that it made' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -s o -l output -d 'Write to FILE that it is done' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -l all -d 'Have it build everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from std" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "bootstrap" -d 'Build all that a tree\'s go command needs, and that command, with the machine\'s C compiler'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "install" -d 'Build directories of a tree with the tree\'s own compilers, and the machine\'s'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "clean" -d 'Remove what was made in a tree, and nothing else'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "env" -d 'Print a tree\'s variables, as its own program did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "banner" -d 'Print what an installation ends with'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "version" -d 'Print a tree\'s version, as `gen-runtime version`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "std" -d 'Have a tree\'s go command build the rest: a step of `bootstrap --std`'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand dist; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s o -l output -d 'Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l toolchain -d 'The compilers' -r -f -a "gccgo\t'gccgo for Go (\$GCCGO, \$GCCGOFLAGS), gcc for C (\$CC, \$CFLAGS), ar'
plan9\t'The Plan 9 compilers of old releases: 6g, 6c, 6a, 6l and their kin'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l tool-dir -d 'The folder of the Plan 9 compilers [default: the tree\'s]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l cgo -d 'The program cgo, for packages that import "C" [default: gccgo\'s, or the tree\'s]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l tags -d 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l pkgpath -d 'The import path of a package that is in no module' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l gcflags -d 'Flags for the Go compiler of old Go, after those of $GCFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l gccgoflags -d 'Flags for gccgo, after those of $GCCGOFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l ldflags -d 'Flags for the linker; for gccgo after those of $LDFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s p -d 'Run N programs at once [default: make\'s job server, else the number of CPUs]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s d -d 'Say more: `explain` says why each step is run' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l emit -d 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l trace -d 'Write when each step ran to FILE, for trace viewers' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l launcher -d 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l fail-fast -d 'Stop at the first failure, rather than go on with what does not depend on it'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s a -d 'Make everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s n -d 'Print lines for a shell, and run nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s x -d 'Print lines for a shell, and run them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s v -d 'Name packages; twice: log as the releases\' own programs did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -l work -d 'Work in a new temporary folder, which is named and kept'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand build" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l pkg-dir -d 'The folder of archives [default: .gen-runtime/pkg/OS_ARCH in the module\'s folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l bin-dir -d 'The folder of programs [default: $GOBIN]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l toolchain -d 'The compilers' -r -f -a "gccgo\t'gccgo for Go (\$GCCGO, \$GCCGOFLAGS), gcc for C (\$CC, \$CFLAGS), ar'
plan9\t'The Plan 9 compilers of old releases: 6g, 6c, 6a, 6l and their kin'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l tool-dir -d 'The folder of the Plan 9 compilers [default: the tree\'s]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l cgo -d 'The program cgo, for packages that import "C" [default: gccgo\'s, or the tree\'s]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l tags -d 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l pkgpath -d 'The import path of a package that is in no module' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l gcflags -d 'Flags for the Go compiler of old Go, after those of $GCFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l gccgoflags -d 'Flags for gccgo, after those of $GCCGOFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l ldflags -d 'Flags for the linker; for gccgo after those of $LDFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s p -d 'Run N programs at once [default: make\'s job server, else the number of CPUs]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s d -d 'Say more: `explain` says why each step is run' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l emit -d 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l trace -d 'Write when each step ran to FILE, for trace viewers' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l launcher -d 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l fail-fast -d 'Stop at the first failure, rather than go on with what does not depend on it'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s a -d 'Make everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s n -d 'Print lines for a shell, and run nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s x -d 'Print lines for a shell, and run them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s v -d 'Name packages; twice: log as the releases\' own programs did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -l work -d 'Work in a new temporary folder, which is named and kept'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand install" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l toolchain -d 'The compilers' -r -f -a "gccgo\t'gccgo for Go (\$GCCGO, \$GCCGOFLAGS), gcc for C (\$CC, \$CFLAGS), ar'
plan9\t'The Plan 9 compilers of old releases: 6g, 6c, 6a, 6l and their kin'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l tool-dir -d 'The folder of the Plan 9 compilers [default: the tree\'s]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l cgo -d 'The program cgo, for packages that import "C" [default: gccgo\'s, or the tree\'s]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l tags -d 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l pkgpath -d 'The import path of a package that is in no module' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l gcflags -d 'Flags for the Go compiler of old Go, after those of $GCFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l gccgoflags -d 'Flags for gccgo, after those of $GCCGOFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l ldflags -d 'Flags for the linker; for gccgo after those of $LDFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s p -d 'Run N programs at once [default: make\'s job server, else the number of CPUs]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s d -d 'Say more: `explain` says why each step is run' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l emit -d 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l trace -d 'Write when each step ran to FILE, for trace viewers' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l launcher -d 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s a -d 'Make everything anew'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s n -d 'Print lines for a shell, and run nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s x -d 'Print lines for a shell, and run them'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s v -d 'Name packages; twice: log as the releases\' own programs did'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -l work -d 'Work in a new temporary folder, which is named and kept'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l toolchain -d 'The compilers' -r -f -a "gccgo\t'gccgo for Go (\$GCCGO, \$GCCGOFLAGS), gcc for C (\$CC, \$CFLAGS), ar'
plan9\t'The Plan 9 compilers of old releases: 6g, 6c, 6a, 6l and their kin'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l tool-dir -d 'The folder of the Plan 9 compilers [default: the tree\'s]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l cgo -d 'The program cgo, for packages that import "C" [default: gccgo\'s, or the tree\'s]' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l tags -d 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l pkgpath -d 'The import path of a package that is in no module' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l gcflags -d 'Flags for the Go compiler of old Go, after those of $GCFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l gccgoflags -d 'Flags for gccgo, after those of $GCCGOFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l ldflags -d 'Flags for the linker; for gccgo after those of $LDFLAGS' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l goroot -d 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l host-os -d 'The machine\'s system, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l host-arch -d 'The machine\'s architecture, which names the tools\' folder [default: that of this program]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l os -d 'Operating system [default: $GOOS, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l arch -d 'Architecture [default: $GOARCH, else the machine\'s]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l dialect -d 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]' -r -f -a "weekly.2012-02-07\t''
go1.0\t''
go1.1\t''
go1.2\t''
go1.3\t''
go1.4\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l experiment -d 'The tool chain\'s experiments [default: $GOEXPERIMENT, else none]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -l json -d 'Print a JSON object a package, each on a line'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l go -d 'The go command' -r -f -a "(__fish_complete_command)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l symabis-from -d 'The assembly of FROM refers to PKG, though its text does not show it; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -s d -d 'Say more: `explain` says why a package\'s files are made' -r -f -a "explain\t'Why each step is run'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l cc -d 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l cflags -d 'gc: what the C compiler is told besides, split as a shell does: `--cflags=\'-O3 -Iinclude\'`, `--cflags=amd64=-mavx2`' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l stack -d 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l align-data -d 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed' -r -f -a "32\t''"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l tag -d 'gc: the build tag that takes the assembly away in favour of Go' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l allabis -d 'Do not collect what assembly refers to: let it call all of those packages, where gc\'s compiler has -allabis'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -l arena -d 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand go" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand clean" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand clean" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand clean" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand clean" -s n -d 'List what would be removed, and remove nothing'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand clean" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l emit -d 'What to write in place of C' -r -f -a "go\t'Go that declares the functions'
prelude\t'goc.h; needs no FILE'
types\t'A C header with Go\'s types'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l dialect -d 'Whose output is written, as for goc2c' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l os -d 'Go\'s name of the system' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l arch -d 'Go\'s name of the architecture' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l go-pkgpath -d 'The package\'s path in symbols; for the Plan 9 compilers none, which their linker completes' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l tags -d 'For types: the terms that hold in build lines, separated by commas' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l depfile -d 'For types: list what was read, for Make' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -s o -l output -d 'Write to FILE' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand goc2c" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand archive" -s o -l output -d 'Write to FILE' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand archive" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand archive" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand archive" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand archive" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l tool -d 'The program cgo' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l tool-flag -d 'A flag for it; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l cc -d 'The C compiler, or a flag that belongs to it; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l flag -d 'A flag for the C compiler; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l ldflag -d 'A flag for links; may be repeated' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l out -d 'Write to DIR' -r -f -a "(__fish_complete_directories)"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l depfile -d 'List what was read, for Make' -r -F
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand cgo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand before-tool" -s h -l help -d 'Print help'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand env" -s h -l help -d 'Print help'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand banner" -s h -l help -d 'Print help'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand explain" -l message-format -d 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]' -r -f -a "human\t'With an excerpt of the source'
short\t'`file:line:col: error: text`'
json\t'A JSON object a line'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand explain" -l color -d 'When to use colour' -r -f -a "auto\t'As the environment and the terminal have it'
always\t'Always'
never\t'Never'"
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand explain" -l max-errors -d 'How many errors to show; 0 for all' -r -f
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand explain" -l page -d 'Print the page of the manual'
complete -c gen-runtime -n "__fish_gen_runtime_using_subcommand explain" -s h -l help -d 'Print help (see more with \'--help\')'
