package se.troskel.hardware.simulated;

/// Something that can be taken off its wire.
interface Cuttable {
    /// Takes it off its wire or puts it back.
    ///
    /// @param away true takes it off, false puts it back
    void cut(boolean away);
}
