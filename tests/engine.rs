//! The engine's integration tests: plans of small programs, run for real. What they show is what an action can say as
//! plain data, and that nothing is written or deleted outside.

use std::ffi::OsString;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};

use engine::files::Ground;
use engine::fresh::Why;
use engine::jobserver::Slots;
use engine::perform::{Ended, Failure};
use engine::progress::{Progress, Starting};
use engine::run::{Home, How, Summary, run, stale};
use engine::shell::Shell;
use engine::state::State;
use engine::{Action, Depfile, Graph, Log, Plan, ResultIs, Root, Run, Word, Work};
use pretty_assertions::assert_eq;

/// A folder with a plan in it.
struct Place {
    _folder: tempfile::TempDir,
    folder: PathBuf,
}

/// What was told of a run.
#[derive(Default)]
struct Told {
    whys: Vec<(String, Why)>,
    failures: Vec<String>,
}

impl Progress<'_> for Told {
    fn start(&mut self, step: &Starting<'_, '_>) {
        let name = step.action.first().file_name().unwrap().to_string_lossy().into_owned();
        self.whys.push((name, step.why.clone()));
    }

    fn end(&mut self, _action: &Action, ended: &Ended) {
        self.failures.extend(ended.failure.as_ref().map(Failure::to_string));
    }
}

impl Place {
    fn new() -> Place {
        let folder = tempfile::tempdir().unwrap();
        Place { folder: folder.path().canonicalize().unwrap(), _folder: folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    fn plan(&self, actions: Vec<Action>) -> Plan {
        Plan { actions, roots: vec![Root::named(&self.folder)], ..Plan::default() }
    }

    /// An action that runs a script, whose words may be files.
    fn script(&self, script: &str, words: Vec<Word>, reads: &[&str], makes: &[&str]) -> Action {
        let program = ["sh", "-c", script, "sh"].map(Word::from);
        let run = Run::new(program.into_iter().chain(words).collect(), &self.folder);
        self.action(Work::Run(run), reads, makes)
    }

    fn action(&self, work: Work, reads: &[&str], makes: &[&str]) -> Action {
        let paths = |names: &[&str]| names.iter().map(|name| self.path(name)).collect();
        let (reads, makes) = (paths(reads), paths(makes));
        Action { part: "p".into(), log: Log::Command, work, reads, after: Vec::new(), makes }
    }

    fn try_run(&self, plan: &Plan) -> (Summary, Told) {
        let graph = Graph::new(plan).unwrap();
        let ground = Ground::new(&plan.roots);
        let own = self.path("own");
        let mut state = State::open(&ground.make(&own).unwrap(), || {}).unwrap();
        let mut told = Told::default();
        let home = Home { ground: &ground, state: &mut state, own, trace: None };
        let how = How { stop: false, all: false };
        let summary = run(plan, &graph, home, how, &mut Slots::Fixed(2), &mut told).unwrap();
        (summary, told)
    }

    /// Runs a plan, which must not fail; what was done, and why.
    fn run(&self, plan: &Plan) -> Vec<(String, Why)> {
        // Long enough that what was written last is newer than all else.
        std::thread::sleep(std::time::Duration::from_millis(50));
        let (summary, told) = self.try_run(plan);
        assert_eq!((summary.failed, told.failures), (0, Vec::new()));
        told.whys
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// All names below the folder, but for the engine's own.
    fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        let mut waiting = vec![self.folder.clone()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.strip_prefix(&self.folder).unwrap().to_string_lossy().into_owned();
                if path.is_dir() && name != "own" {
                    waiting.push(path);
                } else if name != "own" {
                    names.push(name);
                }
            }
        }
        names.sort();
        names
    }
}

fn known(name: &str, why: Why) -> Vec<(String, Why)> {
    vec![(name.to_owned(), why)]
}

#[test]
fn an_action_may_make_several_files_one_of_them_in_a_folder_of_its_own() {
    let place = Place::new();
    fs::write(place.path("in"), "1").unwrap();
    // A tool that is given a folder, and writes what it likes there.
    let script = "cat in > \"$1/a\"; echo b > \"$1/b\"; echo junk > \"$1/junk\"";
    let plan = place.plan(vec![place.script(script, vec![Word::Scratch], &["in"], &["out/a", "out/b"])]);
    assert_eq!(place.run(&plan), known("a", Why::Unknown));
    assert_eq!((place.read("out/a"), place.read("out/b")), ("1".into(), "b\n".into()));
    assert_eq!(place.names(), ["in", "out/a", "out/b"]);
    assert_eq!(place.run(&plan), []);
    fs::remove_file(place.path("out/b")).unwrap();
    assert_eq!(place.run(&plan), known("a", Why::Missing(place.path("out/b"))));
    fs::write(place.path("out/b"), "c\n").unwrap();
    assert_eq!(place.run(&plan), known("a", Why::Changed(place.path("out/b"))));
    assert_eq!(place.read("out/b"), "b\n");
    // Lines for a shell name the folder of the first file.
    let lines = String::from_utf8(Shell::new(&plan).render(&plan.actions[0])).unwrap();
    assert!(lines.ends_with(&format!(" sh {}\n", place.path("out").display())), "{lines}");
}

#[test]
fn a_program_may_be_made_in_the_plan_and_what_it_makes_is_made_again_when_it_changes() {
    let place = Place::new();
    fs::write(place.path("tool.in"), "#!/bin/sh\necho 1 > \"$1\"\n").unwrap();
    let tool =
        place.script("cp tool.in \"$1\"; chmod +x \"$1\"", vec![Word::Made(0)], &["tool.in"], &["tool"]);
    let uses = Run::new(vec![Word::from(place.path("tool")), Word::Made(0)], &place.folder);
    let uses = place.action(Work::Run(uses), &[], &["out"]);
    let plan = place.plan(vec![uses, tool]);
    let names = |whys: Vec<(String, Why)>| whys.into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(place.run(&plan)), ["tool", "out"]);
    assert_eq!(place.run(&plan), []);
    fs::write(place.path("tool.in"), "#!/bin/sh\necho 2 > \"$1\"\n").unwrap();
    let whys = place.run(&plan);
    assert_eq!(whys[0], ("tool".into(), Why::Read(place.path("tool.in"))));
    assert_eq!(whys[1], ("out".into(), Why::Program(place.path("tool"))));
    assert_eq!(place.read("out"), "2\n");
}

