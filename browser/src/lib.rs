//! The rules in a browser: a page hands over the files of a return, and asks what is wrong with it. Nothing leaves the
//! page. The page and this module share one buffer: a text is written to `room`, an answer is read at `answer`.
#![allow(unsafe_code, reason = "a name that JavaScript can call is an unsafe attribute; there is no unsafe block")]
mod desk;

use desk::Desk;
use std::cell::RefCell;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::new(Desk::default());
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}
/// Room for so many bytes that the page writes next.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    ROOM.with_borrow_mut(|room| {
        *room = vec![0; bytes];
        room.as_mut_ptr()
    })
}
/// Where the answer of the last call stands.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ROOM.with_borrow(|room| room.as_ptr())
}
/// Forgets all files.
#[unsafe(no_mangle)]
pub extern "C" fn clear() {
    DESK.with_borrow_mut(|desk| *desk = Desk::default());
}
/// Takes the file that was written, its name first; of the year that is checked (0) or of the n-th earlier one.
#[unsafe(no_mangle)]
pub extern "C" fn take(name: usize, earlier: usize) {
    let bytes = ROOM.take();
    DESK.with_borrow_mut(|desk| desk.take(&bytes, name, earlier));
}
/// Checks the files; year 0 is that of the return itself. The answer is a summary as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn check(year: i32) -> usize {
    say(DESK.with_borrow_mut(|desk| desk.check(i16::try_from(year).ok().filter(|y| *y > 0))))
}
/// The findings that a filter leaves, a page of them: `{"list":"findings","rule":"","child":"","from":0}` was written.
#[unsafe(no_mangle)]
pub extern "C" fn find() -> usize {
    let asked = ROOM.take();
    say(DESK.with_borrow(|desk| desk.find(&asked)))
}
/// The whole report: 0 as CSV, 1 as a page, 2 as JSON.
#[unsafe(no_mangle)]
pub extern "C" fn report(form: u32) -> usize {
    say(DESK.with_borrow(|desk| desk.report(form)))
}
fn say(answer: Vec<u8>) -> usize {
    let bytes = answer.len();
    ROOM.set(answer);
    bytes
}
