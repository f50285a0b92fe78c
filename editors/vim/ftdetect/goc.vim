" .goc files: Go function headers with C bodies.
autocmd BufNewFile,BufRead *.goc setfiletype goc
