/// The centre's authority as a program: opens the keys, the register and the journal, starts the
/// site loop, and serves terminals and staff. Only this package reads the real clock.
@NullMarked
package se.troskel.controller;

import org.jspecify.annotations.NullMarked;
