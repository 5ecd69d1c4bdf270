package se.troskel.config;

import java.util.Map;
import java.util.Set;
import se.troskel.config.Findings.Complaint;

/// Each kind of device is driven by something that can, and says what only its kind has.
final class DeviceCheck {
    private static final Map<String, Set<String>> PROVIDERS =
            Map.ofEntries(
                    Map.entry("LOCK", Set.of("SIMULATED", "GPIO")),
                    Map.entry("DOOR_CONTACT", Set.of("SIMULATED", "GPIO")),
                    Map.entry("LOCK_MONITOR", Set.of("SIMULATED", "GPIO")),
                    Map.entry("REQUEST_TO_EXIT", Set.of("SIMULATED", "GPIO")),
                    Map.entry("TAMPER", Set.of("SIMULATED", "GPIO")),
                    Map.entry("OTHER_SYSTEM", Set.of("SIMULATED", "GPIO")),
                    Map.entry("FIRE_ALARM", Set.of("SIMULATED", "GPIO")),
                    Map.entry("BURGLAR_ALARM", Set.of("SIMULATED", "GPIO")),
                    Map.entry("SOUNDER", Set.of("SIMULATED", "GPIO")),
                    Map.entry("OCCUPANCY_SENSOR", Set.of("SIMULATED", "GPIO", "SERIAL")),
                    Map.entry("CARD_READER", Set.of("SIMULATED", "SERIAL", "KEYBOARD")),
                    Map.entry("CODE_SCANNER", Set.of("SIMULATED", "SERIAL", "KEYBOARD")),
                    Map.entry("KIOSK", Set.of("SIMULATED", "NETWORK")));

    /// What can be supervised.
    private static final Set<String> INPUTS =
            Set.of(
                    "DOOR_CONTACT",
                    "LOCK_MONITOR",
                    "REQUEST_TO_EXIT",
                    "TAMPER",
                    "OTHER_SYSTEM",
                    "FIRE_ALARM",
                    "BURGLAR_ALARM");

    private DeviceCheck() {}

    static void check(Part root, Findings findings) {
        for (Part device : root.at("devices").items()) {
            provider(device, findings);
            boolean kiosk = device.is("kind", "KIOSK");
            boolean sensor = device.is("kind", "OCCUPANCY_SENSOR");
            needs(device, "readerPosition", kiosk, findings);
            needs(device, "room", sensor, findings);
            onlyFor(device, "readerPosition", kiosk, findings);
            onlyFor(device, "door", kiosk, findings);
            onlyFor(device, "room", kiosk || sensor, findings);
            onlyFor(device, "supervision", INPUTS.contains(device.text("kind")), findings);
            supervision(device, findings);
        }
    }

    private static void provider(Part device, Findings findings) {
        Set<String> able = PROVIDERS.get(device.text("kind"));
        Part provider = device.at("provider");
        if (able != null
                && !provider.text().isEmpty()
                && !able.contains(provider.text())
                && !findings.isWrong(provider.pointer())) {
            findings.error(
                    provider.pointer(),
                    new Complaint(
                            provider.text(),
                            "cannot drive a device of kind " + device.text("kind"),
                            "write one of " + String.join(", ", able.stream().sorted().toList())));
        }
    }

    private static void supervision(Part device, Findings findings) {
        Part supervision = device.at("supervision");
        Part endOfLine = supervision.at("endOfLine");
        if (endOfLine.node().asBoolean(false) && device.is("provider", "GPIO")) {
            findings.error(
                    endOfLine.pointer(),
                    new Complaint(
                            "true",
                            "a GPIO line has two levels and cannot tell a cut or shorted wire",
                            "write false; take an input that measures end-of-line resistors where"
                                    + " sabotage has to be seen"));
        }
        boolean button = device.is("kind", "REQUEST_TO_EXIT");
        boolean contact = device.is("kind", "DOOR_CONTACT");
        onlyFor(device, supervision.at("heldSeconds"), button, findings);
        onlyFor(device, supervision.at("passages"), contact, findings);
        onlyFor(device, supervision.at("openMinutes"), contact, findings);
    }

    private static void needs(Part device, String key, boolean needed, Findings findings) {
        if (needed && !device.at(key).isThere()) {
            findings.error(
                    device.at(key).pointer(),
                    new Complaint(
                            "a device of kind " + device.text("kind") + " needs '" + key + "'",
                            "add '" + key + ":'"));
        }
    }

    private static void onlyFor(Part device, String key, boolean allowed, Findings findings) {
        onlyFor(device, device.at(key), allowed, findings);
    }

    private static void onlyFor(Part device, Part here, boolean allowed, Findings findings) {
        String key = here.pointer().substring(here.pointer().lastIndexOf('/') + 1);
        if (!allowed && here.isThere() && !device.text("kind").isEmpty()) {
            findings.errorAtKey(
                    here.pointer(),
                    new Complaint(
                            here.text(),
                            "a device of kind " + device.text("kind") + " has no '" + key + "'",
                            "remove it"));
        }
    }
}
