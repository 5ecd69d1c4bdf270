/// What staff does, carried out: the pages' questions and orders brought to the loop, the register
/// and the journal.
@NullMarked
package se.troskel.controller.desk;

import org.jspecify.annotations.NullMarked;
