package se.troskel.controller.register;

import java.util.EnumSet;
import java.util.Set;
import se.troskel.controller.register.StaffAccount.Capability;

/// What people at a centre are employed as: a ready choice of capabilities for an account (DOMAIN
/// 5.2). An account keeps the capabilities, not the role.
public enum Role {
    STAFF,
    EXAM_COORDINATOR,
    INVIGILATOR,
    CARETAKER,
    /// Sees rooms and doors, and no person.
    REGION_VIEWER,
    ADMIN;

    public Set<Capability> capabilities() {
        return switch (this) {
            case STAFF ->
                    Set.of(
                            Capability.VIEW,
                            Capability.UNLOCK,
                            Capability.ENROL,
                            Capability.ISSUE_TICKETS,
                            Capability.BLOCK_CARDS);
            case EXAM_COORDINATOR -> EnumSet.complementOf(EnumSet.of(Capability.ADMINISTER));
            case INVIGILATOR ->
                    Set.of(
                            Capability.VIEW,
                            Capability.UNLOCK,
                            Capability.BLOCK_CARDS,
                            Capability.EXAM_ROOMS);
            case CARETAKER -> Set.of(Capability.VIEW, Capability.UNLOCK);
            case REGION_VIEWER -> Set.of(Capability.VIEW);
            case ADMIN -> EnumSet.allOf(Capability.class);
        };
    }
}
