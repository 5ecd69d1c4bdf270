/// An append-only, chained log of preallocated segments. It knows no event and no key: the journal
/// and the register's log are its two users.
///
/// ```text
/// directory   segment-0000000001.log ... in use   prepared.segment   the next one, zeros   lock
/// segment     header (128 bytes)   frame frame frame ...   zeros to the segment's size
/// frame       length (4)   CRC32C (4)   start of its group commit (4)   payload (length)
/// payload     envelope   body   local (each with its length, 4)   chain hash (32)
/// ```
///
/// Numbers are big-endian. The CRC covers the length, the group's start and the payload.
@NullMarked
package se.troskel.controller.journal.log;

import org.jspecify.annotations.NullMarked;
