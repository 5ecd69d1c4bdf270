package se.troskel.region.intake;

/// A message as the broker delivered it.
///
/// @param text the payload as UTF-8
/// @param retained true when the broker had kept it from before we subscribed: then it is not news
/// @param acknowledge tells the broker that it need not keep the message for us any more;
///   thread-safe
public record Delivered(String topic, String text, boolean retained, Runnable acknowledge) {}
