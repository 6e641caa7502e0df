using System.Diagnostics;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using DepGraph.Recording.Processes;

namespace DepGraph.Loading.Tests;

/// <summary>The probe in a folder of its own, so that each test can put its own files beside it.</summary>
internal sealed class ProbeApp : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("depgraph-probe-").FullName;

    public ProbeApp(string? sequence = null)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "probe")))
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        if (sequence != null)
            File.WriteAllText(SequencePath, sequence);
    }

    public string SequencePath => Path.Combine(_folder, "Probe.loadsequence.json");

    public string ProfilePath => Path.Combine(_folder, "Probe.startup.prof");

    public string RuntimeConfigPath => Path.Combine(_folder, "Probe.runtimeconfig.json");

    /// <summary>The id every build of the probe has for itself (MVID).</summary>
    public Guid BuildId
    {
        get
        {
            using var image = new PEReader(File.OpenRead(Path.Combine(_folder, "Probe.dll")));
            var metadata = image.GetMetadataReader();
            return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        }
    }

    /// <summary>The lines of the probe's output that begin with <paramref name="topic"/>, without it.</summary>
    public string[] Run(string arguments, string topic, bool recording = false) =>
        Run(arguments, recording, gatherInto: null).Where(line => line.StartsWith(topic + " ", StringComparison.Ordinal))
            .Select(line => line[(topic.Length + 1)..]).ToArray();

    /// <summary>Gathers the startup profile of a run and puts it beside the app, as the build does after the recording.</summary>
    public void GatherProfile(string arguments)
    {
        var folder = Directory.CreateTempSubdirectory("depgraph-profile-").FullName;
        Run(arguments, recording: true, gatherInto: folder);
        StartupProfile.Keep(Directory.GetFiles(folder).Single(), ProfilePath);
        Directory.Delete(folder);
    }

    /// <summary>The files beside the app with what is in them.</summary>
    public Dictionary<string, byte[]> Files() =>
        Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);

    public string[] Run(string arguments, bool recording = false, string? gatherInto = null)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{Path.Combine(_folder, "Probe.dll")}\" {arguments}");
        // Else the runtime may compile the hottest methods anew on its own thread.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        if (gatherInto != null)
            start.Environment["DOTNET_MultiCoreJitProfile"] = Path.Combine(gatherInto, "p");
        if (recording)
            start.Environment["DEPGRAPH_RECORDING"] = "1";
        return ProgramRun.ToEnd(start).ShouldSucceed().Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
