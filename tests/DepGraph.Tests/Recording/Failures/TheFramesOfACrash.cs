using DepGraph.Graph;
using DepGraph.Recording;
using DepGraph.Recording.Failures;
using DepGraph.Recording.Launch;
using DepGraph.Tests.Support;

namespace DepGraph.Tests.Recording.Failures;

/// <seealso cref="CrashOutput"/>
public class TheFramesOfACrash
{
    [Fact]
    public void Hold_the_innermost_whose_source_is_on_this_machine()
    {
        using var folder = new TemporaryFolder();
        var source = folder["Program.cs"];
        File.WriteAllText(source, "");
        var crash = CrashOutput.Find($"""
            Unhandled exception. System.IO.IOException: Failed to bind to address http://127.0.0.1:5000: address already in use.
               at System.Net.Sockets.Socket.Bind(EndPoint localEP)
               at Microsoft.AspNetCore.Kestrel.BindAsync() in /_/src/Kestrel/Server.cs:line 4
               at Program.<Main>$(String[] args) in {source}:line 12
               at Program.<Main>(String[] args) in {source}:line 1
            """).ShouldNotBeNull();

        crash.FrameWithSource.ShouldBe("Program.<Main>$(String[] args) (Program.cs:12)");
        crash.Frames.Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("A < B < C < D.", null)]
    [InlineData("A < B < C < D.", "C")]
    [InlineData("A < B < C < D < E.", "E")]
    [InlineData("A < B < C < D < … < G.", "G")]
    public void Are_told_innermost_first_and_the_apps_own_in_any_case(string told, string? own)
    {
        var failure = new Failure("It broke", ["A", "B", "C", "D", "E", "F", "G"], null, []) { OwnFrame = own };

        FailureFindings.Of(new RunOptions { Command = ["app"] }, RunOutcome.Crashed, failure, main: null).First().Message.ShouldEndWith($" At {told}");
    }
}
