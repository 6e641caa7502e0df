namespace DepGraph.Recording.Launch;

/// <summary>Tells an executable that NativeAOT made from all others, by its file.</summary>
internal static class NativeAotApp
{
    private const int Chunk = 1 << 20;

    // By these names debuggers find a runtime in an executable. NativeAOT's exports the first; the one inside a single-file app mentions both.
    private static ReadOnlySpan<byte> OfNativeAot => "DotNetRuntimeDebugHeader"u8;

    private static ReadOnlySpan<byte> OfCoreClr => "DotNetRuntimeInfo"u8;

    /// <summary>True for an executable of NativeAOT; false for any other file, and where there is none that can be read.</summary>
    public static bool Is(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return HoldsTheNames(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    private static bool HoldsTheNames(Stream file)
    {
        var buffer = new byte[Chunk];
        var isAot = false;
        for (var kept = 0; ;)
        {
            var count = kept + file.ReadAtLeast(buffer.AsSpan(kept), Chunk - kept, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, count);
            if (bytes.IndexOf(OfCoreClr) >= 0)
                return false;
            isAot |= bytes.IndexOf(OfNativeAot) >= 0;
            if (count < Chunk)
                return isAot;
            kept = OfNativeAot.Length; // a name may lie across two chunks
            bytes[^kept..].CopyTo(buffer);
        }
    }
}
