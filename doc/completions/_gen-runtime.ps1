
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'gen-runtime' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'gen-runtime'
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
        'gen-runtime' {
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Print a man page or a shell''s completions; with --out-dir, write them to files')
            [CompletionResult]::new('--out-dir', '--out-dir', [CompletionResultType]::ParameterName, 'With --generate, write to DIR')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print the version; with --verbose, how it was built')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version; with --verbose, how it was built')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'With --version, say how it was built')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'With --version, say how it was built')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            [CompletionResult]::new('zasm', 'zasm', [CompletionResultType]::ParameterValue, 'Offsets and constants for assembly, from acid text (6c -a)')
            [CompletionResult]::new('zruntime-defs', 'zruntime-defs', [CompletionResultType]::ParameterValue, 'Declarations for Go, from those of several C files (6c -q)')
            [CompletionResult]::new('zgoarch', 'zgoarch', [CompletionResultType]::ParameterValue, 'The architecture as a constant of Go')
            [CompletionResult]::new('zgoos', 'zgoos', [CompletionResultType]::ParameterValue, 'The system as a constant of Go')
            [CompletionResult]::new('zversion', 'zversion', [CompletionResultType]::ParameterValue, 'Where Go is installed, and its version, as constants of Go')
            [CompletionResult]::new('zsys', 'zsys', [CompletionResultType]::ParameterValue, 'Assembly that the platform needs')
            [CompletionResult]::new('zexperiment', 'zexperiment', [CompletionResultType]::ParameterValue, 'The experiments for C')
            [CompletionResult]::new('zdefaultcc', 'zdefaultcc', [CompletionResultType]::ParameterValue, 'The C compilers that a tree''s go command calls, as constants of Go')
            [CompletionResult]::new('opnames', 'opnames', [CompletionResultType]::ParameterValue, 'The names of a compiler''s opcodes, from its go.h')
            [CompletionResult]::new('anames', 'anames', [CompletionResultType]::ParameterValue, 'The names of an assembler''s opcodes, from its [568].out.h')
            [CompletionResult]::new('symabis', 'symabis', [CompletionResultType]::ParameterValue, 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'The version of a tree, from its VERSION files, git or Mercurial')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Every file of a platform, under its historical name')
            [CompletionResult]::new('dist', 'dist', [CompletionResultType]::ParameterValue, 'Do with a tree of old Go what its own program `dist` did')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Build packages of one''s own, and executables')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Build packages of one''s own, and put archives and programs into folders')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Build a program, and run it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List packages of one''s own: their files, and those that are left out')
            [CompletionResult]::new('go', 'go', [CompletionResultType]::ParameterValue, 'Run the go command with what .goc files of dialect gc become laid over their packages')
            [CompletionResult]::new('clean', 'clean', [CompletionResultType]::ParameterValue, 'Remove what `build` and `go` made in a module, and nothing else')
            [CompletionResult]::new('goc2c', 'goc2c', [CompletionResultType]::ParameterValue, 'Translate a .goc file, as the program goc2c does')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Append objects to an archive, as go1.3 and go1.4 did')
            [CompletionResult]::new('cgo', 'cgo', [CompletionResultType]::ParameterValue, 'Run a tool chain''s cgo, judge what it wrote, and tell which headers were read')
            [CompletionResult]::new('before-tool', 'before-tool', [CompletionResultType]::ParameterValue, 'What `go` puts before the go command''s tools')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'What `dist env` was called before')
            [CompletionResult]::new('banner', 'banner', [CompletionResultType]::ParameterValue, 'What `dist banner` was called before')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say more about an error: why it is one, and an example put right')
            break
        }
        'gen-runtime;help' {
            [CompletionResult]::new('zasm', 'zasm', [CompletionResultType]::ParameterValue, 'Offsets and constants for assembly, from acid text (6c -a)')
            [CompletionResult]::new('zruntime-defs', 'zruntime-defs', [CompletionResultType]::ParameterValue, 'Declarations for Go, from those of several C files (6c -q)')
            [CompletionResult]::new('zgoarch', 'zgoarch', [CompletionResultType]::ParameterValue, 'The architecture as a constant of Go')
            [CompletionResult]::new('zgoos', 'zgoos', [CompletionResultType]::ParameterValue, 'The system as a constant of Go')
            [CompletionResult]::new('zversion', 'zversion', [CompletionResultType]::ParameterValue, 'Where Go is installed, and its version, as constants of Go')
            [CompletionResult]::new('zsys', 'zsys', [CompletionResultType]::ParameterValue, 'Assembly that the platform needs')
            [CompletionResult]::new('zexperiment', 'zexperiment', [CompletionResultType]::ParameterValue, 'The experiments for C')
            [CompletionResult]::new('zdefaultcc', 'zdefaultcc', [CompletionResultType]::ParameterValue, 'The C compilers that a tree''s go command calls, as constants of Go')
            [CompletionResult]::new('opnames', 'opnames', [CompletionResultType]::ParameterValue, 'The names of a compiler''s opcodes, from its go.h')
            [CompletionResult]::new('anames', 'anames', [CompletionResultType]::ParameterValue, 'The names of an assembler''s opcodes, from its [568].out.h')
            [CompletionResult]::new('symabis', 'symabis', [CompletionResultType]::ParameterValue, 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'The version of a tree, from its VERSION files, git or Mercurial')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Every file of a platform, under its historical name')
            [CompletionResult]::new('dist', 'dist', [CompletionResultType]::ParameterValue, 'Do with a tree of old Go what its own program `dist` did')
            [CompletionResult]::new('build', 'build', [CompletionResultType]::ParameterValue, 'Build packages of one''s own, and executables')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Build packages of one''s own, and put archives and programs into folders')
            [CompletionResult]::new('run', 'run', [CompletionResultType]::ParameterValue, 'Build a program, and run it')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List packages of one''s own: their files, and those that are left out')
            [CompletionResult]::new('go', 'go', [CompletionResultType]::ParameterValue, 'Run the go command with what .goc files of dialect gc become laid over their packages')
            [CompletionResult]::new('clean', 'clean', [CompletionResultType]::ParameterValue, 'Remove what `build` and `go` made in a module, and nothing else')
            [CompletionResult]::new('goc2c', 'goc2c', [CompletionResultType]::ParameterValue, 'Translate a .goc file, as the program goc2c does')
            [CompletionResult]::new('archive', 'archive', [CompletionResultType]::ParameterValue, 'Append objects to an archive, as go1.3 and go1.4 did')
            [CompletionResult]::new('cgo', 'cgo', [CompletionResultType]::ParameterValue, 'Run a tool chain''s cgo, judge what it wrote, and tell which headers were read')
            [CompletionResult]::new('before-tool', 'before-tool', [CompletionResultType]::ParameterValue, 'What `go` puts before the go command''s tools')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'What `dist env` was called before')
            [CompletionResult]::new('banner', 'banner', [CompletionResultType]::ParameterValue, 'What `dist banner` was called before')
            [CompletionResult]::new('explain', 'explain', [CompletionResultType]::ParameterValue, 'Say more about an error: why it is one, and an example put right')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'gen-runtime;help;zasm' {
            break
        }
        'gen-runtime;help;zruntime-defs' {
            break
        }
        'gen-runtime;help;zgoarch' {
            break
        }
        'gen-runtime;help;zgoos' {
            break
        }
        'gen-runtime;help;zversion' {
            break
        }
        'gen-runtime;help;zsys' {
            break
        }
        'gen-runtime;help;zexperiment' {
            break
        }
        'gen-runtime;help;zdefaultcc' {
            break
        }
        'gen-runtime;help;opnames' {
            break
        }
        'gen-runtime;help;anames' {
            break
        }
        'gen-runtime;help;symabis' {
            break
        }
        'gen-runtime;help;version' {
            break
        }
        'gen-runtime;help;all' {
            break
        }
        'gen-runtime;help;dist' {
            [CompletionResult]::new('bootstrap', 'bootstrap', [CompletionResultType]::ParameterValue, 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Build directories of a tree with the tree''s own compilers, and the machine''s')
            [CompletionResult]::new('clean', 'clean', [CompletionResultType]::ParameterValue, 'Remove what was made in a tree, and nothing else')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'Print a tree''s variables, as its own program did')
            [CompletionResult]::new('banner', 'banner', [CompletionResultType]::ParameterValue, 'Print what an installation ends with')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print a tree''s version, as `gen-runtime version`')
            [CompletionResult]::new('std', 'std', [CompletionResultType]::ParameterValue, 'Have a tree''s go command build the rest: a step of `bootstrap --std`')
            break
        }
        'gen-runtime;help;dist;bootstrap' {
            break
        }
        'gen-runtime;help;dist;install' {
            break
        }
        'gen-runtime;help;dist;clean' {
            break
        }
        'gen-runtime;help;dist;env' {
            break
        }
        'gen-runtime;help;dist;banner' {
            break
        }
        'gen-runtime;help;dist;version' {
            break
        }
        'gen-runtime;help;dist;std' {
            break
        }
        'gen-runtime;help;build' {
            break
        }
        'gen-runtime;help;install' {
            break
        }
        'gen-runtime;help;run' {
            break
        }
        'gen-runtime;help;list' {
            break
        }
        'gen-runtime;help;go' {
            break
        }
        'gen-runtime;help;clean' {
            break
        }
        'gen-runtime;help;goc2c' {
            break
        }
        'gen-runtime;help;archive' {
            break
        }
        'gen-runtime;help;cgo' {
            break
        }
        'gen-runtime;help;before-tool' {
            break
        }
        'gen-runtime;help;env' {
            break
        }
        'gen-runtime;help;banner' {
            break
        }
        'gen-runtime;help;explain' {
            break
        }
        'gen-runtime;help;help' {
            break
        }
        'gen-runtime;zasm' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--struct', '--struct', [CompletionResultType]::ParameterName, 'Look for a struct and put PREFIX_ before its fields; may be repeated')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of offsets and constants')
            [CompletionResult]::new('--package', '--package', [CompletionResultType]::ParameterName, 'The package of Go constants')
            [CompletionResult]::new('--emit-asserts', '--emit-asserts', [CompletionResultType]::ParameterName, 'Write a C file that proves the offsets and sizes to any C compiler')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('--only', '--only', [CompletionResultType]::ParameterName, 'Look for no other structs than those')
            [CompletionResult]::new('--sizes', '--sizes', [CompletionResultType]::ParameterName, 'Write PREFIX__size too')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zruntime-defs' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zgoarch' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zgoos' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zversion' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zsys' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zexperiment' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zdefaultcc' {
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The C compiler')
            [CompletionResult]::new('--cxx', '--cxx', [CompletionResultType]::ParameterName, 'The C++ compiler')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;opnames' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;anames' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;symabis' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'What another package''s assembler printed, and which package that was; may be repeated')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Keep only references to symbols of PKG')
            [CompletionResult]::new('--own', '--own', [CompletionResultType]::ParameterName, 'Write after what FILE holds, the package''s own, which stays as it is')
            [CompletionResult]::new('--append', '--append', [CompletionResultType]::ParameterName, 'Append to FILE, the package''s own, which is made if it is not there')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--pairs', '--pairs', [CompletionResultType]::ParameterName, 'List the packages of Go''s library that refer to each other so, and the assembly to leave out')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;version' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--cache', '--cache', [CompletionResultType]::ParameterName, 'Keep what git or Mercurial told in VERSION.cache')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;all' {
            [CompletionResult]::new('--acid', '--acid', [CompletionResultType]::ParameterName, 'Acid text of proc.c')
            [CompletionResult]::new('--defs', '--defs', [CompletionResultType]::ParameterName, 'Declarations of Go, in order')
            [CompletionResult]::new('--out-dir', '--out-dir', [CompletionResultType]::ParameterName, 'Write to DIR')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('bootstrap', 'bootstrap', [CompletionResultType]::ParameterValue, 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Build directories of a tree with the tree''s own compilers, and the machine''s')
            [CompletionResult]::new('clean', 'clean', [CompletionResultType]::ParameterValue, 'Remove what was made in a tree, and nothing else')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'Print a tree''s variables, as its own program did')
            [CompletionResult]::new('banner', 'banner', [CompletionResultType]::ParameterValue, 'Print what an installation ends with')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print a tree''s version, as `gen-runtime version`')
            [CompletionResult]::new('std', 'std', [CompletionResultType]::ParameterValue, 'Have a tree''s go command build the rest: a step of `bootstrap --std`')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'gen-runtime;dist;bootstrap' {
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The machine''s C compiler, and words that go with it [default: $CC, else gcc]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'Flags for it [default: $CFLAGS]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--goroot-final', '--goroot-final', [CompletionResultType]::ParameterName, 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Run N programs at once [default: make''s job server, else the number of CPUs]')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why each step is run')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write when each step ran to FILE, for trace viewers')
            [CompletionResult]::new('--launcher', '--launcher', [CompletionResultType]::ParameterName, 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments')
            [CompletionResult]::new('--std', '--std', [CompletionResultType]::ParameterName, 'Have the go command build the whole library, itself and the other commands, as make.bash did')
            [CompletionResult]::new('--cgo', '--cgo', [CompletionResultType]::ParameterName, 'Build packages that have it with cgo, which go1.2 to go1.4 can [default: as by CGO_ENABLED=0]')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Go on with what does not depend on a failure')
            [CompletionResult]::new('--historical-flags', '--historical-flags', [CompletionResultType]::ParameterName, 'Call it with the release''s own flags, and no others')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Link programs with the C library in them')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Make everything anew')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run nothing')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run them')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Name packages; twice: log as the releases'' own programs did')
            [CompletionResult]::new('--work', '--work', [CompletionResultType]::ParameterName, 'Work in a new temporary folder, which is named and kept')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;install' {
            [CompletionResult]::new('--cross', '--cross', [CompletionResultType]::ParameterName, 'What is done for another platform than the machine''s [default: as the release did]')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The machine''s C compiler, and words that go with it [default: $CC, else gcc]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'Flags for it [default: $CFLAGS]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--goroot-final', '--goroot-final', [CompletionResultType]::ParameterName, 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Run N programs at once [default: make''s job server, else the number of CPUs]')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why each step is run')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write when each step ran to FILE, for trace viewers')
            [CompletionResult]::new('--launcher', '--launcher', [CompletionResultType]::ParameterName, 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments')
            [CompletionResult]::new('-k', '-k', [CompletionResultType]::ParameterName, 'Go on with what does not depend on a failure')
            [CompletionResult]::new('--historical-flags', '--historical-flags', [CompletionResultType]::ParameterName, 'Call it with the release''s own flags, and no others')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Link programs with the C library in them')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Make everything anew')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run nothing')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run them')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Name packages; twice: log as the releases'' own programs did')
            [CompletionResult]::new('--work', '--work', [CompletionResultType]::ParameterName, 'Work in a new temporary folder, which is named and kept')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;clean' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'List what would be removed, and remove nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;env' {
            [CompletionResult]::new('--goroot-final', '--goroot-final', [CompletionResultType]::ParameterName, 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Print the search path too, with the tree''s commands first')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;banner' {
            [CompletionResult]::new('--goroot-final', '--goroot-final', [CompletionResultType]::ParameterName, 'Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;version' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--cache', '--cache', [CompletionResultType]::ParameterName, 'Keep what git or Mercurial told in VERSION.cache')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--no-warnings', '--no-warnings', [CompletionResultType]::ParameterName, 'Show no warnings')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;std' {
            [CompletionResult]::new('--go', '--go', [CompletionResultType]::ParameterName, 'The go command')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write a rule for make with the files that it made')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE that it is done')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE that it is done')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Have it build everything anew')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;dist;help' {
            [CompletionResult]::new('bootstrap', 'bootstrap', [CompletionResultType]::ParameterValue, 'Build all that a tree''s go command needs, and that command, with the machine''s C compiler')
            [CompletionResult]::new('install', 'install', [CompletionResultType]::ParameterValue, 'Build directories of a tree with the tree''s own compilers, and the machine''s')
            [CompletionResult]::new('clean', 'clean', [CompletionResultType]::ParameterValue, 'Remove what was made in a tree, and nothing else')
            [CompletionResult]::new('env', 'env', [CompletionResultType]::ParameterValue, 'Print a tree''s variables, as its own program did')
            [CompletionResult]::new('banner', 'banner', [CompletionResultType]::ParameterValue, 'Print what an installation ends with')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'Print a tree''s version, as `gen-runtime version`')
            [CompletionResult]::new('std', 'std', [CompletionResultType]::ParameterValue, 'Have a tree''s go command build the rest: a step of `bootstrap --std`')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'gen-runtime;dist;help;bootstrap' {
            break
        }
        'gen-runtime;dist;help;install' {
            break
        }
        'gen-runtime;dist;help;clean' {
            break
        }
        'gen-runtime;dist;help;env' {
            break
        }
        'gen-runtime;dist;help;banner' {
            break
        }
        'gen-runtime;dist;help;version' {
            break
        }
        'gen-runtime;dist;help;std' {
            break
        }
        'gen-runtime;dist;help;help' {
            break
        }
        'gen-runtime;build' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`')
            [CompletionResult]::new('--toolchain', '--toolchain', [CompletionResultType]::ParameterName, 'The compilers')
            [CompletionResult]::new('--tool-dir', '--tool-dir', [CompletionResultType]::ParameterName, 'The folder of the Plan 9 compilers [default: the tree''s]')
            [CompletionResult]::new('--cgo', '--cgo', [CompletionResultType]::ParameterName, 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]')
            [CompletionResult]::new('--pkgpath', '--pkgpath', [CompletionResultType]::ParameterName, 'The import path of a package that is in no module')
            [CompletionResult]::new('--gcflags', '--gcflags', [CompletionResultType]::ParameterName, 'Flags for the Go compiler of old Go, after those of $GCFLAGS')
            [CompletionResult]::new('--gccgoflags', '--gccgoflags', [CompletionResultType]::ParameterName, 'Flags for gccgo, after those of $GCCGOFLAGS')
            [CompletionResult]::new('--ldflags', '--ldflags', [CompletionResultType]::ParameterName, 'Flags for the linker; for gccgo after those of $LDFLAGS')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Run N programs at once [default: make''s job server, else the number of CPUs]')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why each step is run')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write when each step ran to FILE, for trace viewers')
            [CompletionResult]::new('--launcher', '--launcher', [CompletionResultType]::ParameterName, 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments')
            [CompletionResult]::new('--fail-fast', '--fail-fast', [CompletionResultType]::ParameterName, 'Stop at the first failure, rather than go on with what does not depend on it')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Make everything anew')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run nothing')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run them')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Name packages; twice: log as the releases'' own programs did')
            [CompletionResult]::new('--work', '--work', [CompletionResultType]::ParameterName, 'Work in a new temporary folder, which is named and kept')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;install' {
            [CompletionResult]::new('--pkg-dir', '--pkg-dir', [CompletionResultType]::ParameterName, 'The folder of archives [default: .gen-runtime/pkg/OS_ARCH in the module''s folder]')
            [CompletionResult]::new('--bin-dir', '--bin-dir', [CompletionResultType]::ParameterName, 'The folder of programs [default: $GOBIN]')
            [CompletionResult]::new('--toolchain', '--toolchain', [CompletionResultType]::ParameterName, 'The compilers')
            [CompletionResult]::new('--tool-dir', '--tool-dir', [CompletionResultType]::ParameterName, 'The folder of the Plan 9 compilers [default: the tree''s]')
            [CompletionResult]::new('--cgo', '--cgo', [CompletionResultType]::ParameterName, 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]')
            [CompletionResult]::new('--pkgpath', '--pkgpath', [CompletionResultType]::ParameterName, 'The import path of a package that is in no module')
            [CompletionResult]::new('--gcflags', '--gcflags', [CompletionResultType]::ParameterName, 'Flags for the Go compiler of old Go, after those of $GCFLAGS')
            [CompletionResult]::new('--gccgoflags', '--gccgoflags', [CompletionResultType]::ParameterName, 'Flags for gccgo, after those of $GCCGOFLAGS')
            [CompletionResult]::new('--ldflags', '--ldflags', [CompletionResultType]::ParameterName, 'Flags for the linker; for gccgo after those of $LDFLAGS')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Run N programs at once [default: make''s job server, else the number of CPUs]')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why each step is run')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write when each step ran to FILE, for trace viewers')
            [CompletionResult]::new('--launcher', '--launcher', [CompletionResultType]::ParameterName, 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments')
            [CompletionResult]::new('--fail-fast', '--fail-fast', [CompletionResultType]::ParameterName, 'Stop at the first failure, rather than go on with what does not depend on it')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Make everything anew')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run nothing')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run them')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Name packages; twice: log as the releases'' own programs did')
            [CompletionResult]::new('--work', '--work', [CompletionResultType]::ParameterName, 'Work in a new temporary folder, which is named and kept')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;run' {
            [CompletionResult]::new('--toolchain', '--toolchain', [CompletionResultType]::ParameterName, 'The compilers')
            [CompletionResult]::new('--tool-dir', '--tool-dir', [CompletionResultType]::ParameterName, 'The folder of the Plan 9 compilers [default: the tree''s]')
            [CompletionResult]::new('--cgo', '--cgo', [CompletionResultType]::ParameterName, 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]')
            [CompletionResult]::new('--pkgpath', '--pkgpath', [CompletionResultType]::ParameterName, 'The import path of a package that is in no module')
            [CompletionResult]::new('--gcflags', '--gcflags', [CompletionResultType]::ParameterName, 'Flags for the Go compiler of old Go, after those of $GCFLAGS')
            [CompletionResult]::new('--gccgoflags', '--gccgoflags', [CompletionResultType]::ParameterName, 'Flags for gccgo, after those of $GCCGOFLAGS')
            [CompletionResult]::new('--ldflags', '--ldflags', [CompletionResultType]::ParameterName, 'Flags for the linker; for gccgo after those of $LDFLAGS')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Run N programs at once [default: make''s job server, else the number of CPUs]')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why each step is run')
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`')
            [CompletionResult]::new('--trace', '--trace', [CompletionResultType]::ParameterName, 'Write when each step ran to FILE, for trace viewers')
            [CompletionResult]::new('--launcher', '--launcher', [CompletionResultType]::ParameterName, 'Run PROG before the C compiler, such as ccache; may be repeated for its arguments')
            [CompletionResult]::new('-a', '-a', [CompletionResultType]::ParameterName, 'Make everything anew')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run nothing')
            [CompletionResult]::new('-x', '-x', [CompletionResultType]::ParameterName, 'Print lines for a shell, and run them')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Name packages; twice: log as the releases'' own programs did')
            [CompletionResult]::new('--work', '--work', [CompletionResultType]::ParameterName, 'Work in a new temporary folder, which is named and kept')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;list' {
            [CompletionResult]::new('--toolchain', '--toolchain', [CompletionResultType]::ParameterName, 'The compilers')
            [CompletionResult]::new('--tool-dir', '--tool-dir', [CompletionResultType]::ParameterName, 'The folder of the Plan 9 compilers [default: the tree''s]')
            [CompletionResult]::new('--cgo', '--cgo', [CompletionResultType]::ParameterName, 'The program cgo, for packages that import "C" [default: gccgo''s, or the tree''s]')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]')
            [CompletionResult]::new('--pkgpath', '--pkgpath', [CompletionResultType]::ParameterName, 'The import path of a package that is in no module')
            [CompletionResult]::new('--gcflags', '--gcflags', [CompletionResultType]::ParameterName, 'Flags for the Go compiler of old Go, after those of $GCFLAGS')
            [CompletionResult]::new('--gccgoflags', '--gccgoflags', [CompletionResultType]::ParameterName, 'Flags for gccgo, after those of $GCCGOFLAGS')
            [CompletionResult]::new('--ldflags', '--ldflags', [CompletionResultType]::ParameterName, 'Flags for the linker; for gccgo after those of $LDFLAGS')
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT, else the one around this program, else the one around the current folder]')
            [CompletionResult]::new('--host-os', '--host-os', [CompletionResultType]::ParameterName, 'The machine''s system, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--host-arch', '--host-arch', [CompletionResultType]::ParameterName, 'The machine''s architecture, which names the tools'' folder [default: that of this program]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print a JSON object a package, each on a line')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;go' {
            [CompletionResult]::new('--go', '--go', [CompletionResultType]::ParameterName, 'The go command')
            [CompletionResult]::new('--symabis-from', '--symabis-from', [CompletionResultType]::ParameterName, 'The assembly of FROM refers to PKG, though its text does not show it; may be repeated')
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Say more: `explain` says why a package''s files are made')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'gc: the C compiler for an architecture [default: $GOC_CC_AMD64, $GOC_CC_ARM64, else gcc, a cross gcc or clang]')
            [CompletionResult]::new('--cflags', '--cflags', [CompletionResultType]::ParameterName, 'gc: what the C compiler is told besides, split as a shell does: `--cflags=''-O3 -Iinclude''`, `--cflags=amd64=-mavx2`')
            [CompletionResult]::new('--stack', '--stack', [CompletionResultType]::ParameterName, 'gc: reserve stack for recursion, alloca and arrays of variable length, for all Go functions or for one: `--stack 64K --stack Sort=1M`')
            [CompletionResult]::new('--align-data', '--align-data', [CompletionResultType]::ParameterName, 'gc: data that C aligns to more, as for AVX-512, lies at 32 bytes, the most that Go has; give it where the alignment is for speed')
            [CompletionResult]::new('--tag', '--tag', [CompletionResultType]::ParameterName, 'gc: the build tag that takes the assembly away in favour of Go')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--allabis', '--allabis', [CompletionResultType]::ParameterName, 'Do not collect what assembly refers to: let it call all of those packages, where gc''s compiler has -allabis')
            [CompletionResult]::new('--arena', '--arena', [CompletionResultType]::ParameterName, 'gc: give C malloc and its kin, over bytes that Go passes to goc_arena_begin')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;clean' {
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'List what would be removed, and remove nothing')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;goc2c' {
            [CompletionResult]::new('--emit', '--emit', [CompletionResultType]::ParameterName, 'What to write in place of C')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose output is written, as for goc2c')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Go''s name of the system')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Go''s name of the architecture')
            [CompletionResult]::new('--go-pkgpath', '--go-pkgpath', [CompletionResultType]::ParameterName, 'The package''s path in symbols; for the Plan 9 compilers none, which their linker completes')
            [CompletionResult]::new('--tags', '--tags', [CompletionResultType]::ParameterName, 'For types: the terms that hold in build lines, separated by commas')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'For types: list what was read, for Make')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;archive' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;cgo' {
            [CompletionResult]::new('--tool', '--tool', [CompletionResultType]::ParameterName, 'The program cgo')
            [CompletionResult]::new('--tool-flag', '--tool-flag', [CompletionResultType]::ParameterName, 'A flag for it; may be repeated')
            [CompletionResult]::new('--cc', '--cc', [CompletionResultType]::ParameterName, 'The C compiler, or a flag that belongs to it; may be repeated')
            [CompletionResult]::new('--flag', '--flag', [CompletionResultType]::ParameterName, 'A flag for the C compiler; may be repeated')
            [CompletionResult]::new('--ldflag', '--ldflag', [CompletionResultType]::ParameterName, 'A flag for links; may be repeated')
            [CompletionResult]::new('--out', '--out', [CompletionResultType]::ParameterName, 'Write to DIR')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'List what was read, for Make')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form [default: $GOC2C_MESSAGE_FORMAT, else human]')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;before-tool' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'gen-runtime;env' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'gen-runtime;banner' {
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'gen-runtime;explain' {
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
