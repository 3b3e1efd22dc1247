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
import org.springframework.http.HttpMethod;
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

    private static final String[] AUTHORITY = {
        "REGULATOR", "OFFICER", "POLICY_MAKER", "APPROVER", "DEPARTMENT", "AUDITOR"
    };
    private static final String[] PLANNERS = {"REGULATOR", "APPROVER"};
    private static final String[] PROPOSERS = {"REGULATOR", "OFFICER", "DEPARTMENT"};

    /** What a business scans, reads and rates without an account; it takes no credentials. */
    private static final String[] OPEN_ENTRY = {
        "/api/v1/entry/code", "/api/v1/entry/rating", "/api/v1/entry/keys",
    };

    private static final String[] REPAIR_READERS = {"REGULATOR", "APPROVER", "AUDITOR"};
    private static final String[] RULE_MAKERS = {"POLICY_MAKER", "APPROVER"};
    private static final String[] FEED_READERS = {"REGULATOR", "POLICY_MAKER", "APPROVER", "DEPARTMENT", "AUDITOR"};
    private static final String[] INSPECTING = {"REGULATOR", "OFFICER"};
    private static final String[] REPORTING = {"REGULATOR", "OFFICER", "COMPANY"};
    private static final String[] TALKING = {"REGULATOR", "OFFICER", "APPROVER"};
    private static final String[] FEED_WRITERS = {"REGULATOR", "DEPARTMENT"};

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
                .authorizeHttpRequests(calls -> calls.requestMatchers(
                                "/api/openapi.json", "/api/openapi.json/**", "/api/docs", "/api/swagger-ui/**")
                        .permitAll()
                        .requestMatchers(OPEN_ENTRY)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/entry/sign", "/api/v1/entry/emergency")
                        .hasRole("OFFICER")
                        .requestMatchers(HttpMethod.POST, "/api/v1/entry/emergencies/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/certificates/**")
                        .hasRole("REGULATOR")
                        .requestMatchers("/api/v1/entry/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(HttpMethod.POST, "/api/v1/tasks")
                        .hasAnyRole(PROPOSERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/tasks/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/visits/**")
                        .hasRole("OFFICER")
                        .requestMatchers("/api/v1/codes/**")
                        .authenticated()
                        .requestMatchers("/api/v1/businesses/*", "/api/v1/businesses/*/**")
                        .authenticated()
                        .requestMatchers("/api/v1/audit/**")
                        .hasRole("AUDITOR")
                        .requestMatchers(HttpMethod.POST, "/api/v1/plans", "/api/v1/plans/preview")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/api/v1/plans/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/policies/*/approve", "/api/v1/policies/*/refuse")
                        .hasRole("APPROVER")
                        .requestMatchers(HttpMethod.POST, "/api/v1/policies", "/api/v1/policies/**")
                        .hasRole("POLICY_MAKER")
                        .requestMatchers("/api/v1/what-ifs", "/api/v1/what-ifs/**")
                        .hasAnyRole(RULE_MAKERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/quarantine/**")
                        .hasAnyRole(FEED_WRITERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/deliveries/**")
                        .hasAnyRole(FEED_WRITERS)
                        .requestMatchers(
                                "/api/v1/quarantine/**",
                                "/api/v1/deliveries/**",
                                "/api/v1/feeds",
                                "/api/v1/feeds/**",
                                "/api/v1/feed-alarms")
                        .hasAnyRole(FEED_READERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/notices/*/feedback")
                        .hasRole("DEPARTMENT")
                        .requestMatchers(HttpMethod.POST, "/api/v1/notices/**")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/api/v1/alerts/**")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.GET, "/api/v1/published/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/corrections/*/report")
                        .hasAnyRole(REPORTING)
                        .requestMatchers(HttpMethod.POST, "/api/v1/corrections/**", "/api/v1/visits/*/exemptions")
                        .hasAnyRole(INSPECTING)
                        .requestMatchers(HttpMethod.GET, "/api/v1/corrections", "/api/v1/corrections/**")
                        .authenticated()
                        .requestMatchers(
                                HttpMethod.POST, "/api/v1/modes", "/api/v1/modes/**", "/api/v1/publications/**")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/api/v1/measures/*/acknowledge", "/api/v1/measures/*/act")
                        .hasAnyRole(FEED_WRITERS)
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/commitments",
                                "/api/v1/commitments/text",
                                "/api/v1/commitments/*/report")
                        .hasRole("COMPANY")
                        .requestMatchers("/api/v1/commitments/mine")
                        .hasRole("COMPANY")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/measures/**",
                                "/api/v1/listings",
                                "/api/v1/listings/**",
                                "/api/v1/commitments/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers("/api/v1/reminders/mine", "/api/v1/reminders/*/read")
                        .hasRole("COMPANY")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/talks",
                                "/api/v1/talks/**",
                                "/api/v1/reviews",
                                "/api/v1/reviews/**")
                        .hasAnyRole(TALKING)
                        .requestMatchers(HttpMethod.POST, "/api/v1/recognitions", "/api/v1/recognitions/**")
                        .hasRole("REGULATOR")
                        .requestMatchers("/api/v1/notices", "/api/v1/notices/**", "/api/v1/subscriptions")
                        .hasAnyRole(FEED_READERS)
                        .requestMatchers(HttpMethod.POST, "/api/v1/repairs")
                        .hasRole("COMPANY")
                        .requestMatchers(HttpMethod.POST, "/api/v1/repairs/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers("/api/v1/repairs", "/api/v1/repairs/**")
                        .hasAnyRole(REPAIR_READERS)
                        .requestMatchers(HttpMethod.GET, "/api/**")
                        .hasAnyRole(AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .csrf(csrf -> csrf.ignoringRequestMatchers(SecurityConfiguration::bringsItsOwnCredentials)
                        .ignoringRequestMatchers(OPEN_ENTRY))
                .requestCache(cache -> cache.disable())
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
                .authorizeHttpRequests(pages -> pages.requestMatchers(
                                "/login", "/error", "/static/**", "/webjars/**", "/favicon.ico", "/enter", "/enter/**")
                        .permitAll()
                        .requestMatchers("/scan", "/scan/**", "/visits/mine", "/visits/*/code", "/visits/*/code/**")
                        .hasRole("OFFICER")
                        .requestMatchers(HttpMethod.POST, "/visits/*/exemptions", "/visits/*/corrections")
                        .hasAnyRole(INSPECTING)
                        .requestMatchers(HttpMethod.POST, "/visits/**")
                        .hasRole("OFFICER")
                        .requestMatchers("/visits", "/visits.csv", "/visits.xlsx", "/visits/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers("/tasks/new")
                        .hasAnyRole(PROPOSERS)
                        .requestMatchers(HttpMethod.POST, "/tasks")
                        .hasAnyRole(PROPOSERS)
                        .requestMatchers(HttpMethod.POST, "/tasks/**", "/emergencies/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(
                                "/tasks",
                                "/tasks.csv",
                                "/tasks.xlsx",
                                "/tasks/**",
                                "/emergencies",
                                "/emergencies/**",
                                "/attempts",
                                "/attempts.csv",
                                "/attempts.xlsx")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(HttpMethod.GET, "/published", "/published/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/corrections/*/report")
                        .hasAnyRole(REPORTING)
                        .requestMatchers(HttpMethod.POST, "/corrections/**")
                        .hasAnyRole(INSPECTING)
                        .requestMatchers("/corrections*", "/corrections/**")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/modes", "/modes/**", "/publications/**")
                        .hasRole("REGULATOR")
                        .requestMatchers("/modes/new", "/modes/candidates*")
                        .hasRole("REGULATOR")
                        .requestMatchers("/modes*", "/modes/**", "/publications*", "/effect*", "/exemptions*")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers("/audit", "/audit/**")
                        .hasRole("AUDITOR")
                        .requestMatchers("/plans/new", "/plans/preview")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/plans")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/plans/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers("/plans", "/plans/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(HttpMethod.POST, "/catalogue", "/roster", "/roster/*/recusals", "/yearly")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/recognition", "/recognition/partners")
                        .hasRole("REGULATOR")
                        .requestMatchers("/businesses/*/recognition.jws")
                        .hasRole("REGULATOR")
                        .requestMatchers("/recognition", "/recognition/**", "/businesses/*/foreign")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(HttpMethod.POST, "/yearly/*/approve")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(
                                "/catalogue",
                                "/catalogue.csv",
                                "/catalogue.xlsx",
                                "/catalogue/**",
                                "/roster",
                                "/roster.csv",
                                "/roster.xlsx",
                                "/roster/**",
                                "/yearly",
                                "/yearly/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(HttpMethod.POST, "/policies/*/approve", "/policies/*/refuse")
                        .hasRole("APPROVER")
                        .requestMatchers("/policies/new", "/policies/check")
                        .hasRole("POLICY_MAKER")
                        .requestMatchers(HttpMethod.POST, "/policies", "/policies/**")
                        .hasRole("POLICY_MAKER")
                        .requestMatchers("/policies", "/policies/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers("/what-ifs", "/what-ifs/**")
                        .hasAnyRole(RULE_MAKERS)
                        .requestMatchers(HttpMethod.POST, "/feeds/**")
                        .hasAnyRole(FEED_WRITERS)
                        .requestMatchers("/feeds", "/feeds.csv", "/feeds.xlsx", "/feeds/**")
                        .hasAnyRole(FEED_READERS)
                        .requestMatchers(HttpMethod.POST, "/notices/*/feedback")
                        .hasRole("DEPARTMENT")
                        .requestMatchers(HttpMethod.POST, "/notices/**")
                        .hasRole("REGULATOR")
                        .requestMatchers("/notices", "/notices.csv", "/notices.xlsx", "/notices/**")
                        .hasAnyRole(FEED_READERS)
                        .requestMatchers(HttpMethod.POST, "/alerts/**")
                        .hasRole("REGULATOR")
                        .requestMatchers(HttpMethod.POST, "/measures/*/acknowledge", "/measures/*/act")
                        .hasAnyRole(FEED_WRITERS)
                        .requestMatchers(
                                HttpMethod.POST, "/measures/**", "/listings", "/listings/**", "/commitments/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers("/listings/new")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers(HttpMethod.POST, "/talks", "/talks/**", "/reviews", "/reviews/**")
                        .hasAnyRole(TALKING)
                        .requestMatchers("/talks/new", "/reviews/new")
                        .hasAnyRole(TALKING)
                        .requestMatchers(
                                "/reminders*",
                                "/talks*",
                                "/talks/**",
                                "/reviews*",
                                "/reviews/**",
                                "/discretion*",
                                "/discretion/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers(
                                "/measures*",
                                "/measures/**",
                                "/listings*",
                                "/listings/**",
                                "/commitments*",
                                "/commitments/**",
                                "/approval-questions")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers("/exposures", "/exposures.csv", "/exposures.xlsx", "/alerts", "/alerts/**")
                        .hasAnyRole(AUTHORITY)
                        .requestMatchers("/desk", "/desk/**")
                        .hasRole("COMPANY")
                        .requestMatchers(HttpMethod.POST, "/repairs/**")
                        .hasAnyRole(PLANNERS)
                        .requestMatchers("/repairs", "/repairs.csv", "/repairs.xlsx", "/repairs/**")
                        .hasAnyRole(REPAIR_READERS)
                        .requestMatchers("/businesses", "/businesses.csv", "/businesses.xlsx")
                        .hasAnyRole(AUTHORITY)
                        .anyRequest()
                        .authenticated())
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
