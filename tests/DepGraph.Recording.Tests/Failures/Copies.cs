namespace DepGraph.Recording.Tests.Failures;

/// <summary>Copies of the app of failures in which something is broken.</summary>
internal static class Copies
{
    public static Func<string, string, string[]> WithDeps(string content) => (dll, folder) =>
    {
        var copy = Copy(dll, folder);
        File.WriteAllText(Path.ChangeExtension(copy, ".deps.json"), content);
        return ["dotnet", copy, "ok"];
    };

    public static Func<string, string, string[]> WithRuntimeConfig(Func<string, string> change) => (dll, folder) =>
    {
        var copy = Copy(dll, folder);
        var file = Path.ChangeExtension(copy, ".runtimeconfig.json");
        File.WriteAllText(file, change(File.ReadAllText(file)));
        return ["dotnet", copy, "ok"];
    };

    public static string[] WithoutExecutePermission(string dll, string folder)
    {
        var host = Path.ChangeExtension(Copy(dll, folder), null);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(host, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return [host, "ok"];
    }

    /// <summary>The app's files in another folder; returns the dll there.</summary>
    public static string Copy(string dll, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "app")).FullName;
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(dll)!, "Failures*"))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return Path.Combine(target, Path.GetFileName(dll));
    }
}
