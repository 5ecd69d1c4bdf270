package se.troskel.protocol.kiosk;

import java.util.UUID;
import se.troskel.protocol.decision.Purpose;

/// What a visit that was just recorded is for. POST `/api/v1/kiosk/purposes`; answered with 204,
/// also when the visit is no longer known.
///
/// @param visit the id of the presentation or visit
public record PurposeChoice(UUID visit, String kiosk, Purpose purpose) {}
