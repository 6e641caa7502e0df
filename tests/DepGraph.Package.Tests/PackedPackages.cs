namespace DepGraph.Package.Tests;

/// <summary>The packages all test classes that run at the same time build with. The last of them takes the folder away.</summary>
public sealed class PackedPackages : IDisposable
{
    private static readonly object Gate = new();
    private static int _users;
    private static PackedFolder? _packed;

    public PackedPackages()
    {
        lock (Gate)
        {
            _packed ??= new PackedFolder();
            _users++;
        }
    }

    public string Folder => _packed!.Folder;

    public string Version => _packed!.Version;

    public string Source => _packed!.Source;

    public string PackageFolder => _packed!.PackageFolder;

    public void Dispose()
    {
        lock (Gate)
        {
            if (--_users > 0)
                return;
            Directory.Delete(Folder, recursive: true);
            _packed = null;
        }
    }
}
