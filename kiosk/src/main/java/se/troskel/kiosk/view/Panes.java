package se.troskel.kiosk.view;

import javafx.scene.layout.Region;

/// What a screen puts into the two zones that change.
///
/// @param message text and picture
/// @param controls buttons
record Panes(Region message, Region controls) {}
