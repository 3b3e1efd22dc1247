package org.sise.server.web;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.sise.server.security.ColourAccess;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Languages, sentences, static files, and what every page knows. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration implements WebMvcConfigurer {

    private final Languages languages = new Languages();
    private final ColourAccess colours;

    /** With what every page has to know. */
    public WebConfiguration(ColourAccess colours) {
        this.colours = colours;
    }

    /** A request that waits for a database holds no thread of the operating system. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> requestsOnVirtualThreads() {
        return factory -> factory.addProtocolHandlerCustomizers(
                protocol -> protocol.setExecutor(new VirtualThreadExecutor("request-")));
    }

    @Bean
    LocaleResolver localeResolver() {
        return languages;
    }

    @Bean
    static MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(false);
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LanguageChoice(languages)).excludePathPatterns("/static/**", "/webjars/**");
        registry.addInterceptor(new PageFrame(colours, messageSource()))
                .excludePathPatterns("/static/**", "/webjars/**", "/api/**");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Opened once, the page for checking without a network opens for a day without one.
        registry.addResourceHandler("/static/offline/**")
                .addResourceLocations("classpath:/static/offline/")
                .setCacheControl(CacheControl.maxAge(1, TimeUnit.DAYS));
        registry.addResourceHandler("/static/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.maxAge(10, TimeUnit.MINUTES));
    }
}
