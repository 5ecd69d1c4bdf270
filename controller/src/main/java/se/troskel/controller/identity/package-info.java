/// Who somebody is: identity numbers of every kind, names, and what identity documents say in their
/// machine-readable lines. Pure. None of its values shows a number, date or name as text.
@NullMarked
package se.troskel.controller.identity;

import org.jspecify.annotations.NullMarked;
