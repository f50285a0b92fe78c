//! Every type of the table crosses unharmed, as a parameter and as a result, alone and between others, and
//! has the size and place in C that it has in Go.

use std::fmt::Write as _;

use super::machine::machines;

/// A type, a value of it, and what must hold of the value `v` and of what came back, `r`.
struct Row {
    ty: &'static str,
    value: &'static str,
    same: &'static str,
}

const fn row(ty: &'static str, value: &'static str) -> Row {
    Row { ty, value, same: "r == v" }
}

const fn unlike(ty: &'static str, value: &'static str, same: &'static str) -> Row {
    Row { ty, value, same }
}

const ROWS: [Row; 59] = [
    row("bool", "true"),
    row("int8", "-7"),
    row("int16", "-300"),
    row("int32", "-70000"),
    row("int64", "-1<<62 + 3"),
    row("uint8", "250"),
    row("uint16", "65000"),
    row("uint32", "4000000000"),
    row("uint64", "1<<63 + 5"),
    row("byte", "'x'"),
    row("rune", "'é'"),
    row("float32", "1.5"),
    row("float64", "-2.25"),
    row("uintptr", "12345"),
    row("int", "-5"),
    row("uint", "7"),
    row("complex64", "1 + 2i"),
    row("complex128", "3 - 4i"),
    row("string", "\"héllo\""),
    unlike("[]int", "[]int{1, 2, 3}[:2]", "&r[0] == &v[0] && len(r) == 2 && cap(r) == 3"),
    unlike("[][]string", "[][]string{{\"a\"}, {\"b\"}}", "&r[1][0] == &v[1][0] && len(r) == 2"),
    row("interface{}", "\"boxed\""),
    row("any", "42"),
    row("error", "errors.New(\"e\")"),
    row("interface{ Len() int }", "Lens(3)"),
    row("unsafe.Pointer", "unsafe.Pointer(&global)"),
    unlike("map[string]int", "map[string]int{\"k\": 9}", "r[\"k\"] == 9"),
    row("chan int", "make(chan int, 3)"),
    row("chan<- string", "make(chan string)"),
    row("<-chan bool", "make(chan bool)"),
    unlike("func(a, b int) int", "func(a, b int) int { return a*10 + b + global }", "r(4, 2) == v(4, 2)"),
    row("*int", "&global"),
    row("**int", "&pointer"),
    row("*string", "new(string)"),
    row("*[]byte", "new([]byte)"),
    row("*error", "new(error)"),
    row("*map[int]int", "new(map[int]int)"),
    row("*chan int", "new(chan int)"),
    row("*func()", "new(func())"),
    row("*struct{ a, b int }", "new(struct{ a, b int })"),
    row("*Pair", "&Pair{1, 2, 3}"),
    row("*[4]int32", "new([4]int32)"),
    row("[4]int32", "[4]int32{1, 2, 3, 4}"),
    row("[3]byte", "[3]byte{1, 2, 3}"),
    row("[1]float64", "[1]float64{0.5}"),
    row("[2][3]int64", "[2][3]int64{{1, 2, 3}, {4, 5, 6}}"),
    row("[2]*Pair", "[2]*Pair{{1, 2, 3}, nil}"),
    row("[2]string", "[2]string{\"a\", \"b\"}"),
    row("[2]map[int]*Pair", "[2]map[int]*Pair{}").by("len(r[0]) == 0"),
    row("[9]complex128", "[9]complex128{8: 1i}"),
    row("*[0]int", "new([0]int)"),
    row("Pair", "Pair{1 << 40, -2, 0.5}"),
    row("Small", "Small{-1, 2}"),
    row("Floats", "Floats{1, 2}"),
    row("Large", "Large{s: \"s\", a: [5]int64{4: 9}}"),
    row("image.Point", "image.Point{3, -4}"),
    row("time.Duration", "time.Second"),
    row("String", "\"runtime's\""),
    row("Eface", "3.5"),
];

impl Row {
    const fn by(self, same: &'static str) -> Row {
        Row { same, ..self }
    }

    /// The type as Go spells it.
    fn go(&self) -> &'static str {
        match self.ty {
            "String" => "string",
            "Eface" => "interface{}",
            ty => ty,
        }
    }
}

