package org.sise.integrations.feed;

import java.io.File;
import java.io.IOException;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.sise.integrations.landing.Batch;
import org.sise.integrations.landing.Landing;
import org.sise.integrations.landing.WaitingRows;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The template that every feed's route is made of: a file in, its batches landed one exchange each, the file away. While
 * the database is down a step is tried again for as long as it takes; after any other failure the file stays where it
 * is and is taken in again later, from where it stopped.
 */
final class FeedRoutes extends RouteBuilder {

    static final String TEMPLATE = "feed";
    private static final String KEPT_AS = "siseKeptAs";
    private static final String IMPORT = "siseImport";

    private final FeedIntake intake;
    private final Landing landing;
    private final WaitingRows waiting;
    private final BatchTimer batches;

    FeedRoutes(FeedIntake intake, Landing landing, WaitingRows waiting, BatchTimer batches) {
        this.intake = intake;
        this.landing = landing;
        this.waiting = waiting;
        this.batches = batches;
    }

    @Override
    public void configure() {
        routeTemplate(TEMPLATE)
                .templateParameter("feed")
                .templateParameter("folder")
                .templateParameter("gate")
                .templateParameter("delay", "500")
                .templateParameter("quiet", "1000")
                .from(
                        "file:{{folder}}?delay={{delay}}&initialDelay=0&sortBy=file:modified;file:name&excludeExt=part,tmp"
                                + "&readLock=changed&readLockMarkerFile=false&readLockMinAge={{quiet}}&readLockMinLength=0"
                                + "&readLockCheckInterval=200&readLockTimeout=0&readLockLoggingLevel=DEBUG"
                                + "&filter=#{{gate}}&move=${header." + KEPT_AS + "}")
                .onException(DeliveryHeld.class)
                .logExhausted(false)
                .end()
                .onException(Exception.class)
                .retryWhile(FeedRoutes::isDatabaseDown)
                .redeliveryDelay(500)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(30_000)
                .retryAttemptedLogLevel(LoggingLevel.WARN)
                .logRetryStackTrace(false)
                .logExhaustedMessageHistory(false)
                .delay(5_000)
                .end()
                .end()
                .setProperty("feed", constant("{{feed}}"))
                .process(this::open)
                .split(body())
                .streaming()
                .stopOnException()
                .process(this::land)
                .end()
                .process(this::close);

        from("timer:feeds-waiting?delay=0&period={{sise.feeds.sweep:60000}}")
                .routeId("feeds-waiting")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "等待的行稍后再看 / waiting rows are looked at again later: ${exception.message}")
                .end()
                .process(_ -> waiting.sweep());
    }

    private void land(Exchange exchange) throws IOException, InvalidPayloadException {
        Batch batch = exchange.getMessage().getMandatoryBody(Batch.class);
        batches.record(batch.feed(), () -> landing.land(batch));
        intake.landed(Objects.requireNonNull(exchange.getProperty(IMPORT, FeedImport.class)), batch);
    }

    private static boolean isDatabaseDown(Exchange exchange) {
        for (Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
                fault != null;
                fault = fault.getCause()) {
            if (fault instanceof DataAccessResourceFailureException
                    || fault instanceof TransientDataAccessException
                    || fault instanceof RecoverableDataAccessException
                    || fault instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }

    private void open(Exchange exchange) throws IOException, InvalidPayloadException {
        File file = exchange.getMessage().getMandatoryBody(File.class);
        String feed = Objects.requireNonNull(exchange.getProperty("feed", String.class));
        FeedImport opened = intake.open(feed, file.toPath());
        exchange.setProperty(IMPORT, opened);
        exchange.getMessage().setBody(opened);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange ended) {
                opened.close();
            }
        });
    }

    private void close(Exchange exchange) throws IOException {
        FeedImport opened = Objects.requireNonNull(exchange.getProperty(IMPORT, FeedImport.class));
        exchange.getMessage().setHeader(KEPT_AS, intake.close(opened));
    }
}
