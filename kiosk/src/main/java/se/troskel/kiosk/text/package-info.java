/// The terminal's words, by language: which sentence an answer gets. Pure but for reading its own
/// resources once.
@NullMarked
package se.troskel.kiosk.text;

import org.jspecify.annotations.NullMarked;