/// The environment is this process': the test's own program sets it.
#[test]
fn a_variable_that_a_tool_heeds_is_a_reason_and_another_is_none() {
    let place = Place::new();
    let heeding = |heeds: &'static [&'static str]| {
        let mut action = place.script("echo > \"$1\"", vec![Word::Made(0)], &[], &["out"]);
        let Work::Run(run) = &mut action.work else { panic!() };
        run.heeds = heeds;
        place.plan(vec![action])
    };
    place.run(&heeding(&["ENGINE_TEST_UNSET"]));
    assert_eq!(place.run(&heeding(&["ENGINE_TEST_UNSET"])), []);
    // Another variable, with another value, stands for a change of one.
    assert_eq!(place.run(&heeding(&["PATH"])), known("out", Why::Variables(&["PATH"])));
}

#[test]
fn why_an_action_is_done_is_told_for_each_reason() {
    let place = Place::new();
    fs::write(place.path("in"), "1").unwrap();
    fs::write(place.path("header"), "1").unwrap();
    let plan = |script: &str, environment: &str| {
        let script = format!("cat in > \"$1\"; echo out: header > \"$2\"; {script}");
        let mut action = place.script(&script, vec![Word::Made(0), Word::Depfile], &["in"], &["out"]);
        let Work::Run(run) = &mut action.work else { panic!() };
        run.depfile = Some(Depfile { path: place.path("out.d"), made: false });
        let mut plan = place.plan(vec![action]);
        plan.environment.push(("SET", OsString::from(environment)));
        plan
    };
    let first = plan(":", "");
    assert_eq!(place.run(&first), known("out", Why::Unknown));
    assert_eq!(place.run(&first), []);
    assert_eq!(place.run(&plan("true", "")), known("out", Why::Words));
    assert_eq!(place.run(&plan("true", "x")), known("out", Why::Words));
    let plan = plan("true", "x");
    fs::write(place.path("in"), "22").unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Read(place.path("in"))));
    std::thread::sleep(std::time::Duration::from_millis(50));
    fs::write(place.path("header"), "22").unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Read(place.path("header"))));
    std::thread::sleep(std::time::Duration::from_millis(50));
    fs::remove_file(place.path("header")).unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Gone(place.path("header"))));
    fs::remove_file(place.path("out.d")).unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Depfile(place.path("out.d"))));
    fs::write(place.path("header"), "1").unwrap();
    place.run(&plan);
    std::thread::sleep(std::time::Duration::from_millis(100));
    let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
    fs::write(place.path("in"), "333").unwrap();
    fs::File::options().write(true).open(place.path("in")).unwrap().set_modified(old).unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Reads));
    assert_eq!(place.read("out"), "333");
    // What depends on it is told of where nothing runs.
    let copy = place.action(Work::Copy, &["out"], &["copy"]);
    let mut two = plan.clone();
    two.actions.push(copy);
    place.run(&two);
    fs::write(place.path("in"), "4444").unwrap();
    let state = State::read(Ground::new(&two.roots).open(&place.path("own")).unwrap().as_ref()).unwrap();
    let graph = Graph::new(&two).unwrap();
    let whys = stale(&two, &graph, &state, false);
    assert_eq!(whys, [(0, Why::Read(place.path("in"))), (1, Why::Needs(0))]);
    assert_eq!(whys[1].1.text(&two), format!("`{}` is made anew", place.path("out").display()));
    assert_eq!(whys[0].1.json(&two)["file"], place.path("in").to_str().unwrap());
}

