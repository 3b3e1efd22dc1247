package org.sise.core.record;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.sise.core.person.PersonKey;

/**
 * The fields of one kind of records, by name, and the way between a record and its fields as text: the one place where
 * texts become records and records texts.
 */
public final class RecordShape {

    /** Fields of the header that a kind cannot do without though others can. */
    private static final Map<RecordKind, Set<String>> ALSO_REQUIRED = Map.of(RecordKind.PENALTY, Set.of("document"));

    private static final Map<RecordKind, RecordShape> SHAPES = shapes();

    private final RecordKind kind;
    private final List<RecordField> header;
    private final List<RecordField> own;
    private final Map<String, RecordField> byName;
    private final Constructor<RecordHeader> headerConstructor;
    private final Constructor<? extends CreditRecord> constructor;

    private RecordShape(RecordKind kind) {
        this.kind = kind;
        this.header = fields(RecordHeader.class, 0, ALSO_REQUIRED.getOrDefault(kind, Set.of()));
        this.own = fields(kind.type(), 1, Set.of());
        Map<String, RecordField> names = new LinkedHashMap<>();
        header.forEach(field -> names.put(field.name(), field));
        own.forEach(field -> names.put(field.name(), field));
        this.byName = Collections.unmodifiableMap(names);
        this.headerConstructor = canonical(RecordHeader.class);
        this.constructor = canonical(kind.type());
    }

    /** The shape of a kind. */
    public static RecordShape of(RecordKind kind) {
        RecordShape shape = SHAPES.get(kind);
        if (shape == null) {
            throw new IllegalStateException("no shape for " + kind);
        }
        return shape;
    }

    /** All fields by name, the header's first, in their order. */
    public Map<String, RecordField> fields() {
        return byName;
    }

    /** Whether a field holds the key of a person or telephone number, which is shown to nobody. */
    public boolean isPersonal(String name) {
        RecordField field = byName.get(name);
        return field != null && field.type() == PersonKey.class;
    }

    /** The fields that only this kind has, in their order. */
    public List<RecordField> ownFields() {
        return own;
    }

    /**
     * Makes a record of its fields as text; an empty or absent text is none. A state that is not given is
     * {@link RecordState#EFFECTIVE}.
     *
     * @throws FieldFaultException with every fault of every field
     */
    public CreditRecord read(Map<String, String> texts) {
        List<FieldFault> faults = new ArrayList<>();
        @Nullable Object[] headerValues = values(header, texts, faults);
        @Nullable Object[] ownValues = values(own, texts, faults);
        if (!faults.isEmpty()) {
            throw new FieldFaultException(faults);
        }
        @Nullable Object[] all = new @Nullable Object[own.size() + 1];
        System.arraycopy(ownValues, 0, all, 1, own.size());
        all[0] = make(headerConstructor, headerValues);
        return make(constructor, all);
    }

    /** The fields of a record that only its kind has, as text, absent ones left out, in their order. */
    public Map<String, String> writeOwn(CreditRecord record) {
        Map<String, String> texts = new LinkedHashMap<>();
        forEachOwn(record, texts::put);
        return texts;
    }

    /** All fields of a record as text, absent ones left out, in their order. */
    public Map<String, String> write(CreditRecord record) {
        Map<String, String> texts = new LinkedHashMap<>();
        forEach(record, texts::put);
        return texts;
    }

    /** Hands over all fields of a record with their texts, absent ones left out, in their order. */
    public void forEach(CreditRecord record, BiConsumer<String, String> each) {
        forEach(header, record.header(), each);
        forEach(own, record, each);
    }

    /** As {@link #forEach}, of the fields that only the record's kind has. */
    public void forEachOwn(CreditRecord record, BiConsumer<String, String> each) {
        forEach(own, record, each);
    }

    private static void forEach(List<RecordField> fields, Object record, BiConsumer<String, String> each) {
        for (int i = 0; i < fields.size(); i++) {
            RecordField field = fields.get(i);
            String text = field.text(record);
            if (text != null) {
                each.accept(field.name(), text);
            }
        }
    }

    private static @Nullable Object[] values(
            List<RecordField> fields, Map<String, String> texts, List<FieldFault> faults) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            RecordField field = fields.get(i);
            String text = texts.get(field.name());
            if (text == null || text.isBlank()) {
                if (field.type() == RecordState.class) {
                    values[i] = RecordState.EFFECTIVE;
                } else if (field.required()) {
                    faults.add(new FieldFault(field.name(), FaultKind.REQUIRED, null, "请补充 / please supply it"));
                }
                continue;
            }
            try {
                values[i] = field.parse(text.strip());
            } catch (FieldFaultException e) {
                faults.addAll(e.faults());
            }
        }
        return values;
    }

    private static List<RecordField> fields(Class<?> type, int from, Set<String> alsoRequired) {
        RecordComponent[] components = type.getRecordComponents();
        List<RecordField> fields = new ArrayList<>();
        for (int i = from; i < components.length; i++) {
            fields.add(new RecordField(components[i], alsoRequired.contains(components[i].getName())));
        }
        return List.copyOf(fields);
    }

    private static <T> T make(Constructor<T> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> Constructor<T> canonical(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = components[i].getType();
        }
        try {
            return type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record class has its canonical constructor", e);
        }
    }

    private static Map<RecordKind, RecordShape> shapes() {
        Map<RecordKind, RecordShape> shapes = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            shapes.put(kind, new RecordShape(kind));
        }
        return shapes;
    }

    @Override
    public String toString() {
        return kind.token() + byName.keySet();
    }
}
