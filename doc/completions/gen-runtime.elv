
use builtin;
use str;

set edit:completion:arg-completer[gen-runtime] = {|@words|
    fn spaces {|n|
        builtin:repeat $n ' ' | str:join ''
    }
    fn cand {|text desc|
        edit:complex-candidate $text &display=$text' '(spaces (- 14 (wcswidth $text)))$desc
    }
    var command = 'gen-runtime'
    for word $words[1..-1] {
        if (str:has-prefix $word '-') {
            break
        }
        set command = $command';'$word
    }
    var completions = [
        &'gen-runtime'= {
            cand --generate 'Print a man page or a shell''s completions; with --out-dir, write them to files'
            cand --out-dir 'With --generate, write to DIR'
            cand -V 'Print the version; with --verbose, how it was built'
            cand --version 'Print the version; with --verbose, how it was built'
            cand -v 'With --version, say how it was built'
            cand --verbose 'With --version, say how it was built'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
            cand help 'Print this message or the help of the given subcommand(s)'
            cand zasm 'Offsets and constants for assembly, from acid text (6c -a)'
            cand zruntime-defs 'Declarations for Go, from those of several C files (6c -q)'
            cand zgoarch 'The architecture as a constant of Go'
            cand zgoos 'The system as a constant of Go'
            cand zversion 'Where Go is installed, and its version, as constants of Go'
            cand zsys 'Assembly that the platform needs'
            cand zexperiment 'The experiments for C'
            cand zdefaultcc 'The C compilers that a tree''s go command calls, as constants of Go'
            cand opnames 'The names of a compiler''s opcodes, from its go.h'
            cand anames 'The names of an assembler''s opcodes, from its [568].out.h'
            cand symabis 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)'
            cand version 'The version of a tree, from its VERSION files, git or Mercurial'
            cand all 'Every file of a platform, under its historical name'
            cand dist 'Do with a tree of old Go what its own program `dist` did'
            cand build 'Build packages of one''s own, and executables'
            cand install 'Build packages of one''s own, and put archives and programs into folders'
            cand run 'Build a program, and run it'
            cand list 'List packages of one''s own: their files, and those that are left out'
            cand go 'Run the go command with what .goc files of dialect gc become laid over their packages'
            cand clean 'Remove what `build` and `go` made in a module, and nothing else'
            cand goc2c 'Translate a .goc file, as the program goc2c does'
            cand archive 'Append objects to an archive, as go1.3 and go1.4 did'
            cand cgo 'Run a tool chain''s cgo, judge what it wrote, and tell which headers were read'
            cand before-tool 'What `go` puts before the go command''s tools'
            cand env 'What `dist env` was called before'
            cand banner 'What `dist banner` was called before'
            cand explain 'Say more about an error: why it is one, and an example put right'
        }
        &'gen-runtime;help'= {
            cand zasm 'Offsets and constants for assembly, from acid text (6c -a)'
            cand zruntime-defs 'Declarations for Go, from those of several C files (6c -q)'
            cand zgoarch 'The architecture as a constant of Go'
            cand zgoos 'The system as a constant of Go'
            cand zversion 'Where Go is installed, and its version, as constants of Go'
            cand zsys 'Assembly that the platform needs'
            cand zexperiment 'The experiments for C'
            cand zdefaultcc 'The C compilers that a tree''s go command calls, as constants of Go'
            cand opnames 'The names of a compiler''s opcodes, from its go.h'
            cand anames 'The names of an assembler''s opcodes, from its [568].out.h'
            cand symabis 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)'
            cand version 'The version of a tree, from its VERSION files, git or Mercurial'
            cand all 'Every file of a platform, under its historical name'
            cand dist 'Do with a tree of old Go what its own program `dist` did'
            cand build 'Build packages of one''s own, and executables'
            cand install 'Build packages of one''s own, and put archives and programs into folders'
            cand run 'Build a program, and run it'
            cand list 'List packages of one''s own: their files, and those that are left out'
            cand go 'Run the go command with what .goc files of dialect gc become laid over their packages'
            cand clean 'Remove what `build` and `go` made in a module, and nothing else'
            cand goc2c 'Translate a .goc file, as the program goc2c does'
            cand archive 'Append objects to an archive, as go1.3 and go1.4 did'
            cand cgo 'Run a tool chain''s cgo, judge what it wrote, and tell which headers were read'
            cand before-tool 'What `go` puts before the go command''s tools'
            cand env 'What `dist env` was called before'
            cand banner 'What `dist banner` was called before'
            cand explain 'Say more about an error: why it is one, and an example put right'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'gen-runtime;help;zasm'= {
        }
        &'gen-runtime;help;zruntime-defs'= {
        }
        &'gen-runtime;help;zgoarch'= {
        }
        &'gen-runtime;help;zgoos'= {
        }
        &'gen-runtime;help;zversion'= {
        }
        &'gen-runtime;help;zsys'= {
        }
        &'gen-runtime;help;zexperiment'= {
        }
        &'gen-runtime;help;zdefaultcc'= {
        }
        &'gen-runtime;help;opnames'= {
        }
        &'gen-runtime;help;anames'= {
        }
        &'gen-runtime;help;symabis'= {
        }
        &'gen-runtime;help;version'= {
        }
        &'gen-runtime;help;all'= {
        }
        &'gen-runtime;help;dist'= {
            cand bootstrap 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler'
            cand install 'Build directories of a tree with the tree''s own compilers, and the machine''s'
            cand clean 'Remove what was made in a tree, and nothing else'
            cand env 'Print a tree''s variables, as its own program did'
            cand banner 'Print what an installation ends with'
            cand version 'Print a tree''s version, as `gen-runtime version`'
            cand std 'Have a tree''s go command build the rest: a step of `bootstrap --std`'
        }
        &'gen-runtime;help;dist;bootstrap'= {
        }
        &'gen-runtime;help;dist;install'= {
        }
        &'gen-runtime;help;dist;clean'= {
        }
        &'gen-runtime;help;dist;env'= {
        }
        &'gen-runtime;help;dist;banner'= {
        }
        &'gen-runtime;help;dist;version'= {
        }
        &'gen-runtime;help;dist;std'= {
        }
        &'gen-runtime;help;build'= {
        }
        &'gen-runtime;help;install'= {
        }
        &'gen-runtime;help;run'= {
        }
        &'gen-runtime;help;list'= {
        }
        &'gen-runtime;help;go'= {
        }
        &'gen-runtime;help;clean'= {
        }
        &'gen-runtime;help;goc2c'= {
        }
        &'gen-runtime;help;archive'= {
        }
        &'gen-runtime;help;cgo'= {
        }
        &'gen-runtime;help;before-tool'= {
        }
        &'gen-runtime;help;env'= {
        }
        &'gen-runtime;help;banner'= {
        }
        &'gen-runtime;help;explain'= {
        }
        &'gen-runtime;help;help'= {
        }
        &'gen-runtime;zasm'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --struct 'Look for a struct and put PREFIX_ before its fields; may be repeated'
            cand --format 'The form of offsets and constants'
            cand --package 'The package of Go constants'
            cand --emit-asserts 'Write a C file that proves the offsets and sizes to any C compiler'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand --only 'Look for no other structs than those'
            cand --sizes 'Write PREFIX__size too'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zruntime-defs'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zgoarch'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zgoos'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zversion'= {
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --go-version 'The version [default: the tree''s, as by `gen-runtime version`]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zsys'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zexperiment'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;zdefaultcc'= {
            cand --cc 'The C compiler'
            cand --cxx 'The C++ compiler'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;opnames'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;anames'= {
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;symabis'= {
            cand --from 'What another package''s assembler printed, and which package that was; may be repeated'
            cand --for 'Keep only references to symbols of PKG'
            cand --own 'Write after what FILE holds, the package''s own, which stays as it is'
            cand --append 'Append to FILE, the package''s own, which is made if it is not there'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --pairs 'List the packages of Go''s library that refer to each other so, and the assembly to leave out'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;version'= {
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --cache 'Keep what git or Mercurial told in VERSION.cache'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;all'= {
            cand --acid 'Acid text of proc.c'
            cand --defs 'Declarations of Go, in order'
            cand --out-dir 'Write to DIR'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --go-version 'The version [default: the tree''s, as by `gen-runtime version`]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist'= {
            cand -h 'Print help'
            cand --help 'Print help'
            cand bootstrap 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler'
            cand install 'Build directories of a tree with the tree''s own compilers, and the machine''s'
            cand clean 'Remove what was made in a tree, and nothing else'
            cand env 'Print a tree''s variables, as its own program did'
            cand banner 'Print what an installation ends with'
            cand version 'Print a tree''s version, as `gen-runtime version`'
            cand std 'Have a tree''s go command build the rest: a step of `bootstrap --std`'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'gen-runtime;dist;bootstrap'= {
            cand --cc 'The machine''s C compiler, and words that go with it [default: $CC, else gcc]'
            cand --cflags 'Flags for it [default: $CFLAGS]'
            cand --go-version 'The version [default: the tree''s, as by `gen-runtime version`]'
            cand --goroot-final 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Run N programs at once [default: make''s job server, else the number of CPUs]'
            cand -d 'Say more: `explain` says why each step is run'
            cand --emit 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`'
            cand --trace 'Write when each step ran to FILE, for trace viewers'
            cand --launcher 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments'
            cand --std 'Have the go command build the whole library, itself and the other commands, as make.bash did'
            cand --cgo 'Build packages that have it with cgo, which go1.2 to go1.4 can [default: as by CGO_ENABLED=0]'
            cand -k 'Go on with what does not depend on a failure'
            cand --historical-flags 'Call it with the release''s own flags, and no others'
            cand -s 'Link programs with the C library in them'
            cand -a 'Make everything anew'
            cand -n 'Print lines for a shell, and run nothing'
            cand -x 'Print lines for a shell, and run them'
            cand -v 'Name packages; twice: log as the releases'' own programs did'
            cand --work 'Work in a new temporary folder, which is named and kept'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;install'= {
            cand --cross 'What is done for another platform than the machine''s [default: as the release did]'
            cand --cc 'The machine''s C compiler, and words that go with it [default: $CC, else gcc]'
            cand --cflags 'Flags for it [default: $CFLAGS]'
            cand --go-version 'The version [default: the tree''s, as by `gen-runtime version`]'
            cand --goroot-final 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Run N programs at once [default: make''s job server, else the number of CPUs]'
            cand -d 'Say more: `explain` says why each step is run'
            cand --emit 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`'
            cand --trace 'Write when each step ran to FILE, for trace viewers'
            cand --launcher 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments'
            cand -k 'Go on with what does not depend on a failure'
            cand --historical-flags 'Call it with the release''s own flags, and no others'
            cand -s 'Link programs with the C library in them'
            cand -a 'Make everything anew'
            cand -n 'Print lines for a shell, and run nothing'
            cand -x 'Print lines for a shell, and run them'
            cand -v 'Name packages; twice: log as the releases'' own programs did'
            cand --work 'Work in a new temporary folder, which is named and kept'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;clean'= {
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -n 'List what would be removed, and remove nothing'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;env'= {
            cand --goroot-final 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Print the search path too, with the tree''s commands first'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;banner'= {
            cand --goroot-final 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;version'= {
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --write 'When to write an output file; one that is left alone keeps its time stamp'
            cand --stamp 'Touch FILE after every run without errors'
            cand --depfile 'Write the run''s dependencies to FILE, for make and Ninja'
            cand --print 'List the files that a run would write, and write none'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -o 'Write to FILE; `-` for standard output'
            cand --output 'Write to FILE; `-` for standard output'
            cand --cache 'Keep what git or Mercurial told in VERSION.cache'
            cand --strict 'Take warnings for errors'
            cand --no-warnings 'Show no warnings'
            cand --check 'Write nothing; exit with 1 if an output is missing or differs'
            cand --diff 'As --check, and show the differences on standard output'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;std'= {
            cand --go 'The go command'
            cand --depfile 'Write a rule for make with the files that it made'
            cand -o 'Write to FILE that it is done'
            cand --output 'Write to FILE that it is done'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --all 'Have it build everything anew'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;dist;help'= {
            cand bootstrap 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler'
            cand install 'Build directories of a tree with the tree''s own compilers, and the machine''s'
            cand clean 'Remove what was made in a tree, and nothing else'
            cand env 'Print a tree''s variables, as its own program did'
            cand banner 'Print what an installation ends with'
            cand version 'Print a tree''s version, as `gen-runtime version`'
            cand std 'Have a tree''s go command build the rest: a step of `bootstrap --std`'
            cand help 'Print this message or the help of the given subcommand(s)'
        }
        &'gen-runtime;dist;help;bootstrap'= {
        }
        &'gen-runtime;dist;help;install'= {
        }
        &'gen-runtime;dist;help;clean'= {
        }
        &'gen-runtime;dist;help;env'= {
        }
        &'gen-runtime;dist;help;banner'= {
        }
        &'gen-runtime;dist;help;version'= {
        }
        &'gen-runtime;dist;help;std'= {
        }
        &'gen-runtime;dist;help;help'= {
        }
        &'gen-runtime;build'= {
            cand -o 'Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`'
            cand --output 'Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`'
            cand --toolchain 'The compilers'
            cand --tool-dir 'The folder of the Plan 9 compilers [default: the tree''s]'
            cand --cgo 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]'
            cand --tags 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]'
            cand --pkgpath 'The import path of a package that is in no module'
            cand --gcflags 'Flags for the Go compiler of old Go, after those of $GCFLAGS'
            cand --gccgoflags 'Flags for gccgo, after those of $GCCGOFLAGS'
            cand --ldflags 'Flags for the linker; for gccgo after those of $LDFLAGS'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Run N programs at once [default: make''s job server, else the number of CPUs]'
            cand -d 'Say more: `explain` says why each step is run'
            cand --emit 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`'
            cand --trace 'Write when each step ran to FILE, for trace viewers'
            cand --launcher 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments'
            cand --fail-fast 'Stop at the first failure, rather than go on with what does not depend on it'
            cand -a 'Make everything anew'
            cand -n 'Print lines for a shell, and run nothing'
            cand -x 'Print lines for a shell, and run them'
            cand -v 'Name packages; twice: log as the releases'' own programs did'
            cand --work 'Work in a new temporary folder, which is named and kept'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;install'= {
            cand --pkg-dir 'The folder of archives [default: .gen-runtime/pkg/OS_ARCH in the module''s folder]'
            cand --bin-dir 'The folder of programs [default: $GOBIN]'
            cand --toolchain 'The compilers'
            cand --tool-dir 'The folder of the Plan 9 compilers [default: the tree''s]'
            cand --cgo 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]'
            cand --tags 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]'
            cand --pkgpath 'The import path of a package that is in no module'
            cand --gcflags 'Flags for the Go compiler of old Go, after those of $GCFLAGS'
            cand --gccgoflags 'Flags for gccgo, after those of $GCCGOFLAGS'
            cand --ldflags 'Flags for the linker; for gccgo after those of $LDFLAGS'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Run N programs at once [default: make''s job server, else the number of CPUs]'
            cand -d 'Say more: `explain` says why each step is run'
            cand --emit 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`'
            cand --trace 'Write when each step ran to FILE, for trace viewers'
            cand --launcher 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments'
            cand --fail-fast 'Stop at the first failure, rather than go on with what does not depend on it'
            cand -a 'Make everything anew'
            cand -n 'Print lines for a shell, and run nothing'
            cand -x 'Print lines for a shell, and run them'
            cand -v 'Name packages; twice: log as the releases'' own programs did'
            cand --work 'Work in a new temporary folder, which is named and kept'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;run'= {
            cand --toolchain 'The compilers'
            cand --tool-dir 'The folder of the Plan 9 compilers [default: the tree''s]'
            cand --cgo 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]'
            cand --tags 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]'
            cand --pkgpath 'The import path of a package that is in no module'
            cand --gcflags 'Flags for the Go compiler of old Go, after those of $GCFLAGS'
            cand --gccgoflags 'Flags for gccgo, after those of $GCCGOFLAGS'
            cand --ldflags 'Flags for the linker; for gccgo after those of $LDFLAGS'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -p 'Run N programs at once [default: make''s job server, else the number of CPUs]'
            cand -d 'Say more: `explain` says why each step is run'
            cand --emit 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`'
            cand --trace 'Write when each step ran to FILE, for trace viewers'
            cand --launcher 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments'
            cand -a 'Make everything anew'
            cand -n 'Print lines for a shell, and run nothing'
            cand -x 'Print lines for a shell, and run them'
            cand -v 'Name packages; twice: log as the releases'' own programs did'
            cand --work 'Work in a new temporary folder, which is named and kept'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;list'= {
            cand --toolchain 'The compilers'
            cand --tool-dir 'The folder of the Plan 9 compilers [default: the tree''s]'
            cand --cgo 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]'
            cand --tags 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]'
            cand --pkgpath 'The import path of a package that is in no module'
            cand --gcflags 'Flags for the Go compiler of old Go, after those of $GCFLAGS'
            cand --gccgoflags 'Flags for gccgo, after those of $GCCGOFLAGS'
            cand --ldflags 'Flags for the linker; for gccgo after those of $LDFLAGS'
            cand --goroot 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]'
            cand --host-os 'The machine''s system, which names the tools'' folder [default: that of this program]'
            cand --host-arch 'The machine''s architecture, which names the tools'' folder [default: that of this program]'
            cand --os 'Operating system [default: $GOOS, else the machine''s]'
            cand --arch 'Architecture [default: $GOARCH, else the machine''s]'
            cand --dialect 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]'
            cand --experiment 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --json 'Print a JSON object a package, each on a line'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;go'= {
            cand --go 'The go command'
            cand --symabis-from 'The assembly of FROM refers to PKG, though its text does not show it; may be repeated'
            cand -d 'Say more: `explain` says why a package''s files are made'
            cand --cc 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]'
            cand --cflags 'gc: what the C compiler is told besides, split as a shell does: `--cflags=''-O3 -Iinclude''`, `--cflags=amd64=-mavx2`'
            cand --stack 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`'
            cand --align-data 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed'
            cand --tag 'gc: the build tag that takes the assembly away in favour of Go'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand --allabis 'Do not collect what assembly refers to: let it call all of those packages, where gc''s compiler has -allabis'
            cand --arena 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;clean'= {
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -n 'List what would be removed, and remove nothing'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;goc2c'= {
            cand --emit 'What to write in place of C'
            cand --dialect 'Whose output is written, as for goc2c'
            cand --os 'Go''s name of the system'
            cand --arch 'Go''s name of the architecture'
            cand --go-pkgpath 'The package''s path in symbols; for the Plan 9 compilers none, which their linker completes'
            cand --tags 'For types: the terms that hold in build lines, separated by commas'
            cand --depfile 'For types: list what was read, for Make'
            cand -o 'Write to FILE'
            cand --output 'Write to FILE'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;archive'= {
            cand -o 'Write to FILE'
            cand --output 'Write to FILE'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;cgo'= {
            cand --tool 'The program cgo'
            cand --tool-flag 'A flag for it; may be repeated'
            cand --cc 'The C compiler, or a flag that belongs to it; may be repeated'
            cand --flag 'A flag for the C compiler; may be repeated'
            cand --ldflag 'A flag for links; may be repeated'
            cand --out 'Write to DIR'
            cand --depfile 'List what was read, for Make'
            cand --message-format 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]'
            cand --color 'When to use colour'
            cand --max-errors 'How many errors to show; 0 for all'
            cand -h 'Print help (see more with ''--help'')'
            cand --help 'Print help (see more with ''--help'')'
        }
        &'gen-runtime;before-tool'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'gen-runtime;env'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'gen-runtime;banner'= {
            cand -h 'Print help'
            cand --help 'Print help'
        }
        &'gen-runtime;explain'= {
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
