namespace DepGraph.Loading.Tests;

/// <summary>Assemblies of the shared framework that this process has not loaded yet; each is handed out once.</summary>
internal static class FreshAssemblies
{
    private static readonly Queue<string> Names = new(Find());

    public static string[] Take(int count)
    {
        lock (Names)
        {
            var taken = new List<string>();
            while (taken.Count < count)
                if (Names.Dequeue() is var name && !IsLoaded(name))
                    taken.Add(name); // the test host may have loaded it since
            return taken.ToArray();
        }
    }

    public static bool AreLoaded(IEnumerable<string> names) => names.All(IsLoaded);

    public static bool IsLoaded(string name) => LoadedAssemblies.ByName().ContainsKey(name);

    private static string[] Find()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var loaded = LoadedAssemblies.ByName();
        return Directory.GetFiles(framework, "System.*.dll")
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => !loaded.ContainsKey(name) && !name.Contains(".Native") && !name.StartsWith("System.Private", StringComparison.Ordinal))
            .Reverse() // from the end of the alphabet: the test host loads more of the beginning
            .ToArray();
    }
}