#[test]
fn what_a_program_makes_and_tells_of_is_known_as_it_left_it() {
    let place = Place::new();
    fs::write(place.path("in"), "1").unwrap();
    let script = "cat in >> side; cat in > \"$1\"; echo out: side > \"$2\"";
    let mut action = place.script(script, vec![Word::Made(0), Word::Depfile], &["in"], &["out"]);
    let Work::Run(run) = &mut action.work else { panic!() };
    run.depfile = Some(Depfile { path: place.path("out.d"), made: true });
    let plan = place.plan(vec![action]);
    assert_eq!(place.run(&plan), known("out", Why::Unknown));
    assert_eq!(place.run(&plan), []);
    fs::write(place.path("in"), "2").unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Read(place.path("in"))));
    assert_eq!(place.run(&plan), [], "it was looked at before it was made anew");
    assert_eq!(place.read("side"), "12");
    fs::write(place.path("side"), "changed").unwrap();
    assert_eq!(place.run(&plan), known("out", Why::Read(place.path("side"))));
}

#[test]
fn a_programs_own_variables_count_before_the_plans() {
    let place = Place::new();
    let setting = |value: &str| {
        let mut action = place.script("echo $OF_PLAN $OF_RUN > \"$1\"", vec![Word::Made(0)], &[], &["out"]);
        let Work::Run(run) = &mut action.work else { panic!() };
        run.environment = vec![("OF_RUN", value.into())];
        let mut plan = place.plan(vec![action]);
        plan.environment = vec![("OF_PLAN", "1".into()), ("OF_RUN", "2".into())];
        plan
    };
    place.run(&setting("a b"));
    assert_eq!(place.read("out"), "1 a b\n");
    let plan = setting("a b");
    assert_eq!(place.run(&plan), []);
    assert_eq!(place.run(&setting("3")), known("out", Why::Words));
    let mut shell = engine::shell::Shell::new(&plan);
    let lines = String::from_utf8(shell.render(&plan.actions[0])).unwrap();
    assert!(lines.contains("\nOF_RUN='a b' sh -c "), "{lines}");
}