const C_TYPES: &str = "package main\n\nimport (\n\t\"image\"\n\t\"time\"\n)\n\n#include \"goc.h\"\n\n\
typedef struct { int64 a; int8 b; float64 c; } Pair;\n\
typedef struct { int8 a; int16 b; } Small;\n\
typedef struct { float32 a, b; } Floats;\n\
typedef struct { String s; struct { int64 a[5]; } a; bool b; } Large;\n\
typedef struct { intgo X, Y; } image_Point;\n\
typedef int64 time_Duration;\n";

const GO_TYPES: &str = "package main\n\nimport (\n\t\"errors\"\n\t\"fmt\"\n\t\"image\"\n\t\"time\"\n\t\"unsafe\"\n)\n\n\
type Pair struct {\n\ta int64\n\tb int8\n\tc float64\n}\n\
type Small struct {\n\ta int8\n\tb int16\n}\n\
type Floats struct{ a, b float32 }\n\
type Large struct {\n\ts string\n\ta [5]int64\n\tb bool\n}\n\
type Lens int\n\nfunc (l Lens) Len() int { return int(l) }\n\n\
var global = 7\nvar pointer = &global\nvar failed int\n\
var _ = errors.New\nvar _ image.Point\nvar _ time.Duration\n\n\
func check(ok bool, what string) {\n\tif !ok {\n\t\tfailed++\n\t\tfmt.Println(\"FAILED\", what)\n\t}\n}\n\n";

/// The two sides of the program.
fn program() -> (String, String) {
    let (mut goc, mut go) = (C_TYPES.to_owned(), GO_TYPES.to_owned());
    let mut main = String::from("func main() {\n");
    for (count, row) in ROWS.iter().enumerate() {
        let ty = row.ty;
        let _ = write!(
            goc,
            "\nfunc Alone{count}(v {ty}) (r {ty}) {{\n\tr = v;\n}}\n\n\
             func Among{count}(a int8, v {ty}, b float32, c int16) (x int8, r {ty}, y float32, z int16) {{\n\
             \tx = a; r = v; y = b; z = c;\n}}\n\n\
             func Layout{count}(v {ty}) (size, offset, behind, whole uintptr) {{\n\
             \tstruct probe {{ int8 a; __typeof__(v) v; int8 b; }};\n\
             \tsize = sizeof v;\n\toffset = __builtin_offsetof(struct probe, v);\n\
             \tbehind = __builtin_offsetof(struct probe, b);\n\twhole = sizeof(struct probe);\n}}\n"
        );
        let (ty, value, same) = (row.go(), row.value, row.same);
        let _ = write!(
            main,
            "\t{{\n\t\tvar v {ty} = {value}\n\
             \t\t{{\n\t\t\tr := Alone{count}(v)\n\t\t\tcheck({same}, `{ty} alone`)\n\t\t}}\n\
             \t\tx, r, y, z := Among{count}(-3, v, 0.25, -4)\n\
             \t\tcheck({same} && x == -3 && y == 0.25 && z == -4, `{ty} among others`)\n\
             \t\tvar probe struct {{\n\t\t\ta int8\n\t\t\tv {ty}\n\t\t\tb int8\n\t\t}}\n\
             \t\tsize, offset, behind, whole := Layout{count}(v)\n\
             \t\tcheck(size == unsafe.Sizeof(v) && offset == unsafe.Offsetof(probe.v) &&\n\
             \t\t\tbehind == unsafe.Offsetof(probe.b) && whole == unsafe.Sizeof(probe), `{ty} layout`)\n\t}}\n"
        );
    }
    main += "\tfmt.Println(failed, \"failed\")\n}\n";
    go += &main;
    // Layouts do not look at the value.
    (goc.replace("\tsize = sizeof v;", "\t(void)v;\n\tsize = sizeof v;"), go)
}

#[test]
fn every_type_crosses_and_has_the_same_layout() {
    let (goc, go) = program();
    for machine in machines("every type") {
        assert_eq!(machine.run(&goc, &go), "0 failed\n", "{}", machine.name);
        println!("{}: {} types, each alone, among others, and its layout", machine.name, ROWS.len());
    }
}

#[test]
fn a_type_that_is_declared_otherwise_in_c_is_noticed() {
    let (goc, go) = program();
    let wrong = goc.replace("int64 a; int8 b; float64 c; } Pair", "int64 a; int8 b; float32 c; } Pair");
    assert_ne!(wrong, goc);
    for machine in machines("a wrong type").into_iter().take(1) {
        let said = machine.run(&wrong, &go);
        assert!(said.contains("FAILED Pair layout"), "{said}");
    }
}
