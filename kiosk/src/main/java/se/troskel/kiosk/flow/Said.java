package se.troskel.kiosk.flow;

/// What became of an order in staff mode.
///
/// @param door its id
/// @param done whether it was recorded and given; how the door stands is seen in the view
public record Said(String door, boolean done) {}
