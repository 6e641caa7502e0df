using DepGraph.Graph;
using DepGraph.Recording.Launch;
using DepGraph.Recording.Model;
using DepGraph.Recording.Tests.Support;

namespace DepGraph.Recording.Tests.Apps;

public class NativeLibraries
{
    [LinuxFact]
    public async Task Are_those_the_linker_initializes_in_a_start_without_us_with_who_asked()
    {
        var app = await TestApps.DllAsync("Hello");
        using var folder = new TemporaryFolder();
        var alone = await ProgramRun.ToEndAsync("dotnet", [app], ("LD_DEBUG", "files"), ("LD_DEBUG_OUTPUT", folder["ld"]));
        var initialized = (await File.ReadAllLinesAsync(folder[$"ld.{alone.Id}"])).Where(line => line.Contains("calling init: ", StringComparison.Ordinal))
            .Select(line => Path.GetFileName(line)).Where(name => !name.StartsWith("ld-linux", StringComparison.Ordinal)).ToList();

        var graph = await StartupRun.RecordAsync(new RunOptions { Command = ["dotnet", app], WithNatives = true }, CancellationToken.None);

        var natives = graph.Natives.ToDictionary(native => native.Name);
        natives.Keys.Order(StringComparer.Ordinal).ShouldBe(initialized.Order(StringComparer.Ordinal));
        natives["libhostpolicy.so"].Requester.ShouldBe("libhostfxr.so");
        natives["libcoreclr.so"].Requester.ShouldBe("libhostpolicy.so");
        natives["libSystem.Native.so"].DeclaredBy.Select(node => graph.Nodes[node].Name).ShouldContain("System.Private.CoreLib");
    }

    [LinuxFact]
    public async Task Of_a_web_app_with_a_database_are_told_with_the_call_each_was_loaded_for()
    {
        var app = await TestApps.DllAsync("Database");

        var graph = await StartupRun.RecordAsync(new RunOptions { Command = ["dotnet", app, "hash"], WithNatives = true }, CancellationToken.None);

        var natives = graph.Natives.DistinctBy(native => NativeLoad.BareName(native.Name)).ToDictionary(native => NativeLoad.BareName(native.Name));
        foreach (var name in new[] { "hostfxr", "hostpolicy", "coreclr", "clrjit", "System.Native", "e_sqlite3", "ssl", "crypto" })
            natives.ShouldContainKey(name);
        natives["icuuc"].FailedProbes.ShouldNotBeEmpty();
        natives["icuuc"].FailedProbes.ShouldAllBe(probe => probe.StartsWith("libicuuc.so.", StringComparison.Ordinal));
        natives["ssl"].Requester.ShouldBe("libSystem.Security.Cryptography.Native.OpenSsl.so");
        var call = natives["e_sqlite3"].Call.ShouldNotBeNull();
        graph.Nodes[call.Node].Name.ShouldBe("SQLitePCLRaw.provider.e_sqlite3");
        call.Method.ShouldEndWith(".sqlite3_libversion_number");
        call.Cause.ShouldContain(frame => frame.StartsWith("Database!Program.", StringComparison.Ordinal));
        natives["hostfxr"].Call.ShouldBeNull();
    }

    [LinuxFact]
    public async Task Are_those_that_are_mapped_where_the_linker_keeps_no_log_and_their_order_is_unknown()
    {
        var app = await TestApps.DllAsync("Database");
        var options = new RunOptions { Command = ["dotnet", app], WithNatives = true };
        var told = await StartupRun.RecordAsync(options, CancellationToken.None);

        var seen = await StartupRun.RecordAsync(
            options with { Environment = new Dictionary<string, string> { ["LD_DEBUG"] = "" } }, CancellationToken.None);

        seen.Natives.ShouldAllBe(native => !native.IsOrderKnown && native.Requester.Length == 0);
        // The file a link leads to has more digits at its end; the linker itself is mapped, and tells of everybody but itself.
        seen.Natives.Select(native => NativeLoad.BareName(native.Name)).Where(name => !name.StartsWith("ld-linux", StringComparison.Ordinal)).ToHashSet()
            .ShouldBe(told.Natives.Select(native => NativeLoad.BareName(native.Name)).ToHashSet(), ignoreOrder: true);
    }

    [Fact]
    public async Task Change_nothing_of_the_rest_and_are_not_there_unless_they_are_asked_for()
    {
        var plain = await Recorded.OnceAsync("Hello");
        var app = await TestApps.DllAsync("Hello");
        var graph = await StartupRun.RecordAsync(new RunOptions { Command = ["dotnet", app], WithNatives = true }, CancellationToken.None);

        plain.Natives.ShouldBeEmpty();
        graph.Nodes.Select(node => node.Id).ShouldBe(plain.Nodes.Select(node => node.Id));
        graph.Edges.Select(edge => (edge.From, edge.To, edge.Evidence)).ShouldBe(plain.Edges.Select(edge => (edge.From, edge.To, edge.Evidence)));
    }
}
