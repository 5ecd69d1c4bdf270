package se.troskel.controller.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.troskel.config.Trust;
import se.troskel.controller.access.Claim;
import se.troskel.controller.register.RegisterContents;

/// Goal: what is printed can be scanned and says what it has to. Method: read the pictures back
/// with an independent PNG reader and a QR decoder, and look for the words on the sheet.
class TicketPictureTest {
    private final TicketKeys keys = new TicketKeys(List.of(TicketKey.generate()));
    private final TicketIssuer.Made made =
            new TicketIssuer(new Random(1), keys, "KAT")
                    .issue(
                            new TicketIssuer.Order(
                                    null,
                                    "exam-1",
                                    Instant.parse("2026-03-03T08:00:00Z"),
                                    Instant.parse("2026-03-03T16:00:00Z")),
                            code -> "");

    @Test
    void thePngReadsBackAsTheTicketAtEveryScale() throws IOException, ReaderException {
        for (int scale : new int[] {2, 3, 8}) {
            Result result = decoded(new TicketPicture(made.text()).png(scale));
            assertThat(result.getText()).isEqualTo(made.text());
            assertThat(result.getResultMetadata())
                    .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
        }
    }

    @Test
    void alphanumericModeKeepsTheCodeSmall() throws IOException {
        BufferedImage image = image(new TicketPicture(made.text()).png(1));
        assertThat(image.getWidth()).isEqualTo(41 + 8);
    }

    @Test
    void theSvgHasTheSameDarkModulesAsThePng() throws IOException {
        TicketPicture picture = new TicketPicture(made.text());
        BufferedImage image = image(picture.png(1));
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 1) == 0 ? 1 : 0;
            }
        }
        int drawn =
                java.util.regex.Pattern.compile("h(\\d+)v1h-\\1z")
                        .matcher(picture.svg())
                        .results()
                        .mapToInt(run -> Integer.parseInt(run.group(1)))
                        .sum();
        assertThat(drawn).isEqualTo(dark);
    }

    @Test
    void theSheetSaysWhereWhenAndWhatToDoInBothLanguages() {
        String html =
                sheet("Campus <Viadidakt>", "2026-03-03T08:00:00Z", "2026-03-03T16:00:00Z").html();
        assertThat(html)
                .contains(
                        "Campus &lt;Viadidakt>",
                        "Tentasal 1",
                        "tisdag 3 mars 2026 kl. 09.00–17.00",
                        "Tuesday 3 March 2026 09:00–17:00",
                        "A2C3 E4F5",
                        "Visa QR-koden",
                        "Show the QR code",
                        "<svg");
        assertThat(html).doesNotContain("<script", "http-equiv", "src=");
    }

    @Test
    void aWindowOverDaysNamesBoth() {
        assertThat(sheet("KAT", "2026-03-03T08:00:00Z", "2026-03-05T16:00:00Z").html())
                .contains("tisdag 3 mars 2026 kl. 09.00–torsdag 5 mars 2026 kl. 17.00");
    }

    @Test
    void theCommandWritesAllThreeAndTheTicketHolds(@TempDir Path folder)
            throws IOException, ReaderException {
        String printed =
                run(
                        0,
                        "issue",
                        "--data",
                        folder.resolve("data").toString(),
                        "--centre",
                        "KAT",
                        "--from",
                        "2026-03-03T09:00",
                        "--until",
                        "2026-03-03T17:00",
                        "--room",
                        "exam-1",
                        "--out",
                        folder.resolve("out").toString());
        String text = decoded(Files.readAllBytes(folder.resolve("out/ticket.png"))).getText();
        assertThat(printed).startsWith("ticket: issued=1 id=").doesNotContain(text);
        assertThat(folder.resolve("out/ticket.svg")).content().contains("<svg");
        assertThat(folder.resolve("out/ticket.html")).content().doesNotContain("class=\"short\"");
        TicketKeys written = TicketKeys.open(folder.resolve("data").resolve(TicketCommand.KEYS));
        Claim claim =
                new TicketVerifier(written, "KAT", Trust.NONE, InstantSource.system())
                        .scanned(text, RegisterContents.EMPTY);
        assertThat(((Claim.Ticket) claim).room()).isEqualTo("exam-1");
        assertThat(((Claim.Ticket) claim).validFrom())
                .isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
    }

    @Test
    void theCommandRefusesWhatMakesNoTicket(@TempDir Path folder) {
        String[] good = {
            "issue",
            "--data",
            "",
            "--centre",
            "KAT",
            "--from",
            "2026-03-03T09:00",
            "--until",
            "2026-03-03T17:00",
            "--out",
            folder.resolve("out").toString()
        };
        good[2] = folder.resolve("data").toString();
        for (String[] change :
                new String[][] {
                    {"4", "K/T", "--centre"},
                    {"8", "2026-03-03T08:59", "later than"},
                    {"6", "tomorrow", "--from"}
                }) {
            String[] bad = good.clone();
            bad[Integer.parseInt(change[0])] = change[1];
            assertThat(run(2, bad)).contains(change[2]);
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private TicketSheet sheet(String centre, String from, String until) {
        return new TicketSheet(
                made.text(),
                "A2C3E4F5",
                centre,
                "Tentasal 1",
                Instant.parse(from),
                Instant.parse(until),
                ZoneId.of("Europe/Stockholm"));
    }

    private static String run(int status, String... arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed);
        assertThat(
                        new CommandLine(new TicketCommand())
                                .setOut(writer)
                                .setErr(writer)
                                .execute(arguments))
                .isEqualTo(status);
        return printed.toString();
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static Result decoded(byte[] png) throws IOException, ReaderException {
        BufferedImage image = image(png);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(
                                new HybridBinarizer(
                                        new RGBLuminanceSource(width, height, pixels))));
    }
}
