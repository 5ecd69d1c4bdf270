package se.troskel.config;

/// What one part of a configuration says about another. Each check reports on its own and takes a
/// document with any other mistakes in it.
final class CrossChecks {
    private CrossChecks() {}

    static void check(Part root, Findings findings) {
        CentreCheck.check(root, findings);
        HoursCheck.check(root, findings);
        RoomCheck.check(root, findings);
        ReferenceCheck.check(root, findings);
        PlanCheck.check(root, findings);
        DeviceCheck.check(root, findings);
        WireCheck.check(root, findings);
        DoorCheck.check(root, findings);
        ExitCheck.check(root, findings);
        FireCheck.check(root, findings);
        NetworkCheck.check(root, findings);
        SignInCheck.check(root, findings);
    }
}
