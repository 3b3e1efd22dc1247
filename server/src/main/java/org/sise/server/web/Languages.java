package org.sise.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language of a request: the one chosen before, else English where the browser prefers it, else Chinese. */
final class Languages extends CookieLocaleResolver {

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final Locale ENGLISH = Locale.ENGLISH;

    private static final List<Locale> BOTH = List.of(Locale.CHINESE, ENGLISH);

    Languages() {
        super("lang");
        setDefaultLocaleFunction(Languages::preferred);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
    }

    /** Chinese or English, whichever a locale is closer to. */
    static Locale nearest(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    private static Locale preferred(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return CHINESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(header), BOTH);
            return found == null ? CHINESE : nearest(found);
        } catch (IllegalArgumentException e) {
            return CHINESE;
        }
    }
}
