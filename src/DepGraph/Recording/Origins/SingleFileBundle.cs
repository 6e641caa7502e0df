using System.IO.Compression;

namespace DepGraph.Recording.Origins;

/// <summary>
/// The files inside a single-file app. The runtime reports paths beside the executable at which nothing lies.
/// Format: dotnet/runtime, docs/design/features/single-file/bundler.md, versions 2 (.NET 5) and 6 (.NET 6 and later).
/// </summary>
internal sealed class SingleFileBundle
{
    private static readonly byte[] Signature = Convert.FromHexString("8B1202B96A612038727B930214D7A03213F5B9E6EFAE3318EE3B2DCE24B36AAE");
    private readonly string _executable;
    private readonly string _folder;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private SingleFileBundle(string executable, long header)
    {
        _executable = executable;
        _folder = Path.GetDirectoryName(executable)!;
        using var reader = new BinaryReader(File.OpenRead(executable));
        reader.BaseStream.Position = header;
        var major = reader.ReadUInt32();
        reader.ReadUInt32(); // minor version
        var count = reader.ReadInt32();
        reader.ReadString(); // id of the bundle
        if (major >= 2)
            reader.ReadBytes(5 * sizeof(long)); // where deps.json and runtimeconfig.json lie, flags
        for (var i = 0; i < count; i++)
        {
            var (offset, size, compressed) = (reader.ReadInt64(), reader.ReadInt64(), major >= 6 ? reader.ReadInt64() : 0);
            reader.ReadByte(); // kind of file
            _entries[reader.ReadString()] = new Entry(offset, size, compressed);
        }
    }

    /// <summary>The bundle an app is; null when it is none, or its executable has another name.</summary>
    public static SingleFileBundle? Of(string? appFolder, string app)
    {
        if (appFolder is null)
            return null;
        var executable = Path.Combine(appFolder, app);
        return new[] { executable, executable + ".exe" }.Where(File.Exists).Select(Open).FirstOrDefault(b => b is not null);
    }

    /// <summary>Opens an executable; null when it holds no bundle.</summary>
    public static SingleFileBundle? Open(string executable)
    {
        try
        {
            return HeaderOffset(executable) is > 0 and var header ? new SingleFileBundle(executable, header) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null; // not a bundle we understand
        }
    }

    /// <summary>The bytes of the file that is reported to lie at <paramref name="path"/>, or null.</summary>
    public byte[]? Read(string path)
    {
        if (!_entries.TryGetValue(Path.GetRelativePath(_folder, path).Replace('\\', '/'), out var entry))
            return null;
        using var file = File.OpenRead(_executable);
        file.Position = entry.Offset;
        using Stream content = entry.Compressed > 0 ? new DeflateStream(file, CompressionMode.Decompress) : file;
        var bytes = new byte[entry.Size];
        content.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The offset stands in front of the mark in the host.</summary>
    private static long HeaderOffset(string executable)
    {
        const int chunk = 1 << 20;
        var overlap = sizeof(long) + Signature.Length;
        var buffer = new byte[chunk];
        using var file = File.OpenRead(executable);
        for (var kept = 0; ;)
        {
            var count = kept + file.ReadAtLeast(buffer.AsSpan(kept), chunk - kept, throwOnEndOfStream: false);
            var found = buffer.AsSpan(0, count).IndexOf(Signature);
            if (found >= sizeof(long))
                return BitConverter.ToInt64(buffer, found - sizeof(long));
            if (count < chunk)
                return 0;
            kept = overlap;
            buffer.AsSpan(count - kept, kept).CopyTo(buffer);
        }
    }

    private readonly record struct Entry(long Offset, long Size, long Compressed);
}
