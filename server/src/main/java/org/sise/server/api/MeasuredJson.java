package org.sise.server.api;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.util.FastByteArrayOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** JSON with its length in front: an answer leaves as one piece instead of chunks, the last of which would say that it ends. */
final class MeasuredJson extends JacksonJsonHttpMessageConverter {

    private record Measured(HttpHeaders headers, FastByteArrayOutputStream body) implements HttpOutputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public FastByteArrayOutputStream getBody() {
            return body;
        }
    }

    MeasuredJson(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    protected void writeInternal(
            Object object, ResolvableType type, HttpOutputMessage output, @Nullable Map<String, Object> hints)
            throws IOException {
        Measured measured = new Measured(output.getHeaders(), new FastByteArrayOutputStream());
        super.writeInternal(object, type, measured, hints);
        output.getHeaders().setContentLength(measured.body().size());
        measured.body().writeTo(output.getBody());
    }
}
