package se.troskel.config;

/// What people at a centre are employed as (DOMAIN 5.2).
public enum StaffRole {
    STAFF,
    EXAM_COORDINATOR,
    INVIGILATOR,
    CARETAKER,
    REGION_VIEWER,
    ADMIN
}
