// Command prog stands for a program of the reader's.
package main

import "example.com/module/sum"

func main() { println(sum.Add(1, 2)) }
