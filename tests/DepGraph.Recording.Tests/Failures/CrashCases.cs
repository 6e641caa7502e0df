using DepGraph.Recording.Building;

namespace DepGraph.Recording.Tests.Failures;

/// <summary>The app ends itself, or never comes to be.</summary>
internal static class CrashCases
{
    private const string Cause = "Failures crashed: System.InvalidOperationException: the cause of it all. At Failures.Crashes.Throw() (Crashes.cs:";

    public static FailureCase[] All { get; } =
    [
        new("An exception that nobody catches", Codes.AppCrashed, Cause, Left.PartialGraph) { Mode = ["throw"] },
        new("The same in a static constructor", Codes.AppCrashed, Cause + "…< Failures.StaticTrap..cctor()", Left.PartialGraph) { Mode = ["throw-static"] },
        new("The same in a module initializer", Codes.AppCrashed,
            "Failures crashed: System.NotSupportedException: from the module initializer. At Failures.Crashes.Initialize()", Left.PartialGraph)
            { Mode = ["module-initializer"] },
        new("The same on a background thread", Codes.AppCrashed, Cause + "…Last loaded: System.Threading.Thread.", Left.PartialGraph)
            { Mode = ["throw-thread"] },
        new("The same with a message of several lines", Codes.AppCrashed,
            "Failures crashed: System.InvalidOperationException: first depgraph : error DG0002: a line that lies last. At", Left.PartialGraph)
            { Mode = ["throw-multiline"] },
        new("One from deep inside a framework", Codes.AppCrashed,
            "Failures crashed: System.Net.Sockets.SocketException…< Failures.Crashes.CallNobody() (Crashes.cs:", Left.PartialGraph) { Mode = ["throw-deep"] },
        new("An address it listens on is in use", Codes.AddressTaken,
            "Failures could not listen: an address is in use already. At …< Failures.Crashes.ListenTwice() (Crashes.cs:", Left.PartialGraph)
            { Mode = ["listen-twice"] },
        new("`Environment.FailFast`", Codes.AppCrashed, "Failures crashed: Process terminated. failing fast on purpose. At Failures.Crashes.FailFast()",
            Left.PartialGraph) { Mode = ["fail-fast"] },
        new("A stack overflow", Codes.AppCrashed, "Failures crashed: Stack overflow. At Failures.Crashes.Dive(Int32)", Left.PartialGraph)
            { Mode = ["overflow"] },
        new("A segmentation fault in native code", Codes.AppCrashed, "Failures crashed: signal 11 (SIGSEGV). At Failures!Failures.Crashes.Segfault()",
            Left.PartialGraph) { Mode = ["segfault"] },
        new("`abort` in native code", Codes.AppCrashed, "Failures crashed: signal 6 (SIGABRT). At …abort < Failures!Failures.Crashes.Abort()",
            Left.PartialGraph) { Mode = ["abort"] },
        new("An assembly that is not there is needed", Codes.AppCrashed,
            "Failures crashed: System.IO.FileNotFoundException: Could not load file or assembly 'Not.There…Last loaded: Not.There.", Left.PartialGraph)
            { Mode = ["load-missing"] },
        new("An exit code other than 0", Codes.AppExitedWithError,
            "Failures ended with exit code 3; it last said: no reason given. Last loaded: …If it needs arguments, give them (in a build: DepGraphArguments).",
            Left.PartialGraph) { Mode = ["exit", "3"] },
        new("The framework it needs is not installed", Codes.AppNotStarted,
            "Failures ended before managed code ran, with exit code 150; the host said: You must install or update .NET to run this " +
                "application.…version '99.0.0'", Left.EmptyGraph)
            { Command = Copies.WithRuntimeConfig(text => text.Replace("\"10.0.0\"", "\"99.0.0\"", StringComparison.Ordinal)) },
        new("Its `deps.json` is broken", Codes.AppNotStarted, "Failures ended before managed code ran, with exit code 139; the host said: …Failures.deps.json",
            Left.EmptyGraph) { Command = Copies.WithDeps("{ this is no JSON") },
        new("Its apphost may not be executed", Codes.AppNotStarted, "Failures' cannot be started: …Check that the file exists and may be executed.",
            Left.Nothing) { Command = Copies.WithoutExecutePermission },
        new("It is no .NET program", Codes.RecordingSwitchedOff, "No .NET runtime of sleep connected to the recorder.", Left.EmptyGraph)
            { Command = (_, _) => ["sleep", "0.1"] },
        new("Diagnostics are switched off for it", Codes.RecordingSwitchedOff,
            "No .NET runtime of Failures connected to the recorder.…DOTNET_EnableDiagnostics must not be 0.", Left.EmptyGraph)
            { Mode = ["ok"], Options = ["-e", "DOTNET_EnableDiagnostics=0"] },
    ];
}
