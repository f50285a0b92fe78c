
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
            [CompletionResult]::new('--generate', '--generate', [CompletionResultType]::ParameterName, 'Print a man page or completions')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('zasm', 'zasm', [CompletionResultType]::ParameterValue, 'Offsets and constants for assembly, from acid text (6c -a)')
            [CompletionResult]::new('zruntime-defs', 'zruntime-defs', [CompletionResultType]::ParameterValue, 'Declarations for Go, from those of several C files (6c -q)')
            [CompletionResult]::new('zgoarch', 'zgoarch', [CompletionResultType]::ParameterValue, 'The architecture as a constant of Go')
            [CompletionResult]::new('zgoos', 'zgoos', [CompletionResultType]::ParameterValue, 'The system as a constant of Go')
            [CompletionResult]::new('zversion', 'zversion', [CompletionResultType]::ParameterValue, 'Where Go is installed, and its version, as constants of Go')
            [CompletionResult]::new('zsys', 'zsys', [CompletionResultType]::ParameterValue, 'Assembly that the platform needs')
            [CompletionResult]::new('zexperiment', 'zexperiment', [CompletionResultType]::ParameterValue, 'The experiments for C')
            [CompletionResult]::new('opnames', 'opnames', [CompletionResultType]::ParameterValue, 'The names of a compiler''s opcodes, from its go.h')
            [CompletionResult]::new('anames', 'anames', [CompletionResultType]::ParameterValue, 'The names of an assembler''s opcodes, from its [568].out.h')
            [CompletionResult]::new('symabis', 'symabis', [CompletionResultType]::ParameterValue, 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'The version of a tree, from its VERSION files, git or Mercurial')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Every file of a platform, under its historical name')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'gen-runtime;zasm' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--struct', '--struct', [CompletionResultType]::ParameterName, 'Look for a struct and put PREFIX_ in front of its fields; may be repeated')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'The form of offsets and constants')
            [CompletionResult]::new('--package', '--package', [CompletionResultType]::ParameterName, 'The package of Go constants')
            [CompletionResult]::new('--emit-asserts', '--emit-asserts', [CompletionResultType]::ParameterName, 'Write a C file that proves the offsets and sizes to any C compiler')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
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
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zgoarch' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zgoos' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zversion' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zsys' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;zexperiment' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;opnames' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;anames' {
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;symabis' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'What another package''s assembler printed, and which package that was; may be repeated')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Keep only references to symbols of PKG')
            [CompletionResult]::new('--append', '--append', [CompletionResultType]::ParameterName, 'Append to FILE, the package''s own, which is made if it is not there')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--pairs', '--pairs', [CompletionResultType]::ParameterName, 'List the packages of Go''s library that refer to each other so, and the assembly to leave out')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'gen-runtime;version' {
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to FILE; `-` for standard output')
            [CompletionResult]::new('--cache', '--cache', [CompletionResultType]::ParameterName, 'Keep what git or Mercurial told in VERSION.cache')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
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
            [CompletionResult]::new('--goroot', '--goroot', [CompletionResultType]::ParameterName, 'The tree [default: $GOROOT]')
            [CompletionResult]::new('--go-version', '--go-version', [CompletionResultType]::ParameterName, 'The version [default: the tree''s, as by `gen-runtime version`]')
            [CompletionResult]::new('--os', '--os', [CompletionResultType]::ParameterName, 'Operating system [default: $GOOS, else the machine''s]')
            [CompletionResult]::new('--arch', '--arch', [CompletionResultType]::ParameterName, 'Architecture [default: $GOARCH, else the machine''s]')
            [CompletionResult]::new('--dialect', '--dialect', [CompletionResultType]::ParameterName, 'Whose files are written')
            [CompletionResult]::new('--experiment', '--experiment', [CompletionResultType]::ParameterName, 'The tool chain''s experiments [default: $GOEXPERIMENT, else none]')
            [CompletionResult]::new('--write', '--write', [CompletionResultType]::ParameterName, 'When to write an output file; one that is left alone keeps its time stamp')
            [CompletionResult]::new('--stamp', '--stamp', [CompletionResultType]::ParameterName, 'Touch FILE after every run without errors')
            [CompletionResult]::new('--depfile', '--depfile', [CompletionResultType]::ParameterName, 'Write the run''s dependencies to FILE, for make and Ninja')
            [CompletionResult]::new('--print', '--print', [CompletionResultType]::ParameterName, 'List the files that a run would write, and write none')
            [CompletionResult]::new('--message-format', '--message-format', [CompletionResultType]::ParameterName, 'Form of messages; reports for people come in the same form')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colour')
            [CompletionResult]::new('--max-errors', '--max-errors', [CompletionResultType]::ParameterName, 'How many errors to show; 0 for all')
            [CompletionResult]::new('--strict', '--strict', [CompletionResultType]::ParameterName, 'Take warnings for errors')
            [CompletionResult]::new('--check', '--check', [CompletionResultType]::ParameterName, 'Write nothing; exit with 1 if an output is missing or differs')
            [CompletionResult]::new('--diff', '--diff', [CompletionResultType]::ParameterName, 'As --check, and show the differences on standard output')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
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
            [CompletionResult]::new('opnames', 'opnames', [CompletionResultType]::ParameterValue, 'The names of a compiler''s opcodes, from its go.h')
            [CompletionResult]::new('anames', 'anames', [CompletionResultType]::ParameterValue, 'The names of an assembler''s opcodes, from its [568].out.h')
            [CompletionResult]::new('symabis', 'symabis', [CompletionResultType]::ParameterValue, 'The references that other packages'' assembly makes, from what assemblers print (-gensymabis)')
            [CompletionResult]::new('version', 'version', [CompletionResultType]::ParameterValue, 'The version of a tree, from its VERSION files, git or Mercurial')
            [CompletionResult]::new('all', 'all', [CompletionResultType]::ParameterValue, 'Every file of a platform, under its historical name')
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
        'gen-runtime;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
