" Colours of .goc files: all is C but the package clause, imports and the headers of functions.
if exists('b:current_syntax')
  finish
endif

runtime! syntax/c.vim
unlet! b:current_syntax

syntax match gocClause /^\s*package\s\+[^[:space:](),{}]\+/ contains=gocKeyword
syntax match gocClause /^\s*import\s\+\(\K\k*\s\+\)\?"[^"]*"/ contains=gocKeyword,gocPath
syntax region gocImports matchgroup=gocKeyword start=/^\s*import\s*(/ end=/)/ contains=gocPath,gocComment
syntax match gocPath /"[^"]*"/ contained

" A header goes to the brace of its body; those of an interface or a struct in it are its own.
syntax region gocHeader start=/^\s*func\s*\ze[[:space:](]/ end=/\ze{/ contains=gocKeyword,gocName,gocType,gocMembers,gocComment,gocNumber
syntax region gocMembers start=/\<\(interface\|struct\)\s*{/ end=/}/ contained contains=gocMembers,gocKeyword,gocType,gocComment
syntax match gocName /[^[:space:](),{}]\+\ze\s*(/ contained
syntax match gocNumber /\[\@<=[^][]\+\]\@=/ contained
syntax region gocComment start=/\/\*/ end=/\*\// contained
syntax match gocComment /\/\/.*/ contained

syntax keyword gocKeyword package import func map chan interface struct contained
syntax keyword gocType bool byte rune string error any contained
syntax keyword gocType int int8 int16 int32 int64 uint uint8 uint16 uint32 uint64 uintptr contained
syntax keyword gocType float float32 float64 complex64 complex128 contained
syntax keyword gocType String Slice Eface Iface Complex128 contained

highlight default link gocKeyword Statement
highlight default link gocClause Normal
highlight default link gocName Function
highlight default link gocType Type
highlight default link gocNumber Number
highlight default link gocPath String
highlight default link gocComment Comment

let b:current_syntax = 'goc'
