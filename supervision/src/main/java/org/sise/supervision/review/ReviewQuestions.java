package org.sise.supervision.review;

import java.util.List;
import org.sise.core.csv.CsvTable;

/** The steps of the review: the table {@code rules/case_review_steps.csv}. Immutable. */
public final class ReviewQuestions {

    private static final ReviewQuestions STANDARD =
            read(CsvTable.ofResource(ReviewQuestions.class, "rules/case_review_steps.csv"));

    private final List<ReviewQuestion> questions;

    private ReviewQuestions(List<ReviewQuestion> questions) {
        this.questions = List.copyOf(questions);
    }

    /** The steps that ship with the product. */
    public static ReviewQuestions standard() {
        return STANDARD;
    }

    /**
     * Steps from a table with the columns of the shipped one.
     *
     * @throws IllegalArgumentException when they are not numbered from 1 on
     */
    public static ReviewQuestions read(CsvTable table) {
        List<ReviewQuestion> questions = table.rows().stream()
                .map(row -> new ReviewQuestion(
                        Integer.parseInt(row.get("step")),
                        row.get("name_zh"),
                        row.get("name_en"),
                        row.get("question_zh"),
                        row.get("question_en"),
                        row.get("legal_basis"),
                        row.get("stop_zh"),
                        row.get("stop_en"),
                        row.get("weighs").equals("1"),
                        row.get("second_person").equals("1"),
                        row.get("source"),
                        row.get("confidence")))
                .toList();
        for (int i = 0; i < questions.size(); i++) {
            if (questions.get(i).step() != i + 1) {
                throw new IllegalArgumentException(
                        "steps are numbered from 1 on: " + questions.get(i).step());
            }
        }
        return new ReviewQuestions(questions);
    }

    /** The steps in their order. */
    public List<ReviewQuestion> all() {
        return questions;
    }
}
