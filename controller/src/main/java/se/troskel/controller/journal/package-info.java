/// The append-only record of what happened: audit trail, outbox and source of every projection.
@NullMarked
package se.troskel.controller.journal;

import org.jspecify.annotations.NullMarked;
