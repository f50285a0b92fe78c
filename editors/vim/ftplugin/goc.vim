" Comments and indentation of .goc files: those of C, with tabs as in Go.
if exists('b:did_ftplugin')
  finish
endif
let b:did_ftplugin = 1

setlocal commentstring=//\ %s
setlocal comments=s1:/*,mb:*,ex:*/,://
setlocal formatoptions-=t formatoptions+=croql
setlocal cindent noexpandtab shiftwidth=0
let b:undo_ftplugin = 'setlocal commentstring< comments< formatoptions< cindent< expandtab< shiftwidth<'
