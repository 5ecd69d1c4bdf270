package se.troskel.config;

import org.jspecify.annotations.Nullable;

/// A device on a wire. Polarity and addresses live here and in `hardware`, never in the rules about
/// doors.
///
/// @param id unique among the devices
/// @param name as on its label
/// @param kind what it is
/// @param provider what drives it
/// @param chip label of the GPIO chip (for example `pinctrl-bcm2711`) for `GPIO`; null otherwise
/// @param line line offset on that chip for `GPIO`; null otherwise
/// @param activeLow whether the line is active when low
/// @param port serial port (for example `/dev/ttyACM0`) for `SERIAL`; null otherwise
/// @param baud of the serial port; null for the device kind's usual one
/// @param room the room that an occupancy sensor counts or a terminal stands in; null otherwise
/// @param door the door that a terminal lets people in by; null when it opens none
/// @param readerPosition where a terminal's reader is, for the picture on its idle screen; null for
///   other kinds
/// @param supervision how a contact, button or other input is watched; null for as usual, with no
///   resistors at the end of its wire
public record Device(
        @Form(value = Form.ID, example = "entrance-lock") String id,
        String name,
        Kind kind,
        Provider provider,
        @Form(value = "^[A-Za-z0-9._-]{1,64}$", example = "pinctrl-bcm2711") @Nullable String chip,
        @Range(min = 0, max = 1023) @Nullable Integer line,
        boolean activeLow,
        @Form(value = "^/dev/[A-Za-z0-9._/-]{1,100}$", example = "/dev/ttyACM0")
                @Nullable String port,
        @Range(min = 300, max = 4_000_000) @Nullable Integer baud,
        @Form(value = Form.ID, example = "exam-1") @Nullable String room,
        @Form(value = Form.ID, example = "entrance") @Nullable String door,
        @Nullable ReaderPosition readerPosition,
        @Nullable Supervision supervision) {

    /// What a device is.
    public enum Kind {
        LOCK,
        DOOR_CONTACT,
        LOCK_MONITOR,
        REQUEST_TO_EXIT,
        /// Says whether a housing was opened.
        TAMPER,
        /// An output of another system at one door: granted, alarm.
        OTHER_SYSTEM,
        /// The fire alarm's output.
        FIRE_ALARM,
        /// The burglar alarm's output that says the building is armed.
        BURGLAR_ALARM,
        CARD_READER,
        CODE_SCANNER,
        OCCUPANCY_SENSOR,
        SOUNDER,
        KIOSK
    }

    /// What drives it.
    public enum Provider {
        /// In memory: demo, tests, and centres on paper.
        SIMULATED,
        /// A line of a GPIO chip.
        GPIO,
        /// A serial line.
        SERIAL,
        /// Types like a keyboard into the terminal.
        KEYBOARD,
        /// A program of ours on the network: a terminal.
        NETWORK
    }

    /// How an input is watched. What is left out is as usual.
    ///
    /// @param endOfLine whether resistors at the far end of the wire tell a cut and a shorted wire
    ///   from a contact that opens and closes; its driver has to be able to measure them
    /// @param changesPerMinute with more changes than this in a minute it bounces, 10 to 600; null
    ///   for 60
    /// @param heldSeconds an exit button pressed for so long is stuck, 10 to 3600; null for 60
    /// @param passages a door contact that says the same through so many passages may be stuck, 2
    ///   to 50; null for 3
    /// @param openMinutes and if it says open, only after this long too, 5 to 1440; null for 60
    public record Supervision(
            boolean endOfLine,
            @Range(min = 10, max = 600) @Nullable Integer changesPerMinute,
            @Range(min = 10, max = 3600) @Nullable Integer heldSeconds,
            @Range(min = 2, max = 50) @Nullable Integer passages,
            @Range(min = 5, max = 1440) @Nullable Integer openMinutes) {}

    /// Where a terminal's reader sits, seen from the person in front of it.
    public enum ReaderPosition {
        BELOW_SCREEN,
        LEFT_OF_SCREEN,
        RIGHT_OF_SCREEN
    }
}
