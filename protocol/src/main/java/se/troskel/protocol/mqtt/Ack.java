package se.troskel.protocol.mqtt;

import java.util.List;

/// What the region has stored durably. The centre's cursor moves on nothing else.
///
/// @param epoch the journal that this is about; an acknowledgement of another epoch is ignored
/// @param seq every record up to and including this one is stored; 0 for none
/// @param hash hex hash of that record; 64 zeros for none. If the centre's journal has another hash
///   there, the two histories differ and the centre raises an alarm instead of moving its cursor
/// @param want what the region asks for again; empty for nothing
public record Ack(String centre, String epoch, long seq, String hash, List<SeqRange> want) {
    public Ack {
        want = List.copyOf(want);
    }
}
