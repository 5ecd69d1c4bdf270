/// Tests of the exam day's rules.
@NullMarked
package se.troskel.controller.exam;

import org.jspecify.annotations.NullMarked;
