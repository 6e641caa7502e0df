using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace DepGraph.Recording.Tests.Support;

/// <summary>What the runtime itself writes down of a startup, without our recorder: its own EventPipe file, read by TraceEvent.</summary>
internal sealed class IndependentTrace : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Makes a runtime write the trace of its binder and loader.</summary>
    public (string Name, string Value)[] Environment =>
    [
        ("DOTNET_EnableEventPipe", "1"),
        ("DOTNET_EventPipeOutputPath", Path.Combine(_folder.Path, "{pid}.nettrace")), // children inherit it, each writes its own
        ("DOTNET_EventPipeConfig", "Microsoft-Windows-DotNETRuntime:0xC:5"),
    ];

    /// <summary>The display names of what the process loaded (event 154), in that order; without an id, of the only process.</summary>
    public IReadOnlyList<string> Loads(int? process = null)
    {
        using var source = new EventPipeEventSource(Directory.GetFiles(_folder.Path, $"{process?.ToString() ?? "*"}.nettrace").ShouldHaveSingleItem());
        var loads = new List<(double At, string Name)>();
        source.Clr.LoaderAssemblyLoad += load => loads.Add((load.TimeStampRelativeMSec, load.FullyQualifiedAssemblyName));
        source.Process();
        source.EventsLost.ShouldBe(0);
        return [.. loads.OrderBy(l => l.At).Select(l => l.Name)];
    }

    public void Dispose() => _folder.Dispose();
}
