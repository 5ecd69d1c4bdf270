package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Goal: what an earlier version wrote is read by this one. Method: edits without what was added
/// since.
class RegisterJsonTest {
    @Test
    void peopleWrittenBeforeThereWasAnExtendedTimeHaveNone() {
        Person worker = RegisterFixture.worker("p1");
        var edit =
                new RegisterEdit.ImportPeople(
                        "i1",
                        List.of(new RegisterEdit.ImportedPerson(worker, null, List.of())),
                        List.of());
        String now = new String(RegisterJson.write(edit), StandardCharsets.UTF_8);
        String before = now.replace(",\"extendedTime\":false", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(RegisterJson.readEdit(before.getBytes(StandardCharsets.UTF_8))).isEqualTo(edit);
        String person = RegisterJson.text(worker).replace(",\"extendedTime\":false", "");
        assertThat(RegisterJson.read(person, Person.class)).isEqualTo(worker);
    }

    @Test
    void contentsWrittenBeforeThereWereDayPassesHaveNone() {
        String now = RegisterJson.text(RegisterContents.EMPTY);
        String before = now.replace(",\"passes\":{}", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(RegisterJson.read(before, RegisterContents.class))
                .isEqualTo(RegisterContents.EMPTY);
    }

    @Test
    void anExtendedTimeIsKept() {
        Person person = RegisterFixture.person("p1");
        assertThat(person.extendedTime()).isTrue();
        assertThat(RegisterJson.read(RegisterJson.text(person), Person.class)).isEqualTo(person);
    }
}