#[test]
fn nothing_is_written_through_a_link_or_outside() {
    let place = Place::new();
    fs::create_dir(place.path("victim")).unwrap();
    fs::write(place.path("victim/file"), "precious").unwrap();
    fs::write(place.path("in"), "1").unwrap();
    fs::create_dir_all(place.path("work")).unwrap();
    let within = |actions: Vec<Action>| Plan {
        roots: vec![Root::own(&place.folder, "work"), Root::own(&place.folder, "own")],
        ..place.plan(actions)
    };
    // A link in the place of the file is replaced, and what it leads to stays.
    symlink(place.path("victim/file"), place.path("work/out")).unwrap();
    let plan = within(vec![place.action(Work::Copy, &["in"], &["work/out"])]);
    assert_eq!(place.run(&plan), known("out", Why::Unknown));
    assert_eq!((place.read("work/out"), place.read("victim/file")), ("1".into(), "precious".into()));
    assert!(!fs::symlink_metadata(place.path("work/out")).unwrap().is_symlink());
    // A folder that is a link is not entered.
    symlink(place.path("victim"), place.path("work/folder")).unwrap();
    let (summary, told) =
        place.try_run(&within(vec![place.action(Work::Copy, &["in"], &["work/folder/file"])]));
    assert!(summary.failed == 1 && summary.unusable);
    assert!(told.failures[0].contains("it is a link"), "{:?}", told.failures);
    assert_eq!(place.read("victim/file"), "precious");
    fs::remove_file(place.path("work/folder")).unwrap();
    // Nor is one on the way.
    fs::remove_dir_all(place.path("work")).unwrap();
    symlink(place.path("victim"), place.path("work")).unwrap();
    let (summary, _) = place.try_run(&within(vec![place.action(Work::Copy, &["in"], &["work/file"])]));
    assert_eq!((summary.failed, place.read("victim/file").as_str()), (1, "precious"));
    let outside = within(vec![place.action(Work::Copy, &["in"], &["victim/file"])]);
    assert!(Graph::new(&outside).unwrap_err().to_string().contains("is outside the folders of this build"));
}

#[test]
fn only_what_was_made_and_is_as_it_was_is_cleaned() {
    let place = Place::new();
    fs::write(place.path("in"), "1").unwrap();
    let copies = ["one", "two", "sub/three"].map(|name| place.action(Work::Copy, &["in"], &[name]));
    place.run(&place.plan(copies.into()));
    fs::write(place.path("two"), "edited").unwrap();
    fs::rename(place.path("sub"), place.path("elsewhere")).unwrap();
    symlink(place.path("elsewhere"), place.path("sub")).unwrap();
    // A stranger's words: a file outside, a file that was never made, and the way back up.
    let outside = tempfile::NamedTempFile::new().unwrap();
    let hash = engine::files::content_hash(&b""[..]).unwrap();
    let mut state = fs::read_to_string(place.path("own/state")).unwrap();
    for path in [outside.path().display().to_string(), format!("{}/../x", place.folder.display())] {
        state += &format!("o {hash:x} {path}\n");
    }
    state += &format!("o 1 {}\n", place.path("in").display());
    fs::write(place.path("own/state"), state).unwrap();
    let cleaning = engine::clean::look(&place.folder, "own").unwrap();
    let paths: Vec<_> = cleaning.paths().map(Path::to_owned).collect();
    assert_eq!(paths, [place.path("one"), place.path("own")]);
    assert_eq!(cleaning.changed, [place.path("in"), place.path("two")]);
    cleaning.remove().unwrap();
    assert_eq!(place.names(), ["elsewhere/three", "in", "sub/three", "two"]);
    assert!(outside.path().exists() && !place.path("own").exists());
    // The driver's own folder is not one that a link leads to.
    symlink(place.path("elsewhere"), place.path("own")).unwrap();
    let why = engine::clean::look(&place.folder, "own").unwrap_err().to_string();
    assert!(why.contains("it is a link"), "{why}");
}

#[test]
fn a_failure_is_told_and_what_was_half_made_is_gone() {
    let place = Place::new();
    let fails = place.script("echo half > \"$1\"; exit 3", vec![Word::Made(0)], &[], &["a"]);
    let nothing = place.script(":", vec![Word::Made(0)], &[], &["b"]);
    let missing = Run::new(vec![Word::from("/no/such/program")], &place.folder);
    let missing = place.action(Work::Run(missing), &[], &["c"]);
    let printed =
        Run { result: ResultIs::Printed, ..Run::new(["echo", "x"].map(Word::from).into(), &place.folder) };
    let printed = place.action(Work::Run(printed), &[], &["d"]);
    let (summary, mut told) = place.try_run(&place.plan(vec![fails, nothing, missing, printed]));
    told.failures.sort();
    assert_eq!((summary.ran, summary.failed, summary.unusable), (1, 3, true));
    assert_eq!(told.failures[0], format!("`{}` was not made", place.path("b").display()));
    assert_eq!(told.failures[1], "`sh` failed: exit status: 3");
    assert!(
        told.failures[2].starts_with("cannot run `/no/such/program`: No such file"),
        "{:?}",
        told.failures
    );
    assert_eq!(place.names(), ["d"]);
    assert_eq!(place.read("d"), "x\n");
}
