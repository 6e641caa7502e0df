using DepGraph.Graph;

namespace DepGraph.Recording.Origins;

/// <summary>Tells from its path where an assembly came from, and names the path without the folders of this machine.</summary>
internal sealed class FileOrigin
{
    private readonly string? _appFolder;
    private readonly IReadOnlyDictionary<string, string> _broughtAlong;
    private readonly IReadOnlyList<string> _packageFolders;

    /// <param name="appFolder">The app's folder, or null.</param>
    /// <param name="broughtAlong">The shared framework of each file in that folder that belongs to one.</param>
    public FileOrigin(string? appFolder, IReadOnlyDictionary<string, string> broughtAlong)
    {
        _appFolder = appFolder;
        _broughtAlong = broughtAlong;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] folders = [Environment.GetEnvironmentVariable("NUGET_PACKAGES"), home.Length == 0 ? null : Path.Combine(home, ".nuget", "packages")];
        _packageFolders = [.. folders.OfType<string>()];
    }

    /// <summary>The origin, the shared framework's name where it is one, and the path behind a token.</summary>
    public (Origin Origin, string? Framework, string? Path) Of(string? path)
    {
        if (path is null)
            return (Origin.Memory, null, null);
        var slashed = path.Replace('\\', '/');
        if (Below(_appFolder, slashed) is { } inApp)
            return _broughtAlong.TryGetValue(inApp, out var pack) ? (Origin.Framework, pack, "$app/" + inApp) : (Origin.App, null, "$app/" + inApp);
        if (Framework(slashed) is var (framework, rest))
            return (Origin.Framework, framework, "$framework/" + rest);
        foreach (var folder in _packageFolders)
        {
            if (Below(folder, slashed) is { } inPackage)
                return (Origin.Package, null, "$packages/" + inPackage);
        }

        return (Origin.Elsewhere, null, "$elsewhere/" + Path.GetFileName(slashed));
    }

    private static string? Below(string? folder, string path)
    {
        if (folder is null)
            return null;
        var prefix = folder.Replace('\\', '/').TrimEnd('/') + "/";
        var comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        return path.StartsWith(prefix, comparison) ? path[prefix.Length..] : null;
    }

    /// <summary>A shared framework lies in <c>.../shared/NAME/VERSION/</c> beside the host.</summary>
    private static (string Name, string Tail)? Framework(string path)
    {
        var parts = path.Split('/');
        if (parts.Length < 5 || parts[^4] != "shared" || !Version.TryParse(parts[^2].Split('-')[0], out _))
            return null;
        return (parts[^3], string.Join('/', parts[^3..]));
    }
}
