package org.sise.supervision.review;

/**
 * A step of the review.
 *
 * @param step its number, from 1
 * @param zh its name in Chinese
 * @param en its name in English
 * @param questionZh what is asked, in Chinese; yes leads to the next step
 * @param questionEn the same in English
 * @param basis the legal basis
 * @param stopZh what follows from a no, in Chinese
 * @param stopEn the same in English
 * @param weighs whether the fine is laid beside the benchmark
 * @param secondPerson whether another person than the opener answers
 * @param source where it was found
 * @param confidence how sure
 */
public record ReviewQuestion(
        int step,
        String zh,
        String en,
        String questionZh,
        String questionEn,
        String basis,
        String stopZh,
        String stopEn,
        boolean weighs,
        boolean secondPerson,
        String source,
        String confidence) {}
