namespace DepGraph.Recording.Tests.Failures;

/// <summary>The app does not come to an end.</summary>
internal static class StallCases
{
    public static FailureCase[] All { get; } =
    [
        new("Two threads wait for each other's lock", Codes.AppStalled,
            "Failures stalled: deadlock: the main thread waits in Failures!Failures.Stalls.Deadlock for a lock that thread …waits in " +
                "Failures!Failures.Stalls.TakeSecondThenFirst for a lock that the main " +
                    "thread holds.", Left.PartialGraph) { Mode = ["deadlock"], Options = ["--quiet-period", "1"] },
        new("It waits for something that never comes", Codes.AppStalled,
            "Failures stalled: no event and no CPU time for 1.5 s. The main thread is in …Failures!Failures.Stalls.Sleep…Last loaded: System.Threading.Thread.",
            Left.PartialGraph) { Mode = ["sleep"], Options = ["--ready", "exit", "--stall-period", "1.5"] },
        new("It waits for the network", Codes.AppStalled, "Failures stalled: no event and no CPU time for 1.5 s. The main thread is in …Last loaded: ",
            Left.PartialGraph) { Mode = ["network"], Options = ["--ready", "signal", "--stall-period", "1.5"] },
        new("The same where no signal is asked for: it may be a program that waits for its user", null,
            "Failures: …quiet after …waiting in Failures!Failures.Stalls.WaitForNetwork", Left.WholeGraph)
            { Mode = ["network"], Options = ["--quiet-period", "1"] },
        new("An endless loop", Codes.TimeLimitReached,
            "Failures was not ready after 3 s. The main thread is in …Failures!Failures.Stalls.Loop…A longer limit is set with --timeout (in a build: " +
                "DepGraphTimeout).", Left.PartialGraph) { Mode = ["loop"], Options = ["--timeout", "3", "--quiet-period", "1"] },
        new("It reads its standard input, which is closed", null, "Failures: …ended after", Left.WholeGraph) { Mode = ["read-input"] },
        new("It does not end when it is asked to (SIGTERM)", null, "Failures: …quiet after", Left.WholeGraph)
            { Mode = ["ignore-term"], Options = ["--quiet-period", "1"] },
    ];
}
