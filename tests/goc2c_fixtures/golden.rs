//! What the historical programs wrote, and what must come of the inputs that they could not take, byte for byte.

use std::sync::Arc;

use super::cases::cases;
use crate::support::{Counts, NamedTests, case_folders, root, same_as};

pub fn add(tests: &mut NamedTests) {
    for folder in ["goc", "goc/improved", "gccgo11"].into_iter().flat_map(case_folders) {
        let cases: Arc<[_]> = cases(&folder.path).into();
        for at in 0..cases.len() {
            let own = cases.clone();
            let name = format!("{}/{}", folder.name, cases[at].key);
            tests.add_difference(name, move || own[at].difference());
        }
        tests.add_difference(format!("conformance/{}", folder.name), move || {
            let mut counts = Counts::new("goc2c", folder.name);
            cases.iter().for_each(|case| counts.add(case.dialect(), case.difference().is_none()));
            counts.difference()
        });
    }
    tests.add("the_stored_copy_says_what_it_stores_once", || {
        assert_eq!(same_as(&root().join("fixtures/goc/expect")).len(), 557);
    });
}
