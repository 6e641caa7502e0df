using System.Text;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Tracing;

/// <summary>A load in the linker's log, and where in the log it stands.</summary>
/// <param name="Load">The load.</param>
/// <param name="Start">How long the log was when it had first been asked for.</param>
/// <param name="End">How long it was when it was in place.</param>
internal sealed record LoggedLoad(NativeLoad Load, long Start, long End);

/// <summary>
/// Reads what glibc's dynamic linker logs of one process (<c>LD_DEBUG=files</c>): <c>file=X [0];  needed by Y [0]</c> or <c>dynamically loaded by</c> when
/// somebody asks for a file that is not loaded, <c>file=X [0];  generating link map</c> when it is found, and <c>opening file=X [0]; direct_opencount=1</c>
/// when that is done, initialized and all. It logs no times. What is found and lacks a file it is linked to is let go of again.
/// </summary>
internal sealed class LinkerLog
{
    private const int MostBytes = 16 * 1024 * 1024;
    private const int MostLoads = 10_000;
    private const int MostProbes = 100;
    private const string Found = "generating link map", End = " [0]", Opened = "opening file=", Once = "; direct_opencount=1";
    private static readonly (string Words, bool IsLinked)[] Requests = [("needed by ", true), ("dynamically loaded by ", false)];
    private readonly List<LoggedLoad> _loads = [];
    private readonly Dictionary<string, (string By, bool IsLinked, long At)> _asked = new(StringComparer.Ordinal);
    private readonly List<(string Name, string By, long At)> _failed = [];
    private (string Name, string By, long At)? _open;

    /// <summary>The loads in their order; none where there is no such file, as no other linker writes one.</summary>
    public static IReadOnlyList<LoggedLoad> ReadFile(string path)
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
    public static IReadOnlyList<LoggedLoad> Read(ReadOnlySpan<byte> bytes)
    {
        var log = new LinkerLog();
        for (var at = 0; at < bytes.Length && log._loads.Count < MostLoads;)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : at + length + 1;
            log.Read(Encoding.UTF8.GetString(bytes[at..end]).TrimEnd('\r', '\n'), end);
            at = end;
        }

        var missing = log._asked.Values.Where(request => request.IsLinked).Select(request => request.By).ToHashSet(StringComparer.Ordinal);
        return log._loads.FindAll(one => !missing.Contains(one.Load.Name) && !(one.Load.IsLinked && missing.Contains(one.Load.Requester)));
    }

    private void Read(string line, long end)
    {
        if (line.IndexOf(Opened, StringComparison.Ordinal) is >= 0 and var opened)
            Finish(line[(opened + Opened.Length)..], end);
        else if (Parse(line) is not { } parsed)
            return;
        else if (parsed.What == Found)
            Find(parsed.Path, end);
        else if (Request(parsed.What) is { } request)
            Ask(parsed.Path, request.By, request.IsLinked, end);
    }

    private void Ask(string path, string by, bool isLinked, long at)
    {
        if (_open is { } before && _failed.Count < MostProbes)
            _failed.Add(before);
        _open = isLinked ? null : (FileName(path), by, at); // what is linked is listed first and found later, all together
        _asked[path] = (by, isLinked, at);
    }

    private void Find(string path, long at)
    {
        if (!_asked.Remove(path, out var asked))
            return;
        var name = FileName(path);
        var probes = asked.IsLinked ? [] : _failed.FindAll(probe => probe.By == asked.By && NativeLoad.BareName(probe.Name) == NativeLoad.BareName(name));
        _loads.Add(new LoggedLoad(
            new NativeLoad(name, asked.By, asked.IsLinked, [.. probes.Select(probe => probe.Name).Distinct(StringComparer.Ordinal)]),
            probes.Count > 0 ? probes[0].At : asked.At, at));
        if (!asked.IsLinked)
            _failed.Clear();
        _open = null;
    }

    private void Finish(string opened, long at)
    {
        if (opened.IndexOf(End, StringComparison.Ordinal) is not (> 0 and var length) || !opened.EndsWith(Once, StringComparison.Ordinal))
            return; // it was there already
        var index = _loads.FindLastIndex(one => one.Load.Name == FileName(opened[..length]));
        if (index >= 0)
            _loads[index] = _loads[index] with { End = at };
    }

    /// <summary>Of <c>  123:	file=X [0];  what</c> the file and what is said of it.</summary>
    private static (string Path, string What)? Parse(string line)
    {
        var start = line.IndexOf("file=", StringComparison.Ordinal);
        var end = line.IndexOf(" [0];  ", StringComparison.Ordinal);
        return start >= 0 && end > start + 5 ? (line[(start + 5)..end], line[(end + 7)..]) : null;
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
