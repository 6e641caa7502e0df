using System.Text;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>
/// Reads what glibc's dynamic linker logs of one process (<c>LD_DEBUG=files</c>): <c>file=X [0];  needed by Y [0]</c> or <c>dynamically loaded by</c> when
/// somebody asks for a file that is not loaded, and <c>file=X [0];  generating link map</c> when it is found. It logs no times. What is found and lacks a
/// file it is linked to is let go of again.
/// </summary>
internal static class LinkerLog
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostLoads = 10_000;
    private const int MostProbes = 100;
    private const string Found = "generating link map", End = " [0]";
    private static readonly (string Words, bool IsLinked)[] Requests = [("needed by ", true), ("dynamically loaded by ", false)];

    /// <summary>The loads in their order; none where there is no such file, as no other linker writes one.</summary>
    public static IReadOnlyList<NativeLoad> ReadFile(string path)
    {
        try
        {
            using var file = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[(int)Math.Min(file.Length, MostBytes)];
            return Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>What is no such line is passed over.</summary>
    public static IReadOnlyList<NativeLoad> Read(ReadOnlySpan<byte> log)
    {
        var loads = new List<NativeLoad>();
        var asked = new Dictionary<string, (string By, bool IsLinked)>(StringComparer.Ordinal);
        var failed = new List<(string Name, string By)>();
        (string Name, string By)? open = null;
        foreach (var line in Encoding.UTF8.GetString(log).AsSpan().EnumerateLines())
        {
            if (loads.Count >= MostLoads)
                break;
            if (Parse(line) is not { } parsed)
                continue;
            var (path, name) = (parsed.Path, FileName(parsed.Path));
            if (parsed.What != Found)
            {
                if (Request(parsed.What) is not { } request)
                    continue;
                if (open is { } before && failed.Count < MostProbes)
                    failed.Add(before);
                open = request.IsLinked ? null : (name, request.By); // what is linked is listed first and found later, all together
                asked[path] = (request.By, request.IsLinked);
            }
            else if (asked.Remove(path, out var by))
            {
                loads.Add(new NativeLoad(name, by.By, by.IsLinked, by.IsLinked ? [] : Probes(failed, name, by.By)));
                if (!by.IsLinked)
                    failed.Clear();
                open = null;
            }
        }

        var missing = asked.Values.Where(request => request.IsLinked).Select(request => request.By).ToHashSet(StringComparer.Ordinal);
        return loads.FindAll(load => !missing.Contains(load.Name) && !(load.IsLinked && missing.Contains(load.Requester)));
    }

    private static List<string> Probes(List<(string Name, string By)> failed, string name, string by) =>
        failed.FindAll(probe => probe.By == by && NativeLoad.BareName(probe.Name) == NativeLoad.BareName(name))
            .ConvertAll(probe => probe.Name).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>Of <c>  123:	file=X [0];  what</c> the file and what is said of it.</summary>
    private static (string Path, string What)? Parse(ReadOnlySpan<char> line)
    {
        var start = line.IndexOf("file=");
        var end = line.IndexOf(" [0];  ");
        return start >= 0 && end > start + 5 ? (line[(start + 5)..end].ToString(), line[(end + 7)..].ToString()) : null;
    }

    private static (string By, bool IsLinked)? Request(string what)
    {
        foreach (var (words, isLinked) in Requests)
        {
            if (what.StartsWith(words, StringComparison.Ordinal) && what.EndsWith(End, StringComparison.Ordinal) && what.Length > words.Length + End.Length)
                return (FileName(what[words.Length..^End.Length]), isLinked);
        }

        return null;
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}
