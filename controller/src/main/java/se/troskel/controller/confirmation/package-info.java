/// What a candidate is told before an exam: as words, as a mail and as a calendar entry. Pure.
@NullMarked
package se.troskel.controller.confirmation;

import org.jspecify.annotations.NullMarked;
