package org.sise.server.web.after;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sise.server.web.Words;
import org.sise.supervision.mode.ModePolicies;
import org.sise.supervision.mode.ModePolicy;
import org.sise.supervision.mode.Unmet;
import org.springframework.context.support.ResourceBundleMessageSource;

class ModeTermsTest {

    @Test
    void every_reason_stands_beside_the_condition_that_it_breaks() {
        Set<Unmet> open = EnumSet.allOf(Unmet.class);
        open.remove(Unmet.REGION); // no policy that ships is for some districts only
        open.remove(Unmet.UNKNOWN); // takes the place of NOT_OPERATING
        Set<String> shown = new HashSet<>();
        for (ModePolicy policy : ModePolicies.standard().all()) {
            for (ModeTerms.Term term :
                    terms(policy, List.copyOf(open), Locale.SIMPLIFIED_CHINESE).conditions()) {
                shown.add(Objects.requireNonNull(term.failure(), term.text()));
            }
        }
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(
                        open.stream().map(Unmet::zh).toList());
    }

    @Test
    void an_unknown_business_breaks_the_first_condition_of_the_register() {
        ModeTerms terms = terms(blue(), List.of(Unmet.UNKNOWN), Locale.ENGLISH);
        assertThat(terms.conditions().stream().filter(term -> term.failure() != null))
                .singleElement()
                .isEqualTo(
                        new ModeTerms.Term("in the register and in operation", "the business is not in the register"));
        assertThat(terms.qualifies()).isFalse();
    }

    @Test
    void only_who_is_asked_about_can_qualify() {
        assertThat(terms(blue(), List.of(), Locale.ENGLISH).qualifies()).isTrue();
        assertThat(terms(blue(), null, Locale.ENGLISH).qualifies()).isFalse();
        assertThat(terms(blue(), null, Locale.ENGLISH).conditions())
                .extracting(ModeTerms.Term::text)
                .containsExactly(
                        "in force from 2026-01-01",
                        "in the register and in operation",
                        "colours: blue",
                        "established for at least 365 days",
                        "in no other mode");
        assertThat(terms(blue(), null, Locale.SIMPLIFIED_CHINESE).ends()).isEqualTo("出现线索、颜色变化、检查发现问题");
    }

    private static ModePolicy blue() {
        return Objects.requireNonNull(ModePolicies.standard().byId("TRIGGER-BLUE"));
    }

    private static ModeTerms terms(ModePolicy policy, @Nullable List<Unmet> unmet, Locale locale) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ModeTerms(policy, unmet, new Words(locale, messages));
    }
}
