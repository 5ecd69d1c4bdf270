package se.troskel.region.intake;

/// How the region names itself to the broker. The password is never printed.
public record Login(String user, String password) {
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
