package se.troskel.controller.ticket;

import se.troskel.hardware.qr.GrayPng;
import se.troskel.hardware.qr.QrMatrix;
import se.troskel.hardware.qr.QrPictures;

/// The picture of a ticket's QR code: black on white with its four modules of quiet zone, error
/// correction M. Immutable.
public final class TicketPicture {
    private static final int QUIET = QrMatrix.QUIET_ZONE;

    private final QrMatrix code;

    /// Draws nothing yet.
    ///
    /// @param text what [TicketIssuer.Made#text()] holds
    public TicketPicture(String text) {
        code = QrPictures.encode(text);
    }

    /// An SVG document, one unit a module; it scales to its container.
    public String svg() {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size(); y++) {
            for (int x = 0; x < code.size(); x++) {
                int from = x;
                while (x < code.size() && code.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    int run = x - from;
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, run, run));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" role="img" \
        shape-rendering="crispEdges"><title>QR</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/>\
        <path d="%2$s"/></svg>
        """
                .formatted(code.size() + 2 * QUIET, path);
    }

    /// A PNG in shades of grey.
    ///
    /// @param scale pixels a module, 1 to 40
    public byte[] png(int scale) {
        return GrayPng.write(code.picture(scale));
    }
}
