using DepGraph.Graph;
using DepGraph.Recording.Building;

namespace DepGraph.Tests.Support;

/// <summary>A graph in which everything the model can say is said.</summary>
internal static class FullGraph
{
    public static LoadGraph Make() =>
        Parent with
        {
            Children =
        [Parent with { App = "Child", Children = [Parent] },
        Parent with
        {
            Root = -1, Run = Parent.Run with { Waits = [] }, Nodes = [], Edges = [], NotLoaded = [], FailedBinds = [], RetainedTimes = [], Initializers = [],
            Natives = [],
            LineCosts = [],
        }]
        };

    private static LoadGraph Parent => new(
        "Shop",
        1,
        new Run
        {
            Outcome = RunOutcome.Crashed,
            ReadyMs = 127.34,
            RecorderMs = 12.75,
            UnattributedMs = -0.5,
            EventsLost = 3_000_000_000,
            Count = 5,
            ReadySpreadMs = 2.25,
            IsPartial = true,
            ExitCode = -1,
            Runtime = ".NET 10.0.12",
            Platform = "linux-x64",
            Command = ["dotnet", "Shop.dll", "--größe=\"1\""],
            Waits = [new Wait(12.5, 80.001, 1, ["System.Net.Http!System.Net.Http.HttpClient.Send", "Shop!Shop.Queue.Take"]), new Wait(3, 10.5, -1, [])],
            WaitingIn = "Shop!Shop.Queue.Take",
            Failure = new Failure("System.Exception: no", ["Shop!Program.<Main>$"], "Plugin", [new ThreadFrames("main", ["A!B.C", "D!E.F"])]),
            Findings = [new Finding("DG0001", "Shop crashed")],
        },
        [
            new Node { Id = "System.Private.CoreLib", Name = "System.Private.CoreLib", Origin = Origin.Framework, Order = 0,
                Framework = "Microsoft.NETCore.App", IsFacade = true },
            new Node
            {
                Id = "Shop", Name = "Shop", Origin = Origin.App, Order = 1, Version = "1.0.0.0", Path = "$app/Shop.dll",
                AtMs = 40.125, BindMs = 0.1, MapMs = 0.2, RunMs = 0.3, CompileMs = 0.125, RecompileMs = 0.025, InitializeMs = 0.075, TypeLoadMs = 0.05,
                RestoreMs = 0.01, SpreadMs = 0.05,
            },
            new Node { Id = "Plugin@own", Name = "Plugin", Origin = Origin.Memory, Order = 2, Context = "own", LoadsByName = false,
                Cause = ["Shop!Program.Load", "Shop!Program.Main"] },
            new Node { Id = "Stray", Name = "Stray", Origin = Origin.Elsewhere, Order = 3 },
            new Node { Id = "Ünïcode 𝄞", Name = "Ünïcode 𝄞", Origin = Origin.Package, Order = 4, AtMs = 1e-7 },
        ],
        [
            new Edge(1, 2, Evidence.Load, ["Shop!Program.Load"]),
            new Edge(2, 1, Evidence.Bind, []) { Places = 3, IsFixed = true },
            new Edge(1, 4, Evidence.Bind, ["Shop!Program.Main"]),
            new Edge(1, 0, Evidence.Reference, []),
            new Edge(4, 1, Evidence.Lookup, ["Ünïcode 𝄞!Parts.Find"]),
        ],
        [new FailedBind("Shop.resources/de", 1, ["Shop!R.Get"]), new FailedBind("Other", -1, [])],
        [new UnloadedReference("Rare", [1, 2])],
        [])
    {
        Initializers =
        [
            new Initializer("Shop!Shop.Catalog..cctor", 1, 41.5, 9.25, 3, ["Shop!Program.Main"]),
            new Initializer("Other!<Module>..cctor", -1, 0, 0, 0, []),
        ],
        Natives =
        [
            new NativeModule("libcoreclr.so", "libhostpolicy.so", false, [], []),
            new NativeModule("libicuuc.so.72", "libcoreclr.so", false, ["libicuuc.so.90"], [0, 1])
            {
                AtMs = 12.5, TookMs = (3, 4.25), Call = new NativeCall(1, "Shop!Shop.Native.Größe", ["Shop!Program.Main"]),
            },
            new NativeModule("libicudata.so.72", "libicuuc.so.72", true, [], []) { AtMs = 12.25 },
            new NativeModule("libseen.so", "", false, [], []) { IsOrderKnown = false },
            new NativeModule("libopened.so", "libcoreclr.so", false, [], []) { AtMs = 20, TookMs = (0, 1), During = ["Shop!Program.Main"] },
        ],
        LineCosts =
        [
            new LineCost(1, "src/Shop/Program.cs", 12, "Program.<Main>$", 53.5)
            {
                CompileMs = 1.5, Loads = [2, 4], Initializers = ["Ünïcode 𝄞!Parts..cctor"], MostlyIn = 4, Text = "var plugin = Load(\"größe\");",
                Checksum = "sha256:00ff", RegisteredAt = "src/Shop/Program.cs:8",
            },
            new LineCost(1, "src/Shop/Queue.cs", 3, "Shop.Queue..ctor", 0.125),
        ],
        AlsoShipped = ["Rare", "Ünïcode 𝄞.Rare"],
        RetainedTimes = [new RetainedTime(1, 2, 1.5, 20.25), new RetainedTime(-1, 4, 0, 0.125)],
    };
}
