/// What happened: the journal's envelope and its public bodies. Nothing here names or identifies a
/// person.
@NullMarked
package se.troskel.protocol.event;

import org.jspecify.annotations.NullMarked;
