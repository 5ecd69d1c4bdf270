package se.troskel.config;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.MemberScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes the JSON Schema of `centre.yaml`, of rules of exams or of a trust file from the records:
/// their components, [Range], [Form], what is `@Nullable`, and their Javadoc.
final class CentreSchema {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MAX_TEXT = 120;

    /// Types that are texts in YAML: form and example.
    private static final Map<Class<?>, List<String>> TEXTS =
            Map.of(
                    LocalTime.class,
                    List.of("^(?:[01][0-9]|2[0-3]):[0-5][0-9]$", "08:00"),
                    LocalDate.class,
                    List.of(
                            "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$",
                            "2026-12-24"),
                    Instant.class,
                    List.of(
                            "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
                                    + "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$",
                            "2026-11-23T00:00:00Z"),
                    ZoneId.class,
                    List.of("^[A-Za-z0-9+_/-]{1,64}$", "Europe/Stockholm"));

    private final RecordDocs docs;

    CentreSchema(RecordDocs docs) {
        this.docs = docs;
    }

    String generate(Class<? extends Record> root) {
        var builder =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(
                                Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                                Option.PLAIN_DEFINITION_KEYS,
                                Option.FLATTENED_ENUMS);
        builder.forTypesInGeneral()
                .withDefinitionNamingStrategy((key, _) -> name(key.getType().getErasedType()))
                .withPropertySorter(Comparator.comparingInt(CentreSchema::index))
                .withCustomDefinitionProvider((type, _) -> definition(type.getErasedType()));
        builder.forFields()
                .withRequiredCheck(field -> !isNullable(field))
                .withDescriptionResolver(this::description)
                .withArrayMinItemsResolver(field -> isSet(field) ? 1 : null)
                .withArrayUniqueItemsResolver(field -> isPlainList(field) ? true : null)
                .withNumberInclusiveMinimumResolver(
                        field -> range(field).map(r -> new BigDecimal(r.min())).orElse(null))
                .withNumberInclusiveMaximumResolver(
                        field -> range(field).map(r -> new BigDecimal(r.max())).orElse(null))
                .withStringPatternResolver(field -> form(field).map(Form::value).orElse(null))
                .withStringMinLengthResolver(field -> isFreeText(field) ? 1 : null)
                .withStringMaxLengthResolver(field -> isFreeText(field) ? MAX_TEXT : null)
                .withInstanceAttributeOverride((node, field, _) ->
                        form(field).ifPresent(f -> node.putArray("examples").add(f.example())));
        ObjectNode schema = new SchemaGenerator(builder.build()).generateSchema(root);
        return JSON.writeValueAsString(schema).replace("\r\n", "\n") + "\n";
    }

    private @Nullable String description(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return null;
        }
        RecordComponent component = component(field);
        return docs.of(component.getDeclaringRecord(), component.getName());
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        return (around == null ? "" : around.getSimpleName() + ".") + type.getSimpleName();
    }

    private static @Nullable CustomDefinition definition(Class<?> type) {
        ObjectNode node = NODES.objectNode();
        if (Map.class.isAssignableFrom(type)) {
            node.put("type", "object")
                    .putObject("additionalProperties")
                    .put("type", "string")
                    .put("minLength", 1)
                    .put("maxLength", MAX_TEXT);
        } else if (TEXTS.containsKey(type)) {
            List<String> form = Objects.requireNonNull(TEXTS.get(type));
            node.put("type", "string").put("pattern", form.get(0));
            node.putArray("examples").add(form.get(1));
        } else {
            return null;
        }
        return new CustomDefinition(node, DefinitionType.INLINE, AttributeInclusion.YES);
    }

    /// The range of a number, or of each in a list.
    private static Optional<Range> range(FieldScope field) {
        return annotation(field, Range.class);
    }

    /// The form of a text, or of each in a list.
    private static Optional<Form> form(FieldScope field) {
        return annotation(field, Form.class);
    }

    private static <A extends Annotation> Optional<A> annotation(FieldScope field, Class<A> type) {
        return field.isContainerType()
                ? Optional.empty()
                : Optional.ofNullable(component(field).getAnnotation(type));
    }

    private static boolean isFreeText(FieldScope field) {
        return field.getType().getErasedType() == String.class && form(field).isEmpty();
    }

    private static boolean isNullable(FieldScope field) {
        return component(field).getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean isSet(FieldScope field) {
        return Set.class.isAssignableFrom(field.getType().getErasedType());
    }

    /// A list of words or numbers: nothing in it makes sense twice.
    private static boolean isPlainList(FieldScope field) {
        return field.isContainerType() && !field.getContainerItemType().getErasedType().isRecord();
    }

    private static RecordComponent component(MemberScope<?, ?> member) {
        return Arrays.stream(components(member))
                .filter(component -> component.getName().equals(member.getName()))
                .findFirst()
                .orElseThrow();
    }

    private static int index(MemberScope<?, ?> member) {
        return Arrays.asList(components(member)).indexOf(component(member));
    }

    private static RecordComponent[] components(MemberScope<?, ?> member) {
        return member.getDeclaringType().getErasedType().getRecordComponents();
    }
}
