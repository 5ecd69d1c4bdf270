package se.troskel.region.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.troskel.protocol.door.DoorAlarm;
import se.troskel.protocol.door.DoorMode;
import se.troskel.protocol.door.DoorPhysicalState;
import se.troskel.protocol.door.DoorPosture;
import se.troskel.protocol.door.LockCommand;
import se.troskel.protocol.door.LockState;
import se.troskel.protocol.mqtt.DoorStatus;
import se.troskel.region.SampleCentre;

/// Goal: told, lock and contact stand side by side, unknown is "?", and a mismatch is said (UX D8).
/// Method: a table of doors.
class DoorLineTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    LOCK,   LOCKED,   CLOSED,  NORMAL,             false, låst/låst/stängd,  '',                  quiet
                    LOCK,   UNKNOWN,  UNKNOWN, NORMAL,             false, låst/?/?,          '',                  quiet
                    UNLOCK, UNLOCKED, OPEN,    NORMAL,             false, olåst/olåst/öppen, '',                  quiet
                    LOCK,   LOCKED,   OPEN,    NORMAL,             false, låst/låst/öppen,   står öppen,          act
                    LOCK,   UNLOCKED, CLOSED,  NORMAL,             false, låst/olåst/stängd, låset är olåst,      act
                    UNLOCK, LOCKED,   CLOSED,  NORMAL,             false, olåst/låst/stängd, låset är låst,       act
                    UNLOCK, LOCKED,   CLOSED,  NORMAL,             true,  olåst/låst/stängd, låset kärvar,        act
                    LOCK,   FAULT,    CLOSED,  NORMAL,             false, låst/fel/stängd,   givarfel,            act
                    LOCK,   LOCKED,   FAULT,   NORMAL,             false, låst/låst/fel,     givarfel,            act
                    UNLOCK, UNLOCKED, OPEN,    DOOR_OPEN_TOO_LONG, false, olåst/olåst/öppen, uppställd för länge, act
                    LOCK,   LOCKED,   OPEN,    DOOR_FORCED_OPEN,   false, låst/låst/öppen,   uppbruten,           stop
                    """)
    void aDoor(
            LockCommand told,
            LockState lock,
            DoorPhysicalState contact,
            DoorAlarm alarm,
            boolean jammed,
            String facts,
            String trouble,
            String severity) {
        DoorLine line =
                DoorLine.of(
                        new DoorStatus(
                                "KAT",
                                "d1",
                                "Entré",
                                DoorMode.LOCKED,
                                DoorPosture.NORMAL,
                                null,
                                told,
                                lock,
                                contact,
                                alarm,
                                jammed,
                                false,
                                null,
                                SampleCentre.START));

        assertThat(line.told() + "/" + line.lock() + "/" + line.contact()).isEqualTo(facts);
        assertThat(line.trouble()).isEqualTo(trouble);
        assertThat(line.severity()).isEqualTo(severity);
    }
}
