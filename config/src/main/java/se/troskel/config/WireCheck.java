package se.troskel.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.troskel.config.Findings.Complaint;

/// Every device on a wire says on which, and no two devices share one.
final class WireCheck {
    private final Findings findings;
    private final Map<String, Part> taken = new HashMap<>();

    private WireCheck(Findings findings) {
        this.findings = findings;
    }

    static void check(Part root, Findings findings) {
        var check = new WireCheck(findings);
        root.at("devices").items().forEach(check::device);
    }

    private void device(Part device) {
        boolean gpio = device.is("provider", "GPIO");
        boolean serial = device.is("provider", "SERIAL");
        keys(device, gpio, List.of("chip", "line"), List.of());
        keys(device, serial, List.of("port"), List.of("baud"));
        if (gpio && device.number("line").isPresent()) {
            int line = device.number("line").getAsInt();
            alone(device, "line", device.text("chip") + " line " + line);
        }
        if (serial && !device.text("port").isEmpty()) {
            alone(device, "port", device.text("port"));
        }
    }

    private void keys(Part device, boolean fits, List<String> needed, List<String> allowed) {
        if (fits) {
            needed.stream()
                    .filter(key -> !device.at(key).isThere())
                    .forEach(key -> need(device, key));
        } else if (!device.text("provider").isEmpty()) {
            needed.forEach(key -> refuse(device.at(key), device.text("provider")));
            allowed.forEach(key -> refuse(device.at(key), device.text("provider")));
        }
    }

    private void need(Part device, String key) {
        findings.error(
                device.at(key).pointer(),
                new Complaint(
                        "provider " + device.text("provider") + " needs '" + key + "'",
                        "add '" + key + ":' as the wiring diagram has it"));
    }

    private void refuse(Part here, String provider) {
        if (here.isThere()) {
            findings.errorAtKey(
                    here.pointer(),
                    new Complaint(
                            here.node().asString(""),
                            "means nothing for provider " + provider,
                            "remove it, or change the provider"));
        }
    }

    private void alone(Part device, String key, String wire) {
        Part other = taken.putIfAbsent(wire, device);
        if (other != null) {
            findings.error(
                    device.at(key).pointer(),
                    new Complaint(
                            wire,
                            "the same wire as " + other.text("id") + " (" + other.pointer() + ")",
                            "look at the wiring diagram; each device has its own"));
        }
    }
}
