package org.chuishao.local;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.chuishao.mesh.scope.Role;
import org.chuishao.testkit.Bearer;
import org.chuishao.testkit.TokenMint;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy/local/token",
        mixinStandardHelpOptions = true,
        description = "Prints a bearer token for the local mesh. Without a scope it gets the demonstration's.")
final class Token implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Parameters(paramLabel = "ROLE", description = "call-centre, agent, dispatcher, reviewer, unit, grid-worker, ...")
    private String role = "";

    @Option(names = "--region", paramLabel = "CODE", split = ",", description = "Region code; may be given again.")
    private List<String> regions = List.of();

    @Option(names = "--unit", paramLabel = "ID", description = "Unit, for example U-TERR-210102.")
    private @Nullable String unit;

    @Option(names = "--worker", paramLabel = "ID", description = "Grid worker.")
    private @Nullable String worker;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "The citizen's phone: he sees his own tickets.")
    private @Nullable String phone;

    @Option(names = "--subject", paramLabel = "NAME", description = "Who acts (default: the role).")
    private @Nullable String subject;

    @Option(names = "--hours", paramLabel = "N", description = "Validity (default: ${DEFAULT-VALUE}).")
    private int hours = 168;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(Trouble.run(new Token(), arguments));
    }

    @Override
    public Integer call() {
        DataFolder folder = data.folder();
        folder.requireKeys();
        TokenMint mint = TokenMint.in(folder.keys());
        System.out.println(mint.token(bearer(Demonstration.in(folder)), Duration.ofHours(hours)));
        return 0;
    }

    private Bearer bearer(Demonstration somebody) {
        Role known = Arrays.stream(Role.values())
                .filter(candidate -> candidate.claim().equals(role))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no role '" + role + "'. Roles: "
                                + Arrays.stream(Role.values()).map(Role::claim).collect(Collectors.joining(", "))));
        Bearer bearer = subject == null ? Bearer.of(role) : Bearer.of(role).subject(subject);
        if (regions.isEmpty() && unit == null && worker == null && phone == null) {
            return somebody.bearer(known).subject(bearer.subject());
        }
        return bearer.regions(regions.toArray(String[]::new))
                .unit(unit)
                .worker(worker)
                .citizen(phone == null ? null : somebody.citizen(phone));
    }
}
