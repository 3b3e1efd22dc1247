package org.sise.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordShapeTest {

    @ParameterizedTest
    @EnumSource
    void aRecordComesBackFromItsTextsTheSame(RecordKind kind) {
        CreditRecord record = Examples.of(kind);
        RecordShape shape = RecordShape.of(kind);
        Map<String, String> texts = shape.write(record);

        assertThat(texts.keySet()).containsExactlyElementsOf(shape.fields().keySet());
        assertThat(shape.read(texts)).isEqualTo(record);
        assertThat(record.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @EnumSource
    void aRecordOfItsRequiredFieldsAloneComesBackTheSame(RecordKind kind) {
        RecordShape shape = RecordShape.of(kind);
        Map<String, String> texts = new HashMap<>(shape.write(Examples.of(kind)));
        texts.keySet().removeIf(name -> !required(shape, name));
        if (kind == RecordKind.HOLDING) {
            texts.put("holderKind", "person");
        }
        if (kind == RecordKind.CONCERT) {
            texts.put("memberKind", "person");
        }

        CreditRecord record = shape.read(texts);

        assertThat(record.header().severity()).isNull();
        assertThat(shape.read(shape.write(record))).isEqualTo(record);
    }

    @ParameterizedTest
    @EnumSource
    void everyRequiredFieldIsAskedForAtOnce(RecordKind kind) {
        RecordShape shape = RecordShape.of(kind);
        List<String> required = shape.fields().keySet().stream()
                .filter(name -> required(shape, name) && !name.equals("state"))
                .toList();

        assertThat(faults(kind, Map.of()))
                .allSatisfy(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.REQUIRED))
                .extracting(FieldFault::field)
                .containsExactlyElementsOf(required);
    }

    @Test
    void allFaultsOfARowAreReportedAtOnce() {
        Map<String, String> texts = penalty();
        texts.put("subject", "91000000FX0000018A");
        texts.put("date", "2026-02-30");
        texts.put("amount", "-1");
        texts.put("severity", "dreadful");
        texts.remove("category");
        texts.remove("document");

        assertThat(faults(RecordKind.PENALTY, texts))
                .extracting(FieldFault::field, FieldFault::kind)
                .containsExactlyInAnyOrder(
                        tuple("subject", FaultKind.BAD_CODE),
                        tuple("date", FaultKind.BAD_DATE),
                        tuple("amount", FaultKind.NEGATIVE),
                        tuple("severity", FaultKind.NOT_IN_LIST),
                        tuple("category", FaultKind.REQUIRED),
                        tuple("document", FaultKind.REQUIRED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-02-30", "2026-13-01", "2026/03/12", "20260312", "2026-3-12", "-2026-03-12", "+12026-03-12"
            })
    void aDayThatIsNotInTheCalendarIsABadDate(String date) {
        assertFault("date", date, FaultKind.BAD_DATE);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, -0.01, NEGATIVE",
        "amount, 0.001, BAD_NUMBER",
        "amount, 五千, BAD_NUMBER",
        "amount, 1E999999999, BAD_NUMBER",
        "confiscated, -1, NEGATIVE",
        "severity, 很严重, NOT_IN_LIST",
        "state, gone, NOT_IN_LIST",
        "subject, 110108000000016, FORMER_NUMBER",
        "subject, 9100, BAD_CODE",
        "publishedUntil, 2025-01-01, DATE_ORDER"
    })
    void aFieldThatIsWrongIsToldWithItsKindOfFault(String field, String text, FaultKind kind) {
        assertFault(field, text, kind);
    }

    @Test
    void aNullCharacterIsRefusedBecauseNoDatabaseTakesIt() {
        assertFault("facts", "a\0b", FaultKind.BAD_TEXT);
    }

    @Test
    void wordsMayStandInChineseOrAsTokens() {
        Map<String, String> texts = penalty();
        texts.put("severity", "严重");
        texts.put("state", "已撤回");

        RecordHeader header = RecordShape.of(RecordKind.PENALTY).read(texts).header();

        assertThat(header.severity()).isEqualTo(Severity.SERIOUS);
        assertThat(header.state()).isEqualTo(RecordState.WITHDRAWN);
    }

    @Test
    void aRecordWithoutAStateIsInEffect() {
        Map<String, String> texts = penalty();
        texts.put("state", " ");

        assertThat(RecordShape.of(RecordKind.PENALTY).read(texts).header().state())
                .isEqualTo(RecordState.EFFECTIVE);
    }

    @Test
    void aSubjectIsMendedOnItsWayIn() {
        Map<String, String> texts = penalty();
        texts.put("subject", " 91000000fx0000018k ");

        assertThat(RecordShape.of(RecordKind.PENALTY).read(texts).header().subject())
                .isEqualTo(Examples.BUSINESS);
    }

    @Test
    void anIdentityNumberWhereAKeyShouldStandIsRefusedAndNotRepeated() {
        Map<String, String> texts =
                new HashMap<>(RecordShape.of(RecordKind.HOLDING).write(Examples.of(RecordKind.HOLDING)));
        texts.put("holderKey", "00000019800101123X");

        assertThatExceptionOfType(FieldFaultException.class)
                .isThrownBy(() -> RecordShape.of(RecordKind.HOLDING).read(texts))
                .withMessageContaining("holderKey")
                .withMessageNotContaining("19800101");
    }

    @Test
    void aHoldingsFaultsAcrossItsFieldsAreReportedTogether() {
        Map<String, String> texts =
                new HashMap<>(RecordShape.of(RecordKind.HOLDING).write(Examples.of(RecordKind.HOLDING)));
        texts.put("percent", "100.01");
        texts.put("until", "2020-01-01");
        texts.remove("holderCode");

        assertThat(faults(RecordKind.HOLDING, texts))
                .extracting(FieldFault::kind)
                .containsExactly(FaultKind.OUT_OF_RANGE, FaultKind.DATE_ORDER, FaultKind.REQUIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "PERMIT, validUntil",
        "HOLDING, until",
        "LEGAL_REPRESENTATIVE, until",
        "OFFICER, until",
        "BRANCH, until",
        "SUPPLY, until",
        "CONTACT, until",
        "CONCERT, until",
        "DISHONESTY_LISTING, removedOn",
        "ABNORMAL_LISTING, removedOn"
    })
    void anEndBeforeItsStartIsAFault(RecordKind kind, String end) {
        Map<String, String> texts = new HashMap<>(RecordShape.of(kind).write(Examples.of(kind)));
        texts.put(end, "2020-01-01");

        assertThat(faults(kind, texts)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(end);
            assertThat(fault.kind()).isEqualTo(FaultKind.DATE_ORDER);
            assertThat(fault.message()).contains("2020-01-01").contains("2026-03-12");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyTheKindHasIsWrittenWithoutTheHeader(RecordKind kind) {
        RecordShape shape = RecordShape.of(kind);

        assertThat(shape.writeOwn(Examples.of(kind)).keySet())
                .containsExactlyElementsOf(
                        shape.ownFields().stream().map(RecordField::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyWordOfEveryListIsReadAsTokenAndInChinese(RecordKind kind) {
        for (RecordField field : RecordShape.of(kind).fields().values()) {
            for (Labelled word : field.words()) {
                assertThat(field.parse(word.token())).isEqualTo(word);
                assertThat(field.parse(word.zh())).isEqualTo(word);
            }
        }
    }

    @Property
    void textsOfAnyKindAreReadOrRefusedWithFaultsAndNothingElse(
            @ForAll RecordKind kind, @ForAll @From("texts") Map<String, String> texts) {
        try {
            assertThat(RecordShape.of(kind).read(texts).kind()).isEqualTo(kind);
        } catch (FieldFaultException e) {
            assertThat(e.faults()).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<Map<String, String>> texts() {
        List<String> names = Arrays.stream(RecordKind.values())
                .flatMap(kind -> RecordShape.of(kind).fields().keySet().stream())
                .distinct()
                .toList();
        List<String> sensible =
                List.of("91000000FX0000018K", "2026-03-12", "2020-01-01", "1", "-1", "101", "business", "罚款");
        return Arbitraries.maps(
                        Arbitraries.of(names), Arbitraries.oneOf(Arbitraries.of(sensible), Arbitraries.strings()))
                .ofMaxSize(names.size());
    }

    private static void assertFault(String field, String text, FaultKind kind) {
        Map<String, String> texts = penalty();
        texts.put(field, text);

        assertThat(faults(RecordKind.PENALTY, texts)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.message()).contains(kind.zh()).contains(kind.en());
        });
    }

    private static List<FieldFault> faults(RecordKind kind, Map<String, String> texts) {
        FieldFaultException thrown = catchThrowableOfType(
                FieldFaultException.class, () -> RecordShape.of(kind).read(texts));
        assertThat(thrown).as("faults of %s", texts).isNotNull();
        return thrown.faults();
    }

    private static boolean required(RecordShape shape, String name) {
        RecordField field = shape.fields().get(name);
        return field != null && field.required();
    }

    private static Map<String, String> penalty() {
        return new HashMap<>(RecordShape.of(RecordKind.PENALTY).write(Examples.of(RecordKind.PENALTY)));
    }
}
