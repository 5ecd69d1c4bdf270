package se.troskel.controller.uplink;

/// How the centre names itself to the broker. The password never comes from configuration and is
/// never printed.
public record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
