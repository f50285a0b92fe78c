//! What a Go programmer would want each parameter and result to be: a guess by types and names, and a question for a person
//! where that is not enough.

use super::headers::{Declarator, Prototype};
use super::lengths::{Guess, counts_bytes, pair};
use super::names::Names;
use super::structs::{Structs, scalar};
use super::types::{CType, Struct, Subprogram, TypeId, Types};

/// What guesses are made from: all of a library's types, those that Go has, and the names that are taken.
pub(super) struct Scope<'s> {
    pub types: &'s Types,
    pub structs: Structs,
    pub names: Names,
}

impl Scope<'_> {
    /// The name in Go of a struct that Go can have.
    fn go_name(&mut self, id: TypeId) -> Option<String> {
        self.structs.go_name(self.types, &mut self.names, id)
    }
}

/// A function as Go calls it.
#[derive(Debug, Clone, Default)]
pub(super) struct Binding {
    /// Its name in Go.
    pub name: String,
    /// Its name in C.
    pub c: String,
    /// Names and types.
    pub params: Vec<(String, String)>,
    pub result: Option<String>,
    /// The lines of its body.
    pub body: Vec<String>,
    /// What a reader of the Go side should know.
    pub notes: Vec<String>,
    /// What a person must decide.
    pub questions: Vec<String>,
}

impl Binding {
    /// A function's.
    ///
    /// # Errors
    /// Why it is left out.
    pub fn of(
        function: &Subprogram,
        prototype: Option<&Prototype>,
        scope: &mut Scope<'_>,
    ) -> Result<Binding, String> {
        if function.is_variadic {
            return Err("it takes any number of arguments".into());
        }
        if prototype.is_some_and(|prototype| prototype.is_deprecated) {
            return Err("its header says that it is deprecated".into());
        }
        let declared =
            prototype.map(|prototype| &*prototype.params).filter(|all| all.len() == function.params.len());
        let mut guesses: Vec<Guess<'_>> = Vec::new();
        for (number, param) in function.params.iter().enumerate() {
            let declarator = declared.map(|all| &all[number]);
            let own = declarator.and_then(|all| all.name.as_deref()).or(param.name.as_deref());
            let taken: Vec<_> = guesses.iter().map(|guess| guess.name.clone()).collect();
            let name = scope.names.param(own, number, &taken);
            let count = declarator.and_then(|Declarator { count, .. }| *count);
            guesses.push(Guess { name, own, ty: param.ty, count, length: None, of: None });
        }
        let mut binding = Binding { c: function.name.clone(), ..Binding::default() };
        binding.questions = pair(&mut guesses, scope.types, &scope.structs);
        let mut arguments = Vec::new();
        for guess in &guesses {
            arguments.push(binding.take(guess, &guesses, scope)?);
        }
        let call = format!("{}({})", function.name, arguments.join(", "));
        binding.finish(&call, function.result, scope)?;
        binding.name = scope.names.take_function(&function.name);
        Ok(binding)
    }

