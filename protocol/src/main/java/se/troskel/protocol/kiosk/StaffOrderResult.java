package se.troskel.protocol.kiosk;

/// What became of an order.
///
/// @param done whether the order is recorded and given; the door's own state is in the view
public record StaffOrderResult(boolean done, StaffView view) {}
