/// The terminal: reads a card or a code, asks the controller, shows and sounds the answer.
module se.troskel.kiosk {
    requires static transitive org.jspecify;
    requires transitive se.troskel.config;
    requires transitive se.troskel.hardware;
    requires transitive se.troskel.protocol;
    requires javafx.controls;
    requires atlantafx.base;
    requires info.picocli;
    requires java.desktop;
    requires java.net.http;
    requires org.slf4j;

    exports se.troskel.kiosk;
    exports se.troskel.kiosk.client;

    opens se.troskel.kiosk to
            info.picocli;
}
