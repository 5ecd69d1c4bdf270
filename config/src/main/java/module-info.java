/// What a centre is: immutable records, read from YAML and checked all at once.
module se.troskel.config {
    requires static transitive org.jspecify;
    requires transitive se.troskel.protocol;

    exports se.troskel.config;
}
