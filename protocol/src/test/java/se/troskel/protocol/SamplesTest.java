package se.troskel.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Goal: a new kind of message is not forgotten by the tests that go through all of them. Method:
/// every record of the message packages has a sample or is part of one.
class SamplesTest {
    private static final Set<String> PARTS =
            Set.of(
                    "AnswerDetails",
                    "Centre",
                    "Closing",
                    "Deviation",
                    "DoorTrouble",
                    "ExamAnswer",
                    "ExamCandidate",
                    "HandIn",
                    "Identity",
                    "Interruption",
                    "Invigilator",
                    "Noted",
                    "Out",
                    "PaperStep",
                    "Parts",
                    "Period",
                    "PinChallenge",
                    "Place",
                    "RetiredPrefix",
                    "Room",
                    "SeqRange",
                    "Sitting",
                    "WrongRow");

    @Test
    void everyMessageHasASample() {
        Set<String> records =
                new ClassFileImporter()
                                .withImportOption(new ImportOption.DoNotIncludeTests())
                                .importPackages(
                                        "se.troskel.protocol.kiosk",
                                        "se.troskel.protocol.mqtt",
                                        "se.troskel.protocol.event",
                                        "se.troskel.protocol.exam",
                                        "se.troskel.protocol.lists")
                                .stream()
                                .filter(JavaClass::isRecord)
                                .map(JavaClass::getSimpleName)
                                .filter(name -> !PARTS.contains(name) && !name.equals("Topics"))
                                .collect(Collectors.toSet());
        assertThat(
                        Samples.all().stream()
                                .map(sample -> sample.getClass().getSimpleName())
                                .collect(Collectors.toSet()))
                .hasSizeGreaterThan(20)
                .isEqualTo(records);
    }
}
