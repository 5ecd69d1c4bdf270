/// The exam day: when admission opens and closes for whom, and who is told what at the terminal and
/// by the invigilator. Pure: values and a question in, a decision out; no clock, no I/O, no thread.
@NullMarked
package se.troskel.controller.exam;

import org.jspecify.annotations.NullMarked;
