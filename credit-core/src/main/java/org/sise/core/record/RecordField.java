package org.sise.core.record;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.money.Yuan;
import org.sise.core.person.PersonKey;

/** One field of a kind of records: its name, its type, whether it must be there, and its way from and to text. */
public final class RecordField {

    private static final int ISO_DATE_LENGTH = 10;

    /** What the ledger's columns hold, in yuan. */
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(16);

    private final String name;
    private final Class<?> type;
    private final boolean required;
    private final Method accessor;
    private final Map<String, Object> words;

    RecordField(RecordComponent component, boolean alsoRequired) {
        this.name = component.getName();
        this.type = component.getType();
        this.required = alsoRequired || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        this.accessor = component.getAccessor();
        this.words = wordsOf(type);
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /** The Java type of its value. */
    public Class<?> type() {
        return type;
    }

    /** Whether a record cannot do without it. */
    public boolean required() {
        return required;
    }

    /** The words of its closed list, or empty where it has none. */
    public List<Labelled> words() {
        List<Labelled> list = new ArrayList<>();
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                list.add((Labelled) constant);
            }
        }
        return list;
    }

    /**
     * The value of a text that is not blank: dates as {@code yyyy-MM-dd}, amounts in yuan, words as token or Chinese.
     *
     * @throws FieldFaultException when the text is no value of this field
     */
    public Object parse(String text) {
        if (type == String.class) {
            return plainText(text);
        }
        if (type == LocalDate.class) {
            return date(text);
        }
        if (type == CreditCode.class) {
            return code(text);
        }
        if (type == Yuan.class) {
            return yuan(text);
        }
        if (type == BigDecimal.class) {
            return number(text);
        }
        if (type == PersonKey.class) {
            return person(text);
        }
        Object word = words.get(text);
        if (word == null) {
            throw FieldFaultException.of(
                    name, FaultKind.NOT_IN_LIST, text, "可取 / one of " + String.join(", ", words.keySet()));
        }
        return word;
    }

    /** The text of this field in a record, or null where the record has none. */
    @Nullable
    String text(Object record) {
        try {
            Object value = accessor.invoke(record);
            return value == null ? null : value instanceof Labelled word ? word.token() : plain(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private String plainText(String text) {
        if (text.indexOf('\0') >= 0) {
            throw FieldFaultException.of(
                    name, FaultKind.BAD_TEXT, text.replace('\0', '\uFFFD'), "含空字符 / holds a null character");
        }
        return text;
    }

    private LocalDate date(String text) {
        LocalDate plain = IsoDay.of(text);
        if (plain != null) {
            return plain;
        }
        if (text.length() == ISO_DATE_LENGTH) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                // told below, as for a year of more or fewer digits than four
            }
        }
        throw FieldFaultException.of(
                name, FaultKind.BAD_DATE, text, "应为日历上的一天 / must be a day of the calendar, yyyy-MM-dd");
    }

    private PersonKey person(String text) {
        try {
            return new PersonKey(text);
        } catch (IllegalArgumentException e) {
            throw new FieldFaultException(List.of(new FieldFault(
                    name,
                    FaultKind.BAD_TEXT,
                    null,
                    "应为身份密钥, 不显示原文 / must be a person key; what was given is not shown")));
        }
    }

    private CreditCode code(String text) {
        CodeVerdict verdict = CodeVerdict.of(text);
        CreditCode code = verdict.code();
        if (code == null) {
            FaultKind kind = verdict instanceof CodeVerdict.FormerNumber ? FaultKind.FORMER_NUMBER : FaultKind.BAD_CODE;
            throw FieldFaultException.of(name, kind, text, verdict.detail());
        }
        return code;
    }

    private Yuan yuan(String text) {
        BigDecimal number = number(text);
        if (number.signum() < 0) {
            throw FieldFaultException.of(name, FaultKind.NEGATIVE, text, "金额不能为负 / an amount must not be negative");
        }
        if (number.compareTo(LARGEST) >= 0) {
            throw FieldFaultException.of(name, FaultKind.OUT_OF_RANGE, text, "金额过大 / an amount must be below 10^16");
        }
        try {
            return new Yuan(number);
        } catch (IllegalArgumentException e) {
            throw FieldFaultException.of(name, FaultKind.BAD_NUMBER, text, String.valueOf(e.getMessage()));
        }
    }

    private BigDecimal number(String text) {
        try {
            BigDecimal number = new BigDecimal(text);
            if (Math.abs(number.scale()) <= 20 && number.precision() <= 30) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for a number of absurd length
        }
        throw FieldFaultException.of(name, FaultKind.BAD_NUMBER, text, "应为数字 / must be a number");
    }

    private static Map<String, Object> wordsOf(Class<?> type) {
        Map<String, Object> words = new LinkedHashMap<>();
        if (type == Boolean.class) {
            words.put("true", true);
            words.put("false", false);
            words.put("是", true);
            words.put("否", false);
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                words.put(((Labelled) constant).token(), constant);
                words.put(((Labelled) constant).zh(), constant);
            }
        }
        return words;
    }
}
