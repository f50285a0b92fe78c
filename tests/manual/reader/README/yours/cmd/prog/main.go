// Command prog stands for a program of the reader's.
package main

func main() { println("prog") }
