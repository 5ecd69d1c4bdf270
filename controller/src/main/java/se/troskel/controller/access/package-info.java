/// Who may come in, and what they are told. Pure: state and a question in, a decision out; no
/// clock, no I/O, no thread.
@NullMarked
package se.troskel.controller.access;

import org.jspecify.annotations.NullMarked;
