package org.sise.supervision.draw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A published folder: {@code objects.csv}, {@code inspectors.csv}, {@code items.csv}, {@code recusals.csv} and {@code
 * transcript.json}. Once complete, its transcript is never replaced by another one.
 */
public final class DrawFolder {
    /** The transcript's file name. */
    public static final String TRANSCRIPT = "transcript.json";

    private final Path folder;

    private DrawFolder(Path folder) {
        this.folder = folder;
    }

    /** The folder at a path; nothing is read yet. */
    public static DrawFolder at(Path folder) {
        return new DrawFolder(folder);
    }

    /**
     * What a run came to.
     *
     * @param transcript the complete transcript
     * @param written whether it was written now; false if the folder had it already
     */
    public record Run(Transcript transcript, boolean written) {}

    /** The folder's content. */
    record Content(DrawInputs inputs, RecordedDraw recorded, ByteBuffer transcript) {}

    /**
     * Completes the transcript. A folder that is complete already keeps its transcript, byte for byte.
     *
     * @throws DrawFaultsException if the folder cannot be drawn from, if its commitment is not its secret's, or if anything
     *     that its transcript already says is not what the draw gives
     * @throws IOException if a file cannot be read or written
     */
    public Run run() throws IOException, DrawFaultsException {
        var content = read();
        var faults = new ArrayList<>(content.recorded().unknown());
        var plan = content.inputs().plan();
        if (!plan.commitmentHolds()) {
            faults.add(new Fault(
                    TRANSCRIPT,
                    0,
                    "/commitment",
                    "承诺不是密钥的 SHA-256 / the commitment is not SHA-256 of the secret",
                    "核对密钥；承诺公布后不得更改 / check the secret; a published commitment cannot change"));
        }
        if (!faults.isEmpty()) {
            throw new DrawFaultsException(faults);
        }
        var transcript = Draw.draw(content.inputs());
        for (var difference : Comparison.of(content.recorded(), transcript, content.inputs())) {
            faults.add(new Fault(
                    TRANSCRIPT,
                    0,
                    difference.place(),
                    "已记载的内容与抽取结果不符 / what stands recorded is not what the draw gives: " + difference,
                    "已公布的抽取不被覆盖；更改须另立计划 / a published draw is never replaced; a change is a new plan with a new id"));
        }
        if (!faults.isEmpty()) {
            throw new DrawFaultsException(faults);
        }
        byte[] json = transcript.toJson();
        boolean asItStands = content.transcript().equals(ByteBuffer.wrap(json));
        if (!asItStands) {
            AtomicFile.write(folder.resolve(TRANSCRIPT), json);
        }
        return new Run(transcript, !asItStands);
    }

    /**
     * Publishes a draw made in memory into this folder, which is created if need be; the transcript comes last.
     *
     * @throws IllegalStateException if the folder holds a file with other content
     * @throws IOException if a file cannot be read or written
     */
    public void publish(DrawInputs inputs, Transcript transcript) throws IOException {
        Files.createDirectories(folder);
        publish(FrozenCsv.OBJECTS.file(), inputs.objects().toCsv());
        publish(FrozenCsv.INSPECTORS.file(), inputs.inspectors().bytes());
        publish(FrozenCsv.ITEMS.file(), inputs.items().bytes());
        publish(FrozenCsv.RECUSALS.file(), inputs.recusals().bytes());
        publish(TRANSCRIPT, transcript.toJson());
    }

    private void publish(String file, byte[] bytes) throws IOException {
        var path = folder.resolve(file);
        if (!Files.exists(path)) {
            AtomicFile.write(path, bytes);
        } else if (!Arrays.equals(Files.readAllBytes(path), bytes)) {
            throw new IllegalStateException("A published file is never replaced by another one: " + path);
        }
    }

    /** Reads the five files and checks them, but not the commitment and not what is recorded of the draw. */
    Content read() throws IOException, DrawFaultsException {
        var faults = new ArrayList<Fault>();
        byte[] json = bytes(TRANSCRIPT, faults);
        byte[] objectBytes = bytes(FrozenCsv.OBJECTS.file(), faults);
        byte[] inspectorBytes = bytes(FrozenCsv.INSPECTORS.file(), faults);
        byte[] itemBytes = bytes(FrozenCsv.ITEMS.file(), faults);
        byte[] recusalBytes = bytes(FrozenCsv.RECUSALS.file(), faults);
        if (!faults.isEmpty()) {
            throw new DrawFaultsException(faults);
        }
        var inTranscript = new FaultList(TRANSCRIPT);
        var read = TranscriptReader.read(json, inTranscript);
        var inObjects = new FaultList(FrozenCsv.OBJECTS.file());
        var objects = FrozenRows.objects(
                objectBytes, read == null ? null : read.plan().stratumNames(), inObjects);
        var inInspectors = new FaultList(FrozenCsv.INSPECTORS.file());
        var inspectors = FrozenRows.inspectors(inspectorBytes, inInspectors);
        var inItems = new FaultList(FrozenCsv.ITEMS.file());
        var items = FrozenRows.items(itemBytes, inItems);
        var inRecusals = new FaultList(FrozenCsv.RECUSALS.file());
        var recusals = FrozenRows.recusals(recusalBytes, inRecusals);
        for (var list : List.of(inTranscript, inObjects, inInspectors, inItems, inRecusals)) {
            faults.addAll(list.toList());
        }
        if (!faults.isEmpty() || read == null || objects == null) {
            throw new DrawFaultsException(faults);
        }
        return new Content(
                new DrawInputs(read.plan(), objects, inspectors, items, recusals),
                read.recorded(),
                ByteBuffer.wrap(json));
    }

    private byte[] bytes(String file, List<Fault> faults) throws IOException {
        var path = folder.resolve(file);
        if (Files.isRegularFile(path)) {
            return Files.readAllBytes(path);
        }
        faults.add(new Fault(file, 0, "", "没有此文件 / the file is missing: " + path, "放入该文件 / put it there"));
        return new byte[0];
    }
}
