using System.Text;
using System.Text.Json;

namespace DepGraph.Loading.Tests;

/// <summary>Load sequences as the recorder writes them.</summary>
internal static class SequenceText
{
    /// <summary>One step an assembly, the first 1 ms, the next 2 ms and so on; the timeline in the same order, a load each 10 ms.</summary>
    public static string Of(params string[] names) => Write(names.Select(name => new[] { name }).ToArray(), names, []);

    public static string Of(string[][] steps, params string[] notByName) =>
        Write(steps, steps.SelectMany(members => members).ToArray(), notByName);

    public static LoadSequence Sequence(params string[] names) => Read(Of(names));

    /// <summary>The same with an hour between two loads, so that no test waits long enough for time to matter.</summary>
    public static LoadSequence HourLong(params string[] names) =>
        Read(Write(names.Select(name => new[] { name }).ToArray(), names, [], everyMs: 3_600_000));

    public static LoadSequence Read(string text) => LoadSequence.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Write(string[][] steps, string[] timeline, string[] notByName, int everyMs = 10) => JsonSerializer.Serialize(new
    {
        format = "depgraph.loadsequence",
        version = 1,
        app = "Shop",
        readyMs = (timeline.Length + 1) * everyMs,
        unattributedMs = 3.2,
        sequence = steps.Select((members, i) => new { name = members[0], members, costMs = (i + 1) * 2.5, loadMs = i + 1.0 }),
        timeline = timeline.Select((name, i) => new { name, atMs = (i + 1) * everyMs }),
        notByName,
    });
}
