package se.troskel.controller.uplink;

/// An MQTT 5 broker as the uplink sees it. Every connection is a new one; none is ever mended.
interface Broker {
    /// Connects with the session kept. Blocks until the broker answers or the limit is over.
    ///
    /// @param willTopic where the broker publishes `will`, retained, when the connection breaks
    /// @throws BrokerException when there is no connection; nothing is left open then
    Connection connect(String willTopic, byte[] will, Listener listener);

    /// One connection. Used by the uplink's thread only.
    interface Connection extends AutoCloseable {
        /// How many unconfirmed messages the broker takes at once, 1 to 65535.
        int receiveMaximum();

        /// Subscribes with QoS 1 and waits for the answer.
        ///
        /// @throws BrokerException when it is refused or does not come; the caller closes
        void subscribe(String... topics);

        /// Hands over a QoS 1 message without waiting; [Listener#published(boolean)] follows.
        ///
        /// @throws BrokerException when the connection cannot take it; the caller closes
        void publish(String topic, byte[] payload, boolean retained);

        /// Ends the connection in order, so that the last will is not published. Never throws,
        /// returns within seconds.
        @Override
        void close();
    }

    /// What a connection tells. Called on the client's threads; implementations only enqueue.
    interface Listener {
        void arrived(String topic, byte[] payload);

        /// The broker confirmed a message, or (false) never will.
        void published(boolean confirmed);

        /// The connection is gone. `why` is for an operator.
        void lost(String why);
    }

    /// Thrown when a connection cannot be made or used; the uplink tries again with a new one.
    final class BrokerException extends se.troskel.protocol.AccessSystemException {
        private static final long serialVersionUID = 1L;

        BrokerException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
