package se.troskel.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The least and the greatest whole number that a component may hold; on a list, each of its
/// elements. It becomes `minimum` and `maximum` of the schema, by which the loader checks.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Range {
    int min();

    int max();
}
