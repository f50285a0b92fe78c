module example.com/gc/bench

go 1.24
