package se.troskel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.troskel.config.Reading.Refused;
import se.troskel.config.Reading.Usable;

/// Every mistake is told at its place with what is wrong. A sound file is broken in one place for
/// each row of a table, and in many places at once.
class CentreLoaderTest {
    private static final String CLOSED = "  closed:\n";

    @Test
    void holidaysAreThereWhenAskedFor() throws IOException {
        String line = "  holidays: {calendar: SE, eves: true, treatAs: SUNDAY}\n";
        String text = sound().replaceFirst(CLOSED, line + CLOSED);
        var config = ((Usable) new CentreLoader().read(text)).config();
        assertThat(config.opening().holidays())
                .isEqualTo(new Holidays(Holidays.Calendar.SE, true, Holidays.TreatAs.SUNDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{calendar: NO, eves: true, treatAs: SUNDAY}",
                "{calendar: SE, eves: ja, treatAs: SUNDAY}",
                "{calendar: SE, eves: true, treatAs: OPEN}",
                "{calendar: SE, treatAs: CLOSED}",
                "SE"
            })
    void holidaysOfAnotherFormAreRefused(String holidays) throws IOException {
        String text = sound().replaceFirst(CLOSED, "  holidays: " + holidays + "\n" + CLOSED);
        assertThat(((Refused) new CentreLoader().read(text)).problems())
                .isNotEmpty()
                .allSatisfy(
                        problem -> assertThat(problem.pointer()).startsWith("/opening/holidays"));
    }

    private static final Path SOUND = Path.of("src/test/resources/se/troskel/config/sound.yaml");

    private final CentreLoader loader = new CentreLoader();

    @Test
    void readsWhatIsSound() throws IOException {
        CentreConfig config = usable(sound());
        assertThat(config.centre().code()).isEqualTo("XYZ");
        assertThat(config.opening().week().getLast().until()).isEqualTo(LocalTime.MIDNIGHT);
        assertThat(config.door("exam").orElseThrow().contact()).isNull();
        assertThat(config.device("lock-1").orElseThrow().line()).isEqualTo(17);
        assertThat(config.room("exam").orElseThrow().route()).containsEntry("en", "To the left.");
    }

    /// `⏎` in the table is the end of a line; nothing between the bars removes the part.
    @ParameterizedTest(name = "{1}")
    @CsvFileSource(
            resources = "mistakes.csv",
            delimiter = '|',
            quoteCharacter = '§',
            ignoreLeadingAndTrailingWhitespace = false,
            maxCharsPerColumn = 4096)
    void tellsEachMistakeAtItsPlace(String part, @Nullable String broken, String expected)
            throws IOException {
        String text = broken(sound(), part, broken == null ? "" : broken);
        assertThat(loader.read(text).problems())
                .anySatisfy(p -> assertThat(p.toString()).startsWith(expected))
                .allSatisfy(p -> assertThat(p.mend()).isNotBlank());
    }

    @Test
    void twoPeopleShowTheirCardsAtTheReaderOrAtATerminalOfTheDoor() throws IOException {
        String text = sound().replace("twoPersons: false", "twoPersons: true");
        String atReader =
                text.replace(
                        "    room: exam\n    lock",
                        "    room: exam\n    reader: reader-2\n    lock");
        String reader =
                "  - {id: reader-2, name: R, kind: CARD_READER, provider: SIMULATED, activeLow: false}\n";
        usable(atReader.replace("access:\n", reader + "access:\n"));
        String terminal =
                "  - {id: kiosk-2, name: K, kind: KIOSK, provider: NETWORK, activeLow: false, door: exam, readerPosition: BELOW_SCREEN}\n";
        usable(text.replace("access:\n", terminal + "access:\n"));
    }

    @Test
    void anInputThatCanMeasureItsWireMaySaySo() throws IOException {
        String text =
                broken(
                        sound(),
                        "kind: LOCK_MONITOR, provider: SIMULATED, activeLow: false}",
                        "kind: LOCK_MONITOR, provider: SIMULATED, activeLow: false,"
                                + " supervision: {endOfLine: true, changesPerMinute: 20}}");
        assertThat(usable(text).device("bolt-1").orElseThrow().supervision())
                .isEqualTo(new Device.Supervision(true, 20, null, null, null));
    }

    @Test
    void tellsEveryMistakeAtOnce() throws IOException {
        String text = sound();
        text = broken(text, "  code: XYZ", "  cod: XYZ");
        text = broken(text, "Europe/Stockholm", "Europe/Stokholm");
        text = broken(text, "from: \"06:00\"", "from: 06:00");
        text = broken(text, "first: \"2027-01-01\"", "first: \"2027-02-30\"");
        text = broken(text, "seats: 20", "seats: many");
        text = broken(text, "egressHardware: HANDLE", "egressHardware: KEY");
        text = broken(text, "output: lock-2", "output: lock-1");
        text = broken(text, "chip: chip-a, line: 20", "chip: chip-a, line: 19");
        text = broken(text, "  pinTries: 3\n", "");
        text = broken(text, "port: 8080", "port: 80800");
        assertThat(loader.read(text)).isInstanceOf(Refused.class);
        assertThat(loader.read(text).problems())
                .extracting(p -> p.line() + ":" + p.column() + " " + p.pointer())
                .containsExactly(
                        "1:1 /centre/code",
                        "2:3 /centre/cod",
                        "7:13 /centre/timeZone",
                        "12:30 /opening/week/0/from",
                        "16:15 /opening/closed/1/first",
                        "29:12 /rooms/1/seats",
                        "39:21 /doors/0/egressHardware",
                        "55:39 /doors/1/lock/output",
                        "65:5 /devices/1",
                        "67:104 /devices/3/line",
                        "73:1 /access/pinTries",
                        "89:30 /api/port");
    }

    @Test
    void warnsWithoutRefusing() throws IOException {
        Reading reading = loader.read(broken(sound(), "host: 127.0.0.1", "host: 10.0.0.5"));
        assertThat(reading).isInstanceOf(Usable.class);
        assertThat(reading.problems()).hasSize(1);
    }

    @Test
    void needsNoRegion() throws IOException {
        String text = sound().substring(0, sound().indexOf("mqtt:"));
        assertThat(usable(text).mqtt()).isNull();
    }

    @Test
    void readsTheOrganisationsOwnLogIn() throws IOException {
        String signIn =
                """
                port: 8080, signIn: {labels: {sv: Logga in, en: Log in},\
                 issuer: "http://127.0.0.1:9/realms/x", clientId: troskel, secret: sign-in-secret,\
                 returnTo: "http://localhost:8080/staff/log-in/return", scopes: [profile],\
                 claim: groups, roles: [{value: /tenta, role: EXAM_COORDINATOR}]}\
                """;
        Api api = usable(broken(sound(), "port: 8080", signIn)).api();
        assertThat(api.signIn())
                .isEqualTo(
                        new SignIn(
                                Map.of("sv", "Logga in", "en", "Log in"),
                                "http://127.0.0.1:9/realms/x",
                                "troskel",
                                "sign-in-secret",
                                "http://localhost:8080/staff/log-in/return",
                                List.of("profile"),
                                "groups",
                                List.of(new SignIn.RoleOf("/tenta", StaffRole.EXAM_COORDINATOR))));
        assertThat(usable(sound()).api().signIn()).isNull();
    }

    @Test
    void mailIsSentByAServerWithOrWithoutAnAccountOrByNone() throws IOException {
        String mail =
                """
                mail: {host: smtp.example.org, port: 587, security: STARTTLS,\
                 from: tenta@example.org, logIn: {user: kat, secret: mail-secret}}
                mqtt:\
                """;
        assertThat(usable(broken(sound(), "mqtt:", mail)).mail())
                .isEqualTo(
                        new Mail(
                                "smtp.example.org",
                                587,
                                Mail.Security.STARTTLS,
                                "tenta@example.org",
                                new Mail.LogIn("kat", "mail-secret")));
        String local = "mail: {host: 127.0.0.1, port: 25, security: NONE, from: a@example.org}";
        assertThat(usable(broken(sound(), "mqtt:", local + "\nmqtt:")).mail())
                .isEqualTo(new Mail("127.0.0.1", 25, Mail.Security.NONE, "a@example.org", null));
        assertThat(usable(sound()).mail()).isNull();
    }

    @Test
    void takesAByteOrderMarkAndLineEndsOfWindows() throws IOException {
        assertThat(usable("\uFEFF" + sound().replace("\n", "\r\n"))).isEqualTo(usable(sound()));
    }

    @Test
    void keepsSecretsOutOfItsMessages() throws IOException {
        String text = broken(sound(), "mqtts://broker", "mqtts://region:hemligt@broker");
        text = broken(text, "  quotaMegabytes", "  password: hemligt\n  quotaMegabytes");
        assertThat(loader.read(text).problems())
                .hasSize(2)
                .allSatisfy(p -> assertThat(p.toString()).doesNotContain("hemligt"));
    }

    @Test
    void aMissingFileIsAProblem(@TempDir Path empty) {
        assertThat(loader.load(empty).problems())
                .singleElement()
                .satisfies(p ->
                        assertThat(p.toString())
                                .startsWith("centre.yaml: cannot be read: NoSuchFile"));
        assertThatThrownBy(() -> loader.require(empty))
                .isInstanceOf(UnusableConfigException.class)
                .hasMessageContaining("put a readable centre.yaml into " + empty);
    }

    @Test
    void aFolderInPlaceOfTheFileIsAProblem(@TempDir Path directory) throws IOException {
        Files.createDirectory(directory.resolve(CentreLoader.FILE));
        assertThat(loader.load(directory)).isInstanceOf(Refused.class);
    }

    @Test
    void aHugeFileIsAProblem(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve(CentreLoader.FILE), new byte[CentreLoader.MAX_BYTES + 1]);
        assertThat(loader.load(directory).problems())
                .singleElement()
                .satisfies(p -> assertThat(p.what()).contains("larger than"));
    }

    @Test
    void anotherEncodingIsAProblemWithItsLine() throws IOException {
        byte[] bytes = sound().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(loader.read(bytes).problems())
                .extracting(Problem::toString)
                .isEqualTo(
                        List.of(
                                "centre.yaml:3:1: not UTF-8 on this line -> save the file as"
                                        + " UTF-8"));
    }

    private CentreConfig usable(String text) {
        Reading reading = loader.read(text);
        assertThat(reading.problems()).isEmpty();
        return ((Usable) reading).config();
    }

    static String sound() throws IOException {
        return Files.readString(SOUND);
    }

    /// The text with the first occurrence of a part replaced.
    private static String broken(String text, String part, String broken) {
        String from = part.replace('⏎', '\n');
        int start = text.indexOf(from);
        assertThat(start).as("'" + part + "' is in the file").isNotNegative();
        return text.substring(0, start)
                + broken.replace('⏎', '\n').replace("\\u0007", "\u0007")
                + text.substring(start + from.length());
    }
}
