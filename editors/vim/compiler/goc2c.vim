" `:compiler! goc2c`, then `:make --dialect gc %`: faults go to the list that `:cnext` walks.
if exists('g:current_compiler')
  finish
endif
let g:current_compiler = 'goc2c'

if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif

CompilerSet makeprg=goc2c\ --message-format\ short\ $*
" What has no place is said by the program.
CompilerSet errorformat=goc2c:\ %trror:\ %m,gen-runtime:\ %trror:\ %m
CompilerSet errorformat+=goc2c:\ %tarning:\ %m,gen-runtime:\ %tarning:\ %m
CompilerSet errorformat+=goc2c:\ %tote:\ %m,gen-runtime:\ %tote:\ %m
CompilerSet errorformat+=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tote:\ %m
CompilerSet errorformat+=%f:%l:\ %trror:\ %m,%f:%l:\ %tarning:\ %m,%f:%l:\ %tote:\ %m
