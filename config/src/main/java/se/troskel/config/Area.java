package se.troskel.config;

/// Doors that can be locked down together.
///
/// @param id unique among the areas
/// @param name as people call it
public record Area(@Form(value = Form.ID, example = "exam-wing") String id, String name) {}
