package org.sise.server.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.server.security.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Gives every page what its frame shows: {@code me}, {@code words}, {@code path}, {@code inOtherLanguage}, {@code detail}. */
final class PageFrame implements HandlerInterceptor {

    private final ColourAccess colours;
    private final MessageSource messages;

    PageFrame(ColourAccess colours, MessageSource messages) {
        this.colours = colours;
        this.messages = messages;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        page.addObject("words", new Words(RequestContextUtils.getLocale(request), messages));
        page.addObject("path", request.getRequestURI());
        page.addObject("inOtherLanguage", inOtherLanguage(request));
        page.addObject("detail", request.getAttribute(PageFailures.DETAIL));
        Account account = account();
        if (account != null) {
            page.addObject("me", new Me(account, colours));
        }
    }

    /** The address of the same page in the other language; of the first page where this one tells of an error. */
    private static String inOtherLanguage(HttpServletRequest request) {
        String other =
                Languages.nearest(RequestContextUtils.getLocale(request)).equals(Languages.ENGLISH) ? "zh" : "en";
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return request.getContextPath() + "/?lang=" + other;
        }
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("lang", other)
                .build()
                .toUriString();
    }

    private static @Nullable Account account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? signedIn.account()
                : null;
    }
}
