package se.troskel.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import se.troskel.protocol.Ids;

/// The form of a component's text; on a list, of each of its elements. It becomes `pattern` and
/// `examples` of the schema, by which the loader checks.
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Form {
    /// The id of a room, door or device, and a centre's code.
    String ID = "^(?=.{1,32}$)" + Ids.PATTERN + "$";

    String LANGUAGE = "^[a-z]{2}$";

    /// A regular expression for the whole text.
    String value();

    /// A text of this form, shown to whoever wrote another.
    String example();
}
