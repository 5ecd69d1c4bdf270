/// What a centre is: immutable records, read from YAML and checked all at once.
module se.troskel.config {
    requires static transitive org.jspecify;
    requires transitive se.troskel.protocol;
    requires com.networknt.schema;
    requires info.picocli;
    requires tools.jackson.core;
    requires tools.jackson.dataformat.yaml;

    exports se.troskel.config;

    opens se.troskel.config to
            info.picocli;
}
