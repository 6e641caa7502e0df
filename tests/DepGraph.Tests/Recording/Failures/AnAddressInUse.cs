using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Failures;
using DepGraph.Recording.Launch;

namespace DepGraph.Tests.Recording.Failures;

/// <seealso cref="CrashOutput"/>
public class AnAddressInUse
{
    private const string OfKestrel = """
        Unhandled exception. System.IO.IOException: Failed to bind to address http://127.0.0.1:5005: address already in use.
         ---> Microsoft.AspNetCore.Connections.AddressInUseException: Address already in use
         ---> System.Net.Sockets.SocketException (98): Address already in use
           at System.Net.Sockets.Socket.DoBind(EndPoint endPointSnapshot, SocketAddress socketAddress)
           --- End of inner exception stack trace ---
           at Program.<Main>$(String[] args) in /src/Program.cs:line 3
        """;

    [Fact]
    public void Is_a_finding_of_its_own_that_names_the_address_and_what_to_set()
    {
        var finding = FindingOf(RunOutcome.Crashed, CrashOutput.Find(OfKestrel)!.Summary);

        finding.Code.ShouldBe("DG0018");
        finding.Message.ShouldStartWith("Contoso.Api could not listen: http://127.0.0.1:5005 is in use already.");
        finding.Message.ShouldContain("DEPGRAPH_RECORDING");
        finding.Message.ShouldContain("DepGraphArguments");
    }

    [Theory]
    [InlineData("System.Net.Sockets.SocketException (98): Address already in use")]
    [InlineData("System.Net.Sockets.SocketException (48): Address already in use")]
    [InlineData("System.Net.Sockets.SocketException (10048): Only one usage of each socket address (protocol/network address/port) is normally permitted.")]
    public void Is_known_on_every_system_also_where_nobody_says_which(string cause)
    {
        var finding = FindingOf(RunOutcome.Crashed, CrashOutput.Find("Unhandled exception. " + cause)!.Summary);

        finding.Code.ShouldBe("DG0018");
        finding.Message.ShouldStartWith("Contoso.Api could not listen: an address is in use already.");
    }

    [Fact]
    public void Is_known_of_an_app_that_logs_it_and_ends_by_itself() =>
        FindingOf(RunOutcome.ExitedWithError,
            "exit code 1; it said: Failed to bind to address https://[::]:5001: address " +
                "already in use.").Message.ShouldContain("https://[::]:5001 is in use already");

    [Fact]
    public void Is_not_seen_in_other_crashes() =>
        FindingOf(RunOutcome.Crashed, "System.Net.Sockets.SocketException (111): Connection refused").Code.ShouldBe("DG0001");

    private static Finding FindingOf(RunOutcome outcome, string summary) =>
        FailureFindings.Of(new RunOptions { Command = ["Contoso.Api"] }, outcome, new Failure(summary, [], null, []), main: null).First();
}
