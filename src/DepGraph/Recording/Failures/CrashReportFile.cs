using System.Text.Json;
using DepGraph.Recording.Model;

namespace DepGraph.Recording.Failures;

/// <summary>The crash report the runtime's createdump writes: frames of every thread, also after a native fault.</summary>
internal sealed record CrashReportFile(string? ExceptionType, IReadOnlyList<string> Frames)
{
    private const long MostBytes = 64 << 20;

    /// <summary>Null when there is none, or only a part of one.</summary>
    public static CrashReportFile? Read(string path)
    {
        try
        {
            return !File.Exists(path) || new FileInfo(path).Length > MostBytes ? null : Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Null when it is only a part of a report.</summary>
    public static CrashReportFile? Parse(ReadOnlyMemory<byte> report)
    {
        try
        {
            using var json = JsonDocument.Parse(report);
            var threads = json.RootElement.GetProperty("payload").GetProperty("threads").EnumerateArray();
            var crashed = threads.FirstOrDefault(t => Text(t, "crashed") == "true");
            if (crashed.ValueKind != JsonValueKind.Object)
                return new CrashReportFile(null, []);
            var frames = crashed.GetProperty("stack_frames").EnumerateArray().Select(Frame).OfType<string>().Take(Crash.MostFrames);
            return new CrashReportFile(Text(crashed, "managed_exception_type"), [.. frames]);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null; // the runtime died a second time while it wrote it
        }
    }

    // The runtime's own native frames are those of the crash handler.
    private static string? Frame(JsonElement frame)
    {
        var method = Text(frame, "method_name") ?? Text(frame, "unmanaged_name");
        var file = Text(frame, "filename") ?? Text(frame, "native_module") ?? "";
        return method is null || file.Contains("coreclr", StringComparison.Ordinal) || method is "wait4" or "__write" ? null
            : $"{(Text(frame, "is_managed") == "true" ? Path.GetFileNameWithoutExtension(file) : file)}!{method}";
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
