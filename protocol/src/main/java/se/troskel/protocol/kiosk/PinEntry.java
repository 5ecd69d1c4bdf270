package se.troskel.protocol.kiosk;

/// The PIN asked for by an [Answer]. POST `/api/v1/kiosk/pins`, answered by an [Answer].
///
/// @param challenge the id of the [PinChallenge]
/// @param pin 4 to 6 digits; never logged
public record PinEntry(String kiosk, String challenge, String pin) {
    public PinEntry {
        if (!pin.matches("[0-9]{4,6}")) {
            throw new IllegalArgumentException("a PIN has 4 to 6 digits");
        }
    }

    @Override
    public String toString() {
        return "PinEntry[" + kiosk + "]";
    }
}
