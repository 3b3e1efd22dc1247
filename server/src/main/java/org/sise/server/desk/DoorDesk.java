package org.sise.server.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.record.InspectionResult;
import org.sise.server.house.EntrySettings;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.FieldMessage;
import org.sise.server.security.Account;
import org.sise.supervision.door.Doors;
import org.sise.supervision.door.Finding;
import org.sise.supervision.entry.BusinessSign;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.visit.Visits;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What an officer does in a visit, with the field named that is wrong. Methods throw {@link BadParameterException} for a
 * field, {@link IllegalStateException} where the officer is not in or something is missing.
 */
@Component
public final class DoorDesk {

    private static final DataSize SIGNATURE = DataSize.ofMegabytes(1);

    private final Doors doors;
    private final Visits visits;
    private final EntrySettings settings;

    DoorDesk(Doors doors, Visits visits, EntrySettings settings) {
        this.doors = doors;
        this.visits = visits;
        this.settings = settings;
    }

    /** The largest photograph that is taken. */
    public DataSize mostBytes() {
        return settings.photograph();
    }

    /** Keeps a photograph and gives its SHA-256 in lower-case hexadecimal. */
    public String photograph(long visit, Account officer, byte[] content) {
        String type = PictureCheck.typeOf("photographs", content, settings.photograph());
        return doors.photograph(visit, ScanDesk.certificateOf(officer), type, content);
    }

    /**
     * Writes down what was found for an item, after its photographs are kept.
     *
     * @param photographs photographs that are not kept yet
     * @param kept the SHA-256 of those that are
     */
    public void find(
            long visit,
            Account officer,
            @Nullable String item,
            @Nullable String result,
            @Nullable String note,
            List<byte[]> photographs,
            List<String> kept) {
        InspectionResult found = Choice.of(InspectionResult.class, "result", result);
        if (found == null) {
            throw new BadParameterException("result", "请选择检查结果 / choose a result");
        }
        for (byte[] photograph : photographs) {
            PictureCheck.typeOf("photographs", photograph, settings.photograph());
        }
        try {
            new Finding(orEmpty(item), found, orEmpty(note), List.of());
            List<String> digests = new ArrayList<>(kept);
            for (byte[] photograph : photographs) {
                digests.add(photograph(visit, officer, photograph));
            }
            doors.find(
                    visit, ScanDesk.certificateOf(officer), new Finding(orEmpty(item), found, orEmpty(note), digests));
        } catch (BadParameterException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    /** The business signs, or the officer says why it does not. */
    public void sign(
            long visit, Account officer, @Nullable String signer, byte @Nullable [] picture, @Nullable String refused) {
        if (orEmpty(signer).isEmpty()) {
            throw new BadParameterException("signer", "请填写企业在场人员姓名 / who was there for the business");
        }
        String certificate = ScanDesk.certificateOf(officer);
        String digest = picture == null
                ? null
                : doors.photograph(visit, certificate, PictureCheck.typeOf("picture", picture, SIGNATURE), picture);
        try {
            doors.sign(visit, certificate, orEmpty(signer), digest, orEmpty(refused));
        } catch (IllegalArgumentException e) {
            throw FieldMessage.of(e);
        }
    }

    /**
     * An officer scans the sign on leaving.
     *
     * @return whether the visit is over
     */
    public boolean leave(long visit, Account officer, @Nullable String sign) {
        String certificate = ScanDesk.certificateOf(officer);
        String business =
                BusinessSign.read(orEmpty(sign)).map(Objects::toString).orElse("");
        if (!visits.visit(visit).business().toString().equals(business)) {
            Condition failed = business.isEmpty() ? Condition.CODE_UNREADABLE : Condition.WRONG_BUSINESS;
            throw new BadParameterException(
                    "text", failed.zh() + "；" + failed.remedyZh() + " / " + failed.en() + "; " + failed.remedyEn());
        }
        return doors.leave(visit, certificate);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
