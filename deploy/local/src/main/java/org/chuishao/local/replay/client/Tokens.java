package org.chuishao.local.replay.client;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.chuishao.mesh.scope.Roles;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.TokenMint;

/** Bearer tokens of everybody who is played, each minted once. */
public final class Tokens {

    private static final String PROVINCE = "21";

    private final TokenMint mint;
    private final ConcurrentMap<Bearer, String> minted = new ConcurrentHashMap<>();

    public Tokens(TokenMint mint) {
        this.mint = mint;
    }

    /** Somebody of this role who answers for the whole province. */
    public String ofProvince(String role) {
        return of(Bearer.of(role).regions(PROVINCE));
    }

    public String ofWorker(String worker) {
        return of(Bearer.of(Roles.GRID_WORKER).subject(worker).worker(worker));
    }

    public String ofUnit(String unit) {
        return of(Bearer.of(Roles.UNIT).subject(unit + "-desk").unit(unit));
    }

    public String ofDesk(String region) {
        return of(Bearer.of(Roles.DUTY_DESK).subject("desk-" + region).regions(region));
    }

    private String of(Bearer bearer) {
        return minted.computeIfAbsent(bearer, mint::token);
    }
}