    /// Takes a parameter; what C is given for it.
    fn take(
        &mut self,
        guess: &Guess<'_>,
        all: &[Guess<'_>],
        scope: &mut Scope<'_>,
    ) -> Result<String, String> {
        if let Some(of) = guess.of {
            return Ok(format!("{}.len", all[of].name));
        }
        let types = scope.types;
        let CType::Pointer(to) = types.of(guess.ty) else { return self.take_value(guess, scope) };
        // A pointer to an array is one to its elements, of which the declarator tells how many there are in all.
        let mut to = *to;
        while let (CType::Array(of, _), Some(_)) = (types.of(to), guess.count) {
            to = *of;
        }
        let name = &guess.name;
        match types.of(to) {
            CType::Function => {
                self.notes.push(format!("C gets NULL for {name}, a pointer to a function."));
                Ok("0".into())
            }
            CType::Struct(Struct { tag: Some(tag), .. }) if tag.starts_with("__va_list") => {
                Err(format!("`{name}` is a list of any number of arguments"))
            }
            CType::Struct(_) if types.name(to) == Some("FILE") => Err(format!("`{name}` is a file of C's")),
            CType::Struct(found) if found.size.is_none() || scope.structs.is_handle(types, to) => {
                self.params.push((name.clone(), "uintptr".into()));
                Ok(format!("(void *){name}"))
            }
            _ => Ok(match guess.length {
                Some(length) => self.take_slice(guess, &all[length], to, scope),
                None => self.take_pointer(guess, to, scope),
            }),
        }
    }

    /// Takes a pointer to as many elements as another parameter says.
    fn take_slice(
        &mut self,
        guess: &Guess<'_>,
        length: &Guess<'_>,
        to: TypeId,
        scope: &mut Scope<'_>,
    ) -> String {
        let name = &guess.name;
        let element = match (scope.types.of(to), element(scope, to)) {
            (CType::Void, _) => "byte".into(),
            (_, Some((plain, _))) => plain,
            _ => {
                self.questions.push(format!("{name} points to more than numbers: what is Go to pass?"));
                "byte".into()
            }
        };
        let is_wide = !matches!(&*element, "byte" | "int8" | "bool");
        if is_wide && length.own.is_some_and(counts_bytes) {
            self.questions.push(format!("does {} count elements of {name}, or bytes?", length.name));
        }
        if let CType::Integer(bytes @ (2 | 4), is_signed) = scope.types.of(length.ty) {
            let most = u64::MAX >> (64 - 8 * bytes + u64::from(*is_signed));
            self.body.push(format!("if ({name}.len > {most})"));
            self.body.push(format!("\tgoc_panic(\"{}: {name} is too long\");", self.c));
        }
        self.slice(name, &element)
    }

    /// Takes a pointer whose length no other parameter has.
    fn take_pointer(&mut self, guess: &Guess<'_>, to: TypeId, scope: &mut Scope<'_>) -> String {
        let (name, types) = (&guess.name, scope.types);
        let is_bytes = matches!(types.of(to), CType::Void | CType::Char | CType::Integer(1, _));
        match (types.of(to), element(scope, to)) {
            // As many as the header says.
            (_, Some((element, bytes))) if guess.count.is_some_and(|count| count > 0) => {
                self.check(name, guess.count.unwrap_or(1) - 1, bytes);
                self.slice(name, &element)
            }
            _ if is_bytes => {
                let text = match (types.of(to), types.is_constant(to)) {
                    (CType::Char, true) => {
                        format!("how long must {name} be? If it is text, with a NUL at its end")
                    }
                    _ => format!("how long must {name} be?"),
                };
                self.questions.push(text);
                self.slice(name, "byte")
            }
            // C that reads one number takes it by value.
            (ty, Some((element, _))) if !matches!(ty, CType::Struct(_)) && types.is_constant(to) => {
                self.questions.push(format!("how many elements must {name} have?"));
                self.slice(name, &element)
            }
            (_, Some((plain, _))) => {
                self.params.push((name.clone(), format!("*{plain}")));
                format!("(void *){name}")
            }
            (CType::Struct(Struct { size: Some(size), .. }), None) => {
                let spelled = types.spell_struct(to).unwrap_or_else(|| "struct".into());
                self.notes.push(format!("{name} is a {spelled}, of {size} bytes."));
                self.bytes(name, *size)
            }
            _ => {
                self.questions.push(format!(
                    "what does C read or write through {name}? It must keep no pointer of Go's"
                ));
                self.params.push((name.clone(), "unsafe.Pointer".into()));
                name.clone()
            }
        }
    }

    /// Takes what C gets by value.
    fn take_value(&mut self, guess: &Guess<'_>, scope: &mut Scope<'_>) -> Result<String, String> {
        let (name, types) = (&guess.name, scope.types);
        if let CType::Struct(found) = types.of(guess.ty) {
            if let Some(plain) = scope.go_name(guess.ty) {
                self.params.push((name.clone(), plain));
                return Ok(name.clone());
            }
            let (Some(spelled), Some(size)) = (types.spell_struct(guess.ty), found.size) else {
                return Err(format!("`{name}` is a struct without a name"));
            };
            self.notes.push(format!("{name} is a {spelled}, of {size} bytes."));
            return Ok(format!("*({spelled} *){}", self.bytes(name, size)));
        }
        match scalar(types, guess.ty) {
            Some((ty, _)) => {
                self.params.push((name.clone(), ty.into()));
                Ok(name.clone())
            }
            None => Err(format!("`{name}` is of a type that Go does not have{}", named(types, guess.ty))),
        }
    }

    /// A parameter that is a slice; what C gets of it.
    fn slice(&mut self, name: &str, element: &str) -> String {
        self.params.push((name.to_owned(), format!("[]{element}")));
        format!("{name}.array")
    }

    /// A parameter that is a struct's bytes; what C gets of it.
    fn bytes(&mut self, name: &str, size: u64) -> String {
        self.check(name, size.saturating_sub(1), 1);
        self.slice(name, "byte")
    }

    /// Go's check of an index, in C.
    fn check(&mut self, name: &str, last: u64, size: u64) {
        self.body.push(format!("goc_index({name}, {last}, {size});"));
    }

    /// The call, and what becomes of its result.
    fn finish(&mut self, call: &str, result: TypeId, scope: &mut Scope<'_>) -> Result<(), String> {
        let types = scope.types;
        match types.of(result) {
            CType::Void => self.body.push(format!("{call};")),
            CType::Pointer(to) if matches!(types.of(*to), CType::Char) && types.is_constant(*to) => {
                self.gives("string", format!("const char *goc_text = {call};"));
                self.body.push("return goc_text ? goc_cstring(goc_text) : goc_string(0, 0);".into());
                self.questions.push("does the text that C returns stay where it is? Else copy it".into());
            }
            CType::Pointer(to) => {
                self.gives("uintptr", format!("return (uintptr){call};"));
                let is_handle = matches!(types.of(*to), CType::Struct(_));
                let text = match is_handle {
                    true => "The result is C's own pointer, for its other functions.",
                    false => "The result is a pointer, which Go must not keep longer than what it points to.",
                };
                self.notes.push(text.into());
            }
            CType::Struct(found) => match scope.go_name(result) {
                Some(plain) => self.gives(&plain, format!("return {call};")),
                None => {
                    let (Some(spelled), Some(size)) = (types.spell_struct(result), found.size) else {
                        return Err("it returns a struct without a name".into());
                    };
                    let taken: Vec<_> = self.params.iter().map(|(name, _)| name.clone()).collect();
                    let name = scope.names.param(Some("result"), 0, &taken);
                    let place = self.bytes(&name, size);
                    self.body.push(format!("*({spelled} *){place} = {call};"));
                    self.notes.push(format!("{name} gets a {spelled}, of {size} bytes."));
                }
            },
            _ => {
                let Some((ty, _)) = scalar(types, result) else {
                    let named = named(types, result);
                    return Err(format!("its result is of a type that Go does not have{named}"));
                };
                self.gives(ty, format!("return {call};"));
            }
        }
        Ok(())
    }

    /// The result, and the line that makes it.
    fn gives(&mut self, ty: &str, line: String) {
        self.result = Some(ty.to_owned());
        self.body.push(line);
    }
}

/// Go's type for what a pointer points to, and its bytes.
fn element(scope: &mut Scope<'_>, to: TypeId) -> Option<(String, u64)> {
    match scope.types.of(to) {
        CType::Struct(found) => Some((scope.go_name(to)?, found.size.unwrap_or(1))),
        _ => scalar(scope.types, to).map(|(ty, bytes)| (ty.to_owned(), bytes)),
    }
}

/// A type's name in brackets, if it has one.
fn named(types: &Types, id: TypeId) -> String {
    let own = match types.of(id) {
        CType::Other(name, _) => Some(&**name),
        _ => None,
    };
    types.name(id).or(own).map(|name| format!(" ({name})")).unwrap_or_default()
}
