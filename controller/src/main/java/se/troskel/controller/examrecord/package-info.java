/// The signed record of a sitting as a file: written, read, checked, printed.
@NullMarked
package se.troskel.controller.examrecord;

import org.jspecify.annotations.NullMarked;
