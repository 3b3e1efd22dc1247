package org.sise.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.web.servlet.HandlerInterceptor;

/** Keeps the language chosen by {@code ?lang=zh} or {@code ?lang=en}. */
final class LanguageChoice implements HandlerInterceptor {

    private final Languages languages;

    LanguageChoice(Languages languages) {
        this.languages = languages;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String lang = request.getParameter("lang");
        if (lang != null && !lang.isBlank()) {
            languages.setLocale(request, response, Languages.nearest(Locale.forLanguageTag(lang)));
        }
        return true;
    }
}
