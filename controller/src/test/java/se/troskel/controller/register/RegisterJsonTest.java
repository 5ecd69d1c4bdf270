package se.troskel.controller.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/// Goal: what an earlier version wrote is read by this one, and what nobody wrote is refused.
/// Method: edits without what was added since, and broken ones.
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
    void contentsWrittenBeforeThereWereListsOfSittingsHaveNone() {
        String now = RegisterJson.text(RegisterContents.EMPTY);
        String before = now.replaceFirst(",\"exams\":\\{.*?\\}\\}", "");
        assertThat(before).isNotEqualTo(now).doesNotContain("sittings");
        assertThat(RegisterJson.read(before, RegisterContents.class))
                .isEqualTo(RegisterContents.EMPTY);
    }

    @Test
    void listsWrittenBeforeThereWereWordsOfDeviationsHaveNone() {
        var lists = RegisterFixture.exams("e1", "k1", "r1").lists();
        String before = RegisterJson.text(lists).replace(",\"texts\":{}", "");
        assertThat(before).doesNotContain("texts");
        assertThat(RegisterJson.read(before, ExamLists.class)).isEqualTo(lists);
    }

    @Test
    void listsWrittenBeforeThereWereContactsHaveNone() {
        String now = RegisterJson.text(ExamLists.EMPTY);
        String before = now.replace(",\"contacts\":{}", "");
        assertThat(before).isNotEqualTo(now);
        assertThat(RegisterJson.read(before, ExamLists.class)).isEqualTo(ExamLists.EMPTY);
        var issued =
                new IssuedTicket(
                        "t1", "c1", null, null, RegisterFixture.FROM, RegisterFixture.UNTIL);
        String ticket =
                RegisterJson.text(issued).replace(",\"registration\":null,\"mailed\":null", "");
        assertThat(ticket).doesNotContain("registration");
        assertThat(RegisterJson.read(ticket, IssuedTicket.class)).isEqualTo(issued);
    }

    @Test
    void importsRememberedBeforeThereWereListsOfSittingsChangedNone() {
        var done = new ImportDone("i1", List.of(), List.of(), List.of("k1"), null, null);
        String before = RegisterJson.text(done).replace(",\"exams\":null", "");
        assertThat(before).doesNotContain("exams");
        assertThat(RegisterJson.read(before, ImportDone.class)).isEqualTo(done);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"s1\",\"start\":\"25:00\"}",
                "{\"id\":\"s1\",\"writingMinutes\":null}",
                "{\"id\":\"s1\",\"list\":\"LOST\"}",
                "{\"id\":\"s1\",\"day\":\"2026-02-30\"}",
                "{\"id\":",
                "[]"
            })
    void aBrokenSittingIsRefused(String text) {
        assertThatThrownBy(() -> RegisterJson.read(text, Sitting.class))
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void anExtendedTimeIsKept() {
        Person person = RegisterFixture.person("p1");
        assertThat(person.extendedTime()).isTrue();
        assertThat(RegisterJson.read(RegisterJson.text(person), Person.class)).isEqualTo(person);
    }
}
