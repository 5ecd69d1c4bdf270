/// Who may what: people, credentials, bookings, tickets, staff. Encrypted on disk; seen as an
/// immutable value.
@NullMarked
package se.troskel.controller.register;

import org.jspecify.annotations.NullMarked;
