package org.sise.server.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.CookieSameSiteSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Access: forms with a session for pages, HTTP Basic without one for the REST interface. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class SecurityConfiguration {

    private static final String PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Swagger UI writes style attributes and fetches nothing from elsewhere. */
    private static final String API_PAGES = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    private static final String NO_OTHER_DEVICE = ", geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    Accounts accounts(DataSource dataSource, PasswordEncoder encoder) {
        return new Accounts(dataSource, encoder);
    }

    @Bean
    ColourAccess colourAccess(AccessSettings settings) {
        return new ColourAccess(settings);
    }

    @Bean
    AuthenticationManager authenticationManager(
            Accounts accounts, PasswordEncoder encoder, AccessSettings settings, Clock clock) {
        return new ProviderManager(new ThrottledSignIn(accounts, encoder, new LoginThrottle(settings.login(), clock)));
    }

    @Bean
    AddressLimit addressLimit(@Value("${sise.entry.scans-per-minute:60}") int scansPerMinute, Clock clock) {
        return new AddressLimit(scansPerMinute, clock);
    }

    /** A request is observed as a whole, not once more at each of a dozen filters. */
    @Bean
    SecurityObservationSettings observedAsAWhole() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    CookieSameSiteSupplier sessionCookieIsLax() {
        return CookieSameSiteSupplier.ofLax();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, AuthenticationManager authentication) {
        ApiRefusals refusals = new ApiRefusals();
        return http.securityMatcher("/api/**")
                .authenticationManager(authentication)
                .authorizeHttpRequests(new ApiAccess())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::bringsItsOwnCredentials)
                        .ignoringRequestMatchers(ApiAccess.OPEN_ENTRY))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .servletApi(servlet -> servlet.disable())
                .headers(headers -> headers(headers, API_PAGES))
                .build();
    }

    /** What a monitoring program reads: by the session of the pages, or by HTTP Basic without one. */
    @Bean
    @Order(2)
    SecurityFilterChain monitoring(HttpSecurity http, AuthenticationManager authentication) {
        return http.securityMatcher("/actuator/**")
                .authenticationManager(authentication)
                .authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole("AUDITOR"))
                .httpBasic(basic -> {})
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers(headers, PAGES))
                .build();
    }

    /** The page that verifies a published draw: for anybody, and it may ask this server for nothing else. */
    @Bean
    @Order(3)
    SecurityFilterChain verifier(HttpSecurity http) {
        return http.securityMatcher(VerifierPolicy.PATH)
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers(headers, VerifierPolicy.text()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, AuthenticationManager authentication) {
        return http.authenticationManager(authentication)
                .authorizeHttpRequests(new PageAccess())
                .formLogin(
                        form -> form.loginPage("/login").defaultSuccessUrl("/").failureHandler(failure()))
                .logout(logout -> logout.logoutSuccessUrl("/login?bye"))
                .headers(headers -> headers(headers, PAGES))
                .build();
    }

    private static AuthenticationFailureHandler failure() {
        return (request, response, cause) -> response.sendRedirect(
                request.getContextPath() + (cause instanceof LockedException ? "/login?locked" : "/login?wrong"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .addHeaderWriter((request, response) -> response.setHeader(
                        "Permissions-Policy", (scans(request) ? "camera=(self)" : "camera=()") + NO_OTHER_DEVICE));
    }

    /** Whether the page reads codes by the camera. */
    private static boolean scans(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.equals("/scan") || path.equals("/enter") || path.startsWith("/static/offline/");
    }

    private static boolean bringsItsOwnCredentials(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Basic ", 0, "Basic ".length());
    }
}
