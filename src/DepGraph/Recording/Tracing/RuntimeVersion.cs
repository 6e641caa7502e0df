namespace DepGraph.Recording.Tracing;

/// <summary>Which runtime a process has, said by the runtime itself (event 187): right as well for apps that bring it along, in many files or in one.</summary>
internal static class RuntimeVersion
{
    /// <summary>Major, minor and patch, such as "8.0.31"; nothing of a preview's label.</summary>
    public static string Read(TraceEvent e)
    {
        var reader = new ByteReader(e.Payload.Span);
        reader.Bytes(2 + 2); // runtime instance, kind
        return $"{(ushort)reader.Int16()}.{(ushort)reader.Int16()}.{(ushort)reader.Int16()}";
    }

    /// <summary>The name for users, such as ".NET 11.0.0-preview.3"; null where the runtime did not say.</summary>
    /// <param name="version">What it said, or null.</param>
    /// <param name="coreLibrary">The core library's path: an installed runtime's folder is called after its version with the label of a preview.</param>
    public static string? Name(string? version, string? coreLibrary)
    {
        if (version is null)
            return null;
        var folder = Path.GetFileName(Path.GetDirectoryName(coreLibrary)) ?? "";
        return ".NET " + (folder.StartsWith(version + "-", StringComparison.Ordinal) ? folder : version);
    }
}
