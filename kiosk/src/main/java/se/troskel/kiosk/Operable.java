package se.troskel.kiosk;

import java.util.List;
import se.troskel.protocol.decision.Medium;

/// A terminal that is worked by a program, as a person would work it. Thread-safe; each method
/// returns when what it asked for has been done (answers of the controller come later).
public interface Operable extends AutoCloseable {
    /// Something was shown to the terminal, as by a reader.
    void present(Medium medium, String value);

    /// Presses what is on the screen.
    ///
    /// @param controlId as in [#controls()]
    /// @return whether there was such a control, and it could be pressed
    boolean press(String controlId);

    /// The controls that can be pressed now.
    List<String> controls();

    /// Characters typed by hand, one after the other.
    void type(String characters);

    /// What is seen now, as PNG; no bytes when there is nothing to see.
    byte[] picture();

    /// The name of the flow's state, then the visible texts from top to bottom, one a line.
    String screen();

    @Override
    void close();
}
