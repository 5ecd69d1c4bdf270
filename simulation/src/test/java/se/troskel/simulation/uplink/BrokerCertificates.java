package se.troskel.simulation.uplink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A certificate authority made for one test, and a broker's certificate for one host, by the JDK's
/// own keytool and OpenSSL, which Mosquitto brings along.
record BrokerCertificates(Path folder) {
    private static final String STORE_PASSWORD = "test-only";

    static BrokerCertificates make(Path folder, String host) throws Exception {
        var made = new BrokerCertificates(Files.createDirectories(folder));
        made.keytool(
                "-genkeypair",
                "-alias",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Test authority",
                "-ext",
                "bc:c=ca:true",
                "-ext",
                "ku:c=keyCertSign",
                "-validity",
                "2");
        made.keytool("-exportcert", "-rfc", "-alias", "ca", "-file", made.authority().toString());
        made.keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-signer",
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=broker",
                "-ext",
                "san=dns:" + host,
                "-validity",
                "2");
        made.keytool(
                "-exportcert", "-rfc", "-alias", "broker", "-file", made.certificate().toString());
        made.run(
                "/usr/bin/openssl",
                "pkcs12",
                "-in",
                made.store().toString(),
                "-passin",
                "pass:" + STORE_PASSWORD,
                "-nodes",
                "-nocerts",
                "-out",
                made.all().toString());
        made.keepBrokersKey();
        return made;
    }

    Path authority() {
        return folder.resolve("ca.pem");
    }

    Path certificate() {
        return folder.resolve("broker.pem");
    }

    Path key() {
        return folder.resolve("broker.key");
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private Path all() {
        return folder.resolve("all.key");
    }

    /// The store gives both keys, each after its name.
    private void keepBrokersKey() throws IOException {
        List<String> lines = new ArrayList<>();
        boolean broker = false;
        boolean inside = false;
        for (String line : Files.readAllLines(all())) {
            broker = line.contains("friendlyName:") ? line.contains("broker") : broker;
            inside |= line.startsWith("-----BEGIN") && broker;
            if (inside) {
                lines.add(line);
            }
            inside &= !line.startsWith("-----END");
        }
        Files.write(key(), lines);
    }

    private void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store().toString(), "-storepass", STORE_PASSWORD));
        run(command.toArray(String[]::new));
    }

    private void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command[0] + ": " + said);
        }
    }
}
